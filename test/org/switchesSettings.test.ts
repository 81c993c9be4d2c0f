import assert from 'node:assert/strict';
import { steer } from '../host/steer.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const clients = '/api/v2/oauth/clients';
const draft = { name: 'Rehearsal', authorizedGrantType: 'CODE', scope: ['users'] };

describe('switches for the settings of an org', () => {
  const org = useOrg();
  const whoAmI = (token: string) => org().call(token, 'GET', '/api/v2/tokens/me');

  it('the clock: the 450 days of a SCIM token pass in a second', async () => {
    const admin = await org().automationToken();
    const scim = { roleId: await roleId(org(), admin, 'SCIM Integration'), divisionId: '*' };
    const machine = { name: 'SCIM', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions: [scim] };
    const made = await org().call(admin, 'POST', clients, {
      ...machine,
      accessTokenValiditySeconds: 38_880_000,
    });
    const { id, secret } = { id: idOf(made), secret: String(made.at('secret')) };
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    const issued = await org().token(form);
    assert.equal(issued.at('expires_in'), 38_880_000);
    const token = String(issued.at('access_token'));
    const users = async () => (await org().call(token, 'GET', '/api/v2/scim/v2/users')).status;
    await org().turn({ clockOffsetSeconds: 38_880_000 - 60 });
    assert.equal(await users(), 200);
    await org().turn({ clockOffsetSeconds: 38_880_000 + 60 });
    assert.equal(await users(), 401);
    assert.equal((await org().token(form)).status, 200, 'there are new ones');
  });

  describe('the inactivity timeout', () => {
    it('gives no refresh tokens while it is on, and ends a token that was idle for so long', async () => {
      assert.ok((await org().logIn('administrator')).at('refresh_token'));
      await org().turn({ inactivityTimeoutSeconds: 600 });
      const signedIn = await org().logIn('administrator');
      assert.equal(signedIn.at('refresh_token'), undefined);
      const token = String(signedIn.at('access_token'));
      const setting = await org().call(token, 'GET', '/api/v2/tokens/timeout');
      assert.deepEqual(
        [
          setting.at('enableIdleTokenTimeout'),
          setting.at('idleTokenTimeoutSeconds'),
          setting.at('inactivityTimeoutUnit'),
        ],
        [true, 600, 'Minutes'],
      );
      await org().turn({ clockOffsetSeconds: 590 });
      assert.equal((await whoAmI(token)).status, 200);
      await org().turn({ clockOffsetSeconds: 590 + 610 });
      assert.equal((await whoAmI(token)).status, 401);
      await org().turn({ inactivityTimeoutSeconds: null });
      assert.ok((await org().logIn('administrator')).at('refresh_token'));
    });

    it('is one and the same as the setting of the org', async () => {
      const body = { idleTokenTimeoutSeconds: 900, enableIdleTokenTimeout: true };
      const admin = await org().automationToken();
      await org().call(admin, 'PUT', '/api/v2/tokens/timeout', body);
      const switches = await (await steer(org(), 'GET', 'switches')).text();
      assert.match(switches, /"inactivityTimeoutSeconds":900/);
      await org().turn({ latencyMs: 0 });
      assert.equal(
        (await org().call(admin, 'GET', '/api/v2/tokens/timeout')).at('idleTokenTimeoutSeconds'),
        900,
      );
    });
  });

  it('the IP allow-list: every API call gets 401 ip.not.authorized, and the login goes on', async () => {
    const admin = await org().automationToken();
    await org().turn({ ipNotAllowed: true });
    for (const path of [clients, '/api/v2/tokens/me', '/api/v2/scim/v2/users']) {
      assert.equal((await org().call(admin, 'GET', path)).status, 401, path);
    }
    const refused = await whoAmI(admin);
    assert.equal(refused.at('code'), 'ip.not.authorized');
    assert.match(String(refused.at('message')), /not authorized: \[[\d.:a-f]+\]$/);
    assert.ok(await org().automationToken());
    await org().turn({ ipNotAllowed: false });
    assert.equal((await whoAmI(admin)).status, 200);
  });

  it('the clock: each answer tells the time of the org, in the header Date', async () => {
    const admin = await org().automationToken();
    const ahead = async (path: string) => {
      const { headers } = await fetch(`${org().baseUrl}${path}`, {
        headers: { authorization: `Bearer ${admin}` },
      });
      return Math.round(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now()) / 60_000);
    };
    const paths = ['/api/v2/tokens/me', '/api/v2/nothing', '/login/oauth/authorize'];
    for (const path of paths) assert.equal(await ahead(path), 0, path);
    await org().turn({ clockOffsetSeconds: 3600 });
    for (const path of paths) assert.equal(await ahead(path), 60, path);
  });

  describe('the IP allow-list with its networks', () => {
    const settings = [
      '/api/v2/organizations/authentication/settings',
      '/api/v2/organizations/ipaddressauthentication',
    ];

    it('is told to whoever signed in at the practice org, and refuses the clients of the org', async () => {
      const [person, machine] = [await org().signIn('administrator'), await org().automationToken()];
      await org().turn({ ipAllowList: ['203.0.113.0/24'] });
      const [own, old] = await Promise.all(settings.map((path) => org().call(person, 'GET', path)));
      assert.deepEqual(own?.at('ipAddressAllowlist'), ['203.0.113.0/24']);
      assert.deepEqual(old?.at('networkWhitelist'), ['203.0.113.0/24']);
      const refused = await whoAmI(machine);
      assert.deepEqual([refused.status, refused.at('code')], [401, 'ip.not.authorized']);
    });

    it('lets in whoever is in one of them', async () => {
      const machine = await org().automationToken();
      for (const network of ['127.0.0.1', '127.0.0.0/8', '0.0.0.0/0']) {
        await org().turn({ ipAllowList: ['203.0.113.0/24', network] });
        assert.equal((await whoAmI(machine)).status, 200, network);
      }
      await org().turn({ ipAllowList: null });
      assert.deepEqual((await org().call(machine, 'GET', settings[1] ?? '')).at('networkWhitelist'), []);
    });

    it('takes nothing that is no network', async () => {
      for (const text of ['localhost', '127.0.0.1/33', '127.0.0.1/', '::1', '127.0.0.1/8/8', '']) {
        await assert.rejects(
          org().turn({ ipAllowList: [text] }),
          /ipAllowList takes a list of texts or null/,
        );
      }
    });
  });

  it('authorized clients: another one gets no token, and is listed as one that has asked', async () => {
    const { id } = org().automationClient;
    const person = await org().signIn('administrator');
    const list = async () => await org().call(person, 'GET', '/api/v2/oauth/authorizations');
    assert.equal((await list()).at('total'), 0);
    await org().turn({ approvedClients: [] });
    const form = {
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: org().automationClient.secret,
    };
    const refused = await org().token(form);
    assert.deepEqual([refused.status, refused.at('error')], [400, 'unauthorized_client']);
    const asked = await list();
    assert.deepEqual(
      [asked.at('entities.0.client.id'), asked.at('entities.0.pending'), asked.at('entities.0.state')],
      [id, true, 'Requested'],
    );
    assert.ok(
      (await org().logIn('administrator')).at('access_token'),
      'the client of the practice org itself',
    );
    await org().turn({ approvedClients: [id] });
    assert.equal((await org().token(form)).status, 200);
    const one = await org().call(person, 'GET', `/api/v2/oauth/authorizations/${id}`);
    assert.deepEqual([one.at('pending'), one.at('state')], [false, 'Authorized']);
    const other = await org().call(person, 'GET', '/api/v2/oauth/authorizations/nobody');
    assert.deepEqual([other.status, other.at('code')], [404, 'not.found']);
  });

  it('busy clients: 429 at each of their calls, and at nobody else’s', async () => {
    const [person, machine] = [await org().signIn('administrator'), await org().automationToken()];
    await org().turn({ busyClients: [org().automationClient.id] });
    const refused = await whoAmI(machine);
    assert.deepEqual([refused.status, refused.at('code')], [429, 'too.many.requests']);
    assert.match(refused.headers.get('retry-after') ?? '', /^\d+$/);
    assert.equal((await whoAmI(person)).status, 200);
  });

  it('the embedding allow-list: the settings of the org tell it', async () => {
    const admin = await org().automationToken();
    const list = async () => {
      const settings = await org().call(admin, 'GET', '/api/v2/organizations/authentication/settings');
      return [settings.at('domainAllowlistEnabled'), settings.at('domainAllowlist')];
    };
    assert.deepEqual(await list(), [false, []]);
    await org().turn({ embeddingAllowList: ['crm.example'] });
    assert.deepEqual(await list(), [true, ['crm.example']]);
    await org().turn({ embeddingAllowList: [] });
    assert.deepEqual(await list(), [true, []]);
  });

  it('permissions taken from a person: 403 for them alone, whatever their roles say', async () => {
    const admin = await org().signIn('administrator');
    const machine = await org().automationToken();
    const taken = ['oauth:client:add', 'authorization:division:edit'];
    await org().turn({ permissionsTaken: { administrator: taken } });
    const refused = await org().call(admin, 'POST', clients, draft);
    assert.deepEqual([refused.status, refused.at('code')], [403, 'missing.permissions']);
    assert.equal((await org().call(admin, 'GET', clients)).status, 200);
    assert.equal((await org().call(machine, 'POST', clients, draft)).status, 200);
    const me = await org().call(admin, 'GET', '/api/v2/users/me?expand=authorization');
    const permissions = me.at('authorization.permissions');
    assert.ok(Array.isArray(permissions) && permissions.includes('oauth:client:view'));
    assert.deepEqual(
      taken.filter((each) => permissions.includes(each)),
      [],
    );
    const permitted = '/api/v2/authorization/divisionspermitted/paged/me?permission=oauth:client:add';
    assert.deepEqual((await org().call(admin, 'GET', permitted)).at('entities'), []);
    await org().turn({ permissionsTaken: {} });
    assert.equal((await org().call(admin, 'POST', clients, draft)).status, 200);
  });

  it('reset: every setting is as on the first day', async () => {
    const before = await (await steer(org(), 'GET', 'switches')).text();
    await org().turn({
      permissionsTaken: { developer: ['oauth:client:view'] },
      inactivityTimeoutSeconds: 300,
      embeddingAllowList: ['crm.example'],
      ipNotAllowed: true,
      clockOffsetSeconds: 38_880_000,
    });
    await steer(org(), 'POST', 'reset');
    assert.equal(await (await steer(org(), 'GET', 'switches')).text(), before);
    assert.ok((await org().logIn('developer')).at('refresh_token'));
  });
});
