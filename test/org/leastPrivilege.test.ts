import assert from 'node:assert/strict';
import { listRoles } from '../../src/core/platform/authorization.ts';
import { fetchDescription } from '../../src/core/privileges/description.ts';
import { exactRole } from '../../src/core/privileges/exactRole.ts';
import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { needsOf } from '../../src/core/privileges/needs.ts';
import { idOf } from './samples.ts';
import { useOrg } from './useOrg.ts';

const rolesPath = '/api/v2/authorization/roles';

describe('a client with exactly what its calls need, in the practice org', () => {
  const org = useOrg();

  async function operationsNamed(...names: string[]) {
    const read = await fetchDescription(org().baseUrl, new Date());
    assert.ok(read.ok);
    const { byName } = indexOperations(read.description.operations);
    return {
      operations: read.description.operations,
      uses: names.flatMap(byName).map((operation) => ({ operation, calls: [] })),
    };
  }

  it('may make them through a role made for the purpose, and no others; and the role can be taken back', async () => {
    const admin = await org().signIn('administrator');
    const { operations, uses } = await operationsNamed(
      'getOauthClients',
      'get_authorization_roles',
      'GetUsersMe',
    );
    const needs = needsOf(uses, 'client', { operations, roles: undefined, held: undefined });
    const permissions = needs.permissions.map(({ permission }) => permission);
    assert.deepEqual(permissions, ['authorization:role:view', 'oauth:client:view']);
    const created = await org().call(
      admin,
      'POST',
      rolesPath,
      exactRole('Wallboard', 'Only this', permissions),
    );
    assert.equal(created.status, 200);
    // Genesys facts 2.3: nobody gives a client what they do not hold, a role of their own making included.
    const me = idOf(await org().call(admin, 'GET', '/api/v2/users/me'));
    const grant = { subjectIds: [me], divisionIds: ['*'] };
    assert.equal((await org().call(admin, 'POST', `${rolesPath}/${idOf(created)}`, grant)).status, 204);
    const token = await org().tokenOfNewClient(admin, [{ roleId: idOf(created), divisionId: '*' }]);
    const status = async (method: string, path: string) => (await org().call(token, method, path)).status;
    assert.equal(await status('GET', '/api/v2/oauth/clients'), 200);
    assert.equal(await status('GET', rolesPath), 200);
    assert.equal(await status('DELETE', `${rolesPath}/${idOf(created)}`), 403);
    // As the needs say, it is refused whatever the role holds.
    assert.deepEqual(
      needs.onlyPeople.map(({ operation }) => operation.name),
      ['getUsersMe'],
    );
    assert.equal((await org().call(token, 'GET', '/api/v2/users/me')).at('code'), 'not.a.user');
    assert.equal((await org().call(admin, 'DELETE', `${rolesPath}/${idOf(created)}`)).status, 204);
    assert.equal((await org().call(admin, 'GET', `${rolesPath}/${idOf(created)}`)).status, 404);
    assert.equal(await status('GET', '/api/v2/oauth/clients'), 403);
  });

  it('may make them for people with the smallest scopes, and no others', async () => {
    const { operations, uses } = await operationsNamed('getOauthClients', 'getUsersMe');
    const { scopes } = needsOf(uses, 'person', { operations, roles: undefined, held: undefined });
    const names = scopes.map(({ scope }) => scope);
    assert.deepEqual(names, ['oauth:readonly', 'user-basic-info']);
    const token = await org().signInThroughNewClient(await org().automationToken(), 'administrator', names);
    assert.equal((await org().call(token, 'GET', '/api/v2/oauth/clients')).status, 200);
    assert.equal((await org().call(token, 'GET', '/api/v2/users/me')).status, 200);
    assert.equal((await org().call(token, 'GET', rolesPath)).at('code'), 'app.not.authorized.for.scope');
  });

  it('has one of the org’s own roles with the least besides, as the org answers them', async () => {
    const admin = await org().automationToken();
    const { operations, uses } = await operationsNamed('getOauthClients');
    const connection = { apiUrl: org().baseUrl, accessToken: admin, language: 'en' };
    const roles = await listRoles(connection);
    assert.ok(roles.ok);
    const needs = needsOf(uses, 'client', { operations, roles: roles.value, held: undefined });
    const [chosen, ...others] = needs.roles?.roles ?? [];
    assert.deepEqual(others, []);
    assert.ok(chosen);
    const holders = roles.value.filter((role) => JSON.stringify(role).includes('"oauth"'));
    assert.ok(holders.length > 1);
    assert.notEqual(chosen.role.name, 'Master Admin');
  });
});
