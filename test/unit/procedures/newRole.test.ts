import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Permission } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import type { NewRole } from '../../../src/core/procedures/newRole.ts';
import { Plan } from '../../../src/core/procedures/plan.ts';
import { inOrg } from '../../wizard/context.ts';
import { anOrg } from '../../wizard/samples.ts';
import { aContext, fewRoles, HOME, onAdminPage, SUPERVISOR } from './situations.ts';

const MAY: Permission[] = [
  'oauth:client:add',
  'authorization:role:add',
  'authorization:role:delete',
  'authorization:grant:add',
];
const calls = { first: ['GET /api/v2/users'], total: 1 };
const ROLE: NewRole = {
  name: ' Wallboard ',
  description: 'Only this',
  permissions: ['directory:user:view', 'analytics:conversationDetail:view', 'group_creation'].map(
    (permission) => ({ permission, for: calls }),
  ),
  divisionIds: [HOME.id],
};
const API = 'https://api.mypurecloud.jp/api/v2';

function org(permissions: readonly Permission[] = MAY) {
  const caller = { kind: 'user' as const, id: 'me', name: 'Kim', permissions: [...permissions], roles: [] };
  return anOrg({ practice: false, access: fewRoles(), caller });
}

function context(permissions?: readonly Permission[]) {
  return aContext({ destination: inOrg(org(permissions)) });
}

function draft(newRole: Partial<NewRole> = {}, others: Draft = {}): Draft {
  return { name: 'CRM', grantType: 'CLIENT-CREDENTIALS', newRole: { ...ROLE, ...newRole }, ...others };
}

function codesOf(each: Draft, where = context()): string[] {
  return check('general', each, where).flatMap(({ severity, code, place }) =>
    place === 'newRole' || place === 'roles' ? [`${severity} ${code}`] : [],
  );
}

describe('G12: a role that is made for a client', () => {
  it('comes first in the plan, is given to oneself where the client gets it, and then to the client', () => {
    const steps = plan('general', draft(), context());
    assert.deepEqual(
      steps?.map(({ kind }) => kind),
      ['create-role', 'give-role', 'create-client', 'keep-secret', 'read-back', 'prove'],
    );
    const [role, given, client] = steps;
    assert.deepEqual(role, {
      kind: 'create-role',
      orgName: 'Practice Org',
      url: `${API}/authorization/roles`,
      body: {
        name: 'Wallboard',
        description: 'Only this',
        permissions: ['group_creation'],
        permissionPolicies: [
          { domain: 'analytics', entityName: 'conversationDetail', actionSet: ['view'] },
          { domain: 'directory', entityName: 'user', actionSet: ['view'] },
        ],
      },
    });
    assert.deepEqual(given, {
      kind: 'give-role',
      name: 'Wallboard',
      url: `${API}/authorization/roles/{new-role-id}?subjectType=PC_USER`,
      subjectType: 'PC_USER',
      body: { subjectIds: ['me'], divisionIds: [HOME.id] },
    });
    assert.ok(client?.kind === 'create-client');
    assert.deepEqual(client.body.roleDivisions, [{ roleId: '{new-role-id}', divisionId: HOME.id }]);
    assert.deepEqual(Plan.parse(JSON.parse(JSON.stringify(steps))), steps);
  });

  it('stands beside roles that are there', () => {
    const roles = [{ roleId: SUPERVISOR.id, divisionIds: ['*'] }];
    const steps = plan('general', draft({}, { roles }), context());
    const client = steps?.find((step) => step.kind === 'create-client');
    assert.deepEqual(client?.body.roleDivisions, [
      { roleId: SUPERVISOR.id, divisionId: '*' },
      { roleId: '{new-role-id}', divisionId: HOME.id },
    ]);
  });

  it('is given to the client that one is signed in with, where that is who calls', () => {
    const caller = { kind: 'client' as const, name: 'Terraform' };
    const facts = { ...org(), caller, signedInWith: 'client-1' };
    const where = aContext({ destination: inOrg(facts) });
    const given = plan('general', draft(), where)?.find((step) => step.kind === 'give-role');
    assert.deepEqual(
      [given?.subjectType, given?.body.subjectIds, given?.url.endsWith('PC_OAUTH_CLIENT')],
      ['PC_OAUTH_CLIENT', ['client-1'], true],
    );
    assert.deepEqual(codesOf(draft(), where), ['warning role-permission-unknown']);
  });

  it('cannot be made while nobody knows to whom it would be given', () => {
    const error = { kind: 'forbidden' as const, answer: { status: 403 } };
    const facts = { ...org(), caller: { kind: 'unknown' as const, error } };
    const where = aContext({ destination: inOrg(facts) });
    assert.deepEqual(codesOf(draft(), where), ['error role-holder-unknown']);
    assert.equal(plan('general', draft(), where), undefined);
  });

  it('goes no way but with client credentials, in an org, for a new client', () => {
    const code: Draft = { grantType: 'CODE', redirectUris: 'https://a.example.com/', scopes: ['users'] };
    const kinds = (steps: Plan | undefined) => steps?.map(({ kind }) => kind) ?? [];
    assert.equal(kinds(plan('general', draft({}, code), context())).includes('create-role'), false);
    const there = aContext({ destination: onAdminPage() });
    const clientId = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
    assert.deepEqual(kinds(plan('general', draft({ name: '' }, { clientId }), there)), ['use-client']);
    const scim = plan('scim', { ...draft(), provider: 'entra' }, context());
    assert.equal(kinds(scim).includes('create-role'), false);
  });

  const names: [what: string, name: string, finding: string[]][] = [
    ['none', '  ', ['error role-name-missing']],
    ['one that nobody sees', '\u200b', ['error role-name-missing']],
    ['one with a line break in it', 'Wall\nboard', ['error role-name-invisible']],
    ['one that is too long', 'x'.repeat(101), ['error role-name-too-long']],
    ['the longest that there may be', 'x'.repeat(100), []],
    [
      'that of a role of the org, in other letters',
      ` ${SUPERVISOR.name.toUpperCase()} `,
      ['error role-name-in-use'],
    ],
  ];
  for (const [what, name, findings] of names)
    it(`is asked for a name: ${what}`, () => {
      assert.deepEqual(codesOf(draft({ name })), findings);
    });

  it('G13: applies in a division that is there', () => {
    assert.deepEqual(codesOf(draft({ divisionIds: [] })), ['error role-without-division']);
    const [finding] = check('general', draft({ divisionIds: [] }), context());
    assert.deepEqual(finding?.fixes[0]?.change, { newRole: { ...ROLE, divisionIds: [HOME.id] } });
    assert.deepEqual(codesOf(draft({ divisionIds: ['gone'] })), ['error division-gone']);
  });

  it('G1: is told before Save what one lacks to make it, give it and take it back', () => {
    for (const lacked of ['authorization:role:add', 'authorization:grant:add'] as const) {
      const where = context(MAY.filter((permission) => permission !== lacked));
      assert.deepEqual(codesOf(draft(), where), ['error role-permission-missing']);
      const [finding] = check('general', draft(), where).filter(({ place }) => place === 'newRole');
      assert.deepEqual(finding?.args['permissions'], [lacked]);
    }
    const where = context(MAY.filter((permission) => permission !== 'authorization:role:delete'));
    assert.deepEqual(codesOf(draft(), where), ['warning role-stays']);
    assert.ok(plan('general', draft(), where));
  });

  it('is enough: no other role must be chosen', () => {
    assert.deepEqual(codesOf(draft()), []);
    assert.deepEqual(codesOf({ ...draft(), newRole: null }), ['error roles-missing']);
  });
});
