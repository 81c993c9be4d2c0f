import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection, Exchange } from '../../../src/core/platform/request.ts';
import { Destination } from '../../../src/core/procedures/context.ts';
import type { LoadedAccess } from '../../../src/core/procedures/loadedOrg.ts';
import { loadAccess } from '../../../src/core/procedures/loadOrg.ts';
import { scimRoleStanding } from '../../../src/core/procedures/scimRoleStanding.ts';
import { useServer } from '../../host/useServer.ts';
import type { OrgUnderTest } from '../../org/client.ts';
import { roleId } from '../../org/samples.ts';
import { useOrg } from '../../org/useOrg.ts';
import { useLargeOrg } from '../platform/useLargeOrg.ts';
import { withAccess } from './situations.ts';

/** Reads an org as the holder of this token, and says what was asked of it. */
async function load({ baseUrl }: Pick<OrgUnderTest, 'baseUrl'>, accessToken: string, signal?: AbortSignal) {
  const exchanges: Exchange[] = [];
  const connection: Connection = {
    apiUrl: baseUrl,
    accessToken,
    language: 'en',
    onExchange: (exchange) => exchanges.push(exchange),
  };
  return { access: await loadAccess(connection, signal), exchanges };
}

function namesOf(loaded: LoadedAccess['roles'] | LoadedAccess['divisions']): string[] {
  assert.ok(loaded.kind === 'known', loaded.kind);
  return loaded.value.map(({ name }) => name).sort();
}

describe('Loading roles and divisions', () => {
  const org = useOrg();

  it('G12 and G13: tells every role with its permissions, every division, and what the caller holds where', async () => {
    const { access } = await load(org(), await org().signIn('administrator'));
    assert.ok(access.roles.kind === 'known');
    const supervisor = access.roles.value.find(({ name }) => name === 'Supervisor');
    assert.ok(supervisor?.isDefault);
    assert.ok(supervisor.permissions.includes('routing:queue:view'));
    assert.ok(supervisor.description !== '');
    assert.equal(access.roles.value.find(({ name }) => name === 'Directory Sync')?.isDefault, false);

    assert.deepEqual(namesOf(access.divisions), ['Home', 'Sales', 'Support', '日本']);
    assert.ok(access.divisions.kind === 'known');
    assert.deepEqual(
      access.divisions.value.filter(({ isHome }) => isHome).map(({ name }) => name),
      ['Home'],
    );

    assert.ok(access.held.kind === 'known');
    assert.ok(access.held.value.every(({ divisionId }) => divisionId === '*'));
    assert.ok(access.held.value.some(({ roleName }) => roleName === 'Master Admin'));
    assert.ok(access.held.value.every(({ roleName }) => roleName !== 'Supervisor'));
  });

  it('G13: tells in which divisions a role is held', async () => {
    const { access } = await load(org(), await org().signIn('integrator'));
    assert.ok(access.divisions.kind === 'known' && access.held.kind === 'known');
    const nameOf = new Map(access.divisions.value.map(({ id, name }) => [id, name]));
    const held = access.held.value.map((each) => `${each.roleName} in ${nameOf.get(each.divisionId)}`);
    assert.deepEqual(held.sort(), [
      'Employee in Home',
      'OAuth Integrator in Sales',
      'OAuth Integrator in Support',
      'Outbound Admin in Sales',
    ]);
  });

  it('S1: tells the standing of everybody in the practice org', async () => {
    const standings = {
      administrator: 'held',
      'administrator-without-scim': 'not-held',
      integrator: 'not-held',
    };
    for (const [person, standing] of Object.entries(standings)) {
      const { access } = await load(org(), await org().signIn(person));
      assert.equal(scimRoleStanding(access).kind, standing, person);
    }
  });

  it('S4: takes the custom role with exactly the same permissions for as good as the shipped one', async () => {
    const { access } = await load(org(), await org().signIn('administrator'));
    const standing = scimRoleStanding(access);
    assert.ok(standing.kind === 'held');
    assert.deepEqual(standing.roles.map(({ name }) => name).sort(), ['Directory Sync', 'SCIM Integration']);
  });

  it('G12: tells what a client holds, too', async () => {
    const { access } = await load(org(), await org().automationToken());
    assert.ok(access.held.kind === 'known' && access.held.value.length > 0);
  });

  it('leaves the roles unknown where the caller may not see them, and tells the rest', async () => {
    const admin = await org().signIn('administrator');
    const { access: all } = await load(org(), admin);
    assert.ok(all.roles.kind === 'known');
    const scim = all.roles.value.find(({ name }) => name === 'SCIM Integration');
    const token = await org().tokenOfNewClient(admin, [{ roleId: scim?.id ?? '', divisionId: '*' }]);
    const { access } = await load(org(), token);
    assert.ok(access.roles.kind === 'unknown');
    assert.ok(access.roles.error.kind === 'forbidden');
    assert.equal(access.roles.error.answer.code, 'missing.permissions');
    assert.equal(access.divisions.kind, 'known');
    assert.ok(access.held.kind === 'known');
    const standing = scimRoleStanding(access);
    assert.ok(standing.kind === 'held');
    assert.deepEqual(standing.roles, [{ id: scim?.id, name: 'SCIM Integration' }]);
    assert.deepEqual(standing.doubt?.error, access.roles.error);
  });

  it('leaves everything unknown where the token lacks the scope', async () => {
    const admin = await org().signIn('administrator');
    const token = await org().signInThroughNewClient(admin, 'administrator', ['user-basic-info']);
    const { access } = await load(org(), token);
    for (const loaded of [access.roles, access.divisions, access.held]) {
      assert.ok(loaded.kind === 'unknown' && loaded.error.kind === 'forbidden');
    }
  });

  it('can be cancelled', async () => {
    const { access } = await load(org(), await org().signIn('developer'), AbortSignal.abort());
    assert.deepEqual(access.roles, { kind: 'unknown', error: { kind: 'cancelled' } });
  });

  it('asks three listings and what one role is as shipped, once each, and is understood by the page', async () => {
    const { access, exchanges } = await load(org(), await org().signIn('administrator'));
    const scim = await roleId(org(), await org().signIn('administrator'), 'SCIM Integration');
    assert.deepEqual(exchanges.map(({ method, path }) => `${method} ${path.split('?')[0]}`).sort(), [
      'GET /api/v2/authorization/divisions',
      'GET /api/v2/authorization/roles',
      `GET /api/v2/authorization/roles/${scim}/comparedefault/scimIntegration`,
      'GET /api/v2/authorization/subjects/me',
    ]);
    const { destination } = withAccess(access);
    assert.deepEqual(
      Destination.parse(JSON.parse(JSON.stringify(destination))),
      destination,
      'as it travels',
    );
  });
});

