import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plan } from '../../src/core/procedures/index.ts';
import { held, NEW_ID } from '../wizard/effects.ts';
import { aFile, anOrg, developer } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';

const draft = { name: 'Agent desktop of the help line' };

describe('Review and save', () => {
  it('shows exactly the steps of the plan, with everything that is sent', async () => {
    const { page, host } = await openReview();
    const steps = plan('embeddable', draft, host.state.context) ?? [];
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['create-client', 'keep-secret', 'read-back', 'edit-framework-file'],
    );
    assert.deepEqual(await page.locator('.plan h3').allInnerTexts(), [
      'Create the client in Practice Org',
      "Keep the Client Secret in VS Code's secret storage",
      'Read the client back and compare it',
      'Write the Client ID into src/framework.js',
    ]);
    await page.getByText('Show the request').first().click();
    const [method, ...body] = (await page.locator('.plan pre').first().innerText()).split('\n');
    assert.equal(method, 'POST https://api.mypurecloud.jp/api/v2/oauth/clients');
    const [create] = steps;
    assert.ok(create?.kind === 'create-client');
    assert.deepEqual(JSON.parse(body.join('\n')), create.body);
  });

  it('says when it is only practice, here and on the result, and not to deploy that', async () => {
    const { page, settle } = await openReview();
    const warning = page.getByText('Before you deploy framework.js, put in the ID');
    await warning.waitFor();
    await page.locator('#save').click();
    await settle();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    await warning.waitFor();
    await page.getByRole('heading', { name: 'What comes next', exact: true }).waitFor();
    await page.getByText('The addresses are those of the practice org.', { exact: true }).waitFor();
  });

  it('says nothing of practice in a real organization', async () => {
    const { page } = await openReview({ org: anOrg({ practice: false }) });
    await page.locator('.plan').waitFor();
    assert.equal(await page.getByText('This is the practice org.').count(), 0);
  });

  it('is not done in the list of steps before it is saved', async () => {
    const { page } = await openReview();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'framework.js', level: 2 }).waitFor();
    assert.equal(
      await page.getByRole('button', { name: /Review and save/ }).innerText(),
      '7\nReview and save',
    );
  });

  it('E7: has no step for a file when the ID is added by hand', async () => {
    const { page } = await openReview({ memory: { draft: { ...draft, target: { kind: 'by-hand' } } } });
    assert.equal(await page.locator('.plan > li').count(), 3);
  });

  it('E6: shows the whole new file where there is none yet', async () => {
    const { page } = await openReview({ files: [] });
    assert.match(
      await page.locator('.plan pre').last().innerText(),
      /'mypurecloud\.jp': 'the new Client ID'/,
    );
  });

  it('says in words what was answered, each with the way back to it and with what to know about it', async () => {
    const redirectUris = 'https://crm.test/login';
    const { page, host, settle } = await openReview({
      memory: { draft: { ...draft, grantType: 'TOKEN', redirectUris } },
    });
    const row = (title: string) => page.locator('.answers > div', { hasText: title });
    await row('Client details').getByText('Agent desktop of the help line', { exact: true }).waitFor();
    await row('Grant type').locator('.finding.warning').getByText('implicit grant stop working').waitFor();
    await row('Redirect URIs').locator('.finding').getByText('The Embeddable Framework logs in at').waitFor();
    assert.equal(await page.locator('.finding').count(), 2);
    assert.equal(await page.locator('pre.request').first().isVisible(), false);
    assert.deepEqual(
      await page.locator('.answers dd > button').evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel)),
      ['Connect', 'Client details', 'Grant type', 'Redirect URIs', 'Scopes', 'framework.js'].map(
        (title) => `Edit ${title}`,
      ),
    );
    await page.getByRole('button', { name: 'Edit Redirect URIs' }).click();
    await settle();
    assert.equal(host.state.memory.step, 'redirect-uris');
  });

  it('is saved by a button that says what it does, in the word that is said beside it', async () => {
    const byHand = { memory: { draft: { ...draft, clientId: NEW_ID } }, adminPageRegion: 'mypurecloud.jp' };
    for (const [options, word] of [
      [undefined, 'Create client'],
      [byHand, 'Save'],
    ] as const) {
      const { page } = await openReview(options);
      assert.equal(await page.locator('#save').innerText(), word);
      await page.getByText(`Nothing is sent until you press "${word}".`).waitFor();
    }
  });

  it('Save with something missing sends nothing, shows what, and each leads to its page and field', async () => {
    const { page, sent, settle, host } = await openReview({ memory: { draft: { duration: '299' } } });
    await page.locator('#save').click();
    await settle();
    assert.deepEqual(sent('save'), []);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'summary');
    const summary = page.locator('#summary');
    assert.equal(await page.locator('[id=summary]').count(), 1);
    assert.equal(await summary.getByRole('button').count(), 2);
    await summary.getByRole('button', { name: /299 seconds/ }).click();
    await settle();
    assert.equal(host.state.memory.step, 'details');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-duration');
  });

  it('G1: without the permission there is nothing to review', async () => {
    const { page, sent, settle } = await openReview({ org: anOrg({ caller: developer }) });
    await page.locator('#summary').getByText('oauth:client:add').waitFor();
    await page.locator('#save').click();
    await settle();
    assert.deepEqual(sent('save'), []);
  });

  it('makes one client of a double click, and shows one run', async () => {
    const { page, host, settle } = await openReview(held());
    host.latencyMilliseconds = 100;
    await page.locator('#save').dblclick();
    await page.getByRole('heading', { name: 'Saving', exact: true }).waitFor();
    await settle();
    assert.equal(host.world.clientsRequested, 1);
    assert.equal(await page.getByRole('heading', { name: 'Saving', exact: true }).count(), 1);
    assert.equal(await page.locator('#save').count(), 0);
  });

  it('E6: when the file changed since, nothing is saved, and the page shows what would happen now', async () => {
    const { page, host, settle } = await openReview();
    host.world.files = [aFile({ settings: '{}', clientIds: "{ 'mypurecloud.jp': 'YOUR_CLIENT_ID' }" })];
    await page.locator('#save').click();
    await page
      .locator('[data-live=alert]')
      .getByText('Nothing was sent: what would happen has changed')
      .waitFor();
    await settle();
    assert.equal(host.world.clientsRequested, 0);
    assert.match(await page.locator('.diff .removed').innerText(), /YOUR_CLIENT_ID/);
    await page.locator('#save').click();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
  });
});

function openReview(options: WizardOptions = {}): Promise<OpenWizard> {
  return openWizard({ ...options, memory: { step: 'review', draft, ...options.memory } });
}
