import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard } from './harness.ts';

describe('Typing, with a host that is slow', () => {
  it('loses no letter and never moves the caret back', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details' } });
    const name = page.getByRole('textbox', { name: 'App Name' });
    host.latencyMilliseconds = 150;
    await name.pressSequentially('Agent desktop of the ', { delay: 15 });
    await host.quiet();
    await name.pressSequentially('help line', { delay: 15 });
    assert.equal(await name.inputValue(), 'Agent desktop of the help line');
    await settle();
    assert.equal(await name.inputValue(), 'Agent desktop of the help line');
    assert.equal(host.state.memory.draft.name, 'Agent desktop of the help line');
  });

  it('keeps the caret in the middle of a name while echoes arrive', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details', draft: { name: 'Agent desktop' } },
    });
    const name = page.getByRole('textbox', { name: 'App Name' });
    host.latencyMilliseconds = 60;
    await name.press('Home');
    await name.pressSequentially('The second ', { delay: 30 });
    await settle();
    assert.equal(await name.inputValue(), 'The second Agent desktop');
  });

  it('E4: keeps every line when redirect URIs are typed fast', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'redirect-uris' } });
    const uris = page.getByRole('textbox', { name: 'Authorized Redirect URIs' });
    host.latencyMilliseconds = 120;
    await uris.press('ControlOrMeta+End');
    await uris.pressSequentially('\nhttps://one.example.com/\nhttps://two.example.com/', { delay: 5 });
    await settle();
    const lines = host.state.memory.draft.redirectUris?.split('\n');
    assert.deepEqual(lines?.slice(1), ['https://one.example.com/', 'https://two.example.com/']);
    assert.equal(await uris.inputValue(), lines?.join('\n'));
  });

  it('ignores a stale echo, and takes everything else that came with it', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details' } });
    const stale = host.state.memory;
    const name = page.getByRole('textbox', { name: 'App Name' });
    await name.fill('New name');
    await settle();
    host.post({
      type: 'state',
      state: { memory: { ...stale, draft: { name: 'Old name' } }, connecting: { kind: 'loading-org' } },
    });
    await settle();
    assert.equal(await name.inputValue(), 'New name');
    host.latencyMilliseconds = 300;
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('Reading the organization…').waitFor();
  });

  it('follows the host when it remembers something newer', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'Old' } } });
    const { memory } = host.state;
    const newer = { ...memory, draft: { name: 'Newer' }, revision: memory.revision + 1 };
    host.post({ type: 'state', state: { memory: newer } });
    await settle();
    assert.equal(await page.getByRole('textbox', { name: 'App Name' }).inputValue(), 'Newer');
  });

  it('ignores messages that are not the host’s', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'Mine' } } });
    await page.evaluate(() => {
      window.postMessage({ type: 'state', state: { memory: { draft: 1 } } }, '*');
      window.postMessage('setImmediate$0.1$1', '*');
      window.postMessage(null, '*');
    });
    await settle();
    assert.equal(await page.getByRole('textbox', { name: 'App Name' }).inputValue(), 'Mine');
  });

  it('shows the same page and answers when the tab was hidden and is shown again', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details' } });
    await page.getByRole('textbox', { name: 'App Name' }).fill('CRM of the help line');
    await page.getByRole('textbox', { name: /Token Duration/ }).fill('299');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('.finding.error').waitFor();
    await settle();
    const before = await page.locator('#wizard').ariaSnapshot();
    await page.reload();
    await page.locator('.finding.error').waitFor();
    await settle();
    assert.equal(await page.locator('#wizard').ariaSnapshot(), before);
    assert.match(before, /CRM of the help line/);
  });
});
