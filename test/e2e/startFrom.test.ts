import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useWalks } from './useWalks.ts';
import type { Walk } from './walk.ts';

describe('Starting from something, in a real VS Code', () => {
  const { goOn } = useWalks();

  it('E6: adopts a client into framework.js by keyboard alone', async () => {
    const someone = await goOn({ pictures: 'adopt' });
    const clientId = await makeClient(someone, 'Desktop of last year');
    await someone.wizard.getByRole('button', { name: 'Create another client' }).click();
    await someone.chooseEmbeddable();
    await someone.nextTo(2);
    const { keyboard } = someone.page;
    await someone.tabTo('#start-from-use');
    await keyboard.press('Enter');
    await someone.wizard.locator('#start-from-source').waitFor();
    await keyboard.type('last year');
    await someone.picture('clients');
    await someone.tabTo('.clients li button');
    await keyboard.press('Enter');
    await someone.wizard.locator('#adopted', { hasText: clientId }).waitFor();
    await someone.picture('adopted');
    for (const step of [3, 4]) {
      await someone.tabTo('#next');
      await keyboard.press('Enter');
      await someone.wizard.locator(`nav li:nth-child(${step}).now`).waitFor({ state: 'attached' });
    }
    await someone.picture('review');
    await someone.tabTo('#save');
    await keyboard.press('Enter');
    assert.equal(await someone.wizard.locator('#client-id').innerText(), clientId);
    await someone.picture('finished');
    assert.ok((await someone.framework()).includes(clientId));
  });

  it('copies a client, takes a JSON instead, and offers the draft after the tab was closed', async () => {
    const someone = await goOn({ pictures: 'start-from' });
    await someone.openWizard();
    await someone.chooseProcedure('general');
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.wizard.locator('#start-from-copy').click();
    // As for everybody, a company lives in the practice org.
    await someone.wizard.getByRole('button', { name: /^CRM Connector/ }).waitFor();
    await someone.picture('company');
    await someone.wizard.getByRole('button', { name: /^Practice Automation/ }).click();
    assert.equal(await someone.field('name').inputValue(), 'Copy of Practice Automation');
    await someone.wizard.locator('nav li', { hasText: 'Roles' }).waitFor();
    await someone.picture('copied');

    await someone.wizard.locator('#start-from-json').click();
    const json = someone.wizard.locator('#start-from-source').locator('textarea');
    await json.fill('{ "name": "Wallboard", }}');
    await someone.wizard.getByRole('button', { name: 'Fill in' }).click();
    await someone.wizard.locator('.finding', { hasText: /look at line 1, column/ }).waitFor();
    await someone.picture('malformed');
    await json.fill('{ "name": "Wallboard", "accessTokenValiditySeconds": 3600 }');
    await someone.wizard.getByRole('button', { name: 'Fill in' }).click();
    await someone.wizard.locator('#started-from').waitFor();
    await someone.picture('json');

    await someone.reload({ name: 'Wallboard', duration: '3600' });
    await someone.field('name').waitFor({ timeout: 90_000 });
    assert.equal(await someone.field('name').inputValue(), 'Wallboard');

    await someone.page.locator('.tab.active').click({ button: 'middle' });
    await someone.openWizard();
    await someone.picture('offered');
    await someone.wizard.getByRole('button', { name: 'Go on with "Wallboard"' }).click();
    await someone.field('name').waitFor();
    assert.equal(await someone.field('name').inputValue(), 'Wallboard');
    assert.equal(await someone.field('duration').inputValue(), '3600');
    await someone.wizard.locator('nav .org', { hasText: 'mypurecloud' }).waitFor();
  });
});

/** A client whose ID is in no file. */
async function makeClient(someone: Walk, name: string): Promise<string> {
  await someone.openWizard();
  await someone.chooseEmbeddable();
  await someone.connectAs('Practice Administrator');
  await someone.answerQuestions(name);
  await someone.wizard.locator('nav li:nth-child(6) button').click();
  await someone.wizard.getByRole('radio', { name: /Add the ID myself/ }).check();
  await someone.nextTo(7);
  return await someone.finish();
}
