import assert from 'node:assert/strict';
import { idOf, policies, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const authorization = '/api/v2/authorization';
type Pair = { readonly roleId: string; readonly divisionId: string };

describe('many roles of one subject', () => {
  const org = useOrg();
  let admin: string;
  let developer: string;
  let home: string;
  let sales: string;
  let [supervisor, outbound, employee] = ['', '', ''];

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    developer = idOf(await org().call(await org().signIn('developer'), 'GET', '/api/v2/users/me'));
    home = idOf(await org().call(admin, 'GET', `${authorization}/divisions/home`));
    sales = String(
      (await org().call(admin, 'GET', `${authorization}/divisions?name=Sales`)).at('entities.0.id'),
    );
    supervisor = await roleId(org(), admin, 'Supervisor');
    outbound = await roleId(org(), admin, 'Outbound Admin');
    employee = await roleId(org(), admin, 'Employee');
  });

  const bulk = (action: 'add' | 'remove' | 'replace', id: string, grants: readonly Pair[], query = '') =>
    org().call(admin, 'POST', `${authorization}/subjects/${id}/bulk${action}${query}`, { grants });
  const heldBy = async (id: string) => {
    const subject = await org().call(admin, 'GET', `${authorization}/subjects/${id}`);
    const grants = subject.at('grants');
    assert.ok(Array.isArray(grants));
    return grants.map(({ role, division }) => `${role.id} ${division.id}`).sort();
  };
  const written = (pairs: readonly Pair[]) => pairs.map((pair) => `${pair.roleId} ${pair.divisionId}`).sort();

  it('are added to those that are held', async () => {
    const before = await heldBy(developer);
    const more = [
      { roleId: supervisor, divisionId: home },
      { roleId: supervisor, divisionId: sales },
      { roleId: outbound, divisionId: '*' },
    ];
    assert.equal((await bulk('add', developer, [...more, ...more])).status, 204);
    assert.deepEqual(await heldBy(developer), [...before, ...written(more)].sort());
  });
  it('are taken; what is not held changes nothing', async () => {
    const [held] = await heldBy(developer);
    const [roleOfHeld = '', divisionId = ''] = held?.split(' ') ?? [];
    const before = await heldBy(developer);
    const taken = [
      { roleId: roleOfHeld, divisionId },
      { roleId: outbound, divisionId: sales },
    ];
    assert.equal((await bulk('remove', developer, taken)).status, 204);
    assert.deepEqual(
      await heldBy(developer),
      before.filter((each) => each !== held),
    );
  });
  it('are replaced by exactly those that are asked for', async () => {
    const asked = [
      { roleId: employee, divisionId: home },
      { roleId: outbound, divisionId: sales },
    ];
    assert.equal((await bulk('replace', developer, asked)).status, 204);
    assert.deepEqual(await heldBy(developer), written(asked));
    assert.equal((await bulk('replace', developer, [])).status, 204);
    assert.deepEqual(await heldBy(developer), []);
  });
  it('can be those of a client, each once', async () => {
    const first = { roleId: employee, divisionId: home };
    const draft = { name: 'M', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions: [first] };
    const id = idOf(await org().call(admin, 'POST', '/api/v2/oauth/clients', draft));
    const second = { roleId: supervisor, divisionId: sales };
    assert.equal(
      (await bulk('add', id, [first, second, second], '?subjectType=PC_OAUTH_CLIENT')).status,
      204,
    );
    assert.deepEqual(await heldBy(id), written([first, second]));
    assert.equal((await bulk('remove', id, [first])).status, 204);
    assert.deepEqual(await heldBy(id), written([second]));
    assert.equal((await bulk('replace', id, [first], '?subjectType=PC_OAUTH_CLIENT')).status, 204);
    assert.deepEqual(await heldBy(id), written([first]));
  });
  it('become visible late when the org is slow, and are not given twice meanwhile', async () => {
    await org().turn({ grantsVisibleAfterSeconds: 10 });
    const before = await heldBy(developer);
    const more = [{ roleId: supervisor, divisionId: home }];
    await bulk('add', developer, more);
    assert.deepEqual(await heldBy(developer), before);
    await bulk('add', developer, more);
    await org().turn({ clockOffsetSeconds: 11 });
    assert.deepEqual(await heldBy(developer), [...before, ...written(more)].sort());
  });
  it('are left alone as a whole when one role or division does not exist', async () => {
    const before = await heldBy(developer);
    const good = { roleId: supervisor, divisionId: home };
    for (const action of ['add', 'replace'] as const) {
      for (const bad of [
        { roleId: 'x', divisionId: home },
        { roleId: supervisor, divisionId: 'x' },
      ]) {
        const answer = await bulk(action, developer, [good, bad]);
        assert.deepEqual([answer.status, answer.at('code')], [400, 'bad.role.divisions']);
      }
    }
    assert.deepEqual(await heldBy(developer), before);
  });
  it('belong to somebody: 404 for nobody, for another type of subject and for a group', async () => {
    for (const action of ['add', 'remove', 'replace'] as const) {
      assert.equal((await bulk(action, 'nobody', [])).at('code'), 'not.found');
    }
    for (const type of ['PC_OAUTH_CLIENT', 'PC_GROUP']) {
      assert.equal((await bulk('add', developer, [], `?subjectType=${type}`)).at('code'), 'not.found');
    }
    const wrong = await bulk('replace', developer, [], '?subjectType=DOG');
    assert.equal(wrong.at('code'), 'invalid.query.param.value');
  });
  it('need the permission where they are, and, to be replaced, where they were', async () => {
    const permissionPolicies = policies('authorization:grant:add', 'authorization:grant:delete');
    const role = { name: 'Granter', permissionPolicies };
    const granter = idOf(await org().call(admin, 'POST', `${authorization}/roles`, role));
    const me = idOf(await org().call(admin, 'GET', '/api/v2/users/me'));
    await bulk('add', me, [{ roleId: granter, divisionId: '*' }]);
    const inHome = await org().tokenOfNewClient(admin, [{ roleId: granter, divisionId: home }]);
    await bulk('replace', developer, [{ roleId: employee, divisionId: sales }]);
    const replace = await org().call(inHome, 'POST', `${authorization}/subjects/${developer}/bulkreplace`, {
      grants: [{ roleId: employee, divisionId: home }],
    });
    assert.equal(replace.at('code'), 'missing.division.permissions');
    assert.deepEqual(await heldBy(developer), [`${employee} ${sales}`]);
  });
});
