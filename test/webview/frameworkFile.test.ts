import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aFile, CLIENT_ID_IN_USE, COMPUTED_IDS, IDS_IN_USE, newFile } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';

describe('framework.js', () => {
  it('E6: shows the one value that would change, and leaves the file alone', async () => {
    const { page } = await openTarget({ newFiles: [] });
    assert.equal(await page.getByRole('radio', { name: 'src/framework.js' }).isChecked(), true);
    await page.getByText('One value changes, in line 4.').waitFor();
    assert.match(await page.locator('.diff .added').innerText(), /'mypurecloud\.jp': 'the new Client ID'/);
    assert.equal(await page.locator('.diff .removed').count(), 1);
  });

  it('E6: asks before it replaces a Client ID in use, and lets nobody on before', async () => {
    const { page, host, settle, tick } = await openTarget({ files: [aFile({ clientIds: IDS_IN_USE })] });
    await page
      .locator('.finding')
      .getByText(`already has another Client ID for mypurecloud.jp: ${CLIENT_ID_IN_USE}`)
      .waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('1 problem on this page').waitFor();
    await settle();
    assert.equal(host.state.memory.step, 'framework-file');
    await tick(/Replace the Client ID of mypurecloud\.jp/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
  });

  it('E6: offers each way out once, when a Client ID is in use', async () => {
    const { page } = await openTarget({ files: [aFile({ clientIds: IDS_IN_USE })] });
    assert.equal(await page.locator('.finding').count(), 1);
    assert.equal(await page.locator('.finding button').count(), 0);
    assert.equal(await page.getByText('Add the ID myself').count(), 1);
  });

  it('G11, E6: asks for each region by itself, and leaves one out that was added', async () => {
    const ids = `{ 'mypurecloud.jp': '${CLIENT_ID_IN_USE}', 'mypurecloud.de': '${CLIENT_ID_IN_USE}' }`;
    const { page, host, settle, tick } = await openTarget({
      memory: { draft: { moreRegions: ['mypurecloud.de'] } },
      files: [aFile({ clientIds: ids })],
    });
    assert.equal(await page.locator('.finding').count(), 2);
    await tick(/Replace the Client ID of mypurecloud\.jp/);
    assert.equal(await page.locator('.finding').count(), 1);
    await page.getByRole('button', { name: 'Leave mypurecloud.de out' }).click();
    await settle();
    assert.equal(await page.locator('.finding').count(), 0);
    assert.deepEqual(host.state.memory.draft.moreRegions, []);
    assert.equal(await page.locator('.diff .added').count(), 1);
  });

  it('E6: asks about every file for itself, whatever was agreed to for another', async () => {
    const files = [
      aFile({ path: 'a/framework.js', clientIds: IDS_IN_USE }),
      aFile({ path: 'b/framework.js', clientIds: IDS_IN_USE }),
    ];
    const { page, settle, tick } = await openTarget({ files });
    const agreed = async () => {
      await settle();
      return await page.getByRole('checkbox', { name: /Replace the Client ID of/ }).isChecked();
    };
    await page.getByRole('radio', { name: 'a/framework.js' }).check();
    await tick(/Replace the Client ID of/);
    assert.equal(await agreed(), true);
    await page.getByRole('radio', { name: 'b/framework.js' }).check();
    assert.equal(await agreed(), false);
  });

  it('E6: explains a file that cannot be changed safely; one click adds the ID by hand instead', async () => {
    const { page, host, settle } = await openTarget({ files: [aFile({ clientIds: COMPUTED_IDS })] });
    await page.getByText('It cannot be changed safely.').waitFor();
    await page.getByText('clientIds (line 4) is computed when the file runs').waitFor();
    await page.getByRole('button', { name: 'Add the ID myself' }).click();
    await settle();
    assert.deepEqual(host.state.memory.draft.target, { kind: 'by-hand' });
    assert.equal(await page.locator('.finding').count(), 0);
    assert.match(await page.locator('pre').innerText(), /'mypurecloud\.jp': 'the new Client ID'/);
  });

  it('E6: chooses nothing between several files, and asks when Next is pressed', async () => {
    const files = [aFile({ path: 'a/framework.js' }), aFile({ path: 'b/framework.js' })];
    const { page } = await openTarget({ files, newFiles: [] });
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
    assert.equal(await page.locator('.finding').count(), 0);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('.finding.error').getByText('Choose where the Client ID goes.').waitFor();
  });

  it('E6: warns of a file that a build writes', async () => {
    const { page } = await openTarget({ files: [aFile({ path: 'dist/framework.js' })] });
    await page.getByRole('radio', { name: 'dist/framework.js' }).check();
    await page.getByText('dist/framework.js looks like the output of a build').waitFor();
  });

  it('E6: makes a new file where there is none', async () => {
    const { page } = await openTarget({ files: [], newFiles: [newFile] });
    assert.equal(await page.getByRole('radio', { name: 'framework.js' }).isChecked(), true);
  });

  it('E7: without a folder the ID is added by hand, and the page says why', async () => {
    const { page } = await openTarget({ files: [], newFiles: [] });
    assert.equal(await page.getByRole('radio').count(), 1);
    assert.equal(await page.getByRole('radio', { name: 'Add the ID myself' }).isChecked(), true);
    await page.getByText('No folder is open').waitFor();
  });

  it('E6: says that the chosen file is gone, once it is', async () => {
    const { page, host } = await openTarget({ memory: { draft: { target: existing('src/framework.js') } } });
    host.world.files = [];
    await page.getByRole('button', { name: 'Look for files again' }).click();
    await page.getByText('The chosen file is no longer there.').waitFor();
  });

  it('knows what would change only once it is connected', async () => {
    const { page } = await openTarget({ connected: false });
    await page.getByText('What would change is known once you are connected.').waitFor();
    assert.equal(await page.locator('.diff').count(), 0);
  });
});

function existing(path: string) {
  return { kind: 'existing-file' as const, uri: aFile({ path }).uri };
}

function openTarget(options: WizardOptions): Promise<OpenWizard> {
  return openWizard({ ...options, memory: { step: 'framework-file', ...options.memory } });
}
