import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayBeScimRole, scimCandidates, scimJudgement } from '../../../src/core/clients/forScim.ts';
import { type PermissionPolicy, Role } from '../../../src/core/platform/authorization.ts';
import type { OrgRole } from '../../../src/core/procedures/loadedOrg.ts';
import { readRoles } from '../../../src/core/procedures/loadOrg.ts';
import { useServer } from '../../host/useServer.ts';
import { roleId } from '../../org/samples.ts';
import { useOrg } from '../../org/useOrg.ts';
import { aRole, SCIM_PERMISSIONS, shippedAs, UNTOLD } from '../procedures/situations.ts';

const ROLES = '/api/v2/authorization/roles';

/** What becomes of every role of an org, by its name or ID, in a word; an ellipsis stands for conditions. */
async function fitsIn(apiUrl: string, accessToken: string, by: 'id' | 'name' = 'id') {
  const roles = await readRoles({ apiUrl, accessToken, language: 'en' });
  assert.ok(roles.ok, JSON.stringify(roles));
  const judge = scimJudgement(roles.value);
  const short = (permissions: readonly string[]) =>
    permissions.map((each) => each.replace(/ .*/, '…')).join();
  const entries = roles.value.map((role) => {
    const fit = judge(role);
    const said = fit.kind === 'altered' ? `altered +${short(fit.added)} -${short(fit.taken)}` : fit.kind;
    return [role[by], said];
  });
  const fits: Record<string, string> = Object.fromEntries(entries);
  return fits;
}

describe('A role of the practice org, for SCIM', () => {
  const org = useOrg();

  /** Makes this of the role that the org ships for SCIM, and says what becomes of it. */
  async function altered(change: (policies: PermissionPolicy[]) => object, name = 'SCIM Integration') {
    const admin = await org().signIn('administrator');
    const path = `${ROLES}/${await roleId(org(), admin, 'SCIM Integration')}`;
    const { permissionPolicies } = Role.parse((await org().call(admin, 'GET', path)).body);
    const body = { name, permissionPolicies, ...change(permissionPolicies ?? []) };
    assert.equal((await org().call(admin, 'PUT', path, body)).status, 200);
    const fits = await fitsIn(org().baseUrl, admin, 'name');
    assert.equal(fits['Directory Sync'], 'fits', 'as shipped, made by somebody');
    assert.equal(fits['Supervisor'], 'other');
    return fits[name];
  }

  const onGroup = (policies: PermissionPolicy[], change: object) => ({
    permissionPolicies: policies.map((each) => (each.entityName === 'group' ? { ...each, ...change } : each)),
  });
  const condition = {
    conjunction: 'AND',
    terms: [{ variableName: 'Group.id', operator: 'EQ', operands: [{ type: 'SCALAR', value: '1' }] }],
  };

  it('S4: fits as shipped, and however it is called', async () => {
    assert.equal(await altered(() => ({})), 'fits');
    assert.equal(await altered(() => ({}), 'Identity'), 'fits');
  });

  it('S4: fits while its policies are only written otherwise', async () => {
    const cutUp = (policies: PermissionPolicy[]) =>
      policies.flatMap((each) => (each.actionSet ?? []).map((action) => ({ ...each, actionSet: [action] })));
    assert.equal(await altered((policies) => ({ permissionPolicies: cutUp(policies).reverse() })), 'fits');
  });

  const alterations: Record<string, [change: (policies: PermissionPolicy[]) => object, becomes: string]> = {
    'an action more': [
      (policies) => onGroup(policies, { actionSet: ['add', 'edit'] }),
      'altered +directory:group:add -',
    ],
    'an action fewer': [
      (policies) => onGroup(policies, { actionSet: [] }),
      'altered + -directory:group:edit',
    ],
    'a condition': [
      (policies) => onGroup(policies, { resourceConditionNode: condition }),
      'altered +directory:group:edit… -directory:group:edit',
    ],
    'a whole domain': [
      (policies) => ({
        permissionPolicies: [...policies, { domain: 'routing', entityName: '*', actionSet: ['*'] }],
      }),
      // The org writes out what a star stands for.
      'altered +routing:language:manage,routing:queue:add,routing:queue:edit,routing:queue:view,routing:skill:manage -',
    ],
  };
  for (const [what, [change, becomes]] of Object.entries(alterations)) {
    it(`S4: is altered by ${what}, whatever it is called, and the org lets tokens end after a day`, async () => {
      assert.equal(await altered(change), becomes);
      const admin = await org().automationToken();
      const scim = await roleId(org(), admin, 'SCIM Integration');
      const client = await org().call(admin, 'POST', '/api/v2/oauth/clients', {
        name: 'SCIM',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        accessTokenValiditySeconds: 38_880_000,
        roleDivisions: [{ roleId: scim, divisionId: '*' }],
      });
      assert.equal(client.at('accessTokenValiditySeconds'), 86_400);
    });
  }

  it('S4: is unchecked where comparing is refused', async () => {
    const admin = await org().signIn('administrator');
    const pathPrefix = `${ROLES}/${await roleId(org(), admin, 'SCIM Integration')}/comparedefault`;
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, pathPrefix }] });
    const fits = await fitsIn(org().baseUrl, admin, 'name');
    assert.equal(fits['SCIM Integration'], 'unchecked');
    assert.equal(fits['Directory Sync'], 'unchecked');
  });
});

