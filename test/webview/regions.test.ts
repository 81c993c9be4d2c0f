import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { practiceClientText } from '../../src/core/texts/practiceOrg.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { openWizard } from './harness.ts';
import { finished, regionsViews } from './regionsViews.ts';

const REGIONS = ['mypurecloud.jp', 'mypurecloud.de', 'usw2.pure.cloud'];

describe('One client for several regions (G11)', () => {
  it('E4: suggests first the regions that framework.js names, and folds the others while none is chosen', async () => {
    const { page, tick } = await openWizard({
      ...regionsViews['regions-redirect-uris'],
      memory: { step: 'redirect-uris' },
    });
    assert.deepEqual(await page.locator('.regions > .grid code').allInnerTexts(), ['mypurecloud.de']);
    assert.equal(await page.getByRole('checkbox', { name: 'mypurecloud.jp' }).count(), 0, 'its own');
    const dublin = page.getByRole('checkbox', { name: /^mypurecloud\.ie/ });
    assert.equal(await dublin.isVisible(), false);
    await page.locator('summary').click();
    await tick(/^mypurecloud\.ie/);
    await tick(/^mypurecloud\.ie/);
    assert.equal(await dublin.isVisible(), true, 'nothing folds under the pointer');
  });

  it('shows where it was chosen, at once, and leaves it there', async () => {
    const { page, tick } = await openWizard(regionsViews['regions-redirect-uris']);
    const oregon = page.locator('.regions details').getByRole('checkbox', { name: /^usw2/ });
    assert.equal(await oregon.isChecked(), true);
    await tick(/^usw2/);
    assert.equal(await oregon.isChecked(), false);
    assert.equal(await oregon.isVisible(), true);
  });

  it('E6: shows one change for all of them, and Review shows the same', async () => {
    for (const view of ['regions-framework-file', 'regions-review']) {
      const { page } = await openWizard(regionsViews[view]);
      assert.equal(await page.locator('.diff').count(), 1);
      const added = await page.locator('.diff .added').allInnerTexts();
      for (const region of REGIONS) assert.match(added.join('\n'), new RegExp(`'${region}': 'the new`));
    }
  });

  it('E7: gives a line for each region, copied together, and says where to try it', async () => {
    const { page, sent, settle } = await openWizard(regionsViews['regions-finished-by-hand']);
    await page.getByRole('heading', { name: 'The lines for clientIds' }).waitFor();
    const lines = REGIONS.map((region) => `'${region}': '${NEW_ID}',`);
    const remark = `// ${practiceClientText()}`;
    assert.equal(await page.locator('pre').innerText(), [remark, ...lines].join('\n'));
    await page.locator('#copy-ready-line').click();
    await settle();
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['ready-line'],
    );
    await page.getByText(`Log in once in each region: ${REGIONS.join(', ')}.`).waitFor();
  });

  it('goes on to another region from the result, which begins with the question of where to connect', async () => {
    const { page, sent, settle } = await openWizard(regionsViews['regions-finished']);
    await page.getByRole('button', { name: 'The same for another region' }).click();
    await settle();
    assert.equal(sent('another-region').length, 1);
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
  });

  it('E4: takes the page of a partner along to another region, also where it was only seen at the client', async () => {
    const seen = 'https://apps.mypurecloud.jp/crm/acmecti/index.html\nhttps://crm.example.com/cb';
    const draft = { name: 'Help line', redirectUris: seen };
    const { page, host, settle } = await openWizard(finished(draft));
    await page.getByRole('button', { name: 'The same for another region' }).click();
    await settle();
    assert.deepEqual(host.state.memory.draft, {
      name: 'Help line',
      redirectUris: 'https://crm.example.com/cb',
      deployment: 'partner',
      partnerPage: 'acmecti',
    });
  });
});
