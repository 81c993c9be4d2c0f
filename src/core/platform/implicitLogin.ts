import { generateRandomState } from 'oauth4webapi';
import type { LoginClient, LoginResult } from './login.ts';
import { answerIn } from './loginAnswer.ts';

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
