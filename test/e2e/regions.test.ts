import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { until } from '../vscode/until.ts';
import { evaluateFramework } from './frameworkEvaluation.ts';
import { useWalks } from './useWalks.ts';

const HOME = 'mypurecloud.com';
const DUBLIN = 'mypurecloud.ie';
const FRANKFURT = 'mypurecloud.de';
const TOKYO = 'mypurecloud.jp';
const TOKYO_ID = '0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9';

describe('Several regions, in a real VS Code', () => {
  const { goOn } = useWalks();

  it('G11: one client serves three regions, and the same answers go on to a fourth', async () => {
    const someone = await goOn({ pictures: 'regions' });
    const before = evaluateFramework(await someone.framework()).config.clientIds;
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Agent desktop, worldwide');
    for (const step of [3, 4]) await someone.nextTo(step);
    await someone.tick(DUBLIN);
    await someone.wizard.locator('.regions summary').click();
    await someone.tick(FRANKFURT);
    const pages = [HOME, DUBLIN, FRANKFURT].map((region) => `https://apps.${region}/crm/index.html`);
    await until(async () => (await someone.field('redirectUris').inputValue()) === pages.join('\n'));
    await someone.picture('redirect-uris');

    for (const step of [5, 6]) await someone.nextTo(step);
    await someone.wizard.locator('#next').click();
    assert.match(
      await someone.wizard.locator('#summary').innerText(),
      /another Client ID for mypurecloud\.ie/,
    );
    await someone.picture('framework-file');
    await someone.wizard.getByRole('checkbox', { name: /Replace the Client ID of mypurecloud\.ie/ }).click();
    await someone.nextTo(7);
    await someone.picture('review');
    const clientId = await someone.save();
    const { clientIds } = evaluateFramework(await someone.framework()).config;
    assert.deepEqual(clientIds, {
      ...before,
      [HOME]: clientId,
      [DUBLIN]: clientId,
      [FRANKFURT]: clientId,
    });

    await someone.wizard.getByRole('button', { name: 'The same for another region' }).click();
    await someone.goToAdminPage('Tokyo');
    await someone.nextTo(2);
    assert.equal(await someone.field('name').inputValue(), 'Agent desktop, worldwide');
    for (const step of [3, 4]) await someone.nextTo(step);
    assert.equal(
      await someone.field('redirectUris').inputValue(),
      `https://apps.${TOKYO}/crm/index.html`,
      'what the region presets follows the new one',
    );
    for (const step of [5, 6, 7]) await someone.nextTo(step);
    await someone.type('clientId', TOKYO_ID);
    await someone.nextTo(8);
    await someone.picture('review-of-the-other-region');
    assert.equal(await someone.finish(), TOKYO_ID);
    assert.deepEqual(evaluateFramework(await someone.framework()).config.clientIds, {
      ...clientIds,
      [TOKYO]: TOKYO_ID,
    });
  });
});
