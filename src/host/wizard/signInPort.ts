import type { Attempt } from '../../core/signIn/attempt.ts';
import type {
  SessionRef,
  SignedInOrg,
  SignInPort,
  SignInResult,
  SignInTry,
} from '../../core/wizard/ports.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { hostsOf } from '../signIn/settings.ts';
import type { SignInResult as Signed } from '../signIn/signIn.ts';
import { firstOf, withoutBack } from '../ui/questions.ts';

/** Signing in as the wizard needs it: it knows sessions by their IDs, and never has a token. */
export function signInPort({ signIn, sessions }: Pick<Services, 'signIn' | 'sessions'>): SignInPort {
  /** Those that were seen, so that one that has ended can be signed in to again in the same way. */
  const seen = new Map<string, Session>();

  function refOf(session: Session): SessionRef {
    const { id, account, region, endsAt } = session;
    seen.set(id, session);
    return { id, account: account.id, region, endsAt, outlastsWindow: sessions.outlastsWindow(id) };
  }

  function trying(work: (attempt: Attempt) => Promise<Signed>): SignInTry {
    return async (attempt) => resultOf(await work(attempt));
  }

  function resultOf(result: Signed): SignInResult {
    if (result.kind === 'signed-in') {
      const { session, org, connection } = result;
      const signedIn: SignedInOrg = { session: refOf(session), org, connection };
      return { kind: 'signed-in', signedIn };
    }
    if (result.kind !== 'failed') return result;
    const { failure, elsewhere } = result;
    if (elsewhere === undefined || !('region' in failure))
      return { kind: 'failed', failure, elsewhere: undefined };
    const { region } = failure;
    const inOthers = trying(async (attempt) => await signIn.tryRegions(elsewhere, region, attempt));
    return { kind: 'failed', failure, elsewhere: inOthers };
  }

  function ofSession(id: string, work: (session: Session, attempt: Attempt) => Promise<Signed>): SignInTry {
    return trying(async (attempt) => {
      const session = seen.get(id) ?? (await sessions.get(id));
      return session === undefined ? { kind: 'cancelled' } : await work(session, attempt);
    });
  }

  return {
    ways: async () => await signIn.ways(),
    sessions: async () => (await sessions.all()).map(refOf),
    onChange: (listener) => {
      const idsOf = (all: readonly { id: string }[] = []) => all.map(({ id }) => id);
      const listening = sessions.onDidChange(({ changed, removed }) => {
        listener({ changed: idsOf(changed), removed: idsOf(removed) });
      });
      return () => listening.dispose();
    },
    askRegion: async (signal) => await signIn.askRegion(signal),
    signIn: (way) => trying(async (attempt) => await signIn.signIn(way, attempt)),
    withNewClient: (region) => trying(async (attempt) => await signIn.signInWithNewClient(region, attempt)),
    anyWay: () =>
      trying(async (attempt) => {
        const result = await signIn.askWay(
          firstOf(undefined),
          async (way, next) => await signIn.signInFrom(next, way, attempt),
        );
        return withoutBack(result) ?? { kind: 'cancelled' };
      }),
    again: (id) => ofSession(id, async (session, attempt) => await signIn.signInAgain(session, attempt)),
    open: (id) => ofSession(id, async (session, attempt) => await signIn.open(session, attempt)),
    signOut: async (id) => {
      await signIn.signOut(id);
    },
    hostsOf: (region) => {
      const hosts = hostsOf(region);
      return hosts.ok ? hosts.hosts : undefined;
    },
  };
}
