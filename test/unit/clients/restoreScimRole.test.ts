import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { restoreScimRole, sidesOf } from '../../../src/core/clients/restoreScimRole.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { readRoles } from '../../../src/core/procedures/loadOrg.ts';
import { requestsTo } from '../../host/steer.ts';
import { useServer } from '../../host/useServer.ts';
import { policies, roleId } from '../../org/samples.ts';
import { useOrg } from '../../org/useOrg.ts';
import { aRole, shippedAs, UNTOLD } from '../procedures/situations.ts';

const ROLES = '/api/v2/authorization/roles';

describe('Restoring the role for SCIM that somebody altered', () => {
  const org = useOrg();

  /** An org whose role was altered, as somebody sees it who may restore it. */
  async function begin() {
    const admin = await org().signIn('administrator');
    const connection: Connection = { apiUrl: org().baseUrl, accessToken: admin, language: 'en' };
    const id = await roleId(org(), admin, 'SCIM Integration');
    const alter = async (name: string, ...permissions: string[]) => {
      const path = `${ROLES}/${await roleId(org(), admin, name)}`;
      assert.equal(
        (await org().call(admin, 'PUT', path, { name, permissionPolicies: policies(...permissions) })).status,
        200,
      );
    };
    const role = async (name = 'SCIM Integration') => {
      const roles = await readRoles(connection);
      const found = roles.ok ? roles.value.find((each) => each.name === name) : undefined;
      assert.ok(found);
      return found;
    };
    await alter('SCIM Integration', 'directory:user:add', 'routing:queue:view');
    await alter('Supervisor', 'routing:queue:view');
    const asked = async () =>
      (await requestsTo(org())).filter(
        (request) => !request.startsWith('GET ') && request.includes('default'),
      );
    return { connection, admin, id, alter, role, asked };
  }

  const isIntact = ({
    permissions,
    shipped,
  }: Awaited<ReturnType<Awaited<ReturnType<typeof begin>>['role']>>) =>
    shipped?.kind === 'known' &&
    [...shipped.value.permissions].sort().join() === [...permissions].sort().join();

  it('S4: restores this one role, and leaves others that were changed as they are', async () => {
    const { connection, role, asked } = await begin();
    assert.ok(!isIntact(await role()));
    assert.deepEqual(await restoreScimRole(connection, await role()), { ok: true, value: 'restored' });
    assert.ok(isIntact(await role()));
    assert.deepEqual((await role('Supervisor')).permissions, ['routing:queue:view']);
    assert.deepEqual(await asked(), [`PUT ${ROLES}/default`]);
  });

  it('S4: leaves a role alone that is no longer what the person was shown', async () => {
    const { connection, alter, role, asked } = await begin();
    const shown = await role();
    await alter('SCIM Integration', 'directory:user:add');
    assert.deepEqual(await restoreScimRole(connection, shown), { ok: true, value: 'changed-meanwhile' });
    assert.deepEqual(await asked(), []);
    assert.deepEqual((await role()).permissions, ['directory:user:add']);
  });

  it('S4: knows that it was restored although the answer was lost', async () => {
    const { connection, role } = await begin();
    const shown = await role();
    for (const kind of ['lost', 'truncated']) {
      await org().turn({ troubles: [{ kind, times: 1, method: 'PUT' }] });
      assert.deepEqual(await restoreScimRole(connection, shown), { ok: true, value: 'restored' }, kind);
      const { alter } = await begin();
      await alter('SCIM Integration', 'directory:user:add', 'routing:queue:view');
    }
  });

  it('S4: says why it was not restored, after a look where that is not certain', async () => {
    const { connection, role } = await begin();
    const shown = await role();
    const expected = { forbidden: 'forbidden', 'server-error': 'server-error', dropped: 'no-answer' };
    for (const [kind, error] of Object.entries(expected)) {
      await org().turn({ troubles: [{ kind, times: 1, method: 'PUT' }] });
      const result = await restoreScimRole(connection, shown);
      assert.equal(!result.ok && result.error.kind, error);
      assert.ok(!isIntact(await role()));
    }
  });

  it('S4: is refused to who may not edit roles', async () => {
    const { role } = await begin();
    const accessToken = await org().signIn('integrator');
    const shown = await role();
    const result = await restoreScimRole({ apiUrl: org().baseUrl, accessToken, language: 'en' }, shown);
    assert.equal(!result.ok && result.error.kind, 'forbidden');
  });
});

const SHIPPED = [{ domain: 'directory', entityName: 'user', actionSet: ['add'] }];
const ALTERED = [{ domain: 'routing', entityName: 'queue', actionSet: ['view'] }];
const ADD = ['directory:user:add'];
const VIEW = ['routing:queue:view'];

