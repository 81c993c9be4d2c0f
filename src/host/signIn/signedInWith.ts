import type { ClientAtHome } from '../clients/clientHistory.ts';
import { isPractice, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/**
 * What the accounts are called that are signed in with a client itself: whoever deletes it, or makes it inactive, ends their
 * sign-ins. A token that somebody has pasted does not say with which client it was made.
 */
export async function signedInWith(
  sessions: Pick<Sessions, 'all'>,
  client: ClientAtHome,
): Promise<readonly string[]> {
  const own = (await sessions.all()).filter((session) => isOfClient(session, client));
  return own.map(({ account }) => account.label);
}

/** Whether somebody has signed in so with a client. */
function isOfClient(session: Session, { id, region, practice }: ClientAtHome): boolean {
  const { source, renewal } = session;
  const clients = ['clientId' in source ? source.clientId : undefined, renewal?.clientId];
  return session.region === region && isPractice(session) === practice && clients.includes(id);
}