describe('A role of an org of any kind, for SCIM', () => {
  const server = useServer();
  const SHIPPED = [{ domain: 'directory', entityName: 'user', actionSet: ['add', 'edit'] }];
  const MORE = [{ domain: 'directory', entityName: 'user', actionSet: ['add', 'edit', 'delete'] }];
  const SCIM = { roleFromDefault: { name: 'SCIM Integration', permissionPolicies: SHIPPED } };

  const role = (id: string, name: string, permissionPolicies: unknown, defaultRoleId?: string) => ({
    ...{ id, name, permissionPolicies },
    ...(defaultRoleId !== undefined && { default: true, defaultRoleId }),
  });
  const ships = (name: string, permissionPolicies: unknown) => ({
    roleFromDefault: { name, permissionPolicies },
  });

  /** What becomes of the roles of an org that lists these, and answers comparisons like this (by default; else 404). */
  async function judged(entities: object[], comparisons: Record<string, object>) {
    let compared = 0;
    const baseUrl = await server.start((request, response) => {
      const id = /comparedefault\/(.*)$/.exec(request.url ?? '')?.[1];
      if (id !== undefined) compared += 1;
      const answer = id === undefined ? { entities, pageCount: 1 } : comparisons[decodeURIComponent(id)];
      response.statusCode = answer === undefined ? 404 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer ?? { code: 'not.found' }));
    });
    const fits = await fitsIn(baseUrl, 'canary-token');
    await server.stop();
    return { fits, compared };
  }

  it('S4: whatever the org ships is right, not what is known here, and it is asked once', async () => {
    const roles = [
      role('a', 'SCIM Integration', SHIPPED, 'x'),
      role('b', 'B', SHIPPED),
      role('c', 'C', MORE),
    ];
    const { fits, compared } = await judged(roles, { x: SCIM });
    assert.deepEqual(fits, { a: 'fits', b: 'fits', c: 'other' });
    assert.equal(compared, 1);
  });

  it('S4: another default role that was given the name is not it', async () => {
    const roles = [role('a', 'SCIM Integration', MORE, 'reports'), role('b', 'Identity', SHIPPED, 'scim-1')];
    const { fits } = await judged(roles, { reports: ships('Reports', MORE), 'scim-1': SCIM });
    assert.deepEqual(fits, { a: 'other', b: 'fits' });
  });

  it('S4: two default roles are both right where they allow the same', async () => {
    for (const name of ['SCIM Integration', 'SCIM 統合']) {
      const roles = [role('a', name, SHIPPED, 'x'), role('b', 'SCIM of old', SHIPPED, 'y')];
      const { fits } = await judged(roles, { x: ships(name, SHIPPED), y: ships('SCIM of old', SHIPPED) });
      assert.deepEqual(fits, { a: 'fits', b: 'fits' }, name);
    }
  });

  it('S4: nothing is certain where two default roles could be it', async () => {
    const roles = [role('a', 'SCIM 統合', SHIPPED, 'x'), role('b', 'SCIM 読み取り', MORE, 'y')];
    const comparisons = { x: ships('SCIM 統合', SHIPPED), y: ships('SCIM 読み取り', MORE) };
    assert.deepEqual((await judged(roles, comparisons)).fits, { a: 'unchecked', b: 'unchecked' });
    assert.deepEqual((await judged(roles.slice(0, 1), comparisons)).fits, { a: 'fits' });
  });

  it('S4: nothing is certain of a role that is recognized only by what it allows', async () => {
    const policies = SCIM_PERMISSIONS.map((permission) => {
      const [domain, entityName, action] = permission.split(':');
      return { domain, entityName, actionSet: [action] };
    });
    const roles = [
      role('a', 'ID 連携', policies, 'x'),
      role('b', 'Admin', MORE, 'y'),
      role('c', 'C', policies),
    ];
    const { fits, compared } = await judged(roles, { x: ships('ID 連携', policies) });
    assert.deepEqual(fits, { a: 'unchecked', b: 'unchecked', c: 'unchecked' });
    assert.equal(compared, 1);
    const renamed = await judged(roles, { x: ships('SCIM Integration', policies) });
    assert.deepEqual(renamed.fits, { a: 'fits', b: 'other', c: 'fits' });
  });

  it('S4: an org that does not compare, ships nothing or names no default leaves it unchecked', async () => {
    const scim = role('a', 'SCIM Integration', SHIPPED, 'x');
    const answers = [
      {},
      { x: {} },
      { x: ships('SCIM Integration', []) },
      { x: ships('SCIM Integration', null) },
    ];
    for (const comparisons of answers) {
      assert.deepEqual((await judged([scim], comparisons)).fits, { a: 'unchecked' });
    }
    const { fits, compared } = await judged([{ ...scim, defaultRoleId: null }], { x: SCIM });
    assert.deepEqual([fits, compared], [{ a: 'unchecked' }, 0]);
  });

  it('S4: what the org finds the same is the same, although it writes it otherwise', async () => {
    const written = [{ domain: 'directory', entityName: 'user', actionSet: ['*'] }];
    const roles = [role('a', 'SCIM Integration', written, 'x'), role('b', 'B', written)];
    const nothing = { addedPermissionPolicies: [], removedPermissionPolicies: [] };
    assert.deepEqual((await judged(roles, { x: { ...SCIM, ...nothing } })).fits, { a: 'fits', b: 'fits' });
    assert.match((await judged(roles, { x: SCIM })).fits['a'] ?? '', /^altered/);
  });

  it('S4: an org that lists roles without what they allow is not said to have altered or chosen any', async () => {
    const roles = [role('a', 'SCIM Integration', null, 'x'), role('b', 'B', null)];
    assert.deepEqual((await judged(roles, { x: SCIM })).fits, { a: 'unchecked', b: 'unchecked' });
    const held = { ...SCIM, userOrgRole: { permissionPolicies: SHIPPED } };
    assert.deepEqual((await judged(roles, { x: held })).fits, { a: 'fits', b: 'unchecked' });
  });

  it('S1: an org without such a role is asked nothing more', async () => {
    const { fits, compared } = await judged(
      [role('a', 'Admin', MORE, 'admin'), role('b', 'SCIM mine', MORE)],
      {},
    );
    assert.deepEqual([fits, compared], [{ a: 'unchecked', b: 'unchecked' }, 0]);
  });
});

