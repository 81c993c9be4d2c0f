import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import type { LoginError } from '../platform/loginError.ts';
import type { Connection } from '../platform/request.ts';

/** How far an attempt to sign in is. */
export const SignInStage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting-practice-org') }),
  /** The person is asked something at the top of the window, or logs in in the browser. */
  z.object({ kind: z.literal('signing-in'), where: z.enum(['here', 'browser']) }),
  /** Regions are tried one after the other, because the person asked for it. */
  z.object({ kind: z.literal('trying-regions'), region: z.string() }),
  z.object({ kind: z.literal('loading-org') }),
]);
export type SignInStage = z.infer<typeof SignInStage>;

/** One attempt to sign in: how it is ended, and whom to tell how far it is. */
export type Attempt = {
  readonly signal: AbortSignal;
  report(stage: SignInStage): void;
  /** A token is there: whoever wants more of the org than everybody can ask for it now, beside what is read anyway. */
  reached?(connection: Connection): void;
};

/** Why nobody is signed in, after a try; told apart by what the person can do next. */
export const SignInFailure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice-org-not-started'), reason: z.string() }),
  /** What it kept is of no use to it: trying again changes nothing. */
  z.object({ kind: z.literal('practice-org-state-unusable'), reason: z.string() }),
  /** The login host of this region does not know the client: most likely it is another region's. */
  z.object({ kind: z.literal('client-unknown'), region: z.string(), description: z.optional(z.string()) }),
  z.object({ kind: z.literal('secret-wrong'), region: z.string(), description: z.optional(z.string()) }),
  /** The client exists, but has another grant type than this way of signing in needs. */
  z.object({
    kind: z.literal('grant-missing'),
    needs: z.enum(['CODE', 'CLIENT-CREDENTIALS']),
    description: z.optional(z.string()),
  }),
  /** The org refused the token: it has ended, or it is of another region. */
  z.object({ kind: z.literal('token-refused'), region: z.string(), error: PlatformError }),
  /** A sign-in of before has ended and could not be renewed silently. */
  z.object({ kind: z.literal('session-ended'), region: z.string(), error: PlatformError }),
  /** The login host could not be asked, or gave no answer of its own. */
  z.object({ kind: z.literal('login-failed'), error: PlatformError }),
  /** Something of this computer went wrong. */
  z.object({ kind: z.literal('broken'), reason: z.string() }),
  /** The login host said no in another way. */
  z.object({
    kind: z.literal('login-refused'),
    code: z.string(),
    description: z.optional(z.string()),
  }),
  /** The browser did not come back within so many minutes. */
  z.object({ kind: z.literal('no-return'), region: z.string(), minutes: z.number() }),
  z.object({ kind: z.literal('port-in-use'), port: z.number() }),
  /** What was found on this computer is no longer there. */
  z.object({ kind: z.literal('found-gone') }),
  /** What was found goes through a gateway of its own, and only our own setting decides where tokens are sent. */
  z.object({ kind: z.literal('found-behind-gateway') }),
  /** None of the likely regions knows it. */
  z.object({ kind: z.literal('no-region-fits'), tried: z.array(z.string()) }),
  /** The setting for the gateway is not one. */
  z.object({ kind: z.literal('gateway-malformed'), reason: z.string() }),
  /** The token was accepted, and reading the org went wrong. */
  z.object({ kind: z.literal('org-not-loaded'), error: PlatformError }),
]);
export type SignInFailure = z.infer<typeof SignInFailure>;

/** What a login's error means for the person, given what the login was about. */
export function failureOfLogin(
  error: LoginError,
  { region, grant }: { region: string; grant: 'CODE' | 'CLIENT-CREDENTIALS' },
): SignInFailure {
  if (error.kind !== 'login-refused') return { kind: 'login-failed', error };
  const { code, description } = error;
  switch (code) {
    case 'invalid_client':
      return { kind: isWrongSecret(description) ? 'secret-wrong' : 'client-unknown', region, description };
    case 'unauthorized_client':
    case 'unsupported_grant_type':
    case 'unsupported_response_type':
      return { kind: 'grant-missing', needs: grant, description };
    default:
      return { kind: 'login-refused', code, description };
  }
}

/** The platform tells a wrong secret from an unknown client only by its description (Genesys facts 6.2). */
function isWrongSecret(description: string | undefined): boolean {
  return description !== undefined && /authentication failed/i.test(description);
}
