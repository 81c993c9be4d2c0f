import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesContaining } from './search.ts';
import { useWalks } from './useWalks.ts';

const APPLICATION = 'https://app.example.com/callback';

describe('A client that proves itself, in a real VS Code', () => {
  const { goOn } = useWalks();

  it('G8: by a login in the browser, whose end is pasted', async () => {
    const someone = await goOn({ pictures: 'proof' });
    await someone.openWizard();
    await someone.chooseProcedure('general');
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Wallboard');
    await someone.nextTo(3);
    await someone.nextTo(4);
    await someone.type('redirectUris', APPLICATION);
    await someone.nextTo(5);
    await someone.tick('user-basic-info');
    await someone.nextTo(6);
    await someone.finish();

    const login = someone.workbench.context.waitForEvent('page');
    await someone.wizard.locator('#try-login').click();
    const page = await login;
    const ending = page.waitForRequest((request) => request.url().startsWith(APPLICATION));
    await page.getByRole('button', { name: 'Practice Developer' }).click();
    const endedOn = (await ending).url();
    await page.close();
    await someone.answerBox(/app\.example\.com/, endedOn);
    const proof = someone.wizard.locator('#proof .proven', { hasText: 'Practice Developer' });
    await proof.waitFor();
    await someone.picture('proved');

    const code = new URL(endedOn).searchParams.get('code');
    assert.ok(code);
    const { dataFolder, workspaceFolder } = someone.workbench;
    for (const folder of [dataFolder, workspaceFolder]) {
      assert.deepEqual(await filesContaining(folder, code), []);
    }
  });
});
