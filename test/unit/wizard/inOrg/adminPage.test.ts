import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { ProcedureId } from '../../../../src/core/procedures/draft.ts';
import type { Copyable } from '../../../../src/core/wizard/messages.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { FRAMEWORK, type OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

describe('The admin page', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(() => {
    desk = useDesk();
  });

  async function begin(procedure: ProcedureId): Promise<void> {
    wizard = await desk.begin(procedure);
  }

  async function choose(region: string): Promise<void> {
    desk.region = region;
    await wizard.does({ type: 'connect', way: 'admin-page' });
  }

  async function copied(what: Copyable): Promise<string> {
    wizard.world.clipboard = '';
    await wizard.does({ type: 'copy', what });
    return wizard.world.clipboard;
  }

  it('G1: leads from the palette to framework.js without one request', async () => {
    await begin('embeddable');
    const before = await desk.requests();
    await choose('mypurecloud.com');
    const clientId = 'ABCDEF01-2345-4678-9ABC-DEF012345678';
    await wizard.answers({ name: 'Agent desktop', clientId });
    assert.equal(await copied('admin-name'), 'Agent desktop');
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.ok(desk.texts.get(FRAMEWORK.uri)?.includes(clientId.toLowerCase()));
    assert.deepEqual(await desk.requests(), before);
  });

  it('S6: copies the role and the addresses that an identity provider asks for', async () => {
    await begin('scim');
    await choose('mypurecloud.de');
    const clientId = 'abcdef01-2345-4678-9abc-def012345678';
    await wizard.answers({ name: 'Entra ID', provider: 'entra', divisionNames: 'Sales', clientId });
    assert.equal(await copied('admin-roles'), 'SCIM Integration');
    assert.equal(await copied('admin-divisions'), 'Sales');
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.equal(await copied('scim-base-url'), 'https://api.mypurecloud.de/api/v2/scim/v2');
  });

  it('G12: knows the roles by name that were chosen in the org', async () => {
    await begin('general');
    await desk.connect(wizard);
    const [role] = wizard.roles;
    const [division] = wizard.divisions;
    assert.ok(role && division);
    const roles = [{ roleId: role.id, divisionIds: [division.id] }];
    await wizard.answers({ grantType: 'CLIENT-CREDENTIALS', roles });
    await choose('mypurecloud.de');
    const { roleNames, divisionNames } = wizard.state.memory.draft;
    assert.deepEqual([roleNames, divisionNames], [role.name, division.name]);
  });

  it('S5: knows by name the divisions that were chosen before a client was adopted, which is not possible there', async () => {
    await begin('scim');
    await desk.connect(wizard);
    const division = wizard.divisions.find(({ isHome }) => !isHome);
    const role = wizard.roles.find(({ name }) => name === 'SCIM Integration');
    const { rows } = wizard.list('clients-to-use');
    assert.ok(division && role && rows[0]);
    await wizard.answers({ roles: [{ roleId: role.id, divisionIds: [division.id] }], adopts: rows[0].id });
    await choose('mypurecloud.de');
    const { roleNames, divisionNames } = wizard.state.memory.draft;
    assert.deepEqual([roleNames, divisionNames], [role.name, division.name]);
  });
});
