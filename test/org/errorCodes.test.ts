import assert from 'node:assert/strict';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import type { ErrorCode } from '../../src/practiceOrg/errors.ts';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, type Reply, startOrg } from './client.ts';
import { codesOf, factsOf, findingsOf } from './contract/contract.ts';
import { createClient, idOf, policies, roleId } from './samples.ts';

/** For each operation, how each code that it declares is brought about. */
type Scenarios = Readonly<Record<string, Partial<Record<ErrorCode, () => Promise<Reply>>>>>;

const clients = '/api/v2/oauth/clients';
const authorization = '/api/v2/authorization';
const code = { name: 'A', authorizedGrantType: 'CODE', scope: ['users'] };
const machine = (...roleIds: string[]) => ({
  name: 'M',
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  roleDivisions: roleIds.map((each) => ({ roleId: each, divisionId: '*' })),
});

describe('every error code that an operation of the practice org declares', () => {
  let org: OrgUnderTest;
  let admin: string;
  let home: string;
  let supervisor: string;
  let me: string;

  before(async () => {
    org = await startOrg();
  });
  after(() => org.close());
  beforeEach(async () => {
    await steer(org, 'POST', 'reset');
    admin = await org.signIn('administrator');
    home = idOf(await org.call(admin, 'GET', `${authorization}/divisions/home`));
    supervisor = await roleId(org, admin, 'Supervisor');
    me = idOf(await org.call(admin, 'GET', '/api/v2/users/me'));
  });

  const post = (path: string, body?: unknown) => org.call(admin, 'POST', path, body);
  const put = (path: string, body: unknown) => org.call(admin, 'PUT', path, body);
  const create = (body: object) => () => post(clients, body);
  const update = (body: object) => async () => put(`${clients}/${await createClient(org, admin)}`, body);

  /** A client with one role, as somebody sees it who does not hold that role. */
  const strangersClient = async (call: (token: string, path: string) => Promise<Reply>) => {
    const scim = await roleId(org, admin, 'SCIM Integration');
    const id = idOf(await post(clients, machine(scim)));
    return call(await org.signIn('integrator'), `${clients}/${id}`);
  };

  /** Calls as a client that may grant roles in the home division only. */
  const granterInHome = async (method: string, path: string, body?: unknown) => {
    const permissionPolicies = policies('authorization:grant:add', 'authorization:grant:delete');
    const granter = idOf(await post(`${authorization}/roles`, { name: 'Granter', permissionPolicies }));
    await post(`${authorization}/subjects/${me}/divisions/${home}/roles/${granter}`);
    const token = await org.tokenOfNewClient(admin, [{ roleId: granter, divisionId: home }]);
    return org.call(token, method, path, body);
  };
  const sales = async () => {
    const found = await org.call(admin, 'GET', `${authorization}/divisions?name=Sales`);
    return String(found.at('entities.0.id'));
  };
  const bulk = (action: string, pair: object) =>
    post(`${authorization}/subjects/${me}/bulk${action}`, { grants: [pair] });
  const bulkInHome = async (action: string) =>
    granterInHome('POST', `${authorization}/subjects/${me}/bulk${action}`, {
      grants: [{ roleId: supervisor, divisionId: await sales() }],
    });
  const timeout = (seconds: number, hipaa: boolean) => async () => {
    await org.turn({ hipaa });
    return put('/api/v2/tokens/timeout', { idleTokenTimeoutSeconds: seconds });
  };

  const scenarios: Scenarios = {
    [`POST ${clients}`]: {
      'auth.invalid.scope': create({ ...code, scope: ['x'] }),
      'auth.too.many.clients': async () => {
        await org.turn({ tooManyClients: true });
        return post(clients, code);
      },
      'bad.client.role': () => post(clients, machine(supervisor)),
      'bad.client.state': create({ ...code, state: 'disabled' }),
      'bad.grant.type': create({ ...code, authorizedGrantType: 'PKCE' }),
      'grant.type.required': create({ name: 'A' }),
      'missing.client.roles': create(machine()),
      'missing.client.scope': create({ ...code, scope: [] }),
    },
    [`GET ${clients}/{clientId}`]: { 'client.not.found': () => org.call(admin, 'GET', `${clients}/x`) },
    [`PUT ${clients}/{clientId}`]: {
      'bad.client.role': () => put(`${clients}/${org.automationClient.id}`, machine(supervisor)),
      'bad.client.state': async () => {
        const path = `${clients}/${await createClient(org, admin)}`;
        await put(path, { ...code, state: 'disabled' });
        return put(path, code);
      },
      'bad.grant.type': update({ ...code, authorizedGrantType: 'PKCE' }),
      'client.not.found': () => put(`${clients}/x`, code),
      'grant.type.required': update({ name: 'A' }),
      'missing.client.roles': update(machine()),
      'missing.client.scope': update({ ...code, scope: [] }),
    },
    [`DELETE ${clients}/{clientId}`]: {
      'cannot.delete.client': async () =>
        org.call(admin, 'DELETE', `${clients}/${await createClient(org, admin)}`),
      'client.not.found': () => org.call(admin, 'DELETE', `${clients}/x`),
    },
    [`POST ${clients}/{clientId}/secret`]: {
      'bad.client.role': () => strangersClient((token, path) => org.call(token, 'POST', `${path}/secret`)),
    },
    [`GET ${authorization}/roles`]: {
      'max.role.ids': () => org.call(admin, 'GET', `${authorization}/roles?id=${Array(101).fill('x')}`),
    },
    [`POST ${authorization}/roles`]: {
      'general.bad.request': () => post(`${authorization}/roles`, { name: 'Employee' }),
    },
    [`PUT ${authorization}/roles/{roleId}`]: {
      'general.bad.request': () => put(`${authorization}/roles/${supervisor}`, { name: 'Employee' }),
    },
    [`POST ${authorization}/roles/{roleId}`]: {
      'invalid.subject.type': () => post(`${authorization}/roles/${supervisor}?subjectType=DOG`, {}),
      'missing.division.permissions': async () =>
        granterInHome('POST', `${authorization}/roles/${supervisor}`, {
          subjectIds: [me],
          divisionIds: [await sales()],
        }),
    },
    [`POST ${authorization}/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}`]: {
      'missing.division.permissions': async () =>
        granterInHome(
          'POST',
          `${authorization}/subjects/${me}/divisions/${await sales()}/roles/${supervisor}`,
        ),
    },
    [`DELETE ${authorization}/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}`]: {
      'missing.division.permissions': async () =>
        granterInHome(
          'DELETE',
          `${authorization}/subjects/${me}/divisions/${await sales()}/roles/${supervisor}`,
        ),
    },
    [`POST ${authorization}/subjects/{subjectId}/bulkadd`]: {
      'bad.role.divisions': () => bulk('add', { roleId: 'x', divisionId: home }),
      'missing.division.permissions': () => bulkInHome('add'),
    },
    [`POST ${authorization}/subjects/{subjectId}/bulkremove`]: {
      'missing.division.permissions': () => bulkInHome('remove'),
    },
    [`POST ${authorization}/subjects/{subjectId}/bulkreplace`]: {
      'bad.role.divisions': () => bulk('replace', { roleId: supervisor, divisionId: 'x' }),
      'missing.division.permissions': () => bulkInHome('replace'),
    },
    [`POST ${authorization}/divisions`]: {
      'division.name.invalid': () => post(`${authorization}/divisions`, { name: ' ' }),
      'max.scopes.exceeded': async () => {
        await org.turn({ callsPerMinute: 100_000 });
        const limit = Number((await org.call(admin, 'GET', `${authorization}/divisions/limit`)).body);
        const make = (n: number) => post(`${authorization}/divisions`, { name: `Division ${n}` });
        const beside = 50;
        for (let n = 0; n < limit; n += beside) {
          await Promise.all(Array.from({ length: beside }, (_, more) => make(n + more)));
        }
        return make(limit);
      },
      'resource.already.exists': () => post(`${authorization}/divisions`, { name: 'Sales' }),
    },
    [`GET ${authorization}/divisions/query`]: {
      'both.after.and.before.provided': () =>
        org.call(admin, 'GET', `${authorization}/divisions/query?after=a&before=b`),
    },
    [`PUT ${authorization}/divisions/{divisionId}`]: {
      'division.name.invalid': () => put(`${authorization}/divisions/${home}`, { name: ' ' }),
    },
    [`DELETE ${authorization}/divisions/{divisionId}`]: {
      'precondition.failure': () => org.call(admin, 'DELETE', `${authorization}/divisions/${home}`),
    },
    [`GET ${authorization}/divisionspermitted/paged/me`]: {
      'missing.permission.param': () =>
        org.call(admin, 'GET', `${authorization}/divisionspermitted/paged/me`),
    },
    'PUT /api/v2/tokens/timeout': {
      'token.timeout.exceeded': timeout(299, false),
      'max.idle.token.timeout.exceeded': timeout(28_801, false),
      'token.timeout.exceeded.hipaa': timeout(299, true),
      'max.idle.hipaa.token.timeout.exceeded': timeout(901, true),
    },
    'GET /api/v2/users/me': {
      'not.a.user': async () => org.call(await org.automationToken(), 'GET', '/api/v2/users/me'),
    },
    'PUT /api/v2/users/{subjectId}/roles': {
      'general.bad.request': () => put(`/api/v2/users/${me}/roles`, ['x']),
      'general.resource.not.found': () => put('/api/v2/users/x/roles', []),
    },
  };

  for (const { method, path, codes = [] } of operations) {
    for (const each of codes) {
      it(`${method} ${path}: ${each}`, async () => {
        const scenario = scenarios[`${method} ${path}`]?.[each];
        assert.ok(scenario, 'no scenario brings it about');
        const reply = await scenario();
        assert.equal(reply.at('code'), each);
        assert.equal(reply.at('status'), reply.status);
        assert.ok(codesOf(factsOf(method, path), reply.status).includes(each));
        assert.deepEqual(findingsOf('ErrorBody', reply.body), []);
      });
    }
  }
});
