import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { anOrg } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';
import { directory } from './proceduresViews.ts';
import { save } from './save.ts';
import { waitToHear } from './spoken.ts';

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

  it('S6: is met right below ID and secret, before anything else that one can do, by eye and by Tab', async () => {
    const { page } = await save('scim', directory, {}, anOrg({ practice: false }));
    const order = await page
      .locator('#copy-client-id, #copy-client-secret, .entries vscode-button, #open-client, #delete-client')
      .evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(order, [
      'copy-client-id',
      'copy-client-secret',
      'copy-scim-base-url',
      'copy-scim-token',
      'open-client',
      'delete-client',
    ]);
    await page.getByText('It takes the token, and neither the Client ID nor the Client Secret.').waitFor();
  });

  it('S6: copies what this page never sees, and says which', async () => {
    const { page, sent, settle } = await save('scim', directory);
    await page.getByRole('button', { name: 'Copy Tenant URL' }).click();
    await waitToHear(page, 'Address copied');
    await page.getByRole('button', { name: 'Copy Secret Token' }).click();
    await waitToHear(page, 'Token copied');
    await settle();
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['scim-base-url', 'scim-token'],
    );
  });

  it('S6, S7: says when the token ends, what was proven, and which file was written', async () => {
    const { page, sent, settle } = await save('scim', directory, {}, anOrg({ practice: false }));
    await page.getByText(/The token that was made here ends on February 1[45], 2028/).waitFor();
    await page.getByText('Make a new one before, and give it to Microsoft Entra ID').waitFor();
    await page.locator('.facts .good').getByText('read the SCIM service provider config').waitFor();
    await page.getByRole('button', { name: 'genesys-scim.json' }).click();
    await settle();
    assert.equal(sent('open-file')[0]?.uri, 'file:///crm/genesys-scim.json');
  });

  it('S6: has the day on which the token ends put into a calendar', async () => {
    const { page, sent, settle } = await save('scim', directory);
    await page.getByRole('button', { name: 'Put the day on which the token ends into a calendar.' }).click();
    await settle();
    assert.equal(sent('save-calendar').length, 1);
  });

  it('S6: says that the file still waits to be saved', async () => {
    const { page } = await save('scim', directory, {
      writeScimFile: async () => ({ kind: 'written', saved: false }),
    });
    await page.getByText('The file had unsaved changes, so it is not saved yet.').waitFor();
  });

  it('says where addresses lead in the practice org, and nothing of them where none is shown', async () => {
    for (const [provider, count] of [
      ['entra', 1],
      ['okta', 0],
    ] as const) {
      const wizard = await openWizard({
        memory: { procedure: 'scim', step: 'review', draft: { ...directory, provider } },
        org: anOrg({ practice: true }),
      });
      await wizard.page.locator('#save').click();
      await wizard.page.getByRole('heading', { name: /^Give this to/ }).waitFor();
      assert.equal(await wizard.page.getByText('which no identity provider reaches').count(), count);
    }
  });

  it('S6: without signing in there is no token and no secret here; it says where they come from', async () => {
    const wizard = await openWizard({
      memory: { procedure: 'scim', step: 'review', draft: { ...directory, clientId: NEW_ID } },
      adminPageRegion: 'mypurecloud.jp',
    });
    await wizard.page.locator('#save').click();
    await wizard.page.getByText('a token that you make with Client ID and Client Secret at').waitFor();
    await wizard.page.getByText('Genesys Cloud showed it when you saved the client there.').waitFor();
    assert.equal(await wizard.page.locator('#copy-scim-token, #copy-client-secret').count(), 0);
  });
});

function holding({ holdsToken }: Draft): string {
  if (holdsToken === undefined) return '';
  return holdsToken ? 'holding a token' : 'holding ID and secret';
}
