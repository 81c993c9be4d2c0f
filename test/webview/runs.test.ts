import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import type { Effects } from '../../src/core/procedures/execute.ts';
import { loses, NEW_ID } from './effects.ts';
import { type OpenWizard, openWizard } from './harness.ts';
import { directory, service, site } from './proceduresViews.ts';

describe('Saving an application or a SCIM client', () => {
  const stops: [rule: string, effects: Partial<Effects>, what: string, next: string][] = [
    [
      'S7',
      { prove: async () => ({ ok: false, error: { kind: 'login-refused', code: 'invalid_client' } }) },
      'The client is there, but it could not be used.',
      'Try again in a moment.',
    ],
    [
      'S6',
      { makeToken: async () => ({ ok: false, error: { kind: 'timeout', seconds: 30 } }) },
      'The client is there, but it got no token for the identity provider.',
      'Try again in a moment.',
    ],
    [
      'S6',
      { writeScimFile: async () => ({ kind: 'refused', reason: 'not-json', line: 7 }) },
      'The client is there, but genesys-scim.json was not changed.',
      'Correct the file, then try again.',
    ],
  ];
  for (const [rule, effects, what, next] of stops) {
    it(`${rule}: "${what}" leaves ID and secret to copy, and goes on with the same client`, async () => {
      const wizard = await save('scim', directory, effects);
      await wizard.page.getByRole('alert').getByText(what).waitFor();
      await wizard.page.getByRole('alert').getByText(next).waitFor();
      assert.equal(await wizard.page.locator('.facts code').innerText(), NEW_ID);
      await wizard.page.getByRole('button', { name: 'Copy the Client Secret' }).waitFor();
      assert.equal(await wizard.page.getByRole('button', { name: 'Copy the line for clientIds' }).count(), 0);
      wizard.host.saves.repair();
      await wizard.page.getByRole('button', { name: 'Try again' }).click();
      await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
      assert.equal(wizard.host.saves.clientsRequested, 1);
    });
  }

  it('G16: asks for another secret where the one of the client was lost and is needed, and on the result', async () => {
    const lost = loses({ ok: true, value: { id: NEW_ID, name: 'Entra ID' } });
    const noSecret = async () => ({ ok: false, error: { kind: 'no-secret' } }) as const;
    const stopped = await save('scim', directory, { ...lost, prove: noSecret });
    await stopped.page.getByRole('button', { name: 'Make a new secret' }).click();
    await stopped.settle();
    assert.deepEqual(stopped.sent('replace-secret'), [{ type: 'replace-secret' }]);

    const finished = await save('general', site, lost);
    await finished.page.getByText('not received: the answer was lost on its way.').waitFor();
    await finished.page.getByRole('button', { name: 'Make a new secret' }).click();
    await finished.settle();
    assert.deepEqual(finished.sent('replace-secret'), [{ type: 'replace-secret' }]);
  });

  it('S6: leads to the line of a file that cannot be changed', async () => {
    const refused: Partial<Effects> = {
      writeScimFile: async () => ({ kind: 'refused', reason: 'not-json', line: 7 }),
    };
    const wizard = await save('scim', directory, refused);
    await wizard.page.getByRole('button', { name: 'genesys-scim.json:7' }).click();
    await wizard.settle();
    assert.equal(wizard.sent('open-file')[0]?.line, 7);
  });

  it('E6: leads back to the answers from a file that changed, when the client was there already', async () => {
    const wizard = await openWizard({
      memory: { procedure: 'embeddable', step: 'review', draft: { name: 'CRM', clientId: NEW_ID } },
      adminPageRegion: 'mypurecloud.jp',
      effects: { editFrameworkFile: async () => ({ kind: 'changed-meanwhile' }) },
    });
    await wizard.page.getByRole('button', { name: 'Save', exact: true }).click();
    await wizard.page.getByRole('heading', { name: 'Saving stopped' }).waitFor();
    assert.equal(await wizard.page.getByRole('button', { name: 'Take the client back' }).count(), 0);
    assert.equal(await wizard.page.getByRole('button', { name: 'Leave it like this' }).count(), 0);
    await wizard.page.getByRole('button', { name: 'Back to the answers' }).click();
    await wizard.page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
    assert.equal(wizard.host.state.memory.draft.name, 'CRM');
  });

  it('takes a client back only when asked twice, and leaves the answers', async () => {
    const wizard = await save('general', service, {
      keepSecret: async () => ({ ok: false, reason: 'locked' }),
    });
    const { page, sent, settle, host } = wizard;
    await page.getByRole('button', { name: 'Take the client back' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await settle();
    assert.equal(sent('take-back').length, 0);
    await page.getByRole('button', { name: 'Take the client back' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByRole('heading', { name: 'The client was taken back' }).waitFor();
    await page.getByRole('button', { name: 'Back to the answers' }).click();
    await page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
    await settle();
    assert.equal(host.state.memory.draft.name, service.name);
  });
});

describe('A client that was read back', () => {
  it('S4: warns first of all when Genesys Cloud shortened the duration, and says what to do', async () => {
    const shortened: Partial<Effects> = {
      readClient: async () => ({
        ok: true,
        value: {
          id: NEW_ID,
          name: 'Entra ID',
          authorizedGrantType: 'CLIENT-CREDENTIALS',
          accessTokenValiditySeconds: 86_400,
          roleDivisions: [],
        },
      }),
    };
    const { page, sent, settle } = await save('scim', directory, shortened);
    const warning = page.getByRole('alert');
    await warning.getByText('Its tokens last 1 day, not 450 days.').waitFor();
    await warning.getByText('Remove other roles from the client on its admin page').waitFor();
    await warning.getByText('Not as asked: Roles.').waitFor();
    await page.locator('.facts .bad').getByText('It is not what you asked for').waitFor();
    await warning.getByRole('button', { name: 'Open the admin page' }).click();
    await settle();
    assert.equal(sent('open-admin-page').length, 1);
  });

  it('says quietly that it could not be compared', async () => {
    const { page } = await save('general', service, {
      readClient: async () => ({ ok: false, error: { kind: 'forbidden', answer: { status: 403 } } }),
    });
    await page.locator('.facts').getByText('so it was not compared').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('says that it is what was asked for', async () => {
    const { page } = await save('general', service);
    await page.locator('.facts .good').getByText('It is what you asked for').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });
});

describe('What an application does next', () => {
  const nexts: [rule: string, draft: Draft, said: RegExp][] = [
    ['G7', service, /gets its tokens at https:\/\/login\.mypurecloud\.jp\/oauth\/token with ID and secret/],
    ['G8', site, /sends people to https:\/\/login\.mypurecloud\.jp\/oauth\/authorize to log in/],
    ['G9', { ...site, grantType: 'TOKEN' }, /Plan the move to Code Authorization/],
    ['G10', { ...site, grantType: 'SAML2-BEARER' }, /sends the SAML2 assertion/],
  ];
  for (const [rule, draft, said] of nexts) {
    it(`${rule}, G16: says so after ${draft.grantType ?? 'CODE'}, with ID and secret to copy and no word of framework.js`, async () => {
      const { page } = await save('general', draft);
      const section = await page.locator('section').innerText();
      assert.match(section, said);
      assert.equal(await page.locator('#client-id').innerText(), NEW_ID);
      await page.locator('#copy-client-secret').waitFor();
      assert.doesNotMatch(section, /framework|clientIds/i);
    });
  }
});

describe('What the identity provider is given', () => {
  const given: [
    provider: NonNullable<Draft['provider']>,
    draft: Draft,
    rows: [label: string, value: string][],
  ][] = [
    [
      'entra',
      {},
      [
        ['Tenant URL', 'https://api.mypurecloud.jp/api/v2/scim/v2'],
        ['Secret Token', "kept in VS Code's secret storage"],
      ],
    ],
    [
      'okta',
      {},
      [
        ['Application username format', 'Email'],
        ['Access token', "kept in VS Code's secret storage"],
      ],
    ],
    [
      'onelogin',
      {},
      [
        ['SCIM Base URL', 'https://api.mypurecloud.jp/api/v2/scim'],
        ['Client ID', NEW_ID],
        ['Client Secret', "kept in VS Code's secret storage"],
        ['Authorization URL', 'https://login.mypurecloud.jp'],
      ],
    ],
    [
      'servicenow',
      {},
      [
        ['Address of SCIM', 'https://api.mypurecloud.jp/api/v2/scim'],
        ['Client ID', NEW_ID],
        ['Client Secret', "kept in VS Code's secret storage"],
        ['Authorization URL', 'https://login.mypurecloud.jp/oauth/authorize'],
        ['Token URL', 'https://login.mypurecloud.jp/oauth/token'],
      ],
    ],
    [
      'pingone',
      {},
      [
        ['SCIM Base URL', 'https://api.mypurecloud.jp/api/v2/scim/v2'],
        ['Users Resource', '/Users'],
        ['SCIM Version', '2.0'],
        ['Authentication Method', 'OAuth 2 Client Credentials'],
        ['OAuth Token Request', 'https://login.mypurecloud.jp/oauth/token'],
        ['OAuth Client ID', NEW_ID],
        ['OAuth Client Secret', "kept in VS Code's secret storage"],
        ['Auth Type Header', 'Bearer'],
      ],
    ],
    [
      'other',
      { holdsToken: true },
      [
        ['Address of SCIM', 'https://api.mypurecloud.jp/api/v2/scim/v2'],
        ['Access token', "kept in VS Code's secret storage"],
      ],
    ],
    [
      'other',
      { holdsToken: false },
      [
        ['Address of SCIM', 'https://api.mypurecloud.jp/api/v2/scim/v2'],
        ['Address for tokens', 'https://login.mypurecloud.jp/oauth/token'],
        ['Client ID', NEW_ID],
        ['Client Secret', "kept in VS Code's secret storage"],
      ],
    ],
  ];
  for (const [provider, draft, rows] of given) {
    it(`S6: ${provider} ${holding(draft)}`, async () => {
      const { page } = await save('scim', { name: 'Directory', provider, ...draft });
      const labels = await page.locator('.entries dt').allInnerTexts();
      const values = await page.locator('.entries .value').allInnerTexts();
      assert.deepEqual(
        labels.map((label, row) => [label, values[row]]),
        rows,
      );
    });
  }

  it('S6: copies what this page never sees, and says which', async () => {
    const { page, sent, settle } = await save('scim', directory);
    await page.getByRole('button', { name: 'Copy Tenant URL' }).click();
    await page.getByRole('status').getByText('Address copied').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Copy Secret Token' }).click();
    await page.getByRole('status').getByText('Token copied').waitFor({ state: 'attached' });
    await settle();
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['scim-base-url', 'scim-token'],
    );
  });

  it('S6, S7: says when the token ends, what was proven, and which file was written', async () => {
    const { page, sent, settle } = await save('scim', directory);
    await page.getByText(/The token ends on February 1[45], 2028/).waitFor();
    await page.getByText('Make a new one before, and give it to Microsoft Entra ID').waitFor();
    await page.locator('.facts .good').getByText('read the SCIM service provider config').waitFor();
    await page.getByRole('button', { name: 'genesys-scim.json' }).click();
    await settle();
    assert.equal(sent('open-file')[0]?.uri, 'file:///crm/genesys-scim.json');
  });

  it('S6: says that the file still waits to be saved', async () => {
    const { page } = await save('scim', directory, {
      writeScimFile: async () => ({ kind: 'written', saved: false }),
    });
    await page.getByText('The file had unsaved changes, so it is not saved yet.').waitFor();
  });

  it('S6: without signing in there is no token and no secret here; it says where they come from', async () => {
    const wizard = await openWizard({
      memory: { procedure: 'scim', step: 'review', draft: { ...directory, clientId: NEW_ID } },
      adminPageRegion: 'mypurecloud.jp',
    });
    await wizard.page.getByRole('button', { name: 'Save', exact: true }).click();
    await wizard.page.getByText('a token that you make with Client ID and Client Secret at').waitFor();
    await wizard.page.getByText('Genesys Cloud showed it when you saved the client there.').waitFor();
    assert.equal(await wizard.page.locator('#copy-scim-token, #copy-client-secret').count(), 0);
  });
});

function holding({ holdsToken }: Draft): string {
  if (holdsToken === undefined) return '';
  return holdsToken ? 'holding a token' : 'holding ID and secret';
}

async function save(
  procedure: ProcedureId,
  draft: Draft,
  effects: Partial<Effects> = {},
): Promise<OpenWizard> {
  const wizard = await openWizard({ memory: { procedure, step: 'review', draft }, effects });
  await wizard.page.getByRole('button', { name: 'Save', exact: true }).click();
  await wizard.page.locator('.states, #client-id').waitFor();
  await wizard.settle();
  return wizard;
}
