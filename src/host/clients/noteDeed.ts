import type { Deed } from '../../core/operations/deeds.ts';
import type { WrittenClients } from '../drift/writtenClients.ts';
import type { ClientAtHome, ClientHistory } from './clientHistory.ts';

/** Where it is kept what was done to clients, and what they were last written as. */
export type ClientNotes = {
  readonly history: Pick<ClientHistory, 'add'>;
  readonly written: Pick<WrittenClients, 'note' | 'noteUncertain' | 'forget'>;
};

/** A client, and the account by which its org is known, where that is known. */
export type NotedClient = ClientAtHome & { readonly account?: string | undefined };

/**
 * Notes what was done to a client, in its history and as what it is remembered from now on. Returns the ID of the entry, by
 * which an undoing is known to be of it; undefined where its history says nothing. Never rejects.
 */
export async function noteDeed(
  { history, written }: ClientNotes,
  { account, ...home }: NotedClient,
  { entry, memory }: Deed,
): Promise<string | undefined> {
  switch (memory?.kind) {
    case 'written': {
      const { origin, client, before } = memory;
      await written.note(origin, { home, account, client, ...(before !== undefined && { before }) });
      break;
    }
    case 'uncertain':
      await written.noteUncertain(home, memory.before, memory.sent);
      break;
    case 'forgotten':
      await written.forget(home);
      break;
    case undefined:
      break;
  }
  return entry && (await history.add(home, entry));
}
