import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aFile } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

const INDEX = 'https://apps.mypurecloud.jp/crm/index.html';
const LOGIN = 'https://apps.mypurecloud.jp/crm/authWindow.html';

describe('Redirect URIs', () => {
  const faults: [uri: string, said: string][] = [
    ['/crm/index.html', 'Line 2 is not a complete address. Start it with https://.'],
    ['apps.mypurecloud.jp/crm', 'Line 2 is not a complete address.'],
    ['javascript:alert(1)', 'Line 2 is not a complete address.'],
    ['http://crm.example.com/', 'Line 2 must start with https://.'],
    ['https://crm.example.com/#top', 'Line 2 has a fragment'],
    ['https://crm.example.com/ https://two.example.com/', 'Line 2 holds 2 URIs. Write one URI a line.'],
  ];
  for (const [uri, said] of faults) {
    it(`G14: says what is wrong with ${uri}`, async () => {
      const wizard = await openUris(`${INDEX}\n${uri}`);
      await wizard.page.getByRole('button', { name: 'Next' }).click();
      await wizard.page.locator('.finding.error').getByText(said).waitFor();
      await wizard.settle();
      assert.equal(wizard.host.state.memory.step, 'redirect-uris');
    });
  }

  it('G14: accepts http on this computer', async () => {
    const wizard = await openUris(`${INDEX}\nhttp://localhost:8080/callback`);
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.getByRole('heading', { name: 'Scopes', level: 2 }).waitFor();
  });

  it('G14: asks for at least one when the list is emptied', async () => {
    const wizard = await openUris('');
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('Add at least one redirect URI').waitFor();
  });

  it('G14: counts 126 and accepts no more than 125', async () => {
    const wizard = await openUris(
      [INDEX, ...Array.from({ length: 125 }, (_, index) => `https://crm.example.com/${index}`)].join('\n'),
    );
    await wizard.page.getByText('One per line, 126 of at most 125.').waitFor();
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('126 redirect URIs are too many').waitFor();
  });

  const twins: [uri: string, said: string][] = [
    [INDEX, 'Line 2 is the same as line 1.'],
    [`${INDEX}/`, 'Line 2 differs from line 1 only by a slash at its end.'],
    [INDEX.replace('apps', 'APPS'), 'Line 2 differs from line 1 only in how the same address is written.'],
  ];
  for (const [uri, said] of twins) {
    it(`G14: "${said}" goes with "Remove line 2"`, async () => {
      const wizard = await openUris(`${INDEX}\n${uri}\nhttps://crm.example.com/`);
      await wizard.page.getByText(said).waitFor();
      await wizard.page.getByRole('button', { name: 'Remove line 2' }).click();
      await wizard.settle();
      assert.equal(await uriField(wizard).inputValue(), `${INDEX}\nhttps://crm.example.com/`);
      assert.equal(await wizard.page.locator('.finding').count(), 0);
    });
  }

  it('G14: writes a pasted list one URI a line with one click', async () => {
    const wizard = await openUris(`${INDEX}\nhttps://crm.example.com/, https://two.example.com/`);
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.getByRole('button', { name: 'Write them one per line' }).click();
    await wizard.settle();
    assert.equal(
      await uriField(wizard).inputValue(),
      `${INDEX}\nhttps://crm.example.com/\nhttps://two.example.com/`,
    );
  });

  it('G11, E4: a region that is ticked brings its own page, and its entry in framework.js', async () => {
    const wizard = await openUris(undefined);
    await wizard.page.locator('summary').click();
    await wizard.tick(/^mypurecloud\.de/);
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\n${INDEX.replace('.jp', '.de')}`);
    const [file] = wizard.host.state.context.workspace.files;
    assert.ok(file?.placement?.kind === 'possible');
    assert.deepEqual(file.placement.regions, ['mypurecloud.jp', 'mypurecloud.de']);
    await wizard.tick(/^mypurecloud\.de/);
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), INDEX);
  });

  it('G11, E4: a region brings and takes its page beside what was typed', async () => {
    const own = 'https://crm.example.com/';
    const wizard = await openUris(`${INDEX}\n${own}`);
    await wizard.page.locator('summary').click();
    await wizard.tick(/^mypurecloud\.de/);
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\n${own}\n${INDEX.replace('.jp', '.de')}`);
    await wizard.tick(/^mypurecloud\.de/);
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\n${own}`);
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  it('E4: presets the framework’s page, and puts it back when it was taken out', async () => {
    const wizard = await openUris(undefined);
    assert.equal(await uriField(wizard).inputValue(), INDEX);
    await uriField(wizard).fill('https://crm.example.com/');
    await wizard.page.getByText(`The Embeddable Framework logs in at ${INDEX}.`).waitFor();
    await wizard.page.getByRole('button', { name: 'Add this URI' }).click();
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), `https://crm.example.com/\n${INDEX}`);
  });

  it('E4: a login window of its own brings the second URI, as long as the list is the preset one', async () => {
    const wizard = await openUris(undefined);
    await wizard.tick(/dedicatedLoginWindow/);
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\n${LOGIN}`);
    assert.equal(wizard.host.state.memory.draft.dedicatedLoginWindow, true);
  });

  it('E4: reads dedicatedLoginWindow from the file and says where it stands', async () => {
    const wizard = await openWizard({
      memory: { step: 'redirect-uris' },
      files: [aFile({ settings: '{ dedicatedLoginWindow: true }' })],
    });
    const loginWindow = wizard.page.getByRole('checkbox', { name: /dedicatedLoginWindow/ });
    assert.equal(await loginWindow.isChecked(), true);
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\n${LOGIN}`);
    await wizard.page.getByRole('button', { name: 'src/framework.js:5' }).click();
    await wizard.settle();
    assert.equal(wizard.sent('open-file')[0]?.line, 5);
  });
});

function openUris(redirectUris: string | undefined): Promise<OpenWizard> {
  const draft = redirectUris === undefined ? {} : { redirectUris };
  return openWizard({ memory: { step: 'redirect-uris', draft } });
}

function uriField({ page }: OpenWizard) {
  return page.getByRole('textbox', { name: 'Authorized Redirect URIs' });
}
