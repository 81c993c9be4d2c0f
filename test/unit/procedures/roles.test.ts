import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Context } from '../../../src/core/procedures/context.ts';
import type { ChosenRole } from '../../../src/core/procedures/draft.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';
import {
  aContext,
  fewRoles,
  findingsOf,
  HOME,
  NOT_HELD,
  onAdminPage,
  SALES,
  SCIM_ROLE,
  SUPERVISOR,
  UNTOLD,
  withAccess,
} from './situations.ts';

const MACHINE = { name: 'Night job', grantType: 'CLIENT-CREDENTIALS' } as const;
const inHome = (roleId: string): ChosenRole => ({ roleId, divisionIds: [HOME.id] });

function findings(roles: ChosenRole[], context?: Context): string[] {
  return findingsOf('general', { ...MACHINE, roles }, context);
}

function firstFinding(roles: ChosenRole[], context = aContext()) {
  return check('general', { ...MACHINE, roles }, context)[0];
}

describe('The roles of client credentials', () => {
  it('G12: are at least one', () => {
    assert.deepEqual(findings([]), ['error roles-missing']);
  });

  it('G12: are of those that the caller holds', () => {
    assert.deepEqual(findings([inHome(SUPERVISOR.id), inHome(SCIM_ROLE.id)]), []);
  });

  it('G12: refuse one that the caller does not hold, by its name, and take just that one away', () => {
    const finding = firstFinding([inHome(SUPERVISOR.id), inHome(NOT_HELD.id)]);
    assert.equal(finding?.code, 'role-not-held');
    assert.deepEqual(finding.args, { role: 'Outbound Admin' });
    assert.deepEqual(finding.fixes[0]?.change, { roles: [inHome(SUPERVISOR.id)] });
  });

  it('G12: refuse one that was deleted meanwhile, and take just that one away', () => {
    const finding = firstFinding([inHome('deleted'), inHome(SUPERVISOR.id)]);
    assert.equal(finding?.code, 'role-gone');
    assert.deepEqual(finding.fixes[0]?.change, { roles: [inHome(SUPERVISOR.id)] });
  });

  it('G12: leave the decision to the org where it keeps its roles to itself', () => {
    const context = withAccess({ roles: UNTOLD, divisions: UNTOLD, held: UNTOLD });
    assert.deepEqual(findings([inHome('whatever')], context), []);
  });

  it('G12: refuse what is certainly not held although the list of roles is not told', () => {
    const context = withAccess({ roles: UNTOLD });
    assert.deepEqual(findings([inHome(NOT_HELD.id)], context), ['error role-not-held']);
    assert.deepEqual(findings([inHome(SUPERVISOR.id)], context), []);
  });

  it('G12: can be chosen while they are still loading', () => {
    const loading = { kind: 'loading' } as const;
    const context = withAccess({ roles: loading, divisions: loading, held: loading });
    assert.deepEqual(findings([inHome(SUPERVISOR.id)], context), []);
    assert.deepEqual(findings([], context), ['error roles-missing']);
  });

  it('G12: are not asked about on the admin page, where they are picked by name', () => {
    const clientId = '0b1f0c5e-0000-4000-8000-000000000002';
    const context = aContext({ destination: onAdminPage() });
    assert.deepEqual(findingsOf('general', { ...MACHINE, clientId, roles: [] }, context), []);
  });
});

describe('The divisions of a role', () => {
  it('G13: are at least one; the Home division is offered', () => {
    const bare = { roleId: SUPERVISOR.id, divisionIds: [] };
    const finding = firstFinding([inHome(SCIM_ROLE.id), bare]);
    assert.equal(finding?.code, 'role-without-division');
    assert.deepEqual(finding.args, { role: 'Supervisor' });
    assert.deepEqual(finding.fixes[0]?.change, { roles: [inHome(SCIM_ROLE.id), inHome(SUPERVISOR.id)] });
  });

  it('G13: offer no Home division where nobody knows which it is', () => {
    const finding = firstFinding(
      [{ roleId: SUPERVISOR.id, divisionIds: [] }],
      withAccess({ divisions: UNTOLD }),
    );
    assert.equal(finding?.code, 'role-without-division');
    assert.deepEqual(finding.fixes, []);
  });

  it('G13: refuse one that was deleted meanwhile, and keep the others', () => {
    const chosen = { roleId: SUPERVISOR.id, divisionIds: ['deleted', SALES.id, 'deleted-too'] };
    const finding = firstFinding([chosen]);
    assert.equal(finding?.code, 'division-gone');
    assert.deepEqual(finding.fixes[0]?.change, { roles: [{ ...chosen, divisionIds: [SALES.id] }] });
  });

  it('G13: may be several, or all of them, those to come included', () => {
    assert.deepEqual(findings([{ roleId: SUPERVISOR.id, divisionIds: [HOME.id, SALES.id] }]), []);
    const roles = [{ roleId: SUPERVISOR.id, divisionIds: ['*'] }];
    assert.deepEqual(findings(roles), []);
    const [create] = plan('general', { ...MACHINE, roles }, aContext()) ?? [];
    assert.ok(create?.kind === 'create-client');
    assert.deepEqual(create.body.roleDivisions, [{ roleId: SUPERVISOR.id, divisionId: '*' }]);
  });

  it('G13: are sent once each, role by role', () => {
    const roles = [
      { roleId: SUPERVISOR.id, divisionIds: [SALES.id, HOME.id, SALES.id] },
      inHome(SCIM_ROLE.id),
    ];
    const [create] = plan('general', { ...MACHINE, roles }, aContext()) ?? [];
    assert.ok(create?.kind === 'create-client');
    assert.deepEqual(create.body.roleDivisions, [
      { roleId: SUPERVISOR.id, divisionId: SALES.id },
      { roleId: SUPERVISOR.id, divisionId: HOME.id },
      { roleId: SCIM_ROLE.id, divisionId: HOME.id },
    ]);
  });

  it('G13: stay quick to check with 2,000 roles in 500 divisions', async () => {
    const roles = Array.from({ length: 2_000 }, (_, i) => ({
      ...SUPERVISOR,
      id: `role-${i}`,
      name: `Role ${i}`,
    }));
    const divisions = Array.from({ length: 500 }, (_, i) => ({ ...SALES, id: `division-${i}` }));
    const context = withAccess({
      ...fewRoles(),
      roles: { kind: 'known', value: roles },
      divisions: { kind: 'known', value: divisions },
      held: {
        kind: 'known',
        value: roles.map(({ id, name }) => ({ roleId: id, roleName: name, divisionId: '*' })),
      },
    });
    const chosen = roles
      .slice(-5)
      .map(({ id }) => ({ roleId: id, divisionIds: divisions.map((each) => each.id) }));
    const took = await cpuMilliseconds(() => assert.deepEqual(findings(chosen, context), []));
    assert.ok(took < 100, `${took} ms`);
  });
});
