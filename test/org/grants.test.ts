import assert from 'node:assert/strict';
import type { Reply } from './client.ts';
import { idOf, policies, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const rolesPath = '/api/v2/authorization/roles';
const divisionsPath = '/api/v2/authorization/divisions';

describe('grants of the practice org', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;
  let me: string;
  let scim: string;
  let home: string;

  const meWith = (token: string) => org().call(token, 'GET', '/api/v2/users/me?expand=authorization');
  const names = (reply: Reply, place: string) => JSON.stringify(reply.at(place) ?? []);

  beforeEach(async () => {
    machine = await org().automationToken();
    admin = await org().signIn('administrator-without-scim');
    me = idOf(await org().call(admin, 'GET', '/api/v2/users/me'));
    scim = await roleId(org(), admin, 'SCIM Integration');
    home = idOf(await org().call(admin, 'GET', `${divisionsPath}/home`));
  });
  const grantPath = () => `/api/v2/authorization/subjects/${me}/divisions/${home}/roles/${scim}`;

  it('S1: one may grant oneself a role, and it can be taken again', async () => {
    assert.equal((await org().call(admin, 'POST', grantPath())).status, 204);
    assert.match(names(await meWith(admin), 'authorization.roles'), /SCIM/);
    const subject = await org().call(admin, 'GET', '/api/v2/authorization/subjects/me');
    assert.match(JSON.stringify(subject.body), /SCIM Integration/);
    assert.equal((await org().call(admin, 'DELETE', grantPath())).status, 204);
    assert.doesNotMatch(names(await meWith(admin), 'authorization.roles'), /SCIM/);
  });
  it('S1: become visible late when the org is slow', async () => {
    await org().turn({ grantsVisibleAfterSeconds: 10 });
    const body = { subjectIds: [me], divisionIds: [home] };
    assert.equal((await org().call(admin, 'POST', `${rolesPath}/${scim}`, body)).status, 204);
    assert.doesNotMatch(names(await meWith(admin), 'authorization.roles'), /SCIM/);
    await org().turn({ clockOffsetSeconds: 11 });
    assert.match(names(await meWith(admin), 'authorization.roles'), /SCIM/);
  });
  it('say who was given a role, people and clients, from the moment that they were', async () => {
    await org().turn({ grantsVisibleAfterSeconds: 10 });
    const holders = async () => {
      const answer = await org().call(admin, 'GET', `${rolesPath}/${scim}/subjectgrants?pageSize=500`);
      return JSON.stringify(answer.at('entities'));
    };
    assert.doesNotMatch(await holders(), new RegExp(me));
    await org().call(admin, 'POST', grantPath());
    assert.match(await holders(), new RegExp(`"id":"${me}","name":"[^"]+","type":"PC_USER".*"id":"${home}"`));
    await org().turn({ grantsVisibleAfterSeconds: 0, clockOffsetSeconds: 11 });
    const client = await org().call(admin, 'POST', '/api/v2/oauth/clients', {
      name: 'Holder',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: scim, divisionId: '*' }],
    });
    assert.match(
      await holders(),
      new RegExp(`"id":"${idOf(client)}","name":"Holder","type":"PC_OAUTH_CLIENT"`),
    );
  });
  it('replace all roles of a person at once', async () => {
    const employee = await roleId(org(), admin, 'Employee');
    const developer = idOf(await org().call(await org().signIn('developer'), 'GET', '/api/v2/users/me'));
    const answer = await org().call(admin, 'PUT', `/api/v2/users/${developer}/roles`, [scim, employee]);
    assert.doesNotMatch(names(answer, 'roles'), /Developer/);
    assert.match(names(answer, 'roles'), /SCIM/);
  });

  const wrong: [string, () => [string, string, unknown?], string][] = [
    ['an unknown subject', () => ['POST', grantPath().replace(me, 'x')], 'not.found'],
    ['an unknown division', () => ['POST', grantPath().replace(home, 'x')], 'not.found'],
    ['an unknown role', () => ['POST', grantPath().replace(scim, 'x')], 'not.found'],
    [
      'an unknown type of subject',
      () => ['POST', `${grantPath()}?subjectType=DOG`],
      'invalid.query.param.value',
    ],
    [
      'an unknown type of subject in bulk',
      () => ['POST', `${rolesPath}/${scim}?subjectType=DOG`, { subjectIds: [me], divisionIds: [home] }],
      'invalid.subject.type',
    ],
    [
      'nobody in bulk',
      () => ['POST', `${rolesPath}/${scim}`, { subjectIds: [], divisionIds: [home] }],
      'constraint.validation',
    ],
    ['the roles of nobody', () => ['GET', '/api/v2/users/x/roles'], 'not.found'],
    ['to give roles to nobody', () => ['PUT', '/api/v2/users/x/roles', []], 'general.resource.not.found'],
    [
      'to give roles that there are not',
      () => ['PUT', `/api/v2/users/${me}/roles`, ['x']],
      'general.bad.request',
    ],
  ];
  for (const [what, request, expected] of wrong) {
    it(`refuse ${what}: ${expected}`, async () => {
      const [method, path, body] = request();
      assert.equal((await org().call(admin, method, path, body)).at('code'), expected);
    });
  }
  it('refuse a division in which the caller may not grant: 403 missing.division.permissions', async () => {
    const role = await org().call(admin, 'POST', rolesPath, {
      name: 'Granter',
      permissionPolicies: policies('authorization:grant:add', 'authorization:grant:delete'),
    });
    await org().call(admin, 'PUT', `/api/v2/users/${me}/roles`, []);
    await org().call(machine, 'PUT', `/api/v2/users/${me}/roles`, [idOf(role)]);
    const other = await org().call(machine, 'POST', divisionsPath, { name: 'Elsewhere' });
    const path = `/api/v2/authorization/subjects/${me}/divisions/${idOf(other)}/roles/${scim}`;
    assert.equal((await org().call(admin, 'POST', path)).at('code'), 'missing.division.permissions');
    assert.equal((await org().call(admin, 'DELETE', path)).at('code'), 'missing.division.permissions');
    assert.equal((await org().call(admin, 'POST', grantPath())).status, 204);
    const bulk = { subjectIds: [me], divisionIds: [home, idOf(other)] };
    assert.equal(
      (await org().call(admin, 'POST', `${rolesPath}/${scim}`, bulk)).at('code'),
      'missing.division.permissions',
    );
  });
});
