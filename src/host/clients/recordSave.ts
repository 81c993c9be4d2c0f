import { done, type NewHistoryEntry } from '../../core/clients/history.ts';
import type { Effects } from '../../core/operations/effects.ts';
import { deletionEntry } from '../../core/operations/history.ts';
import type { ClientAtHome, ClientHistory } from './clientHistory.ts';

/** The same effects of Save, of which those that touch a client in its org are noted once they are done. */
export function recorded(
  effects: Effects,
  home: Pick<ClientAtHome, 'region' | 'practice'>,
  history: Pick<ClientHistory, 'add' | 'of'>,
): Effects {
  const at = (id: string) => ({ id, region: home.region, practice: home.practice });
  const note = async (id: string, entry: NewHistoryEntry | undefined) => {
    if (entry !== undefined) await history.add(at(id), entry);
  };
  /** One that a lost request made is found, perhaps more than once. */
  const created = async (id: string) => {
    if (!history.of(at(id)).some(({ what }) => what === 'created')) await note(id, done('created'));
  };
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
      await note(client.id, deletionEntry(deletion));
      return deletion;
    },
    restoreClient: async (client) => {
      const restored = await effects.restoreClient(client);
      if (restored.ok) await note(client.id, done('activated'));
      return restored;
    },
  };
}
