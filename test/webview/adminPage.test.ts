import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { procedures } from '../../src/core/procedures/index.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { type OpenWizard, openWizard } from './harness.ts';
import { hasFocus } from './probes.ts';
import { waitToHear } from './spoken.ts';

const region = 'mypurecloud.jp';
const draft = { name: 'Help line', description: 'Opens the CRM.', duration: '86400' };

describe('Without signing in', () => {
  it('takes one page more, and only there', async () => {
    const titles = async (options: Parameters<typeof openWizard>[0]) =>
      (await openWizard(options)).page.locator('nav li button > span:last-child').allInnerTexts();
    assert.equal((await titles({})).includes('Create it yourself'), false);
    const steps = await titles({ adminPageRegion: region });
    assert.deepEqual(steps.slice(-3), ['framework.js', 'Create it yourself', 'Review and save']);
    assert.equal(steps.length, procedures.embeddable.steps.length);
  });

  it('says where the client is made, and lets one choose another region or sign in', async () => {
    const { page, sent, settle } = await openWizard({ adminPageRegion: region });
    await page.getByText('mypurecloud.jp · without signing in').waitFor();
    await page
      .getByText('You create the client yourself on the admin page of Asia Pacific (Tokyo)')
      .waitFor();
    await page.getByRole('button', { name: 'Choose another region' }).click();
    const toggle = page.getByRole('button', { name: 'Sign in instead' });
    await toggle.click();
    assert.equal(await page.getByRole('button', { name: 'Without signing in' }).count(), 0);
    await page.getByRole('button', { name: 'Access token' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await settle();
    assert.deepEqual(
      sent('connect').map(({ way }) => way),
      ['admin-page', 'access-token'],
    );
  });

  it('E4: presets the redirect URI of the region', async () => {
    const { page } = await openWizard({ memory: { step: 'redirect-uris' }, adminPageRegion: region });
    const field = page.getByRole('textbox', { name: 'Authorized Redirect URIs' });
    assert.equal(await field.inputValue(), 'https://apps.mypurecloud.jp/crm/index.html');
  });

  it('E5: presets the scopes, and says that the list of the org is not known', async () => {
    const { page } = await openWizard({ memory: { step: 'scopes' }, adminPageRegion: region });
    const field = page.getByRole('textbox', { name: 'Scopes' });
    assert.equal(await field.inputValue(), FRAMEWORK_SCOPES.join('\n'));
    await page
      .getByText('You are not signed in, so the list of the organization is not known here.')
      .waitFor();
    assert.equal(await page.locator('.finding').count(), 0);
  });

  it('E6: shows what would change in framework.js', async () => {
    const { page } = await openWizard({ memory: { step: 'framework-file' }, adminPageRegion: region });
    assert.match(await page.locator('.diff .added').innerText(), /'mypurecloud\.jp': 'the new Client ID'/);
  });

  it('a page that is there no longer leads to Connect', async () => {
    const { page } = await openWizard({ memory: { step: 'admin-page' } });
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Client details', level: 2 }).waitFor();
  });
});

describe('Create it yourself', () => {
  it('lays out the values field by field in the order of the admin page', async () => {
    const { page } = await openAdminPage(draft);
    assert.deepEqual(await rows(page), [
      ['App Name', 'Help line'],
      ['Description', 'Opens the CRM.'],
      ['Token Duration', '86400 = 1 day'],
      ['Grant Type', 'Code Authorization / PKCE'],
      ['Authorized Redirect URIs', 'https://apps.mypurecloud.jp/crm/index.html'],
      ['Scopes', FRAMEWORK_SCOPES.join('\n')],
    ]);
  });

  it('leaves out what was not answered', async () => {
    const { page } = await openAdminPage({ name: 'Help line', grantType: 'TOKEN' });
    assert.deepEqual(
      (await rows(page)).map(([field]) => field),
      ['App Name', 'Token Duration', 'Grant Type', 'Authorized Redirect URIs', 'Scopes'],
    );
    assert.equal((await rows(page))[2]?.[1], 'Implicit Grant (Browser)');
  });

  it('G12, G13: lists roles and divisions by name, as they were typed, to be copied', async () => {
    const service: Draft = { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS' };
    const { page, sent, settle } = await openWizard({
      memory: { procedure: 'general', step: 'roles', draft: service },
      adminPageRegion: region,
    });
    await page.getByRole('textbox', { name: 'Roles' }).fill('Reporting\nSupervisor');
    await page.getByRole('textbox', { name: 'Divisions' }).fill('Sales');
    await page.getByRole('button', { name: 'Next' }).click();
    await settle();
    assert.deepEqual((await rows(page)).slice(-2), [
      ['Roles', 'Reporting\nSupervisor'],
      ['Divisions', 'Sales'],
    ]);
    assert.equal(await page.getByText('Roles are chosen on the admin page').count(), 0);
    await page.getByRole('button', { name: 'Copy Roles', exact: true }).click();
    await page.getByRole('button', { name: 'Copy Divisions', exact: true }).click();
    await waitToHear(page, 'Divisions copied');
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['admin-roles', 'admin-divisions'],
    );
  });

  it('S4: gives the SCIM role by name, and says which divisions while none is named', async () => {
    const directory: Draft = { name: 'Entra ID', provider: 'entra' };
    const { page } = await openWizard({
      memory: { procedure: 'scim', step: 'divisions', draft: directory },
      adminPageRegion: region,
    });
    await page.getByText('SCIM Integration and no other').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('with every division that the identity provider looks after').waitFor();
    assert.deepEqual((await rows(page)).at(-1), ['Roles', 'SCIM Integration']);
  });

  it('copies each value that is typed there, says so, and forgets that on the next page', async () => {
    const { page, sent, settle } = await openAdminPage(draft);
    for (const field of ['App Name', 'Description', 'Token Duration', 'Authorized Redirect URIs', 'Scopes']) {
      await page.getByRole('button', { name: `Copy ${field}`, exact: true }).click();
      await waitToHear(page, `${field} copied`);
    }
    assert.equal(await page.getByRole('button', { name: 'Copy Grant Type' }).count(), 0);
    await settle();
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['admin-name', 'admin-description', 'admin-duration', 'admin-redirect-uris', 'admin-scopes'],
    );
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Copy Scopes' }).waitFor();
  });

  it('opens the admin page, and says how to get there otherwise', async () => {
    const { page, sent, settle } = await openAdminPage(draft);
    await page.getByText('Menu > IT and Integrations > OAuth > Add Client').waitFor();
    await page.getByRole('button', { name: 'Open the admin page' }).click();
    await settle();
    assert.equal(sent('open-admin-page').length, 1);
  });

  it('shows first what is wrong with the answers, and leads to each', async () => {
    const { page, host, settle } = await openAdminPage({ duration: '299' });
    const note = page.locator('.summary');
    await note.getByText('Correct these first').waitFor();
    assert.equal(await note.getByRole('button').count(), 2);
    assert.equal(await page.getByRole('button', { name: 'Copy App Name' }).count(), 0);
    await note.getByRole('button', { name: /299 seconds/ }).click();
    await settle();
    assert.equal(host.state.memory.step, 'details');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-duration');
  });

  it('waits for a duration that is a number before it lays anything out', async () => {
    const { page } = await openAdminPage({ name: 'Help line', duration: 'a day' });
    await page.getByText('They stand here once the token duration is a number.').waitFor();
    assert.equal(await page.locator('.entries').count(), 0);
  });

  const faults: [typed: string, said: string][] = [
    ['', 'Paste the Client ID that the admin page shows'],
    ['5f0c3c1e-8a44-4d5c-9b0e', 'This is not a Client ID.'],
    ['kY2x_0pQn7vS3sVbT1uWqLr8Zc9mXdFa4HgJ5eRt6yU', 'This is not a Client ID.'],
    [`${NEW_ID} ${NEW_ID}`, 'This is not a Client ID.'],
  ];
  for (const [typed, said] of faults) {
    it(`says "${said}" of "${typed}", at the field, and lets nobody on`, async () => {
      const { page, host, settle } = await openAdminPage(draft);
      const field = page.getByRole('textbox', { name: 'Client ID' });
      assert.equal(await page.locator('.finding').count(), 0);
      await field.fill(typed);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.locator('.finding.error').getByText(said).waitFor();
      await settle();
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      assert.equal(host.state.memory.step, 'admin-page');
      assert.equal(await field.evaluate(hasFocus), true);
    });
  }

  it('says that the secret is not asked for', async () => {
    const { page } = await openAdminPage(draft);
    const field = page.getByRole('textbox', { name: 'Client ID' });
    const described = await field.evaluate(({ ariaDescription }) => ariaDescription ?? '');
    assert.match(described, /Client Secret. Leave it there.*It is not asked for here/);
  });
});

describe('Review and save, without signing in', () => {
  it('E6: shows the change with the real Client ID, in lower case, and that no request is sent', async () => {
    const { page } = await openReview({ ...draft, clientId: ` ${NEW_ID.toUpperCase()}\n` });
    assert.deepEqual(await page.locator('.plan h3').allInnerTexts(), [
      `Use the client ${NEW_ID} that you have made`,
      'Write the Client ID into src/framework.js',
    ]);
    await page.getByText('No request is sent.').waitFor();
    assert.match(await page.locator('.diff .added').innerText(), new RegExp(`'mypurecloud.jp': '${NEW_ID}'`));
  });

  it('saves without a request, and says where the secret is', async () => {
    const { page, host } = await openReview({ ...draft, clientId: NEW_ID });
    await page.locator('#save').click();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    assert.equal(await page.locator('#client-id').innerText(), NEW_ID);
    await page.getByText('Genesys Cloud showed it when you saved the client there.').waitFor();
    await page.getByText('usePKCEAuthFlow: true').waitFor();
    assert.equal(await page.locator('#copy-client-secret').count(), 0);
    assert.equal(host.world.clientsRequested, 0);
  });

  it('E7: gives the ready line when the ID is added by hand', async () => {
    const { page } = await openReview({ ...draft, clientId: NEW_ID, target: { kind: 'by-hand' } });
    assert.equal(await page.locator('.plan > li').count(), 1);
    await page.locator('#save').click();
    await page.locator('pre').getByText(`'mypurecloud.jp': '${NEW_ID}'`).waitFor();
  });

  it('leads to the Client ID when it is missing', async () => {
    const { page, sent, settle, host } = await openReview(draft);
    await page.locator('#save').click();
    await page
      .locator('#summary')
      .getByRole('button', { name: /Paste the Client ID/ })
      .click();
    await settle();
    assert.deepEqual(sent('save'), []);
    assert.equal(host.state.memory.step, 'admin-page');
    assert.equal(await page.getByRole('textbox', { name: 'Client ID' }).evaluate(hasFocus), true);
  });
});

function openAdminPage(answers: Draft): Promise<OpenWizard> {
  return openWizard({ memory: { step: 'admin-page', draft: answers }, adminPageRegion: region });
}

function openReview(answers: Draft): Promise<OpenWizard> {
  return openWizard({ memory: { step: 'review', draft: answers }, adminPageRegion: region });
}

/** Each field of the admin page with its value. */
async function rows(page: OpenWizard['page']): Promise<[field: string, value: string][]> {
  const entries = await page.locator('.entries > div').all();
  return await Promise.all(
    entries.map(
      async (entry): Promise<[string, string]> => [
        await entry.locator('dt').innerText(),
        await entry.locator('.value').innerText(),
      ],
    ),
  );
}
