import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Access } from '../../../src/core/procedures/context.ts';
import type { LoadedAccess } from '../../../src/core/procedures/loadedOrg.ts';
import { leavesUsersOut, withNamedAccess } from '../../../src/core/procedures/namedAccess.ts';
import {
  aContext,
  anOrg,
  fewRoles,
  HOME,
  inOrg,
  SALES,
  SCIM_ROLE,
  SUPERVISOR,
  UNTOLD,
} from './situations.ts';

const EVERYWHERE = 'All divisions';

function toldOf(access: LoadedAccess): Access {
  const { destination } = aContext({ destination: inOrg(anOrg({ access })) });
  assert.ok(destination.kind === 'org');
  return destination.org.access;
}

const FEW = toldOf(fewRoles());

describe('Roles by name, for the admin page', () => {
  it('G12, G13: takes along the names of what was chosen in the org', () => {
    const divisionIds = [HOME.id, SALES.id];
    const roles = [
      { roleId: SUPERVISOR.id, divisionIds },
      { roleId: SCIM_ROLE.id, divisionIds },
    ];
    const draft = withNamedAccess({ name: 'Export', roles }, FEW, EVERYWHERE);
    assert.equal(draft.roleNames, 'Supervisor\nSCIM Integration');
    assert.equal(draft.divisionNames, 'Home\nSales');
    assert.deepEqual([draft.name, draft.roles], ['Export', roles], 'all else stays');
  });

  it('G13: keeps the divisions of each role apart where they differ', () => {
    const roles = [
      { roleId: SUPERVISOR.id, divisionIds: [HOME.id, SALES.id] },
      { roleId: SCIM_ROLE.id, divisionIds: ['*'] },
    ];
    const draft = withNamedAccess({ roles }, FEW, EVERYWHERE);
    assert.equal(draft.roleNames, 'Supervisor (Home, Sales)\nSCIM Integration (All divisions)');
    assert.equal(draft.divisionNames, '');
  });

  it('S5: calls every division by its name, too', () => {
    const roles = [{ roleId: SCIM_ROLE.id, divisionIds: ['*'] }];
    assert.equal(withNamedAccess({ roles }, FEW, 'すべての部門').divisionNames, 'すべての部門');
  });

  it('falls back to the ID of what the org did not name', () => {
    const access = toldOf(fewRoles({ roles: UNTOLD, divisions: UNTOLD, held: UNTOLD }));
    const roles = [{ roleId: 'role-1', divisionIds: ['division-1'] }];
    const { roleNames, divisionNames } = withNamedAccess({ roles }, access, EVERYWHERE);
    assert.deepEqual([roleNames, divisionNames], ['role-1', 'division-1']);
  });

  it('loses nothing that was typed, and names nothing where nothing was chosen', () => {
    const roles = [{ roleId: SUPERVISOR.id, divisionIds: [HOME.id] }];
    const typed = { roles, roleNames: 'Export role', divisionNames: '' };
    assert.deepEqual(withNamedAccess(typed, FEW, EVERYWHERE), typed);
    assert.deepEqual(withNamedAccess({ roles: [] }, FEW, EVERYWHERE), { roles: [] });
    assert.deepEqual(withNamedAccess({}, FEW, EVERYWHERE), {});
  });
});

describe('S5: whom an identity provider does not reach', () => {
  const chosen = (...divisionIds: string[]) => [{ roleId: SCIM_ROLE.id, divisionIds }];

  it('are the users of the divisions that are not chosen', () => {
    assert.equal(leavesUsersOut(chosen(HOME.id), FEW), true);
    assert.equal(leavesUsersOut(chosen('*'), FEW), false);
    const all = FEW.divisions.kind === 'known' ? FEW.divisions.value.total : 0;
    assert.equal(leavesUsersOut(chosen(...Array.from({ length: all }, (_, at) => `${at}`)), FEW), false);
  });

  it('is not said while nothing is chosen, or nobody told which divisions there are', () => {
    assert.equal(leavesUsersOut(chosen(), FEW), false);
    assert.equal(leavesUsersOut(chosen(HOME.id), { divisions: UNTOLD }), false);
  });
});
