import assert from 'node:assert/strict';
import { idOf, policies, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const rolesPath = '/api/v2/authorization/roles';

describe('what a role of the practice org gives', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    machine = await org().automationToken();
  });

  const me = () => org().call(admin, 'GET', '/api/v2/users/me?expand=authorization');
  const create = async (role: object) => idOf(await org().call(machine, 'POST', rolesPath, role));
  const read = (id: string) => org().call(machine, 'GET', `${rolesPath}/${id}`);
  const change = (id: string, role: object) => org().call(machine, 'PUT', `${rolesPath}/${id}`, role);
  /** Gives the administrator a role, everywhere. */
  const giveMe = async (id: string) => {
    const path = `/api/v2/authorization/subjects/${idOf(await me())}/divisions/*/roles/${id}`;
    assert.equal((await org().call(machine, 'POST', path)).status, 204);
  };

  const asked = {
    name: 'Agent',
    description: '',
    permissions: ['group_creation'],
    permissionPolicies: policies('routing:queue:view'),
  };

  it('is general permissions as they were given, and policies apart from them', async () => {
    const id = await create(asked);
    const created = await read(id);
    assert.deepEqual(created.at('permissions'), ['group_creation']);
    assert.deepEqual(created.at('permissionPolicies'), [
      { ...asked.permissionPolicies[0], allowConditions: false },
    ]);
    const general = { ...asked, permissions: ['admin', 'group_creation'], permissionPolicies: [] };
    assert.equal((await change(id, general)).status, 200);
    const changed = await read(id);
    assert.deepEqual(changed.at('permissions'), ['admin', 'group_creation']);
    assert.deepEqual(changed.at('permissionPolicies'), []);
  });
  it('is the actions that a star stands for, written out', async () => {
    const resourceConditionNode = { variableName: 'Queue.id', operator: 'EQ' };
    const routing = { domain: 'routing', entityName: '*' };
    const wishes: [object, Record<string, string[]>][] = [
      [{ domain: 'routing', entityName: 'queue', actionSet: ['*'] }, { queue: ['add', 'edit', 'view'] }],
      [
        { ...routing, actionSet: ['*'] },
        { language: ['assign', 'manage'], queue: ['add', 'edit', 'view'], skill: ['assign', 'manage'] },
      ],
      [
        { ...routing, actionSet: ['view', 'assign'], resourceConditionNode },
        { language: ['assign'], queue: ['view'], skill: ['assign'] },
      ],
      // The org does not have this domain, and so cannot say what the star stands for.
      [{ domain: 'webchat', entityName: 'deployment', actionSet: ['*'] }, { deployment: ['*'] }],
    ];
    const id = await create(asked);
    for (const [policy, expected] of wishes) {
      await change(id, { name: 'Agent', permissionPolicies: [policy] });
      const held = (await read(id)).at('permissionPolicies');
      assert.ok(Array.isArray(held));
      const actions = held.map(({ entityName, actionSet }) => [entityName, actionSet]);
      assert.deepEqual(Object.fromEntries(actions), expected);
      const isLimited = 'resourceConditionNode' in policy;
      assert.ok(held.every((each) => 'resourceConditionNode' in each === isLimited));
    }
  });
  it('S4: compares as what its stars stand for', async () => {
    const id = await roleId(org(), machine, 'Supervisor');
    const permissionPolicies = [{ domain: 'voicemail', entityName: '*', actionSet: ['*'] }];
    const employee = await roleId(org(), machine, 'Employee');
    const path = `${rolesPath}/${id}/comparedefault/${employee}`;
    const difference = await org().call(machine, 'POST', path, { name: 'Supervisor', permissionPolicies });
    assert.deepEqual(difference.at('addedPermissionPolicies'), []);
    assert.deepEqual(difference.at('removedPermissionPolicies'), []);
  });
  it('opens operations by its policies alone', async () => {
    const open = async (role: object) => {
      const id = await create(role);
      await giveMe(id);
      const token = await org().tokenOfNewClient(admin, [{ roleId: id, divisionId: '*' }]);
      return (await org().call(token, 'GET', rolesPath)).status;
    };
    const permission = 'authorization:role:view';
    assert.equal(await open({ name: 'A', permissions: [permission] }), 403);
    assert.equal(await open({ name: 'B', permissionPolicies: policies(permission) }), 200);
  });
  it('is told to the person who holds it, and found by each of its permissions', async () => {
    const id = await create(asked);
    await giveMe(id);
    const held = (await me()).at('authorization.permissions');
    assert.ok(Array.isArray(held) && held.includes('group_creation') && held.includes('routing:queue:view'));
    const query = 'permission=group_creation,routing:queue:view';
    const found = await org().call(machine, 'GET', `${rolesPath}?${query}`);
    assert.deepEqual([found.at('total'), found.at('entities.0.id')], [1, id]);
  });
  it('S4: is no longer as shipped with a general permission more, until it is restored', async () => {
    const id = await roleId(org(), machine, 'SCIM Integration');
    const permissionPolicies = (await read(id)).at('permissionPolicies');
    const more = { name: 'SCIM Integration', permissions: ['group_creation'], permissionPolicies };
    assert.equal((await change(id, more)).at('roleNeedsUpdate'), true);
    const difference = await org().call(machine, 'GET', `${rolesPath}/${id}/comparedefault/scimIntegration`);
    assert.deepEqual(difference.at('userOrgRole.permissions'), ['group_creation']);
    assert.deepEqual(difference.at('roleFromDefault.permissions'), []);
    assert.deepEqual(difference.at('addedPermissionPolicies'), []);
    await org().call(machine, 'PUT', `${rolesPath}/default`, [{ id }]);
    const restored = await read(id);
    assert.deepEqual([restored.at('permissions'), restored.at('roleNeedsUpdate')], [[], false]);
  });
  it('needs an update as somebody says by PATCH, which changes nothing else, until the role is changed', async () => {
    const id = await roleId(org(), machine, 'SCIM Integration');
    const before = await read(id);
    const note = (body: object) => org().call(machine, 'PATCH', `${rolesPath}/${id}`, body);
    for (const roleNeedsUpdate of [true, false]) {
      const noted = await note({ name: 'Another', permissionPolicies: [], roleNeedsUpdate });
      assert.equal(noted.at('roleNeedsUpdate'), roleNeedsUpdate);
      assert.equal((await read(id)).at('roleNeedsUpdate'), roleNeedsUpdate);
    }
    assert.deepEqual((await read(id)).body, before.body);
    assert.equal((await note({ name: 'SCIM Integration' })).at('code'), 'constraint.validation');
    const altered = { name: 'SCIM Integration', permissionPolicies: policies('routing:queue:view') };
    assert.equal((await change(id, altered)).at('roleNeedsUpdate'), true);
  });
  it('S4: earns the long duration no more with a general permission more', async () => {
    const id = await roleId(org(), machine, 'Directory Sync');
    const roleDivisions = [{ roleId: id, divisionId: '*' }];
    const draft = { name: 'M', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
    const path = '/api/v2/oauth/clients';
    const long = { ...draft, accessTokenValiditySeconds: 38_880_000 };
    const client = `${path}/${idOf(await org().call(machine, 'POST', path, long))}`;
    const duration = async () => (await org().call(machine, 'GET', client)).at('accessTokenValiditySeconds');
    assert.equal(await duration(), 38_880_000);
    const permissionPolicies = (await read(id)).at('permissionPolicies');
    await change(id, { name: 'Directory Sync', permissions: ['group_creation'], permissionPolicies });
    assert.equal(await duration(), 86_400);
  });
});
