import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { type PracticeOrg, practiceOrgVariable, startPracticeOrg } from '../host/practiceOrg.ts';
import { Walk, type WalkOptions } from './walk.ts';

describe('Wherever VS Code is opened', () => {
  let org: PracticeOrg;
  let walk: Walk | undefined;

  before(async () => {
    org = await startPracticeOrg();
  });

  after(async () => await org.stop());

  afterEach(async () => {
    await walk?.end();
    walk = undefined;
  });

  async function toReview(workspace: WalkOptions['workspace']): Promise<Walk> {
    const practiceOrg = { variable: practiceOrgVariable, json: org.json };
    walk = await Walk.begin({ practiceOrg, workspace });
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

  it('E6: in Restricted Mode the file is changed as anywhere, for it is only read and never run', async () => {
    const someone = await toReview('restricted');
    await someone.page.getByText('Restricted Mode').first().waitFor();
    const clientId = await someone.save();
    const file = join(someone.workbench.workspaceFolder, 'src', 'framework.js');
    assert.match(await readFile(file, 'utf8'), new RegExp(clientId));
  });
});
