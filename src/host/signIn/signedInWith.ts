import { isPractice, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** A client, and where it is at home. */
type ClientAtHome = { readonly id: string; readonly region: string; readonly practice: boolean };

/**
 * What the accounts are called that are signed in with a client itself: whoever deletes it, or makes it inactive, ends their
 * sign-ins. A token that somebody has pasted does not say with which client it was made.
 */
export async function signedInWith(
  sessions: Pick<Sessions, 'all'>,
  { id, region, practice }: ClientAtHome,
): Promise<readonly string[]> {
  const own = (await sessions.all()).filter(
    (session) =>
      session.region === region && isPractice(session) === practice && clientsOf(session).includes(id),
  );
  return own.map(({ account }) => account.label);
}

function clientsOf({ source, renewal }: Session): readonly (string | undefined)[] {
  return ['clientId' in source ? source.clientId : undefined, renewal?.clientId];
}
