import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { PlatformError } from './errors.ts';
import { cameFrom } from './errors.ts';
import { ExchangeFailed, exchange, type Message } from './exchange.ts';
import { type LoginError, loginErrorOf } from './loginError.ts';
import { maskedError, maskOf } from './mask.ts';
import { isLoopbackHost } from './orgHosts.ts';
import { parseJson } from './text.ts';
import { TimeLimit } from './timeLimit.ts';
import { readTolerantly } from './tolerant.ts';

/** The public client that people sign in with, and the login host it is known to. */
export type LoginClient = {
  /** What stands before `/oauth/authorize`, such as `https://login.mypurecloud.com`. */
  loginUrl: string;
  clientId: string;
  redirectUri: string;
};

/** A login that was begun: where the person goes, and what must come back. */
export type Login = { client: LoginClient; url: URL; codeVerifier: string; state: string };

export type Token = {
  accessToken: string;
  /** Seconds from when it was issued. */
  expiresInSeconds: number | undefined;
  refreshToken: string | undefined;
};

export type LoginResult = { ok: true; token: Token } | { ok: false; error: LoginError };

/** Seconds until a login host counts as silent. */
export const LOGIN_TIMEOUT_SECONDS = 30;

/** Begins an authorization code login with PKCE (RFC 7636, S256; Genesys facts 6.2). */
export async function beginLogin(client: LoginClient): Promise<Login> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(`${client.loginUrl}/oauth/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  return { client, url, codeVerifier, state };
}

/**
 * Ends a login: checks the address the browser was sent back to, and exchanges its code for a token, without a secret
 * unless one is given. Returns what went wrong; a state that is not this login's is refused as `invalid_state`.
 */
export async function endLogin(
  { client, codeVerifier, state }: Login,
  returnedTo: URL,
  signal?: AbortSignal,
  clientSecret?: string,
): Promise<LoginResult> {
  if (returnedTo.searchParams.get('state') !== state) {
    return { ok: false, error: { kind: 'login-refused', code: 'invalid_state', description: undefined } };
  }
  const { server, asking, options, limit } = beginExchange(client.loginUrl, client.clientId, signal);
  const code = returnedTo.searchParams.get('code') ?? '';
  const secret = clientSecret ?? '';
  return await tokenOrError(
    {
      loginUrl: client.loginUrl,
      limit,
      secrets: [codeVerifier, code, ...inRequest(client.clientId, secret)],
    },
    async () => {
      const callback = oauth.validateAuthResponse(server, asking, returnedTo, state);
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        asking,
        secret === '' ? oauth.None() : basicAuthentication(secret),
        callback,
        client.redirectUri,
        codeVerifier,
        options,
      );
      return await oauth.processAuthorizationCodeResponse(server, asking, response);
    },
  );
}

/** A token that speaks for a client itself (Genesys facts 6.1). */
export async function clientCredentialsLogin(
  loginUrl: string,
  clientId: string,
  clientSecret: string,
  signal?: AbortSignal,
): Promise<LoginResult> {
  const { server, asking, options, limit } = beginExchange(loginUrl, clientId, signal);
  return await tokenOrError({ loginUrl, limit, secrets: inRequest(clientId, clientSecret) }, async () => {
    const proof = basicAuthentication(clientSecret);
    const response = await oauth.clientCredentialsGrantRequest(server, asking, proof, {}, options);
    return await oauth.processClientCredentialsResponse(server, asking, response);
  });
}

/** Renews a person's sign-in without asking them. The refresh token is used up; the answer holds the next one. */
export async function refreshLogin(
  loginUrl: string,
  clientId: string,
  refreshToken: string,
  signal?: AbortSignal,
): Promise<LoginResult> {
  const { server, asking, options, limit } = beginExchange(loginUrl, clientId, signal);
  return await tokenOrError({ loginUrl, limit, secrets: [refreshToken] }, async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      asking,
      oauth.None(),
      refreshToken,
      options,
    );
    return await oauth.processRefreshTokenResponse(server, asking, response);
  });
}

/** What a login host says of a client: `unclear` when its answer does not tell, `failed` when it gave none. */
export type ClientStanding =
  | { kind: 'known' | 'unknown' | 'other-grant' | 'unclear' }
  | { kind: 'failed'; error: PlatformError };

/**
 * Whether a login host knows a client that people can log in with, found out without a secret: it is asked to exchange
 * a code that cannot exist, and a host that does not know the client says so instead of refusing the code.
 */
export async function probeClient(
  loginUrl: string,
  clientId: string,
  signal?: AbortSignal,
): Promise<ClientStanding> {
  const login = await beginLogin({ loginUrl, clientId, redirectUri: 'http://localhost' });
  const returnedTo = new URL(`http://localhost/?code=none&state=${login.state}`);
  const answer = await endLogin(login, returnedTo, signal);
  if (answer.ok) return { kind: 'unclear' };
  if (answer.error.kind !== 'login-refused') return { kind: 'failed', error: answer.error };
  const { code, description } = answer.error;
  switch (code) {
    case 'invalid_grant':
      return { kind: 'known' };
    case 'unauthorized_client':
      return { kind: 'other-grant' };
    case 'invalid_client':
      return { kind: /not found/i.test(description ?? '') ? 'unknown' : 'unclear' };
    default:
      return { kind: 'unclear' };
  }
}

