import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Access, OrgRole } from '../../../src/core/procedures/context.ts';
import { scimRoleStanding } from '../../../src/core/procedures/scimRole.ts';
import { anAccess, aRole, holding, SCIM_PERMISSIONS, SCIM_ROLE, SUPERVISOR, UNTOLD } from './situations.ts';

const LOADING = { kind: 'loading' } as const;
const ONE_MORE = [...SCIM_PERMISSIONS, 'routing:queue:view'];
const ONE_FEWER = SCIM_PERMISSIONS.slice(1);

function inOrgWith(...roles: OrgRole[]): Pick<Access, 'roles'> {
  return { roles: { kind: 'known', value: roles } };
}

/** Whether the caller holds a role that a SCIM client may have, and the names of those, the likeliest first. */
function standing(differences: Partial<Access>): string {
  const found = scimRoleStanding(anAccess(differences));
  if (found.kind === 'held') return `held: ${found.roles.map(({ name }) => name)}`;
  return found.kind === 'not-held' ? `not-held: ${found.role.name}` : found.kind;
}

describe('Whether the caller holds the SCIM Integration role', () => {
  it('S1: held', () => {
    assert.equal(standing({}), 'held: SCIM Integration');
  });

  it('S1: held in a single division counts, too', () => {
    const value = [{ roleId: SCIM_ROLE.id, roleName: SCIM_ROLE.name, divisionId: 'division-sales' }];
    assert.equal(standing({ held: { kind: 'known', value } }), 'held: SCIM Integration');
  });

  it('S1: in the org, but not held', () => {
    assert.equal(standing({ held: holding(SUPERVISOR) }), 'not-held: SCIM Integration');
  });

  it('S1: not in the org', () => {
    assert.equal(standing(inOrgWith(SUPERVISOR)), 'missing');
    assert.equal(standing(inOrgWith()), 'missing');
  });

  it('S1: an org that shipped it under another name still has it', () => {
    const renamed = { ...SCIM_ROLE, name: 'SCIM 統合' };
    assert.equal(standing(inOrgWith(renamed)), 'held: SCIM 統合');
    assert.equal(standing({ ...inOrgWith(renamed), held: holding() }), 'not-held: SCIM 統合');
  });

  it('S1: a custom role that only has its name is not it', () => {
    const namesake = aRole('namesake', { name: 'SCIM Integration', permissions: ONE_MORE });
    assert.equal(standing({ ...inOrgWith(namesake), held: holding(namesake) }), 'missing');
  });

  it('S4: a custom role with exactly the same permissions is as good, in whatever order', () => {
    const twin = aRole('Directory Sync', { permissions: [...SCIM_PERMISSIONS].reverse() });
    assert.equal(standing({ ...inOrgWith(SCIM_ROLE, twin), held: holding(twin) }), 'held: Directory Sync');
    const both = { ...inOrgWith(twin, SCIM_ROLE), held: holding(twin, SCIM_ROLE) };
    assert.equal(standing(both), 'held: SCIM Integration,Directory Sync', 'the shipped one first');
  });

  for (const [what, permissions] of Object.entries({
    'one permission more': ONE_MORE,
    'one permission fewer': ONE_FEWER,
    'no permission': [],
    'every permission': ['*:*:*'],
    'one permission for another': [...ONE_FEWER, 'routing:queue:view'],
  })) {
    it(`S4: a custom role with ${what} does not do`, () => {
      const other = aRole('Other', { permissions });
      const access = { ...inOrgWith(other, SCIM_ROLE), held: holding(other) };
      assert.equal(standing(access), 'not-held: SCIM Integration');
    });
  }

  it('S4: a custom role is compared with the shipped one as the org has it now', () => {
    const changed = { ...SCIM_ROLE, permissions: ONE_MORE };
    const twinOfChanged = aRole('Twin of the changed one', { permissions: ONE_MORE });
    const twinOfShipped = aRole('Twin of the shipped one', { permissions: SCIM_PERMISSIONS });
    const roles = inOrgWith(changed, twinOfChanged, twinOfShipped);
    assert.equal(standing({ ...roles, held: holding(twinOfShipped) }), 'not-held: SCIM Integration');
    assert.equal(standing({ ...roles, held: holding(twinOfChanged) }), 'held: Twin of the changed one');
  });

  for (const [what, unsaid] of Object.entries({ 'not told': UNTOLD, 'still loading': LOADING })) {
    it(`S1: unclear while what the caller holds is ${what}`, () => {
      assert.equal(standing({ held: unsaid }), 'unclear');
    });

    it(`S1: held by its name while the roles of the org are ${what}`, () => {
      assert.equal(standing({ roles: unsaid }), 'held: SCIM Integration');
    });

    it(`S1: unclear, not missing, while the roles of the org are ${what} and none of its name is held`, () => {
      assert.equal(standing({ roles: unsaid, held: holding(SUPERVISOR) }), 'unclear');
    });
  }
});