describe('Restoring the role for SCIM in an org of any kind', () => {
  const server = useServer();
  const shown = aRole('1', { permissions: VIEW, shipped: shippedAs('SCIM Integration', ADD, 'scim') });
  const roleFromDefault = { id: 'scim', name: 'SCIM Integration', permissionPolicies: SHIPPED, kept: true };
  const altered = { userOrgRole: { permissionPolicies: ALTERED }, roleFromDefault };
  const intact = { userOrgRole: { permissionPolicies: SHIPPED }, roleFromDefault };

  /**
   * What comes of it in an org that answers comparisons like this, one after the other, and the request to restore with
   * this status; a comparison that is undefined is refused. `sent` is what it was asked to make of the role.
   */
  async function restored(role: typeof shown, comparisons: readonly (object | undefined)[], status = 200) {
    const left = [...comparisons];
    const sent: unknown[] = [];
    const apiUrl = await server.start(async (request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.method === 'PUT') {
        sent.push(JSON.parse((await request.toArray()).join('')));
        response.statusCode = status;
        response.end('{}');
        return;
      }
      const comparison = left.shift();
      response.statusCode = comparison === undefined ? 403 : 200;
      response.end(JSON.stringify(comparison ?? {}));
    });
    const result = await restoreScimRole({ apiUrl, accessToken: 'canary-token', language: 'en' }, role);
    await server.stop();
    return { became: result.ok ? result.value : result.error.kind, sent, unasked: left.length };
  }

  it('S4: sends nothing where nobody knows how the role is shipped', async () => {
    const nothing = { became: 'changed-meanwhile', sent: [], unasked: 1 };
    assert.deepEqual(await restored({ ...shown, shipped: UNTOLD }, [altered]), nothing);
    assert.deepEqual(await restored(aRole('1', { permissions: VIEW }), [altered]), nothing);
  });

  it('S4: sends nothing where it may not look first', async () => {
    assert.deepEqual(await restored(shown, [undefined]), { became: 'forbidden', sent: [], unasked: 0 });
  });

  it('S4: sends the role whole, as the role of this org that it is', async () => {
    const { became, sent } = await restored(shown, [altered]);
    assert.equal(became, 'restored');
    assert.deepEqual(sent, [[{ ...roleFromDefault, id: '1', defaultRoleId: 'scim' }]]);
  });

  it('S4: restores a role of which the org compares without saying what it allows', async () => {
    const { became, sent } = await restored(shown, [{ roleFromDefault }]);
    assert.deepEqual([became, sent.length], ['restored', 1]);
  });

  it('S4: leaves a role alone that is shipped otherwise than the person was shown', async () => {
    const other = { ...altered, roleFromDefault: { ...roleFromDefault, permissionPolicies: ALTERED } };
    assert.deepEqual(await restored(shown, [other]), { became: 'changed-meanwhile', sent: [], unasked: 0 });
  });

  it('S4: takes a refusal for one, and does not look whether somebody else restored it', async () => {
    assert.deepEqual((await restored(shown, [altered, intact], 403)).became, 'forbidden');
  });

  it('S4: looks where it is not certain, and says what went wrong where the look does not tell', async () => {
    assert.equal((await restored(shown, [altered, intact], 500)).became, 'restored');
    for (const look of [altered, undefined, { roleFromDefault }])
      assert.equal((await restored(shown, [altered, look], 500)).became, 'server-error');
  });
});

describe('What a role of an org allows, and what it does as shipped', () => {
  const roleFromDefault = { name: 'SCIM Integration', permissionPolicies: SHIPPED };
  const userOrgRole = { permissionPolicies: ALTERED };

  it('is what the list of roles says, else the comparison, else unknown', () => {
    const difference = { userOrgRole, roleFromDefault };
    const listed = { permissionPolicies: [...SHIPPED, ...ALTERED] };
    assert.deepEqual(sidesOf(difference, listed), { held: [...ADD, ...VIEW], shipped: ADD });
    for (const role of [undefined, {}, { permissionPolicies: null }])
      assert.deepEqual(sidesOf(difference, role), { held: VIEW, shipped: ADD });
    for (const told of [{}, { userOrgRole: null }, { userOrgRole: {} }])
      assert.deepEqual(sidesOf({ ...told, roleFromDefault }), { held: undefined, shipped: ADD });
  });

  it('is the same where the org itself finds no difference, however it writes the two', () => {
    const none = { addedPermissionPolicies: [], removedPermissionPolicies: [] };
    assert.deepEqual(sidesOf({ ...none, userOrgRole, roleFromDefault }), { held: VIEW, shipped: VIEW });
    assert.deepEqual(sidesOf({ ...none, roleFromDefault }), { held: ADD, shipped: ADD });
  });

  it('is compared where the org finds any difference, or does not say', () => {
    for (const found of [
      { addedPermissionPolicies: [], removedPermissionPolicies: SHIPPED },
      { addedPermissionPolicies: ALTERED, removedPermissionPolicies: [] },
      { addedPermissionPolicies: [], removedPermissionPolicies: null },
      { removedPermissionPolicies: [] },
      {},
    ])
      assert.deepEqual(sidesOf({ ...found, userOrgRole, roleFromDefault }), { held: VIEW, shipped: ADD });
  });
});
