import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ExportFormat } from '../../src/core/export/exportAs.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { scimFiles } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';
import { directory, service } from './proceduresViews.ts';
import { waitToHear } from './spoken.ts';

describe('Take it elsewhere', () => {
  it('offers nothing while something is missing, or when the client was made already', async () => {
    const missing = await openWizard({ memory: { procedure: 'general', step: 'review' } });
    assert.equal(await missing.page.getByText('Take it elsewhere').count(), 0);
    const there = await openWizard({
      memory: { procedure: 'general', step: 'review', draft: { ...service, clientId: NEW_ID } },
      adminPageRegion: 'mypurecloud.jp',
    });
    await there.page.getByText('No request is sent.').waitFor();
    assert.equal(await there.page.getByText('Take it elsewhere').count(), 0);
  });

  it('copies the request in every form, says so, and says who gets the secret', async () => {
    const { page, sent, settle } = await openWizard({
      memory: { procedure: 'general', step: 'review', draft: service },
    });
    await page.getByText('Whoever does gets the Client Secret in the answer.').waitFor();
    const places = async () =>
      await page
        .locator('[id^=copy-as-]')
        .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().left)));
    const before = await places();
    for (const name of ['curl', 'Genesys CLI', 'Terraform', 'JSON']) {
      await page.getByRole('button', { name: `Copy as ${name}` }).click();
      await page.getByRole('button', { name: `${name} copied` }).waitFor();
      await waitToHear(page, `${name} copied`);
      assert.deepEqual(await places(), before, 'nothing moves');
    }
    await settle();
    assert.deepEqual(
      sent('copy-as').map(({ format }) => format),
      ExportFormat.options,
    );
    assert.equal(await page.locator('vscode-button').filter({ hasText: 'copied' }).count(), 1);
  });
});

describe('Keep it as code', () => {
  it('offers what takes the client over once it is there, and nothing that would make another', async () => {
    const { page, sent, settle } = await openWizard({
      memory: { procedure: 'general', step: 'review', draft: service },
    });
    await page.locator('#save').click();
    await page.getByText('Terraform takes this client over').waitFor();
    await page.getByRole('button', { name: 'Copy as Terraform' }).click();
    await page.getByRole('button', { name: 'Terraform copied' }).waitFor();
    await settle();
    assert.deepEqual(
      sent('copy-as').map(({ format }) => format),
      ['terraform'],
    );
    assert.equal(await page.getByRole('button', { name: 'curl' }).count(), 0);
  });
});

describe('Review of a SCIM client', () => {
  it('S4, S6, S7: shows reading back, the proof, the token and the file, each as it will be', async () => {
    const { page } = await openWizard({ memory: { procedure: 'scim', step: 'review', draft: directory } });
    // What is folded counts, too.
    const said = (await page.locator('.plan').textContent()) ?? '';
    for (const part of [
      'GET https://api.mypurecloud.jp/api/v2/oauth/clients/the new Client ID',
      'GET https://api.mypurecloud.jp/api/v2/scim/v2/serviceproviderconfig',
      'POST https://login.mypurecloud.jp/oauth/token',
      'Make a token for Microsoft Entra ID',
      'Create genesys-scim.json with the connection',
      '"clientId": "the new Client ID"',
      '"accessTokenValiditySeconds": 38880000',
    ]) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
    assert.equal(said.includes('NEW_CLIENT_ID'), false);
  });

  it('S6: makes no token for a provider that gets its own, and writes no file where none is wanted', async () => {
    const { page } = await openWizard({
      memory: {
        procedure: 'scim',
        step: 'review',
        draft: { name: 'OneLogin', provider: 'onelogin', scimTarget: { kind: 'none' } },
      },
    });
    const titles = (await page.locator('.plan h3').allInnerTexts()).join(' | ');
    assert.doesNotMatch(titles, /Make a token|genesys-scim\.json/);
    assert.match(titles, /SCIM service provider config$/);
  });

  it('says that something changed since one looked, without speaking of framework.js', async () => {
    const { page, host, settle } = await openWizard({
      memory: { procedure: 'scim', step: 'review', draft: directory },
    });
    host.world.scimFiles = scimFiles.map((file) => ({ ...file, path: `ops/${file.path}` }));
    await page.locator('#save').click();
    await page.getByText('Nothing was sent: what would happen has changed').waitFor();
    await settle();
    assert.equal(await page.getByText('framework.js').count(), 0);
  });
});
