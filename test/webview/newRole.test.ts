import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { home } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';
import { mayMakeRoles, newRoleViews } from './newRoleViews.ts';

describe('A role with exactly the permissions that calls need', () => {
  it('is made with the keyboard alone, named after the client, and given a name of its own', async () => {
    const wizard = await openRoles('PATCH /api/v2/users/1\ngetRoutingQueues');
    const { page } = wizard;
    await page.locator('#create-exact-role').focus();
    await page.keyboard.press('Enter');
    await wizard.settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-newRole');
    assert.equal(await nameOf(wizard).inputValue(), 'Nightly export');
    await page.keyboard.press('End');
    await page.keyboard.type(' role');
    await wizard.settle();
    const { newRole } = wizard.host.state.memory.draft;
    assert.deepEqual(
      [newRole?.name, newRole?.description, newRole?.divisionIds],
      ['Nightly export role', 'Exactly what Nightly export needs for its calls', [home.id]],
    );
    assert.deepEqual(newRole?.permissions, [
      { permission: 'directory:user:edit', for: { first: ['PATCH /api/v2/users/{userId}'], total: 1 } },
    ]);
  });

  it('says what is left out of it, because one does not have it, and copies a request for it', async () => {
    const wizard = await openRoles('PATCH /api/v2/users/1\ngetRoutingQueues');
    await wizard.page
      .getByText('A new role goes without what you do not have yourself: routing:queue:view.')
      .waitFor();
    await wizard.page.getByRole('button', { name: 'Copy a request to an administrator' }).click();
    await wizard.settle();
    assert.match(wizard.host.world.clipboard, /^- routing:queue:view \(which I do not have\)$/m);
  });

  it('is not offered where one has none of what is needed', async () => {
    const { page } = await openRoles('getRoutingQueues');
    await page.getByText('You have none of these permissions yourself').waitFor();
    assert.equal(await page.locator('#create-exact-role').count(), 0);
  });

  it('can be taken off, and comes back as it was typed', async () => {
    const wizard = await openRoles('PATCH /api/v2/users/1');
    const { page } = wizard;
    await page.locator('#create-exact-role').click();
    await nameOf(wizard).fill('Of my own');
    await wizard.settle();
    await page.getByRole('button', { name: 'Remove Of my own' }).click();
    await wizard.settle();
    assert.equal(newRoleOf(wizard), null);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'create-exact-role');
    await page.locator('#create-exact-role').click();
    await wizard.settle();
    assert.equal(newRoleOf(wizard)?.name, 'Of my own');
  });

  it('stays what it is when other calls are pasted, says so, and changes when one wants it', async () => {
    const wizard = await openRoles('PATCH /api/v2/users/1');
    const { page } = wizard;
    await page.locator('#create-exact-role').click();
    await page.getByRole('textbox', { name: 'What will it call?' }).fill('getUsers');
    await page.getByRole('button', { name: 'Find what it needs' }).click();
    await page.getByText('The new role is made of what other calls needed, and stays as it is.').waitFor();
    await page.getByText('For the calls of now it lacks: directory:user:view.').waitFor();
    await page.getByText('They do not need: directory:user:edit.').waitFor();
    assert.deepEqual(permissionsOf(wizard), ['directory:user:edit']);
    await page.getByRole('button', { name: 'Use what the calls need now' }).click();
    await wizard.settle();
    assert.deepEqual(permissionsOf(wizard), ['directory:user:view']);
  });

  it('gets its divisions as any role does', async () => {
    const wizard = await openRoles('PATCH /api/v2/users/1');
    await wizard.page.locator('#create-exact-role').click();
    await wizard.page.locator('#division-new-all').click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.newRole?.divisionIds, ['*']);
  });

  it('is shown to the letter before it is made, and no ID that does not exist', async () => {
    const { page } = await openWizard(newRoleViews['new-role-review']);
    await page.getByText('Create the role Nightly export in Practice Org').waitFor();
    await page.getByText('Give the role Nightly export to yourself').waitFor();
    const steps = (await page.locator('ol.plan').textContent()) ?? '';
    assert.match(steps, /"entityName": "user"/);
    assert.match(steps, /the ID of the new role/);
    await page.getByText('Nightly export in: Home').waitFor();
    assert.doesNotMatch(steps, /new-role-id/);
  });

  it('is asked about before it is taken back, and goes by itself where there is no client', async () => {
    const wizard = await openWizard(newRoleViews['new-role-without-client']);
    const { page } = wizard;
    await page.getByText('The role "Nightly export" was made for the client').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Back to the answers' }).count(), 0);
    await page.getByRole('button', { name: 'Delete the role' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByRole('heading', { name: 'The role is deleted' }).waitFor();
  });
});

async function openRoles(text: string): Promise<OpenWizard> {
  const wizard = await openWizard({
    memory: {
      procedure: 'general',
      step: 'roles',
      draft: { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS' },
    },
    org: mayMakeRoles,
  });
  await wizard.page.getByRole('textbox', { name: 'What will it call?' }).fill(text);
  await wizard.settle();
  await wizard.page.getByRole('button', { name: 'Find what it needs' }).click();
  await wizard.settle();
  return wizard;
}

function nameOf({ page }: OpenWizard) {
  return page.getByRole('textbox', { name: 'Name of the role' });
}

function newRoleOf({ host }: OpenWizard) {
  return host.state.memory.draft.newRole;
}

function permissionsOf(wizard: OpenWizard): readonly string[] | undefined {
  return newRoleOf(wizard)?.permissions.map(({ permission }) => permission);
}
