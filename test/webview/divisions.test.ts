import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ALL_DIVISIONS } from '../../src/core/platform/authorization.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import type { LoadedAccess } from '../../src/core/procedures/loadedOrg.ts';
import {
  anAccess,
  anOrg,
  aRole,
  home,
  loadingAccess,
  scimRole,
  unreadableAccess,
} from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

const twin = { ...aRole('role-twin', { name: 'Directory sync' }), permissions: scimRole.permissions };

describe('Divisions of a SCIM client', () => {
  it('S4: refuses a second role, and goes back to the one alone', async () => {
    const wizard = await openDivisions({
      roles: [
        { roleId: scimRole.id, divisionIds: [home.id] },
        { roleId: 'role-1', divisionIds: [home.id] },
      ],
    });
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding').getByText('has the role SCIM Integration and no other').waitFor();
    await wizard.page.getByRole('button', { name: 'Use SCIM Integration alone' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, [{ roleId: scimRole.id, divisionIds: [home.id] }]);
  });

  it('S5: wants at least one division', async () => {
    const wizard = await openDivisions({});
    await wizard.tick(/^Home/);
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('Choose at least one division').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'divisions');
  });

  it('S4: says which role the client gets, and offers no other', async () => {
    const { page } = await openDivisions({});
    await page.getByText('The client gets the role SCIM Integration and no other').waitFor();
    assert.equal(await page.getByRole('radio').count(), 0);
  });

  it('S4: lets one choose between roles that allow exactly the same, and keeps the divisions', async () => {
    const wizard = await openDivisions({}, anAccess({ roles: [scimRole, twin] }));
    assert.equal(await wizard.page.getByRole('radio', { name: 'SCIM Integration' }).isChecked(), true);
    await wizard.page.getByRole('radio', { name: 'Directory sync' }).check();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, [{ roleId: 'role-twin', divisionIds: [home.id] }]);
  });

  it('S5: presets the Home division, takes all in one click, those to come included, and goes back', async () => {
    const wizard = await openDivisions({});
    const chosen = async () => {
      await wizard.settle();
      return wizard.host.state.memory.draft.roles;
    };
    assert.equal(await wizard.page.getByRole('checkbox', { name: 'Home' }).isChecked(), true);
    await wizard.tick(/^All divisions/);
    assert.deepEqual(await chosen(), [{ roleId: scimRole.id, divisionIds: [ALL_DIVISIONS] }]);
    assert.equal(await wizard.page.getByRole('checkbox', { name: 'Home' }).count(), 0);
    await wizard.tick(/^All divisions/);
    assert.deepEqual(await chosen(), [{ roleId: scimRole.id, divisionIds: [home.id] }]);
    assert.equal(await wizard.page.getByRole('checkbox', { name: 'Home' }).isChecked(), true);
  });

  it('S1: leads to Connect while the role is missing', async () => {
    const wizard = await openDivisions({}, anAccess({ roles: [aRole('role-1', { name: 'Master Admin' })] }));
    await wizard.page.getByText('First the role:').waitFor();
    await wizard.page.getByRole('button', { name: /has no SCIM Integration role/ }).click();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'connect');
  });

  it('says that roles are being read, and why they could not be', async () => {
    const loading = await openDivisions({}, loadingAccess);
    await loading.page.locator('[aria-busy=true]').getByText('Reading roles…').waitFor();
    const unclear = await openDivisions({}, unreadableAccess);
    await unclear.page.getByText('Whether you hold the role for SCIM could not be read.').waitFor();
    await unclear.page.getByRole('button', { name: 'Refresh' }).click();
    await unclear.settle();
    assert.equal(unclear.sent('refresh').length, 1);
  });

  it('says why the divisions could not be read', async () => {
    const { page } = await openDivisions({}, anAccess({ divisions: unreadableAccess.divisions }));
    await page.getByText('The divisions could not be read.').waitFor();
  });

  it('S5: names the role and its divisions under Review, where the request holds only IDs', async () => {
    const { page } = await openWizard({
      memory: { procedure: 'scim', step: 'review', draft: { name: 'Entra ID', provider: 'entra' } },
    });
    await page.locator('.answers').getByText('SCIM Integration in: Home', { exact: true }).waitFor();
  });

  it('S4: without signing in it says which role to choose there, and no other', async () => {
    const { page } = await openWizard({
      memory: { procedure: 'scim', step: 'divisions' },
      adminPageRegion: 'mypurecloud.jp',
    });
    await page.getByText('The role is chosen on the admin page: SCIM Integration and no other').waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 0);
  });
});

function openDivisions(draft: Draft, access: LoadedAccess = anAccess()): Promise<OpenWizard> {
  return openWizard({
    memory: {
      procedure: 'scim',
      step: 'divisions',
      draft: { name: 'Entra ID', provider: 'entra', ...draft },
    },
    org: anOrg({ access }),
  });
}
