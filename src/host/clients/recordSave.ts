import { done } from '../../core/clients/history.ts';
import type { WrittenClient } from '../../core/drift/written.ts';
import { changeDeed, type Deed, deletionDeed, undoDeed } from '../../core/operations/deeds.ts';
import type { Effects } from '../../core/operations/effects.ts';
import { changeEntry } from '../../core/operations/history.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import type { WrittenClients } from '../drift/writtenClients.ts';
import type { ClientAtHome, ClientHistory } from './clientHistory.ts';
import { noteDeed } from './noteDeed.ts';

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
  const note = async (id: string, deed: Deed) =>
    await noteDeed({ history, written }, { ...at(id), account: home.account }, deed);
  const saved = (client: OAuthClient | ClientRecord) => ({
    memory: { kind: 'written', origin: 'saved', client } as const,
  });
  /** Those that were made here: what is read back of them is what was written. */
  const made = new Set<string>();
  /** One that a lost request made is found, perhaps more than once. */
  const created = async (client: OAuthClient) => {
    const { id } = client;
    made.add(id);
    const isKnown = history.of(at(id)).some(({ what }) => what === 'created');
    await note(id, { ...saved(client), ...(!isKnown && { entry: done('created') }) });
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
      if (answer.ok && made.delete(id)) await note(id, saved(answer.value));
      return answer;
    },
    makeToken: async (id) => {
      const made = await effects.makeToken(id);
      if (made.ok) await note(id, { entry: done('token-made') });
      return made;
    },
    deleteClient: async (client) => {
      const deletion = await effects.deleteClient(client);
      await note(client.id, deletionDeed(deletion, client));
      return deletion;
    },
    restoreClient: async (client) => {
      const restored = await effects.restoreClient(client);
      if (restored.ok)
        await note(client.id, { entry: done('activated'), ...saved({ ...client, state: 'active' }) });
      return restored;
    },
    changeClient: async ({ before, body }) => {
      former ??= { known: written.of(at(before.id)) };
      const outcome = await effects.changeClient({ before, body });
      if (outcome.kind === 'changed') {
        const entry = outcome.wasSo ? undefined : changeEntry([], outcome);
        noted = (await note(before.id, { entry, ...saved(outcome.after) })) ?? noted;
      }
      if (outcome.kind === 'uncertain') await note(before.id, changeDeed([], { before, body }, outcome));
      return outcome;
    },
    undoChange: async (change) => {
      const outcome = await effects.undoChange(change);
      if (outcome.kind === 'undone') {
        const { id } = change.before;
        await note(id, { entry: done('change-undone', { undoes: noted }) });
        if (former?.known === undefined) await written.forget(at(id));
        else await written.giveBack(at(id), former.known);
      }
      if (outcome.kind === 'uncertain') await note(change.before.id, undoDeed(change, outcome, noted));
      return outcome;
    },
  };
}
