import * as oauth from 'oauth4webapi';

/** A login host and the public client that signs in there. */
export type LoginHost = {
  /** What stands before `/oauth/authorize`, such as `https://login.mypurecloud.com`. */
  loginUrl: string;
  clientId: string;
  redirectUri: string;
};

/** A login that was begun: where the person goes, and what must come back. */
export type Login = { url: URL; codeVerifier: string; state: string };

export type Token = { accessToken: string; expiresInSeconds: number | undefined };

/** Begins an authorization code login with PKCE (RFC 7636, S256; Genesys facts 6.2). */
export async function beginLogin(host: LoginHost): Promise<Login> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(`${host.loginUrl}/oauth/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: host.clientId,
    redirect_uri: host.redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  return { url, codeVerifier, state };
}

/**
 * Ends a login: checks the address the browser was sent back to, and exchanges its code for a token without a
 * secret. Throws oauth4webapi's errors (wrong state, the login host's refusal) and fetch's.
 */
export async function endLogin(
  host: LoginHost,
  login: Login,
  returnedTo: URL,
  signal?: AbortSignal,
): Promise<Token> {
  const server: oauth.AuthorizationServer = {
    issuer: host.loginUrl,
    token_endpoint: `${host.loginUrl}/oauth/token`,
  };
  const client: oauth.Client = { client_id: host.clientId };
  const callback = oauth.validateAuthResponse(server, client, returnedTo, login.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    callback,
    host.redirectUri,
    login.codeVerifier,
    {
      [oauth.allowInsecureRequests]: isLoopback(host.loginUrl),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  const token = await oauth.processAuthorizationCodeResponse(server, client, response);
  return { accessToken: token.access_token, expiresInSeconds: token.expires_in };
}

function isLoopback(url: string): boolean {
  return new URL(url).hostname === '127.0.0.1';
}
