import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard } from './harness.ts';
import { aFile, anOrg, developer } from './samples.ts';

describe('The first pages', () => {
  it('asks first what the client is for, and goes on to Connect', async () => {
    const { page, host, settle } = await openWizard({ memory: { procedure: undefined }, connected: false });
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await page.getByRole('button', { name: 'Embeddable Framework client' }).click();
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    await settle();
    assert.equal(host.state.memory.procedure, 'embeddable');
  });

  it('offers the practice org, and shows who is connected to what', async () => {
    const { page, settle } = await openWizard({ connected: false });
    await page.getByRole('button', { name: 'Practice org' }).click();
    await settle();
    const facts = await page.locator('.facts').innerText();
    for (const fact of ['Practice Org', 'mypurecloud.jp', 'Asia Pacific (Tokyo)', 'Practice Administrator']) {
      assert.ok(facts.includes(fact), fact);
    }
    assert.equal(await page.locator('.facts .good').innerText(), 'Yes');
  });

  it('says that one must connect first when Next is pressed without', async () => {
    const { page, settle, sent } = await openWizard({ connected: false });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('#summary').getByText('Connect to an organization first').waitFor();
    await settle();
    assert.deepEqual(sent('go'), []);
    await page.locator('#summary').getByRole('button').click();
    await settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-org');
  });

  it('G1: tells a developer without the permission at once, who can give it, and lets nobody on', async () => {
    const { page, host, settle } = await openWizard({ org: anOrg({ person: developer }) });
    const note = page.getByRole('alert');
    await note.getByText('You cannot create the client with this account.').waitFor();
    await note.getByText('OAuth > Client > Add (oauth:client:add) is missing').waitFor();
    assert.equal(await page.locator('.facts .bad').innerText(), 'No');
    await page.getByRole('button', { name: 'Next' }).click();
    await settle();
    assert.equal(host.state.memory.step, 'connect');
    await page.getByRole('button', { name: 'Sign in as somebody else' }).waitFor();
  });

  for (const hipaa of [true, false]) {
    it(`G5: HIPAA is ${hipaa ? '' : 'not '}mentioned when it is ${hipaa ? 'on' : 'off'}`, async () => {
      for (const step of ['connect', 'details'] as const) {
        const { page } = await openWizard({ memory: { step }, org: anOrg({ hipaa }) });
        assert.equal(await page.getByText('HIPAA is on').count(), hipaa ? 1 : 0);
      }
    });
  }

  it('E1: says what the project itself says about needing the client', async () => {
    const calls = aFile({ path: 'a/framework.js', script: 'User.getAuthToken(start);' });
    const { page, sent, settle } = await openWizard({ files: [calls, aFile({ path: 'b/framework.js' })] });
    await page.getByText('calls getAuthToken: a private deployment needs the client').waitFor();
    await page.getByText('does not call getAuthToken').waitFor();
    await page.getByRole('button', { name: 'a/framework.js:7' }).click();
    await settle();
    assert.deepEqual(sent('open-file'), [{ type: 'open-file', uri: calls.uri, line: 7 }]);
  });

  it('shows what is under way while connecting, and cancels it', async () => {
    const { page, sent, settle } = await openWizard({ connected: false, connecting: { kind: 'signing-in' } });
    await page.getByRole('status').getByText('Signing in').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await settle();
    assert.equal(sent('cancel').length, 1);
  });

  it('says why connecting failed and offers the same ways again', async () => {
    const failure = { kind: 'practice-org-not-started', reason: 'spawn ENOENT' } as const;
    const { page } = await openWizard({ connected: false, connecting: { kind: 'disconnected', failure } });
    const note = page.getByRole('alert');
    await note.getByText('The practice org did not start.').waitFor();
    await note.getByText('Details').click();
    await note.getByText('spawn ENOENT').waitFor();
    await page.getByRole('button', { name: 'Practice org' }).waitFor();
  });
});
