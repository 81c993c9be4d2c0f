import { done, type NewHistoryEntry } from '../../core/clients/history.ts';
import type { Effects } from '../../core/operations/effects.ts';
import { changeEntry, deletionEntry, notCertain } from '../../core/operations/history.ts';
import type { ClientAtHome, ClientHistory } from './clientHistory.ts';

/** The same effects of Save, of which those that touch a client in its org are noted once they are done. */
export function recorded(
  effects: Effects,
  home: Pick<ClientAtHome, 'region' | 'practice'>,
  history: Pick<ClientHistory, 'add' | 'of'>,
): Effects {
  const at = (id: string) => ({ id, region: home.region, practice: home.practice });
  const note = async (id: string, entry: NewHistoryEntry | undefined) => {
    return entry === undefined ? undefined : await history.add(at(id), entry);
  };
  /** One that a lost request made is found, perhaps more than once. */
  const created = async (id: string) => {
    if (!history.of(at(id)).some(({ what }) => what === 'created')) await note(id, done('created'));
  };
  /** The entry that says of the change, by which undoing it is known to be of it. */
  let noted: string | undefined;
  return {
    ...effects,
    createClient: async (request) => {
      const answer = await effects.createClient(request);
      if (answer.ok) await created(answer.value.client.id);
      return answer;
    },
    findCreatedClient: async (request) => {
      const answer = await effects.findCreatedClient(request);
      if (answer.ok && answer.value !== undefined) await created(answer.value.id);
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
      return deletion;
    },
    restoreClient: async (client) => {
      const restored = await effects.restoreClient(client);
      if (restored.ok) await note(client.id, done('activated'));
      return restored;
    },
    changeClient: async ({ before, body }) => {
      const outcome = await effects.changeClient({ before, body });
      if (outcome.kind === 'changed' && !outcome.wasSo)
        noted = await note(before.id, changeEntry([], outcome));
      if (outcome.kind === 'uncertain')
        await note(before.id, notCertain(changeEntry([], { before, sent: body, after: body })));
      return outcome;
    },
    undoChange: async (made) => {
      const outcome = await effects.undoChange(made);
      if (outcome.kind === 'undone') await note(made.before.id, done('change-undone', { undoes: noted }));
      if (outcome.kind === 'uncertain') await note(made.before.id, notCertain(done('change-undone')));
      return outcome;
    },
  };
}
