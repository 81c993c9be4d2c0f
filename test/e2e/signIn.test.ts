import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { automationClient, SIGN_IN_CLIENT_ID } from '../../src/practiceOrg/world/seed.ts';
import { type PracticeOrg, startPracticeOrg } from '../host/practiceOrg.ts';
import { requestsTo, steer } from '../host/steer.ts';
import { filesContaining } from './search.ts';
import { useWalks } from './useWalks.ts';
import type { Walk } from './walk.ts';

describe('Signing in, in a real VS Code, with the practice org behind a gateway', () => {
  const walks = useWalks();
  let org: PracticeOrg;

  before(async () => {
    org = await startPracticeOrg();
  });

  after(async () => await org.stop());

  async function begin(pictures: string): Promise<Walk> {
    const walk = await walks.goOn({ gateway: org.baseUrl, pictures });
    await steer(org, 'POST', 'reset');
    await walk.openWizard();
    await walk.chooseEmbeddable();
    return walk;
  }

  it('with a Client ID and its secret, which is written nowhere', async () => {
    const someone = await begin('sign-in-secret');
    await someone.choose('Client ID and secret');
    await someone.answerBox(/region/i, 'ap_northeast_1');
    await someone.answerBox(/Client ID/, automationClient.id);
    await someone.answerBox(/[Ss]ecret/, automationClient.secret);
    await someone.wizard.locator('dl.facts', { hasText: 'Practice Automation' }).waitFor();
    await someone.picture('connected');
    await someone.page.locator('.statusbar', { hasText: 'Practice Org' }).waitFor();

    const { dataFolder, workspaceFolder } = someone.workbench;
    for (const folder of [dataFolder, workspaceFolder]) {
      assert.deepEqual(await filesContaining(folder, automationClient.secret), []);
    }
    assert.ok((await filesContaining(dataFolder, 'ININ-Correlation-Id')).length > 0, 'the log is searched');
    assert.equal((await someone.wizard.locator('html').innerHTML()).includes(automationClient.secret), false);
  });

  it('with the browser, by pasting the address that it ends on', async () => {
    const someone = await begin('sign-in-browser');
    const login = someone.workbench.context.waitForEvent('page');
    await someone.choose('Log in with the browser');
    await someone.answerBox(/region/i, 'Tokyo');
    await someone.wizard.getByText('http://localhost').first().waitFor();
    await someone.picture('preparing');
    await someone.wizard.getByRole('button', { name: 'Enter its Client ID' }).click();
    await someone.answerBox(/Client ID/, SIGN_IN_CLIENT_ID);

    const page = await login;
    const ending = page.waitForRequest((request) => request.url().startsWith('http://localhost'));
    await page.getByRole('button', { name: 'Practice Integrator' }).click();
    const endedOn = (await ending).url();
    await page.close();
    await someone.answerBox(/browser/, endedOn);
    await someone.wizard.locator('dl.facts', { hasText: 'Practice Integrator' }).waitFor();
    await someone.picture('connected');
  });

  it('not at all: on the admin page by hand, from the palette to framework.js without one request', async () => {
    const someone = await begin('admin-page');
    const clientId = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    await someone.goToAdminPage('us-east-1');
    await someone.answerQuestions('Agent desktop');
    assert.equal(await someone.copy('admin-redirect-uris'), 'https://apps.mypurecloud.com/crm/index.html');
    await someone.type('clientId', clientId);
    await someone.picture('admin-page');
    await someone.nextTo(8);
    await someone.picture('review');
    assert.equal(await someone.save(), clientId);
    assert.ok((await someone.framework()).includes(`'mypurecloud.com': '${clientId}'`));
    assert.deepEqual(await requestsTo(org), []);
  });

  it('in one window, and out in another', async () => {
    const someone = await walks.goOn();
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    const other = await someone.workbench.openWindow();
    await other.runCommand('Sign Out');
    await other.page.locator('.notification-toast', { hasText: 'signed out' }).waitFor();
    await other.page.close();
    await someone.page.bringToFront();
    await someone.wizard.locator('button.card').first().waitFor();
  });
});