describe('The role that a SCIM client needs', () => {
  const ADD = ['directory:user:add'];
  const VIEW = ['directory:user:view'];
  const scim = aRole('scim', { name: 'SCIM Integration', permissions: ADD, shipped: UNTOLD });
  const other = aRole('other', { name: 'SCIM of old', permissions: VIEW, shipped: UNTOLD });
  const copy = aRole('copy', { permissions: ADD });
  const copyOfOther = aRole('copy-of-other', { permissions: VIEW });
  const empty = aRole('empty');

  /** The roles that are likely the right one, in an org that does not tell what it ships. */
  function likely(...roles: OrgRole[]): string[] {
    const judge = scimJudgement(roles);
    return roles.flatMap((role) => {
      const fit = judge(role);
      assert.ok(fit.kind === 'unchecked', fit.kind);
      return fit.isLikely ? [role.id] : [];
    });
  }

  it('S4: is likely the one with its name, and whatever allows the same', () => {
    assert.deepEqual(likely(other, copyOfOther, scim, copy, empty), ['scim', 'copy']);
  });

  it('S4: is likely each default role that may be it, where none has its name', () => {
    const renamed = { ...scim, name: 'SCIM 統合' };
    assert.deepEqual(likely(renamed, other, copy, empty), ['scim', 'other', 'copy']);
  });

  it('S4: is likely the one with its name although the org tells nothing of it, and no other like that', () => {
    assert.deepEqual(likely({ ...scim, permissions: [] }, copy, empty), ['scim']);
  });

  it('S4: is not certain where the org refuses to tell of one of two that may be it', () => {
    const told = aRole('told', { name: 'SCIM 統合', permissions: ADD, shipped: shippedAs('SCIM 統合', ADD) });
    assert.deepEqual(likely(told, other), ['told', 'other']);
    assert.equal(scimJudgement([told, copy])(copy).kind, 'fits');
  });

  it('S4: is hardly one that the org tells nothing of, once it is known which it is', () => {
    const known = { ...scim, shipped: shippedAs('SCIM Integration', ADD) };
    assert.deepEqual(scimJudgement([known, empty])(empty), { kind: 'unchecked', isLikely: false });
  });

  it('S4: is looked for among the default roles alone, the one with its name first', () => {
    assert.deepEqual(scimCandidates([copy, other, scim]), [scim, other]);
  });

  it('S4: is asked for by name, else by what it allows, if that is half of it and no more than as much again', () => {
    const holding = (id: string, permissions: readonly string[]): Role => ({
      ...{ id, name: id, default: true, defaultRoleId: id },
      permissionPolicies: permissions.map((permission) => {
        const [domain = '', entityName, action = ''] = permission.split(':');
        return { domain, entityName, actionSet: [action] };
      }),
    });
    const foreign = Array.from({ length: 11 }, (_, index) => `routing:queue:${index}`);
    const roles: readonly Role[] = [
      holding('half', SCIM_PERMISSIONS.slice(5)),
      holding('fewer', SCIM_PERMISSIONS.slice(6)),
      holding('twice', [...SCIM_PERMISSIONS, ...foreign.slice(1)]),
      holding('more', [...SCIM_PERMISSIONS, ...foreign]),
      { ...holding('mine', SCIM_PERMISSIONS), default: false },
      { id: 'untold', name: 'untold', default: true, permissionPolicies: null },
    ];
    const ids = (found: readonly Role[]) => found.map(({ id }) => id);
    assert.deepEqual(ids(mayBeScimRole(roles)), ['half', 'twice']);
    const named: Role = { ...holding('named', []), name: 'SCIM 統合' };
    const madeByHand: Role = { ...named, id: 'by-hand', default: null };
    assert.deepEqual(ids(mayBeScimRole([...roles, madeByHand, named])), ['named']);
  });
});
