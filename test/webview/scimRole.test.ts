import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  aClient,
  alteredScimRole,
  anAccess,
  anOrg,
  aRole,
  integrator,
  loadingAccess,
  uncheckedScimRole,
  unreadableAccess,
} from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';

const withoutRole = anAccess({ roles: [aRole('role-1', { name: 'Master Admin' })] });
const alteredRole = anAccess({ roles: [alteredScimRole] });
const uncheckedRole = anAccess({ roles: [uncheckedScimRole] });
const roleOfOthers = anAccess({ held: [aRole('role-1', { name: 'Master Admin' })] });

describe('The role for SCIM', () => {
  it('S1: without the role in the org nobody goes on', async () => {
    const wizard = await openScim({ org: anOrg({ access: withoutRole }) });
    await wizard.page
      .locator('[data-live=alert]')
      .getByText('Practice Org has no SCIM Integration role.')
      .waitFor();
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('#summary').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'connect');
  });

  it('S1: restores it, after saying what that does, then gives it to the person, who is asked twice', async () => {
    const wizard = await openScim({ org: anOrg({ access: withoutRole }) });
    const { page, sent, settle } = wizard;
    await page
      .getByText('adds the default roles that the organization lacks. It changes none that it has.')
      .waitFor();
    await page.getByRole('button', { name: 'Restore the default roles' }).click();
    await page.getByText('You do not hold the role SCIM Integration').waitFor();
    await settle();
    assert.equal(sent('restore-scim-role').length, 1);
    await page.getByRole('button', { name: 'Give the role to me' }).click();
    await settle();
    assert.equal(sent('grant-scim-role').length, 0);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Give the role to me' }).click();
    await page.getByRole('button', { name: 'Yes, give it to me' }).click();
    await page.locator('.facts .good').getByText('SCIM Integration').waitFor();
    await settle();
    assert.equal(sent('grant-scim-role').length, 1);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Identity provider', level: 2 }).waitFor();
  });

  it('S1: offers neither to somebody who may do neither, and says who can', async () => {
    const missing = await openScim({ org: anOrg({ access: withoutRole, caller: integrator }) });
    await missing.page
      .getByText('You lack it; an administrator of the organization can restore them.')
      .waitFor();
    assert.equal(await missing.page.getByRole('button', { name: 'Restore the default roles' }).count(), 0);
    const notHeld = await openScim({ org: anOrg({ access: roleOfOthers, caller: integrator }) });
    await notHeld.page.getByText('An administrator of Practice Org can give it to you.').waitFor();
    assert.equal(await notHeld.page.getByRole('button', { name: 'Give the role to me' }).count(), 0);
  });

  it('S1: a client has nobody to give the role to', async () => {
    const { page } = await openScim({ org: anOrg({ access: roleOfOthers, caller: aClient }) });
    assert.equal(await page.getByRole('button', { name: 'Give the role to me' }).count(), 0);
  });

  it('S4: says what is different about an altered role, and restores it once the person has seen what comes and goes', async () => {
    const wizard = await openScim({ org: anOrg({ access: alteredRole }) });
    const { page, sent, settle } = wizard;
    await page.getByText('It has in addition: routing:queue:view. It lacks: directory:user:edit.').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('#summary').waitFor();
    await settle();
    assert.equal(wizard.host.state.memory.step, 'connect');

    const lists = page.locator('.permissions');
    assert.equal(await lists.count(), 0);
    await page.getByRole('button', { name: 'Restore this role' }).click();
    await page.getByText('This is for everybody who has the role SCIM Integration').waitFor();
    assert.deepEqual(await lists.allInnerTexts(), ['routing:queue:view', 'directory:user:edit']);
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await settle();
    assert.equal(await lists.count(), 0);
    assert.equal(sent('restore-altered-role').length, 0);

    await page.getByRole('button', { name: 'Restore this role' }).click();
    await page.getByRole('button', { name: 'Yes, restore it' }).click();
    await page.locator('.facts .good').getByText('SCIM Integration').waitFor();
    await settle();
    assert.equal(sent('restore-altered-role').length, 1);
    assert.equal(sent('restore-scim-role').length, 0);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Identity provider', level: 2 }).waitFor();
  });

  it('S4: does not offer that to somebody who may not, and says who can', async () => {
    const { page } = await openScim({ org: anOrg({ access: alteredRole, caller: integrator }) });
    await page.getByText('You lack it; an administrator of the organization can restore the role.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Restore this role' }).count(), 0);
  });

  it('S4: where nobody could look, says so without an error, and lets the person go on', async () => {
    const { page } = await openScim({ org: anOrg({ access: uncheckedRole }) });
    await page.getByText('SCIM Integration (not checked)').waitFor();
    await page.getByText('Whether the role for SCIM is as Genesys Cloud ships it was not checked.').waitFor();
    assert.equal(await page.locator('.note.error').count(), 0);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Identity provider', level: 2 }).waitFor();
  });

  it('S4: says at a long duration, and at no other, that the role was not checked', async () => {
    const options = { org: anOrg({ access: uncheckedRole }) };
    const draft = { name: 'Directory', provider: 'onelogin' } as const;
    const said = /whether the role SCIM Integration is still as Genesys Cloud ships it could not be read/;
    for (const [duration, count] of [
      ['38880000', 1],
      ['172800', 0],
    ] as const) {
      const { page } = await openWizard({
        ...options,
        memory: { procedure: 'scim', step: 'details', draft: { ...draft, duration } },
      });
      await page.getByRole('heading', { level: 2 }).waitFor();
      assert.equal(await page.locator('.finding.warning').getByText(said).count(), count);
    }
  });

  const restorations: [change: NonNullable<WizardOptions['roleChange']>, said: RegExp][] = [
    [{ kind: 'restoring-altered' }, /Restoring the role…/],
    [
      { kind: 'failed', error: { kind: 'forbidden', answer: { status: 403 } } },
      /The organization changed nothing\.\s+The organization does not allow you to do this\./,
    ],
    [
      { kind: 'failed', error: { kind: 'timeout', seconds: 30 } },
      /It is not certain whether the organization changed anything\. Refresh\./,
    ],
    [{ kind: 'changed-meanwhile' }, /Nothing was restored: somebody has changed the role meanwhile\./],
    [{ kind: 'still-altered' }, /the organization still shows it as it was\./],
  ];
  for (const [roleChange, said] of restorations) {
    it(`S4: says how restoring stands: ${JSON.stringify(roleChange)}`, async () => {
      const { page } = await openScim({ org: anOrg({ access: alteredRole }), roleChange });
      assert.match(await page.locator('section').innerText(), said);
      const isOver = roleChange.kind !== 'restoring-altered';
      assert.equal(await page.getByRole('button', { name: 'Restore this role' }).count(), isOver ? 1 : 0);
    });
  }

  const changes: [change: NonNullable<WizardOptions['roleChange']>, said: RegExp][] = [
    [{ kind: 'restoring' }, /Restoring the default roles…/],
    [{ kind: 'granting' }, /Giving you the role…/],
    [{ kind: 'waiting' }, /The organization takes a few seconds to notice…/],
    [
      { kind: 'failed', error: { kind: 'forbidden', answer: { status: 403 } } },
      /The organization changed nothing\.\s+The organization does not allow you to do this\./,
    ],
    [{ kind: 'not-visible', seconds: 60 }, /It was waited for 60 seconds\. Refresh in a minute\./],
  ];
  for (const [roleChange, said] of changes) {
    it(`S1: says how giving the role stands: ${roleChange.kind}`, async () => {
      const { page } = await openScim({ org: anOrg({ access: roleOfOthers }), roleChange });
      assert.match(await page.locator('section').innerText(), said);
      const isOver = roleChange.kind === 'failed' || roleChange.kind === 'not-visible';
      assert.equal(await page.getByRole('button', { name: 'Give the role to me' }).count(), isOver ? 1 : 0);
    });
  }

  it('S1: says quietly that the roles are being read, and why they could not be', async () => {
    const loading = await openScim({ org: anOrg({ access: loadingAccess }) });
    await loading.page.locator('[data-live=status]').getByText('Reading roles…').waitFor();
    assert.equal(await loading.page.locator('[data-live=alert]').count(), 0);
    const unclear = await openScim({ org: anOrg({ access: unreadableAccess }) });
    await unclear.page.getByText('Whether you hold the role for SCIM could not be read.').waitFor();
  });

  it('S1: shows a held role among the facts', async () => {
    const { page } = await openScim({});
    await page.locator('.facts .good').getByText('SCIM Integration').waitFor();
    assert.equal(await page.locator('[data-live=alert]').count(), 0);
  });

  it('asks for no such role where the client is for something else', async () => {
    const { page } = await openWizard({
      memory: { procedure: 'general' },
      org: anOrg({ access: withoutRole }),
      roleChange: { kind: 'restoring' },
    });
    assert.equal(await page.getByText('SCIM').count(), 0);
    assert.equal(await page.locator('[data-live=alert]').count(), 0);
  });
});

function openScim(options: WizardOptions): Promise<OpenWizard> {
  return openWizard({ ...options, memory: { procedure: 'scim' } });
}
