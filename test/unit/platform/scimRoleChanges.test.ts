import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  ALL_DIVISIONS,
  getOwnGrants,
  grantRole,
  listRoles,
  restoreDefaultRoles,
} from '../../../src/core/platform/authorization.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useServer } from '../../host/useServer.ts';
import { idOf, roleId } from '../../org/samples.ts';
import { useOrg } from '../../org/useOrg.ts';

const ROLES = '/api/v2/authorization/roles';

describe('Restoring the default roles', () => {
  const org = useOrg();
  const server = useServer();
  const connect = (accessToken: string, apiUrl = org().baseUrl): Connection => ({
    apiUrl,
    accessToken,
    language: 'en',
  });

  it('S1: brings the SCIM Integration role back', async () => {
    const admin = await org().signIn('administrator');
    await org().call(admin, 'DELETE', `${ROLES}/${await roleId(org(), admin, 'SCIM Integration')}`);
    const before = await listRoles(connect(admin));
    assert.ok(before.ok && before.value.every(({ name }) => name !== 'SCIM Integration'));
    assert.ok((await restoreDefaultRoles(connect(admin))).ok);
    const after = await listRoles(connect(admin));
    assert.ok(
      after.ok && after.value.some((role) => role.name === 'SCIM Integration' && role.default === true),
    );
  });

  it('S1: leaves roles that an administrator has changed as they are', async () => {
    const admin = await org().signIn('administrator');
    const path = `${ROLES}/${await roleId(org(), admin, 'Supervisor')}`;
    const policies = [{ domain: 'routing', entityName: 'queue', actionSet: ['view'] }];
    const changed = { name: 'Supervisor', description: 'Ours', permissionPolicies: policies };
    assert.equal((await org().call(admin, 'PUT', path, changed)).status, 200);
    assert.ok((await restoreDefaultRoles(connect(admin))).ok);
    const kept = await org().call(admin, 'GET', path);
    assert.equal(kept.at('description'), 'Ours');
    assert.equal(kept.at('permissionPolicies.1'), undefined);
  });

  it('S1: asks so without force, and once', async () => {
    const asked: string[] = [];
    const apiUrl = await server.start((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.statusCode = 503;
      response.end('{"code":"service.unavailable"}');
    });
    const result = await restoreDefaultRoles(connect('canary-token', apiUrl));
    assert.ok(!result.ok);
    assert.deepEqual(asked, [`POST ${ROLES}/default`]);
  });

  it('S1: is refused to who may not edit roles', async () => {
    const result = await restoreDefaultRoles(connect(await org().signIn('integrator')));
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'forbidden');
  });
});

describe('Granting a role to oneself', () => {
  const org = useOrg();
  const server = useServer();
  const connect = (accessToken: string, apiUrl = org().baseUrl): Connection => ({
    apiUrl,
    accessToken,
    language: 'en',
  });

  /** Somebody who may grant, and lacks the SCIM Integration role. */
  async function somebodyWithout() {
    const token = await org().signIn('administrator-without-scim');
    const me = idOf(await org().call(token, 'GET', '/api/v2/users/me'));
    const scim = await roleId(org(), token, 'SCIM Integration');
    const holds = async () => {
      const grants = await getOwnGrants(connect(token));
      assert.ok(grants.ok);
      return grants.value.filter(({ role }) => role.id === scim).map(({ division }) => division.id);
    };
    return { token, me, scim, holds };
  }

  it('S1: gives it in every division', async () => {
    const { token, me, scim, holds } = await somebodyWithout();
    assert.deepEqual(await holds(), []);
    const grant = { subjectIds: [me], divisionIds: [ALL_DIVISIONS] };
    assert.ok((await grantRole(connect(token), scim, grant)).ok);
    assert.deepEqual(await holds(), [ALL_DIVISIONS]);
  });

  it('S1: does not show at once where the org takes its time, so it must be waited for', async () => {
    const { token, me, scim, holds } = await somebodyWithout();
    await org().turn({ grantsVisibleAfterSeconds: 10 });
    assert.ok((await grantRole(connect(token), scim, { subjectIds: [me], divisionIds: [ALL_DIVISIONS] })).ok);
    assert.deepEqual(await holds(), []);
    await org().turn({ clockOffsetSeconds: 11 });
    assert.deepEqual(await holds(), [ALL_DIVISIONS]);
  });

  it('S1: is asked for a person, for this role only, and once', async () => {
    const asked: string[] = [];
    const apiUrl = await server.start((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.on('data', (chunk) => asked.push(String(chunk)));
      request.on('end', () => {
        response.statusCode = 403;
        response.end('{"code":"missing.division.permissions"}');
      });
    });
    const grant = { subjectIds: ['me'], divisionIds: [ALL_DIVISIONS] };
    const result = await grantRole(connect('canary-token', apiUrl), 'role/../default', grant);
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'forbidden');
    assert.deepEqual(asked, [
      `POST ${ROLES}/role%2F..%2Fdefault?subjectType=PC_USER`,
      '{"subjectIds":["me"],"divisionIds":["*"]}',
    ]);
  });

  it('S1: is refused to who may not grant roles', async () => {
    const { me, scim } = await somebodyWithout();
    const result = await grantRole(connect(await org().signIn('developer')), scim, {
      subjectIds: [me],
      divisionIds: [ALL_DIVISIONS],
    });
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'forbidden');
  });
});
