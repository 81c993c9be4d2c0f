import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PracticeSetting } from '../../src/core/export/practiceTools.ts';
import { anOrg } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';
import { waitToHear } from './spoken.ts';
import { views } from './views.ts';

const TITLE = 'Point other tools at the practice org';

describe('How to point other tools at the practice org', () => {
  it('is a page of its own where one is connected to the practice org, and nowhere else', async () => {
    const real = await openWizard({ org: anOrg({ practice: false }) });
    assert.equal(await real.page.getByText(TITLE).count(), 0);
    const { page, settle, sent } = await openWizard({ org: anOrg({ practice: true }) });
    await page.getByRole('button', { name: TITLE }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: TITLE, level: 2 }).waitFor();
    await settle();
    assert.equal(sent('show-practice-guide').length, 1);
    assert.equal(
      await page.evaluate(() => document.activeElement?.tagName),
      'H2',
      'a screen reader says where one is',
    );
    await page.getByRole('button', { name: 'Back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H2');
  });

  it('shows the address and the port of now, and says that the org is simulated', async () => {
    const { page } = await openWizard(views['practice-guide']);
    const said = await page.locator('main').innerText();
    for (const part of [
      'simulated organization',
      'http://127.0.0.1:52001',
      'Frankfurt',
      'config.toml',
      'gateway',
    ])
      assert.ok(said.includes(part), part);
  });

  it('copies each setting, and says so to eyes and to screen readers', async () => {
    const { page, host, settle } = await openWizard(views['practice-guide']);
    for (const what of PracticeSetting.options) {
      const button = page.locator(`#copy-${what}`);
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator(`#copy-${what}`, { hasText: 'Copied' }).waitFor();
      await settle();
      await waitToHear(page, ' copied');
      assert.match(host.world.clipboard, /52001/);
    }
  });

  it('waits while the practice org starts, and can be left meanwhile', async () => {
    const { page, host, settle } = await openWizard(views['practice-guide-starting']);
    await page.getByText('Starting the practice org…').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await settle();
    assert.equal(host.state.guide, null);
  });

  it('says what to do when it does not start, and tries again', async () => {
    const { page, settle, sent } = await openWizard(views['practice-guide-failed']);
    assert.match(
      await page.locator('[data-live=alert]').innerText(),
      /left as it is\. .*Reset Practice Org/s,
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await settle();
    assert.deepEqual(sent('show-practice-guide'), [
      { type: 'show-practice-guide', region: 'mypurecloud.com' },
    ]);
  });
});
