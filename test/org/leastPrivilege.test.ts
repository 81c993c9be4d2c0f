import assert from 'node:assert/strict';
import { bodyOf } from '../../src/core/clients/change.ts';
import { listRoles } from '../../src/core/platform/authorization.ts';
import { readCalledEndpoints } from '../../src/core/platform/calledEndpoints.ts';
import {
  type ClientRecord,
  clientOf,
  readClientRecord,
  updateClient,
} from '../../src/core/platform/clientRecord.ts';
import { listClients, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { fetchDescription } from '../../src/core/privileges/description.ts';
import { exactRole } from '../../src/core/privileges/exactRole.ts';
import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { needsOf } from '../../src/core/privileges/needs.ts';
import { type RightSize, resized, rightSize, type SizedClient } from '../../src/core/privileges/rightSize.ts';
import { sizedClient } from '../../src/core/privileges/sizedClient.ts';
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

describe('what a client of the practice org may do, against what it called', () => {
  const org = useOrg({ size: 'small' });
  let connection: Connection;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
  });

  async function recordOf(isIt: (client: OAuthClient) => boolean): Promise<ClientRecord> {
    const clients = await listClients(connection);
    assert.ok(clients.ok);
    const id = clients.value.find(isIt)?.id ?? assert.fail('no such client');
    const record = await readClientRecord(connection, id);
    assert.ok(record.ok);
    return record.value;
  }

  /** What the client may do, and what is found of that. */
  async function size(record: ClientRecord): Promise<{ client: SizedClient; found: RightSize }> {
    const [calls, roles, described] = await Promise.all([
      readCalledEndpoints(connection, record.id),
      listRoles(connection),
      fetchDescription(org().baseUrl, new Date()),
    ]);
    assert.ok(calls.ok && roles.ok && described.ok);
    const client = sizedClient(clientOf(record), new Map(roles.value.map((role) => [role.id, role])));
    const { operations } = described.description;
    const index = indexOperations(operations);
    const found = rightSize(client, calls.value, index, { operations, roles: roles.value, held: undefined });
    return { client, found };
  }

  function compared(found: RightSize): Extract<RightSize, { kind: 'compared' }> {
    return found.kind === 'compared' ? found : assert.fail(found.kind);
  }

  it('names exactly the scopes that were not used, takes away those that were ticked, and it works on', async () => {
    const scopes = ['oauth', 'authorization', 'fax', 'users', 'user-basic-info'];
    const token = await org().signInThroughNewClient(connection.accessToken, 'administrator', scopes);
    const calls = async (by: string) => {
      const paths = ['/api/v2/oauth/clients', rolesPath, '/api/v2/users/me'];
      return await Promise.all(paths.map(async (path) => (await org().call(by, 'GET', path)).status));
    };
    assert.deepEqual(await calls(token), [200, 200, 200]);
    const record = await recordOf(({ name }) => name === 'Page');
    const { client, found } = await size(record);
    const { excesses, unknown } = compared(found);
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      excesses.map((excess) => ('scope' in excess ? [excess.kind, excess.scope] : [])),
      [
        ['scope-only-reads', 'oauth'],
        ['scope-only-reads', 'authorization'],
        ['scope-unused', 'fax'],
        ['scope-unused', 'users'],
      ],
    );
    const ticked = excesses.filter((excess) => 'scope' in excess && excess.scope !== 'users');
    const left = resized(client, ticked);
    assert.ok('scopes' in left);
    const changed = await updateClient(connection, record.id, { ...bodyOf(record), scope: left.scopes });
    assert.ok(changed.ok);
    assert.deepEqual(changed.value.scope?.toSorted(), [
      'authorization:readonly',
      'oauth:readonly',
      'user-basic-info',
      'users',
    ]);
    const again = await org().signInThroughNewClient(
      connection.accessToken,
      'administrator',
      changed.value.scope ?? [],
    );
    assert.deepEqual(await calls(again), [200, 200, 200]);
  });

  it('names the nine scopes of a calendar that may change nearly everything', async () => {
    const { client, found } = await size(await recordOf(({ name }) => name === 'Team Calendar'));
    assert.equal(compared(found).excesses.length, 9);
    assert.deepEqual(resized(client, compared(found).excesses), { scopes: ['workforce-management'] });
  });

  it('names the role that may do everything of a client that only reads figures, and smaller ones', async () => {
    const { client, found } = await size(await recordOf(({ name }) => name === 'Nightly Data Export'));
    const [excess, ...others] = compared(found).excesses;
    assert.deepEqual(others, []);
    assert.ok(excess?.kind === 'role-too-large');
    assert.deepEqual(excess.needed, ['analytics:conversationAggregate:view']);
    const left = resized(client, [excess]);
    assert.ok('roles' in left);
    assert.deepEqual(
      left.roles.map(({ roleId, divisionIds }) => [roleId, divisionIds]),
      excess.instead.map(({ id }) => [id, ['*']]),
    );
    assert.ok(excess.instead.every(({ name }) => name !== 'Master Admin'));
  });

  it('says nothing of one that called nothing in these days', async () => {
    const { found } = await size(await recordOf(({ name }) => name === 'Summer Campaign Dialler'));
    assert.deepEqual(found, { kind: 'nothing-called' });
  });

  it('is known of every operation that the company’s clients are said to have called', async () => {
    const clients = await listClients(connection);
    assert.ok(clients.ok);
    for (const { id, name } of clients.value) {
      const record = await readClientRecord(connection, id);
      assert.ok(record.ok);
      const { found } = await size(record.value);
      if (found.kind !== 'nothing-called') assert.deepEqual(compared(found).unknown, [], name);
    }
  });
});
