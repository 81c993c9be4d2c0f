import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluateFramework } from '../host/evaluateFramework.ts';
import { steer } from '../host/steer.ts';
import { CLIENT_ID } from '../host/wizardWalk.ts';
import { filesContaining } from './search.ts';
import { startPracticeOrg } from './startPracticeOrg.ts';
import { useWalks } from './useWalks.ts';

const REGION = 'mypurecloud.com';

describe('From the palette to framework.js, in a real VS Code', () => {
  const { goOn } = useWalks();

  it('E6: creates the client and changes exactly one value of framework.js', async () => {
    const someone = await goOn({ pictures: 'light' });
    const before = await someone.framework();
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.answerEverything('Agent desktop');
    const clientId = await someone.save();
    assert.match(clientId, CLIENT_ID);
    assert.equal(await someone.copy('client-id'), clientId);

    const text = await someone.framework();
    assert.equal(
      text,
      before.replace(`'${REGION}': ''`, `'${REGION}': '${clientId}'`),
      'bytes elsewhere stay',
    );
    const expected = evaluateFramework(before);
    expected.config.clientIds[REGION] = clientId;
    assert.deepEqual(evaluateFramework(text), expected, 'and so does every other value');
  });

  it('G16: keeps the secret for copying, and nowhere a file, a log or the page could tell it', async () => {
    const someone = await goOn();
    const told: string[] = [];
    await someone.page.exposeFunction('noteMessage', (message: string) => told.push(message));
    await someone.page.addInitScript(noteEveryMessage);
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.answerEverything('Agent desktop with a secret');
    const clientId = await someone.save();
    const secret = await someone.copy('client-secret');

    assert.ok(secret.length > 20 && secret !== clientId);
    assert.ok(
      told.some((message) => message.includes(clientId)),
      'the messages were listened to',
    );
    assert.equal(
      told.some((message) => message.includes(secret)),
      false,
    );
    assert.equal((await someone.wizard.locator('html').innerHTML()).includes(secret), false);
    assert.deepEqual(await filesContaining(someone.workbench.workspaceFolder, secret), []);
    assert.deepEqual(await filesContaining(someone.workbench.dataFolder, secret), []);
    const logged = [...someone.workbench.extensionHostLog, ...someone.workbench.errors].join('\n');
    assert.equal(logged.includes(secret), false);
    const logs = await filesContaining(someone.workbench.dataFolder, '/api/v2/oauth/clients');
    assert.ok(
      logs.some((file) => file.endsWith('.log')),
      'there is a log, and the search would find things in it',
    );
  });

  it('G16: shows a Save that stopped again when its tab was closed, and goes on with it', async () => {
    const someone = await goOn({ pictures: 'tab-closed' });
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.answerEverything('Agent desktop that takes a while');
    const org = await startPracticeOrg(someone.workbench);
    const clients = { pathPrefix: '/api/v2/oauth/clients', times: 20 };
    await steer(org, 'PATCH', 'switches', {
      troubles: [
        { kind: 'lost', ...clients, method: 'POST' },
        { kind: 'forbidden', ...clients, method: 'GET' },
      ],
    });
    await someone.wizard.locator('#save').click();
    await someone.wizard.getByRole('button', { name: 'Look again' }).waitFor();
    await steer(org, 'PATCH', 'switches', { troubles: [] });
    await someone.page.locator('.tab.active').click({ button: 'middle' });
    await someone.page.locator('iframe.webview').waitFor({ state: 'detached' });

    await someone.openWizard();
    await someone.wizard.getByRole('button', { name: 'Look again' }).click();
    const clientId = someone.wizard.locator('#client-id');
    await clientId.waitFor();
    await someone.picture('finished');
    assert.ok((await someone.framework()).includes(await clientId.innerText()));
  });

  it('keeps every answer when the tab is hidden and when the window is reloaded', async () => {
    const someone = await goOn();
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Half an answer');
    await someone.type('duration', '3600');

    const wizardTab = someone.page.locator('.tab', { hasText: 'Create OAuth Client' });
    await someone.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'README.md' }).click();
    await someone.page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
    await wizardTab.click();
    await someone.field('name').waitFor();
    assert.equal(await someone.field('name').inputValue(), 'Half an answer');

    await someone.reload({ name: 'Half an answer', duration: '3600' });
    // VS Code in the browser may have noted README.md as the last tab shown.
    await wizardTab.click();
    await someone.field('name').waitFor();
    assert.equal(await someone.field('name').inputValue(), 'Half an answer');
    assert.equal(await someone.field('duration').inputValue(), '3600');
    await someone.wizard.locator('nav .org', { hasText: REGION }).waitFor();
  });

  it('is walked by keyboard alone', async () => {
    const someone = await goOn();
    await someone.page.keyboard.press('F1');
    await someone.page.locator('.quick-input-widget input.input').fill('>Create Genesys OAuth Client');
    await someone.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Create Genesys OAuth' })
      .waitFor();
    await someone.page.keyboard.press('Enter');
    await someone.tabTo('button.card:has-text("Embeddable Framework client")');
    await someone.page.keyboard.press('Enter');
    await someone.tabTo('#field-org');
    await someone.page.keyboard.press('Enter');
    await someone.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Administrator' })
      .first()
      .waitFor();
    await someone.page.keyboard.press('Enter');
    await someone.wizard.locator('dl.facts').waitFor();
    await someone.tabTo('#next');
    await someone.page.keyboard.press('Enter');
    await someone.tabTo('#field-name');
    await someone.page.keyboard.type('By keyboard');
    for (let step = 3; step <= 7; step += 1) {
      await someone.tabTo('#next');
      await someone.page.keyboard.press('Enter');
      await someone.wizard.locator(`nav li:nth-child(${step}).now`).waitFor({ state: 'attached' });
    }
    await someone.tabTo('#save');
    await someone.page.keyboard.press('Enter');
    assert.match(await someone.wizard.locator('#client-id').innerText(), CLIENT_ID);
    await someone.tabTo('#copy-client-id');
  });

  it('works the same in Japanese', async () => {
    const someone = await goOn({ language: 'ja', pictures: 'japanese' });
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.answerEverything('Agent desktop');
    const clientId = await someone.save();
    assert.equal(evaluateFramework(await someone.framework()).config.clientIds[REGION], clientId);
  });
});

/** Runs in every frame: hands each message that is read there to the test, whichever way it came. */
function noteEveryMessage(): void {
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get() {
      const value: unknown = data?.get?.call(this);
      const note: unknown = Reflect.get(window, 'noteMessage');
      if (typeof note === 'function' && typeof value === 'object') note(JSON.stringify(value));
      return value;
    },
  });
}
