import { generateRandomState } from 'oauth4webapi';
import type { PlatformError } from './errors.ts';
import { exchange } from './exchange.ts';
import { LOGIN_TIMEOUT_SECONDS, type LoginClient, type LoginResult } from './login.ts';
import { answerIn, type LoginRefusal } from './loginError.ts';
import { TimeLimit } from './timeLimit.ts';

/**
 * What a login host makes of a request to log in, before anybody is sent there: `invalid` when it will send nobody
 * anywhere, because it does not know the client or its redirect URI (RFC 6749, 4.1.2.1); `refused` when it sends them
 * straight back; `unclear` when only a person will find out.
 */
export type LoginPageStanding =
  | { kind: 'invalid' | 'unclear' }
  | { kind: 'refused'; error: LoginRefusal }
  | { kind: 'failed'; error: PlatformError };

/** Asks for a login page without showing it or going where it leads. */
export async function probeLoginPage(url: URL, signal: AbortSignal): Promise<LoginPageStanding> {
  const limit = new TimeLimit(LOGIN_TIMEOUT_SECONDS, signal);
  const answer = await exchange(url, { method: 'GET', redirect: 'manual' }, limit, 0);
  limit.over();
  if (!answer.ok) return { kind: 'failed', error: answer.error };
  if (answer.value.status === 400) return { kind: 'invalid' };
  return refusalIn(answer.value.headers.get('location')) ?? { kind: 'unclear' };
}

function refusalIn(location: string | null): LoginPageStanding | undefined {
  if (location === null || !URL.canParse(location)) return undefined;
  const answer = answerIn(new URL(location));
  const code = answer.get('error');
  const description = answer.get('error_description') ?? undefined;
  return code === null ? undefined : { kind: 'refused', error: { kind: 'login-refused', code, description } };
}

/** A login by the implicit grant that was begun: where the person goes, and what must come back. */
export type ImplicitLogin = { url: URL; state: string };

/** Begins a login that ends with a token in the address, without anything in between (RFC 6749, 4.2). */
export function beginImplicitLogin({ loginUrl, clientId, redirectUri }: LoginClient): ImplicitLogin {
  const state = generateRandomState();
  const url = new URL(`${loginUrl}/oauth/authorize`);
  url.search = new URLSearchParams({
    response_type: 'token',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
  }).toString();
  return { url, state };
}

/**
 * Ends it: takes the token out of the address that the browser was sent back to. A state that is not this login's is
 * refused as `invalid_state`, an address that holds neither token nor reason as `invalid_response`.
 */
export function endImplicitLogin({ state }: ImplicitLogin, returnedTo: URL): LoginResult {
  const answer = answerIn(returnedTo);
  const refused = (code: string, description?: string): LoginResult => ({
    ok: false,
    error: { kind: 'login-refused', code, description },
  });
  if (answer.get('state') !== state) return refused('invalid_state');
  const error = answer.get('error');
  if (error !== null) return refused(error, answer.get('error_description') ?? undefined);
  const accessToken = answer.get('access_token');
  if (!accessToken) return refused('invalid_response');
  const seconds = Number.parseInt(answer.get('expires_in') ?? '', 10);
  const expiresInSeconds = Number.isNaN(seconds) ? undefined : seconds;
  return { ok: true, token: { accessToken, expiresInSeconds, refreshToken: undefined } };
}
