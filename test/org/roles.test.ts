import assert from 'node:assert/strict';
import type { Reply } from './client.ts';
import { policies, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const rolesPath = '/api/v2/authorization/roles';

describe('roles of the practice org', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    machine = await org().automationToken();
  });

  const meWith = (token: string) => org().call(token, 'GET', '/api/v2/users/me?expand=authorization');
  const names = (reply: Reply, place: string) => JSON.stringify(reply.at(place) ?? []);

  describe('roles', () => {
    it('come in pages of 25, each with the way to the others', async () => {
      for (let n = 0; n < 30; n++) await org().call(machine, 'POST', rolesPath, { name: `Extra ${n}` });
      const first = await org().call(machine, 'GET', rolesPath);
      assert.equal(first.at('entities.length'), 25);
      assert.equal(first.at('pageCount'), 2);
      assert.equal(first.at('previousUri'), undefined);
      const second = await org().call(machine, 'GET', String(first.at('nextUri')));
      assert.equal(second.at('entities.length'), Number(first.at('total')) - 25);
      assert.equal(second.at('nextUri'), undefined);
      assert.equal((await org().call(machine, 'GET', `${rolesPath}?pageNumber=9`)).at('entities.length'), 0);
    });
    it('name the other pages of the same list, with its filters', async () => {
      const query = 'permission=routing:queue:view&userCount=false&pageSize=1';
      const first = await org().call(machine, 'GET', `${rolesPath}?${query}`);
      const second = await org().call(machine, 'GET', String(first.at('nextUri')));
      assert.deepEqual(
        [first, second].map((page) => [page.at('entities.0.name'), page.at('entities.0.userCount')]),
        [
          ['Master Admin', undefined],
          ['Supervisor', undefined],
        ],
      );
      assert.equal(second.at('nextUri'), undefined);
    });
    it('can be found by a part of the name, by default role and by permission', async () => {
      const found = async (query: string) => {
        const answer = await org().call(machine, 'GET', `${rolesPath}?${query}`);
        return (JSON.stringify(answer.body).match(/"description":/g) ?? []).length === 0
          ? []
          : [...Array(Number(answer.at('total'))).keys()].map((index) => answer.at(`entities.${index}.name`));
      };
      assert.deepEqual(await found('name=scim%20integ'), ['SCIM Integration']);
      assert.deepEqual(await found('defaultRoleId=scimIntegration'), ['SCIM Integration']);
      assert.deepEqual(await found('permission=routing:queue:view'), ['Master Admin', 'Supervisor']);
      assert.deepEqual(await found('name=nothing%20like%20it'), []);
    });
    const wrong: [string, string][] = [
      ['pageSize=0', 'invalid.query.param.value'],
      ['pageNumber=-1', 'invalid.query.param.value'],
      ['userCount=maybe', 'invalid.query.param.value'],
      [Array.from({ length: 101 }, (_, n) => `id=${n}`).join('&'), 'max.role.ids'],
    ];
    for (const [query, expected] of wrong) {
      it(`refuse ${query.slice(0, 20)}: ${expected}`, async () => {
        assert.equal((await org().call(machine, 'GET', `${rolesPath}?${query}`)).at('code'), expected);
      });
    }
    it('refuse a name that is taken: 400 general.bad.request', async () => {
      const employee = await roleId(org(), machine, 'Employee');
      assert.equal(
        (await org().call(machine, 'POST', rolesPath, { name: 'employee' })).at('code'),
        'general.bad.request',
      );
      const answer = await org().call(machine, 'PUT', `${rolesPath}/${employee}`, { name: 'Developer' });
      assert.equal(answer.at('code'), 'general.bad.request');
    });
    it('say whether a default role was changed, and compare it with how it was shipped', async () => {
      const id = await roleId(org(), machine, 'SCIM Integration');
      const permissionPolicies = policies('directory:user:add', 'routing:queue:view');
      const changed = { name: 'SCIM Integration', permissionPolicies };
      assert.equal(
        (await org().call(machine, 'PUT', `${rolesPath}/${id}`, changed)).at('roleNeedsUpdate'),
        true,
      );
      const difference = await org().call(
        machine,
        'GET',
        `${rolesPath}/${id}/comparedefault/scimIntegration`,
      );
      assert.match(names(difference, 'addedPermissionPolicies'), /queue/);
      assert.match(names(difference, 'removedPermissionPolicies'), /extension/);
    });
  });

  describe('comparing with default roles', () => {
    const comparison = async (name: string, right: string) =>
      `${rolesPath}/${await roleId(org(), machine, name)}/comparedefault/${right}`;

    it("finds nothing different in a custom role that is as shipped, by the default or by the org's own role", async () => {
      const own = await roleId(org(), machine, 'SCIM Integration');
      for (const right of ['scimIntegration', own]) {
        const difference = await org().call(machine, 'GET', await comparison('Directory Sync', right));
        assert.equal(names(difference, 'addedPermissionPolicies'), '[]');
        assert.equal(names(difference, 'removedPermissionPolicies'), '[]');
        assert.equal(difference.at('roleFromDefault.name'), 'SCIM Integration');
      }
    });
    it('S4: finds a condition that was added, and marks the role', async () => {
      const id = await roleId(org(), machine, 'SCIM Integration');
      const role = await org().call(machine, 'GET', `${rolesPath}/${id}`);
      const policies = role.at('permissionPolicies');
      assert.ok(Array.isArray(policies));
      const node = { variableName: 'Group.id', operator: 'EQ', operands: [{ type: 'SCALAR', value: '1' }] };
      const [first, ...others] = policies;
      const permissionPolicies = [{ ...first, resourceConditionNode: node }, ...others];
      const changed = await org().call(machine, 'PUT', `${rolesPath}/${id}`, {
        name: 'SCIM Integration',
        permissionPolicies,
      });
      assert.equal(changed.at('roleNeedsUpdate'), true);
      const difference = await org().call(
        machine,
        'GET',
        await comparison('SCIM Integration', 'scimIntegration'),
      );
      assert.deepEqual(difference.at('addedPermissionPolicies.0.resourceConditionNode'), node);
      assert.equal(difference.at('removedPermissionPolicies.0.resourceConditionNode'), undefined);
      assert.equal(difference.at('addedPermissionPolicies.1'), undefined);
    });
    it('compares a role as it would be saved, and saves nothing', async () => {
      const path = await comparison('SCIM Integration', 'scimIntegration');
      const permissionPolicies = policies('directory:user:add', 'routing:queue:view');
      const unsaved = { name: 'SCIM Integration', permissionPolicies };
      const difference = await org().call(machine, 'POST', path, unsaved);
      assert.match(names(difference, 'addedPermissionPolicies'), /queue/);
      const saved = await org().call(machine, 'GET', path);
      assert.equal(names(saved, 'addedPermissionPolicies'), '[]');
      assert.equal(
        (await org().call(machine, 'POST', path, { permissions: [] })).at('code'),
        'constraint.validation',
      );
    });
    it('knows no role and no default role of another ID: 404 not.found', async () => {
      const custom = await roleId(org(), machine, 'Directory Sync');
      for (const path of [
        await comparison('Directory Sync', 'nothing'),
        await comparison('SCIM Integration', custom),
        `${rolesPath}/nothing/comparedefault/scimIntegration`,
      ]) {
        assert.equal((await org().call(machine, 'GET', path)).at('code'), 'not.found');
      }
      for (const body of [[{ id: custom }], [{ id: 'nothing' }], [{}], [{ defaultRoleId: 'nothing' }]]) {
        assert.equal(
          (await org().call(machine, 'PUT', `${rolesPath}/default`, body)).at('code'),
          'not.found',
        );
      }
    });
    it('gives the actions that a star stands for', async () => {
      const policies = [{ domain: 'authorization', entityName: '*', actionSet: ['*'] }];
      const created = await org().call(machine, 'POST', rolesPath, {
        name: 'Wide',
        permissionPolicies: policies,
      });
      const wide = { roleId: String(created.at('id')), divisionId: '*' };
      await org().call(
        machine,
        'POST',
        `/api/v2/authorization/subjects/${String((await meWith(admin)).at('id'))}/divisions/*/roles/${wide.roleId}`,
      );
      const token = await org().tokenOfNewClient(admin, [wide]);
      assert.equal((await org().call(token, 'GET', rolesPath)).status, 200);
      assert.equal((await org().call(token, 'GET', '/api/v2/oauth/clients')).status, 403);
    });
  });

  describe('restoring default roles', () => {
    const policiesOf = async (id: string) =>
      names(await org().call(machine, 'GET', `${rolesPath}/${id}`), 'permissionPolicies');

    it('S1: brings a missing one back, and gives it to nobody', async () => {
      const id = await roleId(org(), machine, 'SCIM Integration');
      assert.equal((await org().call(machine, 'DELETE', `${rolesPath}/${id}`)).status, 204);
      assert.doesNotMatch(names(await meWith(admin), 'authorization.roles'), /SCIM/);
      const answer = await org().call(machine, 'POST', `${rolesPath}/default`);
      assert.equal(answer.at('entities.0.name'), 'SCIM Integration');
      assert.equal(answer.at('entities.length'), 1);
      assert.match(await policiesOf(id), /"user","actionSet":\["add"/);
    });
    it('without force leaves what was changed; with force puts it back, custom roles aside', async () => {
      const supervisor = await roleId(org(), machine, 'Supervisor');
      const custom = await roleId(org(), machine, 'Directory Sync');
      await org().call(machine, 'PUT', `${rolesPath}/${supervisor}`, { name: 'Boss', permissions: [] });
      await org().call(machine, 'PUT', `${rolesPath}/${custom}`, { name: 'Directory Sync', permissions: [] });
      await org().call(machine, 'POST', `${rolesPath}/default`);
      assert.equal(await policiesOf(supervisor), '[]');
      await org().call(machine, 'POST', `${rolesPath}/default?force=true`);
      assert.match(await policiesOf(supervisor), /"routing","entityName":"queue"/);
      assert.equal(await policiesOf(custom), '[]');
    });
    it('can be limited to some', async () => {
      const supervisor = await roleId(org(), machine, 'Supervisor');
      const developer = await roleId(org(), machine, 'Developer');
      for (const id of [supervisor, developer]) {
        await org().call(machine, 'PUT', `${rolesPath}/${id}`, { name: `Changed ${id}`, permissions: [] });
      }
      await org().call(machine, 'PUT', `${rolesPath}/default`, [{ id: supervisor }]);
      assert.notEqual(await policiesOf(supervisor), '[]');
      assert.equal(await policiesOf(developer), '[]');
    });
  });
});
