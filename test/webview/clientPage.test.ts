import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientPageState } from '../../src/core/clientPage/messages.ts';
import type { Mention } from '../../src/core/clients/concerns.ts';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import { wantsPictures } from '../host/pictures.ts';
import { themeFileName, themes } from '../host/themes.ts';
import { axeFindings, contrastFindings } from './axe.ts';
import { openClientPage } from './harness.ts';
import { newLooks } from './newLooks.ts';
import { scrollsSideways } from './probes.ts';
import { firstTheme, wear } from './themes.ts';

const REGION = 'mypurecloud.jp';
const today = new Date();
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString();

const FRAMEWORK: Mention = {
  kind: 'framework',
  uri: 'file:///crm/src/framework.js',
  path: 'src/framework.js',
  line: 12,
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' },
};

function aState(differences: Partial<ClientPageState> = {}): ClientPageState {
  return {
    client: {
      id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
      name: 'Contact center desktop',
      description: 'Opens the CRM beside each call.',
      authorizedGrantType: 'CODE',
      accessTokenValiditySeconds: 64_800,
      registeredRedirectUri: [...frameworkRedirectUris(REGION, false)],
      scope: [...FRAMEWORK_SCOPES],
      dateCreated: '2025-03-03T00:00:00Z',
      state: 'active',
    },
    org: { name: 'Acme', region: REGION, practice: false },
    readAt: today.toISOString(),
    standing: 'there',
    keepsSecret: true,
    mentions: [],
    use: { kind: 'reading' },
    roles: { kind: 'known', value: [] },
    ...differences,
  };
}

const busy: ClientPageState['use'] = {
  kind: 'known',
  value: [20, 13, 12, 9, 6, 5, 2].map((ago, index) => ({ day: daysAgo(ago), requests: (index + 1) * 420 })),
};

const implicit = { ...aState().client, authorizedGrantType: 'TOKEN' };

const views: Record<string, ClientPageState> = {
  'client-reading': aState(),
  'client-attention': aState({ mentions: [FRAMEWORK], use: busy, client: implicit }),
  'client-roles': aState({
    client: {
      id: '33333333-8a44-4d5c-9b0e-2f6f0a7d9e31',
      name: 'Nightly export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      state: 'disabled',
    },
    keepsSecret: false,
    use: { kind: 'known', value: [] },
    roles: {
      kind: 'known',
      value: [
        { name: 'Analytics Export', divisions: ['Sales', 'Support'] },
        { name: 'Employee', divisions: 'all' },
      ],
    },
    org: { name: 'Practice Org', region: REGION, practice: true },
  }),
  'client-untold': aState({ use: { kind: 'untold' }, roles: { kind: 'untold' } }),
  'client-gone': aState({ standing: 'gone', mentions: [FRAMEWORK], use: busy }),
  'client-signed-out': aState({ standing: 'signed-out', mentions: [FRAMEWORK], use: { kind: 'untold' } }),
};

describe('The page of a client', () => {
  for (const [name, state] of Object.entries(views)) {
    for (const language of ['en', 'ja'] as const) {
      it(`${name} (${language}): axe finds nothing in any theme, and beside an editor nothing scrolls sideways`, async () => {
        const { page, takePicture } = await openClientPage(state, { language });
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
        assert.deepEqual(await axeFindings(page), []);
        const isNew = await newLooks(page);
        for (const theme of wantsPictures() || isNew.length > 0 ? themes : [firstTheme]) {
          await wear(page, theme);
          await takePicture(`${name}.${themeFileName(theme)}${language === 'ja' ? '.ja' : ''}`);
          assert.deepEqual(await contrastFindings(page, isNew), [], theme);
        }
        await wear(page, firstTheme);
        await page.setViewportSize({ width: 320, height: 760 });
        assert.equal(await page.evaluate(scrollsSideways), false);
      });
    }
  }

  it('says first what needs attention, each with its next step', async () => {
    const { page, sent } = await openClientPage(aState({ mentions: [FRAMEWORK] }));
    const section = page.getByRole('region', { name: '1 thing needs attention' });
    await section.getByText('redirect URI missing (src/framework.js, line 12)').waitFor();
    await section.getByRole('button', { name: 'Add it…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'add-pages' });
  });

  it('offers what can be done with it, and nothing once it is gone or nobody is signed in', async () => {
    const { page, sent, show } = await openClientPage(aState());
    for (const [label, action] of [
      ['Rotate Client Secret…', 'rotate'],
      ['Deactivate…', 'deactivate'],
      ['Delete…', 'delete'],
      ['Open the admin page', 'open-admin-page'],
    ] as const) {
      await page.getByRole('button', { name: label }).click();
      assert.deepEqual(sent.at(-1), { type: 'act', action });
    }
    for (const [standing, said] of [
      ['gone', 'not in the organization any more'],
      ['signed-out', 'not signed in to this organization any more'],
    ] as const) {
      await show({ type: 'client', state: aState({ standing }) });
      await page.getByRole('status').getByText(said).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Delete…' }).count(), 0);
    }
  });

  it('says when it is deleted that waits for it, and offers to restore it, and to keep it as code', async () => {
    const waiting = { ...aState().client, state: 'inactive', dateToDelete: '2026-12-24T12:00:00Z' };
    const { page, sent } = await openClientPage(aState({ client: waiting }));
    await page.getByText('Dec 24, 2026').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Activate…' }).count(), 0);
    for (const [label, action] of [
      ['Restore…', 'restore'],
      ['Keep as code…', 'keep-as-code'],
    ] as const) {
      await page.getByRole('button', { name: label }).click();
      assert.deepEqual(sent.at(-1), { type: 'act', action });
    }
  });

  it('has no way to an admin page in the practice org, and none to a secret that does not exist', async () => {
    const { page } = await openClientPage(
      aState({ org: { name: 'Practice Org', region: REGION, practice: true }, client: implicit }),
    );
    assert.equal(await page.getByRole('button', { name: 'Open the admin page' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Rotate Client Secret…' }).count(), 0);
    assert.equal(await page.getByText('Client Secret').count(), 0);
  });

  it('says that its ID was copied once it is', async () => {
    const { page, sent, show } = await openClientPage(aState());
    await page.getByRole('button', { name: 'Copy' }).click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'copy-id' });
    await show({ type: 'copied' });
    await page.getByRole('button', { name: 'Client ID copied' }).waitFor();
  });

  it('draws its use as bars for the eyes, one sentence for the ears, and a table for both', async () => {
    const { page } = await openClientPage(aState({ use: busy }));
    const chart = page.getByRole('img', { name: /^11,760 requests, the last on / });
    assert.equal(await chart.locator('rect').count(), 30);
    const heights = await chart
      .locator('rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));
    assert.equal(heights.filter((height) => height > 0).length, 7);
    assert.equal(Math.max(...heights), 80);
    await page.getByText('As a table').click();
    assert.equal(await page.locator('table tbody tr').count(), 7);
    await page.getByRole('cell', { name: '2,940' }).waitFor();
  });

  it('leads to the place of the workspace that names it', async () => {
    const { page, sent } = await openClientPage(aState({ mentions: [FRAMEWORK] }));
    await page.getByRole('button', { name: 'src/framework.js:12' }).click();
    assert.deepEqual(sent.at(-1), { type: 'open-mention', uri: FRAMEWORK.uri, line: 12 });
  });

  it('is drawn anew while it is looked at, and the keyboard stays where it was', async () => {
    const { page, show } = await openClientPage(aState());
    await page.locator('#delete').focus();
    await show({ type: 'client', state: aState({ use: busy, mentions: [FRAMEWORK] }) });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'delete');
  });
});
