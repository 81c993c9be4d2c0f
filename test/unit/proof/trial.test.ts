import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { probeLoginPage } from '../../../src/core/platform/loginPage.ts';
import { beginTrial, checkToken, outcomeOfLogin, type Trial } from '../../../src/core/proof/trial.ts';
import { tokenEndText } from '../../../src/core/texts/proof.ts';
import { useServer } from '../../host/useServer.ts';
import { submit } from '../../org/client.ts';
import { useOrg } from '../../org/useOrg.ts';

const REDIRECT_URI = 'https://app.example.com/callback';
const NO_SECRET = async () => undefined;
const { signal } = new AbortController();

type Grant = 'CODE' | 'TOKEN';

describe('A login with a client that is to show that it works', () => {
  const org = useOrg();
  const server = useServer();

  async function newClient(
    grant: Grant,
    scope = ['user-basic-info'],
  ): Promise<{ id: string; secret: string }> {
    const administrator = await org().signIn('administrator');
    const created = await org().call(administrator, 'POST', '/api/v2/oauth/clients', {
      name: 'Wallboard',
      authorizedGrantType: grant,
      registeredRedirectUri: [REDIRECT_URI],
      scope,
    });
    assert.equal(created.status, 200);
    return { id: String(created.at('id')), secret: String(created.at('secret')) };
  }

  async function begin(grant: Grant, clientId: string, redirectUri = REDIRECT_URI): Promise<Trial> {
    return await beginTrial(grant, { loginUrl: `${org().baseUrl}/login`, clientId, redirectUri });
  }

  async function visit(
    { url }: Trial,
    choice: Record<string, string> = { person: 'developer' },
  ): Promise<URL> {
    return await submit(org().baseUrl, { ...Object.fromEntries(url.searchParams), ...choice });
  }

  function connection(accessToken: string) {
    return { apiUrl: org().baseUrl, accessToken, language: 'en' };
  }

  for (const grant of ['CODE', 'TOKEN'] as const) {
    describe(`by ${grant}`, () => {
      it('gets a token that says who logged in, and that is worth nothing afterwards', async () => {
        const { id } = await newClient(grant);
        const trial = await begin(grant, id);
        const result = await trial.end(await visit(trial), NO_SECRET, signal);
        assert.ok(result.ok);
        const { accessToken } = result.token;
        assert.deepEqual(await checkToken(connection(accessToken), signal), {
          ok: true,
          value: { person: 'Practice Developer', orgName: 'Practice Org', tokenEnded: true },
        });
        assert.equal((await org().call(accessToken, 'GET', '/api/v2/users/me')).status, 401);
      });

      it('works as well with scopes that let nobody ask who that is', async () => {
        const { id } = await newClient(grant, ['analytics:readonly']);
        const trial = await begin(grant, id);
        const result = await trial.end(await visit(trial), NO_SECRET, signal);
        assert.ok(result.ok);
        const checked = await checkToken(connection(result.token.accessToken), signal);
        assert.deepEqual(checked, { ok: true, value: { tokenEnded: false } });
      });

      for (const trouble of [
        { kind: 'lost' },
        { kind: 'server-error' },
        { kind: 'dropped' },
        { kind: 'refused', code: 'authentication.required' },
        { kind: 'html', status: 401 },
      ] as const) {
        it(`does not say whether its token was ended where nobody knows that: ${Object.values(trouble).join(' ')}`, async () => {
          const { id } = await newClient(grant);
          const trial = await begin(grant, id);
          const result = await trial.end(await visit(trial), NO_SECRET, signal);
          assert.ok(result.ok);
          await org().turn({ troubles: [{ ...trouble, method: 'DELETE' }] });
          const checked = await checkToken(connection(result.token.accessToken), signal);
          assert.ok(checked.ok && !('tokenEnded' in checked.value));
          assert.match(tokenEndText(checked.value), /^It is not certain/);
        });
      }

      it('is refused with the address of another login', async () => {
        const { id } = await newClient(grant);
        const trial = await begin(grant, id);
        const result = await trial.end(await visit(await begin(grant, id)), NO_SECRET, signal);
        assert.ok(!result.ok && result.error.kind === 'login-refused');
        assert.equal(result.error.code, 'invalid_state');
      });

      it('was left, and has not failed, when the person cancelled on the login page', async () => {
        const { id } = await newClient(grant);
        const trial = await begin(grant, id);
        const result = await trial.end(await visit(trial, { decision: 'cancel' }), NO_SECRET, signal);
        assert.ok(!result.ok);
        assert.deepEqual(outcomeOfLogin(result.error), { kind: 'left' });
      });

      it('is known to lead nowhere before anybody goes there, with a redirect URI that is almost right', async () => {
        const { id } = await newClient(grant);
        const right = await begin(grant, id);
        assert.deepEqual(await probeLoginPage(right.url, signal), { kind: 'unclear' });
        const wrong = await begin(grant, id, `${REDIRECT_URI}/`);
        assert.deepEqual(await probeLoginPage(wrong.url, signal), { kind: 'invalid' });
      });

      it('is known to be refused before anybody goes there, for a client of another grant type', async () => {
        const { id } = await newClient(grant === 'CODE' ? 'TOKEN' : 'CODE');
        const page = await probeLoginPage((await begin(grant, id)).url, signal);
        assert.ok(page.kind === 'refused');
        assert.deepEqual(outcomeOfLogin(page.error), { kind: 'failed', failure: { kind: 'other-grant' } });
      });
    });
  }

  it('says that a code was used before, without saying the code', async () => {
    const { id } = await newClient('CODE');
    const trial = await begin('CODE', id);
    const returnedTo = await visit(trial);
    assert.ok((await trial.end(returnedTo, NO_SECRET, signal)).ok);
    const again = await trial.end(returnedTo, NO_SECRET, signal);
    assert.ok(!again.ok);
    const outcome = outcomeOfLogin(again.error);
    assert.ok(outcome.kind === 'failed' && outcome.failure.kind === 'code-refused');
    assert.equal(JSON.stringify(outcome).includes(returnedTo.searchParams.get('code') ?? '?'), false);
  });

  it('shows the secret only to a login host that asks for it, and repeats it in no error', async () => {
    const seen: (string | undefined)[] = [];
    const secret = 'S3cr3t-canary';
    const loginUrl = await server.start((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'invalid_client', error_description: `no ${secret}` }));
    });
    const trial = await beginTrial('CODE', { loginUrl, clientId: 'client', redirectUri: REDIRECT_URI });
    const returnedTo = new URL(`${REDIRECT_URI}?code=c0de&state=${trial.state}`);
    const result = await trial.end(returnedTo, async () => secret, signal);
    assert.deepEqual(seen, [undefined, `Basic ${btoa(`client:${secret}`)}`]);
    assert.ok(!result.ok);
    assert.equal(JSON.stringify(outcomeOfLogin(result.error)).includes(secret), false);
    assert.equal(JSON.stringify(outcomeOfLogin(result.error)).includes('secret-refused'), true);
  });

  it('is cancelled while the login host is silent', async () => {
    const controller = new AbortController();
    const loginUrl = await server.start(() => controller.abort());
    const { url } = await beginTrial('TOKEN', { loginUrl, clientId: 'client', redirectUri: REDIRECT_URI });
    assert.deepEqual(await probeLoginPage(url, controller.signal), {
      kind: 'failed',
      error: { kind: 'cancelled' },
    });
  });
});
