import assert from 'node:assert/strict';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import { type OrgUnderTest, startOrg } from './client.ts';
import { factsOf, findingsOf } from './contract/contract.ts';
import { createClient, idOf, policies, roleId } from './samples.ts';

/** Values for the `{…}` of a path, and a body, with which an operation succeeds. */
type Sample = { readonly path?: Record<string, string>; readonly query?: string; readonly body?: unknown };

describe('every operation of the practice org', () => {
  let org: OrgUnderTest;
  let admin: string;
  /** A client that holds no role worth the name. */
  let powerless: string;
  /** A person whose token has no scope that any operation accepts. */
  let scopeless: string;

  before(async () => {
    org = await startOrg();
    await org.turn({ callsPerMinute: 100_000 });
    admin = await org.automationToken();
    const employee = { roleId: await roleId(org, admin, 'Employee'), divisionId: '*' };
    powerless = await org.tokenOfNewClient(admin, [employee]);
    scopeless = await org.signInThroughNewClient(admin, 'administrator', ['fax']);
  });
  after(() => org.close());

  const url = (path: string, { path: values = {}, query = '' }: Sample = {}) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x') + query;

  for (const { method, path, permissions, takesBody } of operations) {
    describe(`${method} ${path}`, () => {
      const body = takesBody ? {} : undefined;

      it('wants a token: 401 authentication.required, or bad.credentials for one that opens nothing', async () => {
        const none = await fetch(`${org.baseUrl}${url(path)}`, { method });
        assert.equal(none.status, 401);
        const wrong = await org.call('wrong', method, url(path), body);
        assert.equal(wrong.status, 401);
        assertRefusal(wrong, path, 'bad.credentials');
      });

      it('wants one of its scopes: 403 app.not.authorized.for.scope', async () => {
        const answer = await org.call(scopeless, method, url(path), body);
        assert.equal(answer.status, 403);
        assertRefusal(answer, path, 'app.not.authorized.for.scope');
      });

      if (permissions !== undefined) {
        it('wants its permissions: 403', async () => {
          const answer = await org.call(powerless, method, url(path), body);
          assert.equal(answer.status, 403);
          const isAny = 'any' in permissions && permissions.any.length > 1;
          assertRefusal(answer, path, isAny ? 'missing.any.permissions' : 'missing.permissions');
        });
      }

      if (takesBody) {
        it('wants JSON: 415 for another type, 400 for broken JSON and for no object', async () => {
          const send = (type: string, text: string) =>
            fetch(`${org.baseUrl}${url(path)}`, {
              method,
              headers: { authorization: `Bearer ${admin}`, 'content-type': type },
              body: text,
            });
          assert.equal((await send('text/plain', '{}')).status, 415);
          assert.equal((await send('application/json', '{"name":')).status, 400);
        });
      }

      it('answers as published', async () => {
        const sample = await sampleOf(`${method} ${path.replace('/scim/v2/', '/scim/')}`, path);
        const token = path.endsWith('/users/me')
          ? await org.signIn('administrator')
          : await org.automationToken();
        const answer = await org.call(token, method, url(path, sample), sample.body);
        assert.ok(answer.status < 300, JSON.stringify(answer.body));
        const { answers } = factsOf(method, path);
        const type = answers[answer.status] ?? null;
        assert.ok(answer.status in answers || 'default' in answers, `status ${answer.status}`);
        assert.deepEqual(type === null ? [] : findingsOf(type, answer.body), []);
        if (type === null) assert.equal(answer.body, undefined);
        assert.match(answer.headers.get('inin-correlation-id') ?? '', /^[\da-f-]{36}$/);
      });
    });
  }

  function assertRefusal(
    answer: Awaited<ReturnType<OrgUnderTest['call']>>,
    path: string,
    code: string,
  ): void {
    if (path.startsWith('/api/v2/scim/')) {
      assert.deepEqual(findingsOf('ScimError', answer.body), []);
      assert.equal(answer.at('status'), String(answer.status));
      return;
    }
    assert.deepEqual(findingsOf('ErrorBody', answer.body), []);
    assert.equal(answer.at('code'), code);
    assert.equal(answer.at('contextId'), answer.headers.get('inin-correlation-id'));
  }

  /** What makes an operation succeed; where it needs something to work on, that is made first. */
  async function sampleOf(operation: string, path: string): Promise<Sample> {
    const scim = path.startsWith('/api/v2/scim/v2/') ? '/api/v2/scim/v2' : '/api/v2/scim';
    const userId = async () => idOf(await org.call(admin, 'POST', `${scim}/users`, newUser()));
    const subject = async () => ({
      subjectId: await userId(),
      divisionId: String((await org.call(admin, 'GET', '/api/v2/authorization/divisions/home')).at('id')),
      roleId: await roleId(org, admin, 'Supervisor'),
    });
    switch (operation) {
      case 'POST /api/v2/oauth/clients':
        return { body: { name: 'A', authorizedGrantType: 'CODE', scope: ['users'] } };
      case 'GET /api/v2/oauth/clients/{clientId}':
      case 'POST /api/v2/oauth/clients/{clientId}/secret':
        return { path: { clientId: await createClient(org, admin) } };
      case 'GET /api/v2/oauth/clients/{clientId}/usage/summary':
        return { path: { clientId: org.automationClient.id } };
      case 'GET /api/v2/oauth/authorizations/{clientId}': {
        const clientId = await createClient(org, admin);
        await org.turn({ approvedClients: [org.automationClient.id, clientId] });
        return { path: { clientId } };
      }
      case 'PUT /api/v2/oauth/clients/{clientId}': {
        const body = { name: 'B', authorizedGrantType: 'CODE', scope: ['users'] };
        return { path: { clientId: await createClient(org, admin) }, body };
      }
      case 'DELETE /api/v2/oauth/clients/{clientId}': {
        const clientId = await createClient(org, admin);
        const body = { name: 'A', authorizedGrantType: 'CODE', scope: ['users'], state: 'inactive' };
        await org.call(admin, 'PUT', `/api/v2/oauth/clients/${clientId}`, body);
        return { path: { clientId } };
      }
      case 'POST /api/v2/oauth/clients/{clientId}/usage/query': {
        const body = { interval: '2020-01-01T00:00:00Z/2100-01-01T00:00:00Z', groupBy: ['HttpMethod'] };
        return { path: { clientId: org.automationClient.id }, body };
      }
      case 'GET /api/v2/oauth/clients/{clientId}/usage/query/results/{executionId}': {
        const clientId = org.automationClient.id;
        const answer = await org.call(admin, 'GET', `/api/v2/oauth/clients/${clientId}/usage/summary`);
        await org.turn({ clockOffsetSeconds: 1 });
        return { path: { clientId, executionId: String(answer.at('executionId')) } };
      }
      case 'GET /api/v2/oauth/scopes/{scopeId}':
        return { path: { scopeId: 'users:readonly' } };
      case 'PUT /api/v2/authorization/roles/default':
        return { body: [{ defaultRoleId: 'scimIntegration' }] };
      case 'GET /api/v2/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}': {
        const leftRoleId = await roleId(org, admin, 'Directory Sync');
        return { path: { leftRoleId, rightRoleId: await roleId(org, admin, 'SCIM Integration') } };
      }
      case 'POST /api/v2/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}': {
        const leftRoleId = await roleId(org, admin, 'Directory Sync');
        const body = { name: 'Directory Sync', permissionPolicies: policies('routing:queue:view') };
        return { path: { leftRoleId, rightRoleId: 'scimIntegration' }, body };
      }
      case 'POST /api/v2/authorization/roles':
        return {
          body: { name: `Role ${Math.random()}`, permissionPolicies: policies('routing:queue:view') },
        };
      case 'GET /api/v2/authorization/roles/{roleId}':
        return { path: { roleId: await roleId(org, admin, 'Employee') }, query: '?expand=unusedPermissions' };
      case 'GET /api/v2/authorization/roles/{roleId}/subjectgrants':
        return { path: { roleId: await roleId(org, admin, 'Employee') } };
      case 'PUT /api/v2/authorization/roles/{roleId}':
        return {
          path: { roleId: await roleId(org, admin, 'Outbound Admin') },
          body: { name: 'Outbound Admin' },
        };
      case 'PATCH /api/v2/authorization/roles/{roleId}':
        return {
          path: { roleId: await roleId(org, admin, 'Outbound Admin') },
          body: { roleNeedsUpdate: false },
        };
      case 'DELETE /api/v2/authorization/roles/{roleId}': {
        const role = await org.call(admin, 'POST', '/api/v2/authorization/roles', {
          name: `R ${Math.random()}`,
        });
        return { path: { roleId: idOf(role) } };
      }
      case 'POST /api/v2/authorization/roles/{roleId}': {
        const { subjectId, divisionId, roleId } = await subject();
        return { path: { roleId }, body: { subjectIds: [subjectId], divisionIds: [divisionId] } };
      }
      case 'POST /api/v2/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}':
      case 'DELETE /api/v2/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}':
        return { path: await subject() };
      case 'POST /api/v2/authorization/subjects/{subjectId}/bulkadd':
      case 'POST /api/v2/authorization/subjects/{subjectId}/bulkremove':
      case 'POST /api/v2/authorization/subjects/{subjectId}/bulkreplace': {
        const { subjectId, divisionId, roleId } = await subject();
        return { path: { subjectId }, body: { grants: [{ roleId, divisionId }] } };
      }
      case 'GET /api/v2/authorization/subjects/{subjectId}':
      case 'GET /api/v2/users/{subjectId}/roles':
        return { path: { subjectId: await userId() } };
      case 'PUT /api/v2/users/{subjectId}/roles':
        return { path: { subjectId: await userId() }, body: [await roleId(org, admin, 'Employee')] };
      case 'POST /api/v2/authorization/divisions':
        return { body: { name: `Division ${Math.random()}`, description: 'New.' } };
      case 'GET /api/v2/authorization/divisions/{divisionId}': {
        const home = await org.call(admin, 'GET', '/api/v2/authorization/divisions/home');
        return { path: { divisionId: idOf(home) }, query: '?objectCount=true' };
      }
      case 'PUT /api/v2/authorization/divisions/{divisionId}': {
        const body = { name: `Division ${Math.random()}`, description: 'Renamed.' };
        return { path: { divisionId: await newDivision() }, body };
      }
      case 'DELETE /api/v2/authorization/divisions/{divisionId}':
        return { path: { divisionId: await newDivision() }, query: '?force=false' };
      case 'GET /api/v2/authorization/divisionspermitted/paged/me':
        return { query: '?permission=oauth:client:view' };
      case 'PUT /api/v2/tokens/timeout':
        return { body: { idleTokenTimeoutSeconds: 600, enableIdleTokenTimeout: false } };
      case 'GET /api/v2/users/me':
        return { query: '?expand=authorization&expand=organization,token' };
      case 'GET /api/v2/scim/resourcetypes/{resourceType}':
        return { path: { resourceType: 'User' } };
      case 'GET /api/v2/scim/schemas/{schemaId}':
        return { path: { schemaId: 'urn:ietf:params:scim:schemas:core:2.0:User' } };
      case 'POST /api/v2/scim/users':
        return { body: newUser() };
      case 'GET /api/v2/scim/users/{userId}':
      case 'DELETE /api/v2/scim/users/{userId}':
        return { path: { userId: await userId() } };
      case 'PUT /api/v2/scim/users/{userId}':
        return { path: { userId: await userId() }, body: newUser() };
      case 'PATCH /api/v2/scim/users/{userId}':
        return {
          path: { userId: await userId() },
          body: patch({ op: 'replace', path: 'title', value: 'Lead' }),
        };
      case 'GET /api/v2/scim/groups/{groupId}':
        return { path: { groupId: await groupId(scim) } };
      case 'PUT /api/v2/scim/groups/{groupId}':
        return { path: { groupId: await groupId(scim) }, body: { displayName: 'Sales Team', members: [] } };
      case 'PATCH /api/v2/scim/groups/{groupId}':
        return { path: { groupId: await groupId(scim) }, body: patch({ op: 'remove', path: 'members' }) };
      default:
        return {};
    }
  }

  const groupId = async (scim: string) =>
    String(
      (await org.call(admin, 'GET', `${scim}/groups?filter=displayName%20eq%20%22Sales%20Team%22`)).at(
        'Resources.0.id',
      ),
    );
  const newDivision = async () => {
    const body = { name: `Division ${Math.random()}`, description: '' };
    return idOf(await org.call(admin, 'POST', '/api/v2/authorization/divisions', body));
  };
  const newUser = () => ({ userName: `p${Math.random()}@practice.example`, displayName: 'New Person' });
  const patch = (operation: object) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [operation],
  });
});
