import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openFile } from '../host/quickOpen.ts';
import { useWalks } from './useWalks.ts';
import { FRAMEWORK_FILE, type Walk, type WalkOptions } from './walk.ts';

describe('Wherever VS Code is opened', () => {
  const { goOn } = useWalks();

  async function toReview(workspace: WalkOptions['workspace']): Promise<Walk> {
    const walk = await goOn({ workspace });
    await walk.openWizard();
    await walk.chooseEmbeddable();
    await walk.connectAs('Practice Administrator');
    await walk.answerEverything('Agent desktop');
    return walk;
  }

  it('E7: without a folder, the client is created and the ready line goes to the clipboard', async () => {
    const someone = await toReview('none');
    const clientId = await someone.finish();
    assert.match(
      await someone.copy('ready-line'),
      new RegExp(`['"]mypurecloud\\.com['"]: ['"]${clientId}['"]`),
    );
  });

  it('in Restricted Mode framework.js is checked without any command having been run', async () => {
    const someone = await goOn({ workspace: 'restricted' });
    const { page } = someone;
    await openFile(page, FRAMEWORK_FILE);
    await page.locator('.view-line', { hasText: 'us-east-1' }).waitFor();
    await someone.goToEmptyValueOf('mypurecloud.com');
    await page.keyboard.type('your client id');
    await page.locator('.squiggly-warning').first().waitFor();
  });

  it('E6: in Restricted Mode the file is changed as anywhere, for it is only read and never run', async () => {
    const someone = await toReview('restricted');
    await someone.page.getByText('Restricted Mode').first().waitFor();
    const clientId = await someone.save();
    assert.match(await someone.framework(), new RegExp(clientId));
  });
});
