import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { LoadedAccess, OrgRole } from '../../../src/core/procedures/loadedOrg.ts';
import { scimRoleStanding } from '../../../src/core/procedures/scimRoleStanding.ts';
import { aRole, fewRoles, holding, SCIM_PERMISSIONS, SCIM_ROLE, SUPERVISOR, UNTOLD } from './situations.ts';

const LOADING = { kind: 'loading' } as const;
const ONE_MORE = [...SCIM_PERMISSIONS, 'routing:queue:view'];
const ONE_FEWER = SCIM_PERMISSIONS.slice(1);

/** What somebody may have made of a role that was as shipped. */
const CHANGES: Record<string, string[]> = {
  'one permission more': ONE_MORE,
  'one permission fewer': ONE_FEWER,
  'every permission': ['*:*:*'],
  'every permission of a domain': [...SCIM_PERMISSIONS, 'directory:*:*'],
  'one permission for another': [...ONE_FEWER, 'routing:queue:view'],
  'a permission under conditions': [...ONE_FEWER, `${SCIM_PERMISSIONS[0]} ("queue":"EQ")`],
};

function inOrgWith(...roles: OrgRole[]): Pick<LoadedAccess, 'roles'> {
  return { roles: { kind: 'known', value: roles } };
}

/** Whether the caller holds a role that a SCIM client may have, and the names of those, the likeliest first. */
function standing(differences: Partial<LoadedAccess>): string {
  const found = scimRoleStanding(fewRoles(differences));
  if (found.kind === 'held') return `held: ${found.roles.map(({ name }) => name)}`;
  return 'role' in found ? `${found.kind}: ${found.role.name}` : found.kind;
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

  for (const [what, permissions] of Object.entries({ ...CHANGES, 'no permission': [] })) {
    it(`S4: a custom role with ${what} does not do`, () => {
      const other = aRole('Other', { permissions });
      const access = { ...inOrgWith(other, SCIM_ROLE), held: holding(other) };
      assert.equal(standing(access), 'not-held: SCIM Integration');
    });
  }

  for (const [what, permissions] of Object.entries({ ...CHANGES, 'no permission': [] })) {
    it(`S4: SCIM Integration itself with ${what} is altered, whatever it is called`, () => {
      for (const name of ['SCIM Integration', 'Identity']) {
        const altered = { ...SCIM_ROLE, name, permissions };
        assert.equal(standing({ ...inOrgWith(altered), held: holding(altered) }), `altered: ${name}`);
        assert.equal(standing({ ...inOrgWith(altered), held: holding() }), `altered: ${name}`);
      }
    });
  }

  it('S4: an altered one tells what was added and what was taken away', () => {
    const altered = { ...SCIM_ROLE, permissions: [...ONE_FEWER, 'routing:queue:view'] };
    const found = scimRoleStanding(fewRoles(inOrgWith(altered)));
    assert.ok(found.kind === 'altered');
    assert.deepEqual([found.added, found.taken], [['routing:queue:view'], [SCIM_PERMISSIONS[0]]]);
  });

  it('S4: a custom role as shipped is right beside an altered one, and one like the altered is not', () => {
    const altered = { ...SCIM_ROLE, permissions: ONE_MORE };
    const asShipped = aRole('As shipped', { permissions: SCIM_PERMISSIONS });
    const likeAltered = aRole('Like the altered', { permissions: ONE_MORE });
    const roles = inOrgWith(altered, likeAltered, asShipped);
    assert.equal(standing({ ...roles, held: holding(altered, asShipped) }), 'held: As shipped');
    assert.equal(standing({ ...roles, held: holding(altered, likeAltered) }), 'altered: SCIM Integration');
    assert.equal(standing({ ...roles, held: holding(likeAltered) }), 'not-held: As shipped');
  });

  it('S4: where nobody may read how it is shipped, it is held all the same, with the doubt', () => {
    const untold = { ...SCIM_ROLE, shipped: UNTOLD };
    const twin = aRole('Twin', { permissions: SCIM_PERMISSIONS });
    const doubt = { isMarkedAltered: false, error: UNTOLD.error };
    for (const role of [untold, twin]) {
      const access = fewRoles({ ...inOrgWith(untold, twin), held: holding(role) });
      const { id, name } = role;
      assert.deepEqual(scimRoleStanding(access), { kind: 'held', roles: [{ id, name }], doubt });
    }
    const marked = { ...untold, isMarkedAltered: true };
    const found = scimRoleStanding(fewRoles({ ...inOrgWith(marked), held: holding(marked) }));
    assert.ok(found.kind === 'held' && found.doubt?.isMarkedAltered === true);
  });

  it('S1: held by its name where the org does not tell its roles, with the doubt that this leaves', () => {
    const found = scimRoleStanding(fewRoles({ roles: UNTOLD }));
    assert.ok(found.kind === 'held');
    assert.deepEqual(found.doubt, { isMarkedAltered: false, error: UNTOLD.error });
  });

  it('S4: unclear while the roles of the org are still loading, because a name proves nothing', () => {
    assert.equal(standing({ roles: LOADING }), 'unclear');
  });

  for (const [what, unsaid] of Object.entries({ 'not told': UNTOLD, 'still loading': LOADING })) {
    it(`S1: unclear while what the caller holds is ${what}`, () => {
      assert.equal(standing({ held: unsaid }), 'unclear');
    });

    it(`S1: unclear, not missing, while the roles of the org are ${what} and none of its name is held`, () => {
      assert.equal(standing({ roles: unsaid, held: holding(SUPERVISOR) }), 'unclear');
    });
  }
});