function beginExchange(loginUrl: string, clientId: string, signal: AbortSignal | undefined) {
  const server: oauth.AuthorizationServer = {
    issuer: loginUrl,
    token_endpoint: `${loginUrl}/oauth/token`,
  };
  const asking: oauth.Client = { client_id: clientId };
  const limit = new TimeLimit(LOGIN_TIMEOUT_SECONDS, signal);
  const options = {
    [oauth.allowInsecureRequests]: isLoopbackHost(new URL(loginUrl).hostname),
    [oauth.customFetch]: async (url: string, message: Message) => await answerWithin(limit, url, message),
  };
  return { server, asking, options, limit };
}

/** For the library, the answer that has been read; it hears of everything else as it would from fetch. */
async function answerWithin(limit: TimeLimit, url: string, message: Message): Promise<Response> {
  const answer = await exchange(url, message, limit);
  if (!answer.ok) throw new ExchangeFailed(answer.error);
  const { status, headers, text } = answer.value;
  const body = status === 200 ? withoutOddities(text) : text;
  return new Response(body === '' ? null : body, { status, headers });
}

/** What is read of an answer that holds a token (RFC 6749, 5.1). */
const Issued = z.looseObject({
  access_token: z.string(),
  token_type: z.optional(z.string()),
  /** Seconds; a text on some hosts. */
  expires_in: z.optional(z.union([z.number().check(z.nonnegative()), z.string().check(z.regex(/^\d/))])),
  refresh_token: z.optional(z.string().check(z.minLength(1))),
  scope: z.optional(z.string()),
});

/**
 * The library refuses a token for whatever is odd beside it. But the token was made: it may live for more than a year, and
 * the refresh token or the code that it was made with is used up. So what is odd is left out, and one that does not say of
 * which kind it is counts as the usual one.
 */
function withoutOddities(text: string): string {
  const issued = readTolerantly(Issued, parseJson(text))?.value;
  if (issued === undefined) return text;
  const { id_token: _, token_type = 'bearer', ...rest } = issued;
  return JSON.stringify({ ...rest, token_type });
}

/** HTTP Basic with both halves as they are, which is how Genesys Cloud reads them; no character of theirs needs encoding. */
function basicAuthentication(clientSecret: string): oauth.ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${client_id}:${clientSecret}`)}`);
  };
}

/** A secret in every form in which a request holds it; none when it is empty. */
function inRequest(clientId: string, clientSecret: string): string[] {
  return clientSecret === '' ? [] : [clientSecret, btoa(`${clientId}:${clientSecret}`)];
}

/** What limits a request to a login host, and what no error may repeat, even when the host says it back. */
type Limits = { loginUrl: string; limit: TimeLimit; secrets: readonly string[] };

async function tokenOrError(
  { loginUrl, limit, secrets }: Limits,
  ask: () => Promise<oauth.TokenEndpointResponse>,
): Promise<LoginResult> {
  try {
    const answer = await ask();
    const token: Token = {
      accessToken: answer.access_token,
      expiresInSeconds: answer.expires_in,
      refreshToken: answer.refresh_token,
    };
    return { ok: true, token };
  } catch (thrown) {
    return { ok: false, error: withoutSecrets(await loginErrorOf(thrown), loginUrl, secrets) };
  } finally {
    limit.over();
  }
}

function withoutSecrets(error: LoginError, loginUrl: string, secrets: readonly string[]): LoginError {
  const mask = maskOf(secrets);
  if (error.kind !== 'login-refused') return maskedError(cameFrom(error, loginUrl), mask);
  const { code, description } = error;
  return { ...error, code: mask(code), description: description && mask(description) };
}
