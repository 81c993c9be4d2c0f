import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { type Stage, wayToProve } from '../../src/core/proof/proof.ts';
import { intercepted } from './interception.ts';
import { useGateway } from './person.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { until } from './until.ts';

const APPLICATION = 'https://app.example.com/callback';
const SCOPES = ['user-basic-info'];

describe('A client that proves by a login that it works', () => {
  let wizard: Rehearsal;

  beforeEach(async () => {
    wizard = await rehearse({ procedure: 'general' });
    await wizard.connectAs('administrator');
  });

  afterEach(async () => {
    for (const secret of await secretsMet()) {
      for (const written of [...wizard.told, ...wizard.logged, wizard.remembers()]) {
        assert.equal(written.includes(secret), false, 'a code, a token or a secret was told');
      }
    }
    await wizard.dispose();
  });

  /** Codes and tokens that the browser came back with, and the secret that was kept. */
  async function secretsMet(): Promise<string[]> {
    const answers = wizard.person.endings.flatMap((url) => [
      url.searchParams,
      new URLSearchParams(url.hash.slice(1)),
    ]);
    const met = answers.flatMap((answer) => [answer.get('code'), answer.get('access_token')]);
    const { run } = wizard.state();
    const kept = run?.client && (await wizard.secretKept(run.client.id));
    return [...met, kept].filter((each) => typeof each === 'string');
  }

  async function make(change: Draft): Promise<string> {
    const answers = { name: 'Wallboard', redirectUris: APPLICATION, scopes: SCOPES, ...change };
    await wizard.does({ type: 'answer', revision: 1, change: answers });
    await wizard.save();
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run.client.id;
  }

  /** What came of a login, with that of the redirect URIs that is easiest to come back from. */
  async function prove(): Promise<Stage | null> {
    await wizard.does({ type: 'try-login' });
    const { proof } = wizard.state();
    if (proof === null) return null;
    const { redirectUri, ...stage } = proof;
    const way = wayToProve(wizard.state().run);
    assert.ok(way?.kind === 'login');
    assert.equal(redirectUri, way.redirectUris[0]);
    return stage;
  }

  function failureOf(proof: Stage | null) {
    assert.ok(proof?.kind === 'failed', JSON.stringify(proof));
    return proof.failure;
  }

  const PROVED = {
    kind: 'proved',
    person: 'Practice Administrator',
    orgName: 'Practice Org',
    tokenEnded: true,
  };

  it('G8: a code comes back to this computer by itself, at a path of the application', async () => {
    await make({ redirectUris: 'http://localhost/oauth/callback' });
    assert.deepEqual(await prove(), PROVED);
    assert.deepEqual(wizard.person.asked.slice(-1), ['return by loopback']);
    assert.equal((await wizard.stored()).length, 1, 'nobody else is signed in');
  });

  it('G8: a code is pasted where the application is elsewhere', async () => {
    await make({});
    assert.deepEqual(await prove(), PROVED);
    assert.deepEqual(wizard.person.asked.slice(-1), ['return by paste']);
    assert.ok(!(await wizard.requests()).includes('GET /callback'));
  });

  it('G8: a code is pasted where the application itself runs at its port', async () => {
    const application = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => application.once('listening', resolve));
    const address = application.address();
    assert.ok(address !== null && typeof address === 'object');
    try {
      await make({ redirectUris: `http://localhost:${address.port}/` });
      assert.deepEqual(await prove(), PROVED);
      assert.deepEqual(wizard.person.asked.slice(-1), ['return by paste']);
    } finally {
      application.close();
    }
  });

  it('G9: a token of the implicit grant is pasted, and ended', async () => {
    await make({ grantType: 'TOKEN' });
    assert.deepEqual(await prove(), PROVED);
    const [ending] = wizard.person.endings;
    const token = new URLSearchParams(ending?.hash.slice(1)).get('access_token');
    const answer = await fetch(`${wizard.org.baseUrl}/api/v2/users/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 401);
  });

  it('shows how far it is, and keeps what it found until another client is made', async () => {
    await make({});
    await prove();
    const stages = wizard.told.filter((told) => told.includes('"under-way"'));
    assert.deepEqual(
      ['probing', 'in-browser', 'checking'].filter((stage, index) => stages[index]?.includes(stage)),
      ['probing', 'in-browser', 'checking'],
    );
    await wizard.does({ type: 'start-over' });
    assert.equal(wizard.state().proof, null);
  });

  it('says before the browser opens that the redirect URI is no longer registered', async () => {
    const id = await make({});
    await change(id, { registeredRedirectUri: ['https://app.example.com/other'] });
    const failure = failureOf(await prove());
    assert.deepEqual(failure, { kind: 'redirect-uri-refused', redirectUri: APPLICATION });
    assert.equal(wizard.person.pagesOpened, 0);
  });

  it('says before the browser opens that the client has another grant type now', async () => {
    const id = await make({});
    await change(id, { authorizedGrantType: 'TOKEN' });
    assert.equal(failureOf(await prove()).kind, 'other-grant');
    assert.equal(wizard.person.pagesOpened, 0);
  });

  it('has not failed when the person leaves the login page, presses Escape or cancels', async () => {
    await make({});
    wizard.person.habits = { inBrowser: 'leaves-the-page' };
    assert.deepEqual(await prove(), { kind: 'left' });
    wizard.person.habits = { inBrowser: 'presses-escape' };
    assert.equal(await prove(), null);
    wizard.person.habits = { inBrowser: 'dawdles' };
    const proving = prove();
    await until(() => wizard.person.pagesOpened === 2);
    await wizard.does({ type: 'cancel-login' });
    await proving;
    assert.equal(wizard.state().proof, null);
    wizard.person.habits = { loginHint: 'developer' };
    assert.deepEqual(await prove(), { ...PROVED, person: 'Practice Developer' });
  });

  it('says that nothing came back in time', async () => {
    await make({});
    wizard.person.habits = { inBrowser: 'forgets-it' };
    const failure = failureOf(await prove());
    assert.deepEqual(failure, { kind: 'no-return', redirectUri: APPLICATION, minutes: 5 });
  });

  it('says that a code came too late', async () => {
    await make({});
    await intercepted(
      async (request, send) => {
        const isExchange = request.method === 'POST' && request.url.endsWith('/oauth/token');
        if (!isExchange || wizard.person.pagesOpened === 0) return await send();
        const body = { error: 'invalid_grant', error_description: 'authorization code has expired' };
        return Response.json(body, { status: 400 });
      },
      async () => assert.equal(failureOf(await prove()).kind, 'code-refused'),
    );
  });

  it('says why the login host could not be asked, and works once it can', async () => {
    await make({});
    await intercepted(
      async () => await Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
      async () => assert.equal(failureOf(await prove()).kind, 'not-reached'),
    );
    assert.deepEqual(await prove(), PROVED);
  });

  it('needs nobody to be signed in where the client was made on the admin page', async () => {
    const clientId = await make({});
    await useGateway(wizard.org.baseUrl);
    try {
      wizard.person.habits = { loginHint: 'administrator', region: 'mypurecloud.com' };
      await wizard.does({ type: 'start-over' });
      await wizard.does({ type: 'choose-procedure', procedure: 'general' });
      await wizard.connect('admin-page');
      await make({ clientId });
      assert.deepEqual(await prove(), PROVED);
    } finally {
      await useGateway(undefined);
    }
  });

  /** As an administrator on the admin page, meanwhile. */
  async function change(id: string, differences: Record<string, unknown>): Promise<void> {
    const token = (await wizard.stored()).at(-1)?.accessToken;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const url = `${wizard.org.baseUrl}/api/v2/oauth/clients/${id}`;
    const client: Record<string, unknown> = await (await fetch(url, { headers })).json();
    const body = JSON.stringify({ ...client, ...differences });
    const answer = await fetch(url, { method: 'PUT', headers, body });
    assert.ok(answer.ok, await answer.text());
  }
});
