import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type CauseId, causeIds, causes } from '../../src/practiceOrg/practice/causes.ts';
import { steer } from '../host/steer.ts';
import { basic, type Reply, replyOf } from './client.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const clients = '/api/v2/oauth/clients';
const verifier = 'a-verifier-that-is-long-enough-to-be-one-of-them';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const page = 'https://apps.mypurecloud.com/crm/index.html';

/** An application that logs in and calls, as it did before anything was wrong. */
type Application = {
  readonly clientId: string;
  /** Its token, or how the org refused it one. */
  logIn(): Promise<LoggedIn>;
  call(token: string): Promise<Reply>;
};
type LoggedIn = { readonly token?: string; readonly refreshToken?: unknown; readonly error?: string };

describe('the causes of trouble', () => {
  const org = useOrg({ size: 'small' });
  let admin: string;
  let applications: readonly Application[];

  beforeEach(async () => {
    admin = await org().automationToken();
    applications = [await desk(), await inBrowser(), await machine(), await directory()];
  });

  const asksForCauses = async (method: string, body?: unknown, query = '') =>
    await replyOf(
      await fetch(`${org().baseUrl}/practice/causes${query}`, {
        method,
        headers: { authorization: `Bearer ${org().controlToken}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const possible = async (clientId: string): Promise<string[]> => {
    const list = (await asksForCauses('GET', undefined, `?client=${clientId}`)).at('possible');
    assert.ok(Array.isArray(list));
    return list.map(({ cause }) => String(cause));
  };
  /** All that an administrator can see of clients and settings. */
  const standing = async () => ({
    clients: (await org().call(admin, 'GET', clients)).body,
    switches: await (await steer(org(), 'GET', 'switches')).json(),
  });

  async function applicationFor(cause: CauseId): Promise<Application> {
    for (const application of applications) {
      if ((await possible(application.clientId)).includes(cause)) return application;
    }
    assert.fail(`No application of this test is one for ${cause}.`);
  }

  for (const cause of causeIds) {
    it(`${cause}: ${causes[cause].does} It shows as ${causes[cause].shows}, until it is taken back`, async () => {
      const application = await applicationFor(cause);
      const before = await standing();
      const loggedInBefore = await application.logIn();
      const { token: held = '' } = loggedInBefore;
      assert.equal((await application.call(held)).status, 200);
      await asksForCauses('POST', { cause, client: application.clientId });
      await assertWrong(cause, application, loggedInBefore);
      await asksForCauses('DELETE');
      assert.deepEqual(await standing(), before);
      assert.equal((await application.call(held)).status, 200, 'the token from before');
      const { token = '', error } = await application.logIn();
      assert.equal(error, undefined);
      assert.equal((await application.call(token)).status, 200);
    });
  }

  async function assertWrong(cause: CauseId, application: Application, before: LoggedIn): Promise<void> {
    const { shows } = causes[cause];
    const { token, refreshToken, error } = await application.logIn();
    if (shows === 'no-login' || shows === 'no-login-without-pkce') {
      assert.ok(error, `${cause}: nobody is refused`);
      assert.equal(token, undefined);
      return;
    }
    assert.equal(error, undefined);
    assert.ok(token);
    switch (shows) {
      case 'calls-refused': {
        const { status } = await application.call(token);
        assert.ok([401, 403, 429].includes(status), `HTTP ${status}`);
        break;
      }
      case 'former-token-refused':
        assert.equal((await application.call(before.token ?? '')).status, 401);
        assert.equal((await application.call(token)).status, 200);
        break;
      case 'idle-token-refused':
        assert.equal((await application.call(token)).status, 200);
        await org().turn({ clockOffsetSeconds: 901 });
        assert.equal((await application.call(token)).status, 401);
        await org().turn({ clockOffsetSeconds: 0 });
        break;
      case 'no-refresh-token':
        assert.ok(before.refreshToken, 'there is one else');
        assert.equal(refreshToken, undefined);
        assert.equal((await application.call(token)).status, 200);
        break;
      case 'setting-only':
        assert.equal((await application.call(token)).status, 200);
        break;
    }
  }

  it('is refused for what does not fit, in one sentence, and nothing is changed', async () => {
    const before = await standing();
    const [framework] = applications;
    assert.ok(framework);
    const wrong: readonly [asked: object, sentence: RegExp][] = [
      [
        { cause: 'rain', client: framework.clientId },
        /^There is no cause "rain"; there are client-missing, /,
      ],
      [{ cause: 'no-role', client: 'nobody' }, /^The org has no active client "nobody"\.$/],
      [{ cause: 'no-role', client: framework.clientId }, /^The cause no-role needs an active client with/],
      [{ cause: 'no-role', client: 'Old Supervisor Wallboard' }, /has no active client "Old Supervisor/],
    ];
    for (const [asked, sentence] of wrong) {
      const refused = await asksForCauses('POST', asked);
      assert.equal(refused.status, 400);
      assert.match(String(refused.at('message')), sentence);
    }
    assert.deepEqual(await standing(), before);
  });

  it('that would change the same cannot both be in force; others can, and each is taken back by itself', async () => {
    const before = await standing();
    const client = 'Travel Desk in the CRM';
    await asksForCauses('POST', { cause: 'redirect-uri-inexact', client });
    const refused = await asksForCauses('POST', { cause: 'redirect-uri-missing', client });
    assert.match(String(refused.at('message')), /changes what redirect-uri-inexact has changed/);
    const both = await asksForCauses('POST', { cause: 'client-not-active', client });
    assert.deepEqual(
      [both.at('inForce.0.cause'), both.at('inForce.1.cause')],
      ['redirect-uri-inexact', 'client-not-active'],
    );
    const left = await asksForCauses('DELETE', undefined, '?cause=redirect-uri-inexact');
    assert.equal(left.at('inForce.0.cause'), 'client-not-active');
    assert.equal(left.at('inForce.1'), undefined);
    await asksForCauses('DELETE');
    assert.deepEqual(await standing(), before);
  });

  it('is refused where it is to be alone and another one is in force, and tells since when that is', async () => {
    const client = 'Travel Desk in the CRM';
    const before = Date.now();
    await org().turn({ clockOffsetSeconds: 600 });
    const first = await asksForCauses('POST', { cause: 'client-not-active', client, alone: true });
    const since = Date.parse(String(first.at('inForce.0.since')));
    assert.ok(since >= before && since <= Date.now(), 'it is the time of the computer, not of the org');
    const changed = await standing();
    const refused = await asksForCauses('POST', { cause: 'hipaa-timeout', client, alone: true });
    assert.equal(refused.status, 409);
    assert.deepEqual(await standing(), changed);
    const beside = await asksForCauses('POST', { cause: 'hipaa-timeout', client });
    assert.equal(beside.at('inForce.1.cause'), 'hipaa-timeout');
    await asksForCauses('DELETE');
    const again = await asksForCauses('POST', { cause: 'hipaa-timeout', client, alone: true });
    assert.equal(again.status, 200);
  });

  it('leaves a client deleted that somebody has deleted meanwhile, and is gone after a reset', async () => {
    const [, , tool] = applications;
    assert.ok(tool);
    await asksForCauses('POST', { cause: 'no-role', client: tool.clientId });
    const read = await org().call(admin, 'GET', `${clients}/${tool.clientId}`);
    assert.ok(read.body instanceof Object);
    const { name, authorizedGrantType } = Object(read.body);
    const roleDivisions = [{ roleId: await roleId(org(), admin, 'Employee'), divisionId: '*' }];
    const body = { name, authorizedGrantType, roleDivisions, state: 'inactive' };
    await org().call(admin, 'PUT', `${clients}/${tool.clientId}`, body);
    await org().call(admin, 'DELETE', `${clients}/${tool.clientId}`);
    await asksForCauses('DELETE');
    assert.equal((await org().call(admin, 'GET', `${clients}/${tool.clientId}`)).status, 404);
    await asksForCauses('POST', { cause: 'client-missing', client: 'Travel Desk in the CRM' });
    await steer(org(), 'POST', 'reset');
    assert.deepEqual((await asksForCauses('GET')).at('inForce'), []);
    const list = await org().call(await org().automationToken(), 'GET', clients);
    assert.match(JSON.stringify(list.body), /Travel Desk in the CRM/);
  });

  it('without PKCE only: a login that uses it goes on', async () => {
    const [framework] = applications;
    assert.ok(framework);
    await asksForCauses('POST', { cause: 'pkce-without-verifier', client: framework.clientId });
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const code = (await atLoginPage(framework.clientId, 'code', pkce)).get('code') ?? '';
    const form = { grant_type: 'authorization_code', client_id: framework.clientId, redirect_uri: page };
    const issued = await org().token({ ...form, code, code_verifier: verifier });
    assert.equal(issued.status, 200);
  });

  /** Where the login page sends the browser with what is in the address; with an error of its own where it sends nobody anywhere. */
  async function atLoginPage(
    clientId: string,
    responseType: string,
    more: Record<string, string> = {},
  ): Promise<URLSearchParams> {
    const form = { client_id: clientId, redirect_uri: page, response_type: responseType, ...more };
    const answer = await fetch(`${org().baseUrl}/login/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, person: 'administrator' }),
      redirect: 'manual',
    });
    const location = answer.headers.get('location');
    if (location === null) return new URLSearchParams({ error: `page ${answer.status}` });
    const { hash, search } = new URL(location);
    return new URLSearchParams(hash.slice(1) || search);
  }

  async function made(draft: object): Promise<{ id: string; secret: string }> {
    const client = await org().call(admin, 'POST', clients, draft);
    return { id: idOf(client), secret: String(client.at('secret')) };
  }

  function loggedIn(issued: Reply): LoggedIn {
    if (issued.status !== 200) return { error: String(issued.at('error')) };
    return { token: String(issued.at('access_token')), refreshToken: issued.at('refresh_token') };
  }

  const whoAmI = async (token: string) => await org().call(token, 'GET', '/api/v2/users/me');

  /** The Embeddable Framework, which here logs in with its secret, and without PKCE. */
  async function desk(): Promise<Application> {
    const scope = ['user-basic-info', 'conversations'];
    const draft = { name: 'Desk', authorizedGrantType: 'CODE', scope, registeredRedirectUri: [page] };
    const { id, secret } = await made(draft);
    return {
      clientId: id,
      async logIn() {
        const sent = await atLoginPage(id, 'code');
        const code = sent.get('code');
        if (code === null) return { error: sent.get('error') ?? 'nothing' };
        const form = { grant_type: 'authorization_code', redirect_uri: page, code };
        return loggedIn(await org().token(form, basic({ id, secret })));
      },
      call: whoAmI,
    };
  }

  async function inBrowser(): Promise<Application> {
    const scope = ['user-basic-info', 'conversations'];
    const draft = {
      name: 'In a browser',
      authorizedGrantType: 'TOKEN',
      scope,
      registeredRedirectUri: [page],
    };
    const { id } = await made(draft);
    return {
      clientId: id,
      async logIn() {
        const sent = await atLoginPage(id, 'token');
        const token = sent.get('access_token');
        return token === null ? { error: sent.get('error') ?? 'nothing' } : { token };
      },
      call: whoAmI,
    };
  }

  async function byItself(name: string, role: string, more: object = {}) {
    const roleDivisions = [{ roleId: await roleId(org(), admin, role), divisionId: '*' }];
    const draft = { name, authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions, ...more };
    const { id, secret } = await made(draft);
    return {
      clientId: id,
      logIn: async () =>
        loggedIn(await org().token({ grant_type: 'client_credentials' }, basic({ id, secret }))),
    };
  }

  /** Gives somebody a role in a division that is not Home, which they have already. */
  async function machine(): Promise<Application> {
    const divisions = await org().call(admin, 'GET', '/api/v2/authorization/divisions?name=Sales');
    const people = await org().call(admin, 'GET', '/api/v2/scim/v2/users?count=1');
    const employee = await roleId(org(), admin, 'Employee');
    const where = `divisions/${divisions.at('entities.0.id')}/roles/${employee}`;
    const path = `/api/v2/authorization/subjects/${people.at('Resources.0.id')}/${where}`;
    return {
      ...(await byItself('Machine', 'Master Admin')),
      call: async (token) => {
        const answer = await org().call(token, 'POST', path);
        return answer.status === 204 ? { ...answer, status: 200 } : answer;
      },
    };
  }

  async function directory(): Promise<Application> {
    return {
      ...(await byItself('Directory', 'SCIM Integration', { accessTokenValiditySeconds: 38_880_000 })),
      call: async (token) => await org().call(token, 'GET', '/api/v2/scim/v2/users'),
    };
  }
});