describe('Loading the roles and divisions of a large org', () => {
  const org = useLargeOrg();

  it('reads 2,000 roles and 500 divisions, page by page, with no request more than there are pages', async () => {
    const admin = await org().signIn('administrator');
    const { access, exchanges } = await load(org(), admin);
    assert.ok(access.roles.kind === 'known' && access.divisions.kind === 'known');
    for (const [listing, loaded] of Object.entries({
      roles: access.roles.value,
      divisions: access.divisions.value,
    })) {
      const path = `/api/v2/authorization/${listing}`;
      const answer = await org().call(admin, 'GET', `${path}?pageSize=500&pageNumber=1`);
      assert.equal(new Set(loaded.map(({ id }) => id)).size, answer.at('total'), 'each once');
      const asked = exchanges.filter((exchange) => exchange.path.startsWith(`${path}?`));
      assert.equal(asked.length, answer.at('pageCount'));
    }
    assert.equal(access.roles.value.length, 2_000);
    assert.equal(scimRoleStanding(access).kind, 'held');
  });
});

describe('Loading roles that an org describes in its own way', () => {
  const server = useServer();

  it('reads policies without actions, entities or anything at all', async () => {
    const policies = [
      { domain: 'directory', entityName: 'user', actionSet: ['add', 'edit'] },
      { domain: 'routing' },
      { domain: 'quality', entityName: null, actionSet: null },
    ];
    const entities = [
      { id: '1', name: 'Some', description: null, permissionPolicies: policies },
      { id: '2', name: 'None', permissionPolicies: null },
      { id: '3', name: 'Bare' },
    ];
    const baseUrl = await server.start((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ entities, pageCount: 1 }));
    });
    const { access } = await load({ baseUrl }, 'canary-token');
    assert.ok(access.roles.kind === 'known', JSON.stringify(access.roles));
    assert.deepEqual(
      access.roles.value.map(({ description, permissions }) => [description, permissions]),
      [
        ['', ['directory:user:add', 'directory:user:edit', 'routing:*:*', 'quality:*:*']],
        ['', []],
        ['', []],
      ],
    );
  });
});
