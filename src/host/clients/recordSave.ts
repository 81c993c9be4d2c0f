import { done, type NewHistoryEntry } from '../../core/clients/history.ts';
import type { WrittenClient } from '../../core/drift/written.ts';
import type { Effects } from '../../core/operations/effects.ts';
import { changeEntry, deletionEntry, notCertain } from '../../core/operations/history.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import type { WrittenClients } from '../drift/writtenClients.ts';
import type { ClientAtHome, ClientHistory } from './clientHistory.ts';

/** What Save notes: what it did, and what it wrote. */
export type SaveRecords = {
  readonly history: Pick<ClientHistory, 'add' | 'of'>;
  readonly written: Pick<WrittenClients, 'of' | 'note' | 'noteUncertain' | 'giveBack' | 'forget'>;
};

/**
 * The same effects of Save, of which those that touch a client in its org are noted once they are done.
 *
 * @param account the one by which the org is known, where that is known
 */
export function recorded(
  effects: Effects,
  home: Pick<ClientAtHome, 'region' | 'practice'> & { readonly account?: string | undefined },
  { history, written }: SaveRecords,
): Effects {
  const at = (id: string) => ({ id, region: home.region, practice: home.practice });
  const wrote = async (client: OAuthClient | ClientRecord) =>
    await written.note('saved', { home: at(client.id), account: home.account, client });
  /** Those that were made here: what is read back of them is what was written. */
  const made = new Set<string>();
  const note = async (id: string, entry: NewHistoryEntry | undefined) => {
    return entry === undefined ? undefined : await history.add(at(id), entry);
  };
  /** One that a lost request made is found, perhaps more than once. */
  const created = async (client: OAuthClient) => {
    const { id } = client;
    made.add(id);
    await wrote(client);
    if (!history.of(at(id)).some(({ what }) => what === 'created')) await note(id, done('created'));
  };
  /** The entry that says of the change, by which undoing it is known to be of it. */
  let noted: string | undefined;
  /** What was remembered of the client before Save began to change it: undone, that is so again. */
  let former: { readonly known: WrittenClient | undefined } | undefined;
  return {
    ...effects,
    createClient: async (request) => {
      const answer = await effects.createClient(request);
      if (answer.ok) await created({ ...request, ...answer.value.client });
      return answer;
    },
    findCreatedClient: async (request) => {
      const answer = await effects.findCreatedClient(request);
      if (answer.ok && answer.value !== undefined) await created(answer.value);
      return answer;
    },
    readClient: async (id) => {
      const answer = await effects.readClient(id);
      if (answer.ok && made.delete(id)) await wrote(answer.value);
      return answer;
    },
    makeToken: async (id) => {
      const made = await effects.makeToken(id);
      if (made.ok) await note(id, done('token-made'));
      return made;
    },
    deleteClient: async (client) => {
      const deletion = await effects.deleteClient(client);
      await note(client.id, deletionEntry(deletion, client));
      if (deletion.ok) await written.forget(at(client.id));
      else if (deletion.left === 'inactive') await wrote({ ...client, state: 'inactive' });
      return deletion;
    },
    restoreClient: async (client) => {
      const restored = await effects.restoreClient(client);
      if (restored.ok) {
        await note(client.id, done('activated'));
        await wrote({ ...client, state: 'active' });
      }
      return restored;
    },
    changeClient: async ({ before, body }) => {
      former ??= { known: written.of(at(before.id)) };
      const outcome = await effects.changeClient({ before, body });
      if (outcome.kind === 'changed' && !outcome.wasSo)
        noted = await note(before.id, changeEntry([], outcome));
      if (outcome.kind === 'changed') await wrote(outcome.after);
      if (outcome.kind === 'uncertain') {
        await note(before.id, notCertain(changeEntry([], { before, sent: body, after: body })));
        await written.noteUncertain(at(before.id), before, body);
      }
      return outcome;
    },
    undoChange: async (change) => {
      const outcome = await effects.undoChange(change);
      if (outcome.kind === 'undone') {
        await note(change.before.id, done('change-undone', { undoes: noted }));
        const { id } = change.before;
        if (former?.known === undefined) await written.forget(at(id));
        else await written.giveBack(at(id), former.known);
      }
      if (outcome.kind === 'uncertain') {
        await note(change.before.id, notCertain(done('change-undone')));
        await written.noteUncertain(at(change.before.id), change.after, change.before);
      }
      return outcome;
    },
  };
}
