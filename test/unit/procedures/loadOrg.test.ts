import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection } from '../../../src/core/platform/request.ts';
import { Destination } from '../../../src/core/procedures/context.ts';
import type { LoadedOrg } from '../../../src/core/procedures/loadedOrg.ts';
import { loadOrg } from '../../../src/core/procedures/loadOrg.ts';
import { useOrg } from '../../org/useOrg.ts';
import { inOrg } from '../../wizard/context.ts';

const ADDRESS = { region: 'mypurecloud.com', practice: true, loginUrl: 'https://login.practice.example' };

describe('Loading an org', () => {
  const org = useOrg();
  const connect = (accessToken: string): Connection => ({
    apiUrl: org().baseUrl,
    accessToken,
    language: 'en',
  });

  async function load(accessToken: string, tokenEndsAt?: string): Promise<LoadedOrg> {
    const result = await loadOrg(connect(accessToken), { ...ADDRESS, tokenEndsAt });
    assert.ok(result.ok);
    return result.value;
  }

  /** The org as somebody sees it whose token has these scopes only. */
  async function loadWith(...scopes: string[]): Promise<LoadedOrg> {
    const administrator = await org().signIn('administrator');
    return await load(await org().signInThroughNewClient(administrator, 'administrator', scopes));
  }

  it('tells who is signed in, where, and what they may do', async () => {
    const loaded = await load(await org().signIn('developer'));
    assert.equal(loaded.region, 'mypurecloud.com');
    assert.equal(loaded.apiUrl, org().baseUrl);
    assert.equal(loaded.loginUrl, ADDRESS.loginUrl);
    assert.equal(loaded.practice, true);
    assert.equal(loaded.hipaa, false);
    assert.ok(loaded.caller.kind === 'user');
    assert.equal(loaded.caller.name, 'Practice Developer');
    assert.ok(loaded.caller.permissions.length === 0);
    assert.deepEqual(loaded.caller.roles.map(({ name }) => name).sort(), ['Developer', 'Employee']);
    assert.ok(loaded.tokenScopes.kind === 'known' && loaded.tokenScopes.value.includes('oauth'));
    assert.ok(loaded.scopes.kind === 'known' && loaded.scopes.value.length > 0);
    assert.ok(loaded.clients.kind === 'known' && loaded.clients.value.length > 0);
  });

  it('tells that a client speaks, by its name, when there is no user', async () => {
    const loaded = await load(await org().automationToken());
    assert.deepEqual(loaded.caller, { kind: 'client', name: 'Practice Automation' });
    assert.ok(loaded.name !== '');
  });

  it('knows the org by the token alone', async () => {
    const whole = await load(await org().signIn('administrator'));
    const loaded = await loadWith('user-basic-info');
    assert.equal(loaded.id, whole.id);
    assert.equal(loaded.name, whole.name);
    assert.equal(loaded.hipaa, undefined, 'which is not the same as off');
    assert.deepEqual(loaded.tokenScopes, { kind: 'known', value: ['user-basic-info'] });
    assert.equal(loaded.clients.kind, 'unknown');
    assert.equal(loaded.scopes.kind, 'unknown');
  });

  it('knows the org by its own answer alone, and then not who calls', async () => {
    const loaded = await loadWith('organization:readonly');
    assert.ok(loaded.caller.kind === 'unknown');
    assert.equal(loaded.caller.error.kind, 'forbidden');
    assert.equal(loaded.tokenScopes.kind, 'unknown');
    assert.equal(loaded.hipaa, false);
  });

  it('fails when neither says which org it is', async () => {
    const administrator = await org().signIn('administrator');
    const token = await org().signInThroughNewClient(administrator, 'administrator', ['oauth']);
    const result = await loadOrg(connect(token), ADDRESS);
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'forbidden');
  });

  it('fails when the token is not of this org', async () => {
    const result = await loadOrg(connect('canary-token-of-another-org'), ADDRESS);
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'signed-out');
    assert.equal(JSON.stringify(result.error).includes('canary'), false);
  });

  it('can be cancelled', async () => {
    const token = await org().signIn('developer');
    const result = await loadOrg(connect(token), ADDRESS, AbortSignal.abort());
    assert.deepEqual(result, { ok: false, error: { kind: 'cancelled' } });
  });

  describe('G5: in an org with HIPAA', () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

    it('tells so, and that the token ends after 15 idle minutes, sooner than its own end', async () => {
      const token = await org().signIn('developer');
      await org().turn({ hipaa: true });
      const loaded = await load(token, inHours(8));
      assert.equal(loaded.hipaa, true);
      const left = Date.parse(loaded.tokenEndsAt ?? '') - Date.now();
      assert.ok(left > 14 * 60_000 && left <= 15 * 60_000, `${left} ms`);
    });

    it('does not take what cannot be read for off', async () => {
      const token = await org().signIn('developer');
      await org().turn({ hipaa: true });
      for (const kind of ['wrong-types', 'nulls'] as const) {
        const organization = {
          operation: 'GET /api/v2/organizations/me',
          fields: 'innermost',
          named: 'hipaa',
        };
        await org().turn({ troubles: [{ kind, ...organization }] });
        assert.equal((await load(token)).hipaa, undefined);
      }
    });

    it('tells the idle end where nobody said when the token ends itself', async () => {
      const token = await org().signIn('developer');
      await org().turn({ hipaa: true });
      assert.notEqual((await load(token)).tokenEndsAt, undefined);
    });

    it('tells the token’s own end where that is sooner', async () => {
      const token = await org().signIn('developer');
      await org().turn({ hipaa: true });
      const soon = inHours(0.1);
      assert.equal((await load(token, soon)).tokenEndsAt, soon);
    });
  });

  it('tells the token’s own end where no idle time ends it, and nothing where that is unknown', async () => {
    const token = await org().signIn('developer');
    const end = '2030-01-01T00:00:00.000Z';
    assert.equal((await load(token, end)).tokenEndsAt, end);
    assert.equal('tokenEndsAt' in (await load(token)), false);
  });

  it('is understood by the page, whoever calls', async () => {
    const developer = await load(await org().signIn('developer'));
    const automation = await load(await org().automationToken());
    for (const loaded of [developer, automation, await loadWith('organization:readonly')]) {
      const told = Destination.parse(JSON.parse(JSON.stringify(inOrg(loaded))));
      assert.ok(told.kind === 'org');
      assert.deepEqual(told.org.caller, loaded.caller);
    }
  });
});
