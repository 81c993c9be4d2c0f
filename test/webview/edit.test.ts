import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clients } from '../wizard/samples.ts';
import { edits, editViews, ODD_NAME } from './editViews.ts';
import { openWizard } from './harness.ts';

const [desktop, , directory] = clients;
assert.ok(desktop && directory);

describe('Changing a client that exists', () => {
  it('says which client it is, shows what that is, and offers nothing to start from', async () => {
    const { page } = await openWizard(edits(desktop, 'details', {}));
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Edit Agent desktop');
    assert.equal(await page.locator('#field-name input').inputValue(), 'Agent desktop');
    assert.equal(await page.locator('#field-duration input').inputValue(), '64800');
    assert.equal(await page.locator('.start-from').count(), 0);
  });

  it('S2: speaks of a client for SCIM as of one that nobody authorizes, and offers its durations', async () => {
    const client = { ...directory, accessTokenValiditySeconds: 38_880_000 };
    const { page } = await openWizard(edits(client, 'details', {}));
    await page.getByText('Tells it from the other OAuth clients of the organization.').waitFor();
    assert.equal(await page.getByText('authorize').count(), 0);
    assert.deepEqual(await page.locator('.chips button').allInnerTexts(), [
      '450 days · recommended',
      '180 days',
      '90 days',
    ]);
  });

  it('shows a name of any kind as the text that it is', async () => {
    const { page } = await openWizard(editViews['edit-details-odd']);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), `Edit ${ODD_NAME}`);
    assert.equal(await page.locator('img').count(), 0);
  });

  it('shows before and after of what changes, saves exactly that, and takes it back', async () => {
    const { page, sent, settle } = await openWizard(
      edits(desktop, 'review', { name: 'Desktop', scopes: ['users'] }),
    );
    const lines = await page.locator('.changes li').allInnerTexts();
    assert.ok(lines.includes('App Name: Agent desktop → Desktop'), lines.join('\n'));
    assert.ok(lines.includes('Scopes: −\u00a0presence'), lines.join('\n'));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await settle();
    const [save] = sent('save');
    const [step] = save?.plan ?? [];
    assert.ok(step?.kind === 'change-client');
    assert.deepEqual(
      { ...step.body, scope: [] },
      {
        ...withoutId(desktop),
        name: 'Desktop',
        scope: [],
      },
    );
    await page.getByRole('heading', { name: 'The client is changed' }).waitFor();
    await page.getByRole('button', { name: 'Create another client' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await settle();
    await page.getByRole('heading', { name: 'The change is undone' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0);
  });

  it('looks again, and undoes, where it is not certain whether it was undone', async () => {
    const { page, settle, host } = await openWizard({
      ...edits(desktop, 'review', { name: 'Desktop' }),
      effects: {
        undoChange: async () => ({
          kind: 'uncertain',
          error: { kind: 'timeout', seconds: 30 },
          lookup: undefined,
        }),
      },
    });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await settle();
    await page.getByRole('button', { name: 'Undo' }).click();
    await settle();
    host.world.repair();
    await page.getByRole('button', { name: 'Look again and undo' }).click();
    await settle();
    await page.getByRole('heading', { name: 'The change is undone' }).waitFor();
  });

  it('says on the button that nothing is changed, which then does nothing', async () => {
    const { page, sent, settle } = await openWizard(editViews['edit-review-unchanged']);
    await page.getByRole('button', { name: 'Nothing is changed' }).click();
    await settle();
    assert.deepEqual(sent('save'), []);
    await page.getByText('The client is to stay as it is.').waitFor();
  });

  it('names roles and divisions as the org does', async () => {
    const { page } = await openWizard(editViews['edit-review-roles']);
    const lines = await page.locator('.changes li').allInnerTexts();
    assert.ok(lines.includes('Roles: +\u00a0SCIM Integration in Home'), lines.join('\n'));
    assert.ok(lines.includes('Roles: −\u00a0SCIM Integration in All divisions'), lines.join('\n'));
  });

  it('says what somebody else changed, and goes on from there with the same answers', async () => {
    const record = { ...desktop, description: 'For everybody' };
    const { page, settle } = await openWizard({
      ...edits(desktop, 'review', { name: 'Desktop' }),
      effects: { changeClient: async () => ({ kind: 'changed-meanwhile', now: record }) },
    });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await settle();
    await page.getByText('Description: Opens the CRM beside each call. → For everybody').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await settle();
    assert.deepEqual(await page.locator('.changes li').allInnerTexts(), [
      'App Name: Agent desktop → Desktop',
    ]);
  });

  it('leads a client that is gone back to the answers, and tries nothing again', async () => {
    const answer = { status: 404, code: 'client.not.found' };
    const { page, settle } = await openWizard({
      ...edits(desktop, 'review', { name: 'Desktop' }),
      effects: { changeClient: async () => ({ kind: 'failed', error: { kind: 'rejected', answer } }) },
    });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await settle();
    await page.getByText('somebody deleted it').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
    await page.getByRole('button', { name: 'Back to the answers' }).click();
    await settle();
    await page.locator('.changes').waitFor();
  });

  it('G1: says before anything else that one may not change clients, with no way around the org', async () => {
    const { page } = await openWizard(editViews['edit-forbidden']);
    assert.match(await page.locator('.note.error').innerText(), /oauth:client:edit/);
    await page.getByRole('button', { name: 'Use another account' }).click();
    assert.equal(await page.getByText('No sign-in').count(), 0);
  });

  it('warns of another grant type, and keeps the one of before with a click', async () => {
    const { page, settle } = await openWizard(editViews['edit-grant-type']);
    await page.getByRole('button', { name: 'Keep Code Authorization / PKCE' }).click();
    await settle();
    assert.equal(await page.getByText('Whatever uses this client now').count(), 0);
  });
});

function withoutId({ id: _, ...others }: typeof desktop & object) {
  return others;
}
