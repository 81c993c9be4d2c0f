import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import { type OrgUnderTest, startOrg, submit } from './client.ts';

const insecure = { [oauth.allowInsecureRequests]: true };
/** RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const redirectUri = 'http://localhost:53682';

/** A strict OAuth client, which nobody here wrote, against the practice org's login host. */
describe('practice org with oauth4webapi', () => {
  let org: OrgUnderTest;
  let server: oauth.AuthorizationServer;

  before(async () => {
    org = await startOrg();
    server = {
      issuer: `${org.baseUrl}/login`,
      authorization_endpoint: `${org.baseUrl}/login/oauth/authorize`,
      token_endpoint: `${org.baseUrl}/login/oauth/token`,
    };
  });
  after(() => org.close());

  it('the vector of RFC 7636 holds', async () => {
    assert.equal(await oauth.calculatePKCECodeChallenge(verifier), challenge);
  });

  async function callback(
    client: oauth.Client,
    change: Record<string, string> = {},
  ): Promise<URLSearchParams> {
    const state = oauth.generateRandomState();
    const location = await submit(org.baseUrl, {
      client_id: client.client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state,
      person: 'integrator',
      ...change,
    });
    return oauth.validateAuthResponse(server, client, location, state);
  }

  it('a public client signs a person in with PKCE, and renews', async () => {
    const client = { client_id: org.signInClient.id };
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      await callback(client),
      redirectUri,
      verifier,
      insecure,
    );
    const token = await oauth.processAuthorizationCodeResponse(server, client, answer);
    assert.equal(token.expires_in, 86_400);
    const me = await oauth.protectedResourceRequest(
      token.access_token,
      'GET',
      new URL(`${org.baseUrl}/api/v2/users/me`),
      undefined,
      undefined,
      insecure,
    );
    assert.match(await me.text(), /Practice Integrator/);
    const renewal = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      token.refresh_token ?? '',
      insecure,
    );
    assert.ok((await oauth.processRefreshTokenResponse(server, client, renewal)).access_token);
  });

  it('a wrong verifier is reported as invalid_grant', async () => {
    const client = { client_id: org.signInClient.id };
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      await callback(client),
      redirectUri,
      oauth.generateRandomCodeVerifier(),
      insecure,
    );
    await assert.rejects(
      oauth.processAuthorizationCodeResponse(server, client, answer),
      (error: unknown) => error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant',
    );
  });

  it('a cancelled sign-in is reported as access_denied', async () => {
    const client = { client_id: org.signInClient.id };
    await assert.rejects(
      callback(client, { decision: 'cancel' }),
      (error: unknown) =>
        error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied',
    );
  });

  it('a client with a secret may prove itself in the header (form-encoded) or in the form, with or without PKCE', async () => {
    const admin = await org.signIn('administrator');
    const created = await org.call(admin, 'POST', '/api/v2/oauth/clients', {
      name: 'Server',
      authorizedGrantType: 'CODE',
      scope: ['user-basic-info'],
      registeredRedirectUri: [redirectUri],
    });
    const client = { client_id: String(created.at('id')) };
    const secret = String(created.at('secret'));
    for (const proof of [oauth.ClientSecretBasic(secret), oauth.ClientSecretPost(secret)]) {
      for (const withPkce of [true, false]) {
        const change = withPkce ? {} : { code_challenge: '', code_challenge_method: '' };
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          proof,
          await callback(client, change),
          redirectUri,
          withPkce ? verifier : oauth.nopkce,
          insecure,
        );
        assert.ok((await oauth.processAuthorizationCodeResponse(server, client, answer)).access_token);
      }
    }
  });

  it('client credentials work, and a wrong secret brings the challenge of RFC 6749', async () => {
    const client = { client_id: org.automationClient.id };
    const ask = async (secret: string) =>
      oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(
          server,
          client,
          oauth.ClientSecretBasic(secret),
          {},
          insecure,
        ),
      );
    assert.equal((await ask(org.automationClient.secret)).token_type, 'bearer');
    await assert.rejects(ask('wrong'), oauth.WWWAuthenticateChallengeError);
  });
});
