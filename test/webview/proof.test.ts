import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Stage } from '../../src/core/proof/proof.ts';
import { openWizard } from './harness.ts';
import { proceduresViews } from './proceduresViews.ts';

describe('A client that was made proves that it works', () => {
  const finished = proceduresViews['general-finished-code'];
  const again = { name: 'Try the login again' };

  async function open(proof: Stage | null = null) {
    return await openWizard({ ...finished, proof });
  }

  it('says what happens before it does, and tries the login on a click', async () => {
    const { page, settle, sent } = await open();
    const proof = page.locator('#proof');
    assert.match(await proof.innerText(), /https:\/\/wallboard\.example\.com\/callback.*kept nowhere/s);
    await proof.getByRole('button', { name: 'Try the login', exact: true }).click();
    await settle();
    assert.equal(sent('try-login').length, 1);
    assert.match(await proof.locator('[data-live=status]').innerText(), /Log in with the browser/);
  });

  it('says in the practice org whose login it is', async () => {
    const { page } = await open();
    await page.locator('#proof').getByText('It is the login page of the practice org;').waitFor();
  });

  it('is cancelled at any time, and then can be tried again', async () => {
    const { page, settle, sent } = await open({ kind: 'under-way', stage: 'probing' });
    await page.locator('#proof').getByRole('button', { name: 'Cancel' }).click();
    await settle();
    assert.equal(sent('cancel-login').length, 1);
    await page.getByRole('button', { name: 'Try the login', exact: true }).waitFor();
  });

  it('says who can log in where', async () => {
    const { page } = await open({ kind: 'proved', person: 'Ann', orgName: 'Acme', tokenEnded: true });
    const said = await page.locator('#proof').locator('[data-live=status]').innerText();
    assert.match(
      said,
      /The login works: Ann can log in to Acme with this client\. Its token has been ended again\./,
    );
    await page.getByRole('button', again).waitFor();
  });

  it('claims no more than it knows where the scopes hide who logged in', async () => {
    const { page } = await open({ kind: 'proved', tokenEnded: false });
    const said = await page.locator('#proof').locator('[data-live=status]').innerText();
    assert.match(said, /the organization accepted the token.*ends by itself/s);
  });

  it('says with which redirect URI, and lets the others be tried, of which it says nothing', async () => {
    const [here, there] = ['http://localhost:8080/callback', 'https://wallboard.example.com/callback'];
    const { page, settle, sent } = await openWizard(proceduresViews['general-finished-proved-at-one']);
    const proof = page.locator('#proof');
    const said = proof.locator('[data-live=status]');
    assert.match(
      await said.innerText(),
      /It came back to http:\/\/localhost:8080\/callback; the other redirect URI was not tried\./,
    );
    await page.getByRole('button', again).click();
    await settle();
    await proof.getByText('Try another redirect URI').click();
    await proof.getByRole('button', { name: `Try the login at ${there}` }).click();
    await settle();
    assert.deepEqual(
      sent('try-login').map(({ redirectUri }) => redirectUri),
      [here, there],
    );
    assert.match(await said.innerText(), new RegExp(`It came back to ${there}; the other`));
  });

  it('says no more than that where no other one is registered', async () => {
    const { page } = await open({ kind: 'proved', tokenEnded: true });
    assert.doesNotMatch(await page.locator('#proof').innerText(), /not tried|another redirect URI/);
  });

  it('does not call it an error when the login page was left', async () => {
    const { page } = await open({ kind: 'left' });
    assert.equal(await page.locator('[data-live=alert]').count(), 0);
    await page.getByRole('button', again).waitFor();
  });

  it('says why it failed, with what the login host answered behind Details, and the client stays in sight', async () => {
    const { page } = await open({
      kind: 'failed',
      failure: { kind: 'code-refused', description: 'authorization code has expired' },
    });
    const alert = page.locator('[data-live=alert]');
    assert.match(await alert.innerText(), /The client is still there\..*within a minute/s);
    await alert.getByText('Details').click();
    await alert.getByText('invalid_grant: authorization code has expired').waitFor();
    await page.locator('#client-id').waitFor();
  });

  const refused: Stage = {
    kind: 'failed',
    failure: { kind: 'redirect-uri-refused', redirectUri: 'https://wallboard.example.com/callback' },
  };

  it('leads from a login that failed to why', async () => {
    const run = finished?.run;
    const { page, settle, host } = await openWizard({ ...finished, proof: refused });
    await page.getByRole('button', { name: 'Find Out Why' }).click();
    await settle();
    assert.ok(run?.kind === 'finished');
    assert.match(host.world.opened.at(-1) ?? '', new RegExp(`^why ${run.client.id} `));
  });

  it('says in the practice org where a real one has its admin page', async () => {
    const { page } = await open(refused);
    await page.locator('[data-live=alert]').getByText('The practice org has no admin page').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Open the admin page' }).count(), 0);
  });

  it('leads to the admin page when the redirect URI is not registered there', async () => {
    const run = finished?.run;
    assert.ok(run);
    const saved = { ...run.saved, place: { ...run.saved.place, practice: false } };
    const { page, settle, sent } = await openWizard({ ...finished, run: { ...run, saved }, proof: refused });
    await page.locator('[data-live=alert]').getByRole('button', { name: 'Open the admin page' }).click();
    await settle();
    assert.equal(sent('open-admin-page').length, 1);
  });

  it('G10: says of SAML2 Bearer what proves it, and promises nothing', async () => {
    const { page } = await openWizard(proceduresViews['general-finished-saml2']);
    assert.match(await page.locator('#proof').innerText(), /assertion.*cannot be made from here/s);
    assert.equal(await page.locator('#try-login').count(), 0);
  });

  it('S7: offers no login where Save has proven the client', async () => {
    for (const view of ['general-finished', 'scim-finished']) {
      const { page } = await openWizard(proceduresViews[view]);
      assert.equal(await page.locator('#proof').count(), 0, view);
    }
  });
});
