import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientPageAction, type ClientPageState } from '../../src/core/clientPage/messages.ts';
import { offeredActions, purposeOf } from '../../src/core/clientPage/offered.ts';
import type { Mention } from '../../src/core/clients/concerns.ts';
import { done } from '../../src/core/clients/history.ts';
import { writtenFields } from '../../src/core/drift/written.ts';
import {
  ABOUT,
  ACCOUNT,
  aState,
  busy,
  busyDays,
  daysAgo,
  FRAMEWORK,
  forbidden,
  HISTORY,
  implicit,
  REGION,
  sought,
  today,
  unreachable,
} from './clientPageStates.ts';
import { openClientPage } from './harness.ts';

const openClient = async (state: ClientPageState) => await openClientPage({ type: 'client', state });

describe('The page of a client', () => {
  it('begins at its top, with the name of the client, while it is sought and once it is there', async () => {
    const { page, show } = await openClientPage(sought({ kind: 'reading' }));
    await page.setViewportSize({ width: 800, height: 300 });
    const place = async () => ({
      top: await page.evaluate(() => scrollY),
      focused: await page.evaluate(() => document.activeElement?.localName),
    });
    for (let times = 0; times < 2; times += 1) {
      await show({ type: 'client', state: aState({ mentions: [FRAMEWORK] }) });
      assert.deepEqual(await place(), { top: 0, focused: 'h1' });
    }
  });

  it('offers all that can be done with the client, each where it belongs', async () => {
    const inactive = { ...aState().client, state: 'inactive' };
    const dateToDelete = daysAgo(-3);
    const seen = new Set<string>();
    const scim = {
      kind: 'scim',
      uri: 'file:///a',
      path: 'genesys-scim.json',
      line: 3,
      holdsToken: true,
    } as const;
    for (const state of [
      aState({ mentions: [FRAMEWORK, scim] }),
      aState({ client: inactive }),
      aState({ client: { ...inactive, dateToDelete } }),
    ]) {
      const { page } = await openClientPage({ type: 'client', state });
      for (const action of offeredActions(state)) {
        seen.add(action);
        const place =
          action === 'add-pages' ? page.getByRole('button', { name: 'Add it…' }) : page.locator(`#${action}`);
        assert.ok((await place.count()) > 0, action);
      }
    }
    assert.deepEqual([...seen].sort(), [...ClientPageAction.options].sort());
  });

  it('S6: counts the days by the clock of the org, and as early as the person wants to know', async () => {
    const DAY = 86_400_000;
    const scim = (tokenEndsAt: string): Mention => ({
      kind: 'scim',
      ...{ uri: 'file:///idm/genesys-scim.json', path: 'genesys-scim.json', line: 3, tokenEndsAt },
    });
    const mentions = [scim(new Date(today.getTime() + 50 * DAY).toISOString())];
    const attention = /needs? attention/;
    const { page, show } = await openClient(aState({ mentions }));
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.getByRole('region', { name: attention }).count(), 0);
    await show({
      type: 'client',
      state: aState({ mentions, time: { soonDays: 30, aheadSeconds: -45 * 86_400 } }),
    });
    await page.getByRole('region', { name: attention }).getByText('token ends in 5 days').waitFor();
    await show({ type: 'client', state: aState({ mentions, time: { soonDays: 60, aheadSeconds: 0 } }) });
    await page.getByRole('region', { name: attention }).getByText('token ends in 50 days').waitFor();
  });

  it('leads from a client that goes for good to taking it back', async () => {
    const dateToDelete = new Date(today.getTime() + 3 * 86_400_000).toISOString();
    const client = { ...aState().client, state: 'inactive', dateToDelete };
    const mention: Mention = {
      kind: 'scim',
      ...{ uri: 'file:///idm/genesys-scim.json', path: 'genesys-scim.json', line: 3 },
    };
    const { page, sent } = await openClient(aState({ client, mentions: [mention] }));
    const section = page.getByRole('region', { name: '1 thing needs attention' });
    await section.getByText('deleted in 3 days, inactive').waitFor();
    await section.getByRole('button', { name: 'Restore…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'restore' });
  });

  it('says first what needs attention, each with its next step', async () => {
    const { page, sent } = await openClient(aState({ mentions: [FRAMEWORK] }));
    const section = page.getByRole('region', { name: '1 thing needs attention' });
    await section.getByText('redirect URI missing (src/framework.js, line 12)').waitFor();
    await section.getByRole('button', { name: 'Add it…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'add-pages' });
  });

  it('says calmly that it was changed elsewhere since it was written here, and leads to the comparison', async () => {
    const { client } = aState();
    const written = {
      ...{ at: daysAgo(7), origin: 'saved' as const },
      fields: writtenFields({ ...client, scope: ['users'] }),
    };
    const { page, sent, show } = await openClient(aState({ written }));
    const section = page.getByRole('region', { name: '1 thing needs attention' });
    await section.getByText(/changed elsewhere since it was written here \(.+\): Scopes/).waitFor();
    await section.getByRole('button', { name: 'Compare with the organization…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'compare' });
    await show({ type: 'client', state: aState({ written: { ...written, fields: writtenFields(client) } }) });
    await section.waitFor({ state: 'detached' });
  });

  it('offers what can be done with it, and nothing once it is gone or nobody is signed in', async () => {
    const { page, sent, show } = await openClient(aState());
    for (const [label, action] of [
      ['Edit…', 'edit'],
      ['Right-size…', 'right-size'],
      ['Duplicate…', 'duplicate'],
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
      await page.locator('[data-live=status]').getByText(said).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Delete…' }).count(), 0);
    }
  });

  it('says when it is deleted that waits for it, and offers to restore it, and to keep it as code', async () => {
    const waiting = { ...aState().client, state: 'inactive', dateToDelete: '2026-12-24T12:00:00Z' };
    const { page, sent } = await openClientPage({ type: 'client', state: aState({ client: waiting }) });
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
    const { page } = await openClient(
      aState({
        org: { account: ACCOUNT, name: 'Practice Org', region: REGION, practice: true },
        client: implicit,
      }),
    );
    assert.equal(await page.getByRole('button', { name: 'Open the admin page' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Rotate Client Secret…' }).count(), 0);
    assert.equal(await page.getByText('Client Secret').count(), 0);
  });

  it('says that its ID was copied once it is', async () => {
    const { page, sent, show } = await openClient(aState());
    await page.locator('#copy-id').click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'copy-id' });
    await show({ type: 'copied', what: 'client-id' });
    await page.getByRole('button', { name: 'Client ID copied' }).waitFor();
  });

  it('draws its use as bars for the eyes, one sentence for the ears, and a table for both', async () => {
    const { page } = await openClient(aState({ use: busy }));
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

  it('counts one request as one', async () => {
    const use: ClientPageState['use'] = { kind: 'known', value: [{ day: daysAgo(3), requests: 1 }] };
    const { page } = await openClient(aState({ use }));
    await page.getByRole('img', { name: /^1 request, on / }).waitFor();
  });

  it('leads to the place of the workspace that names it', async () => {
    const { page, sent } = await openClient(aState({ mentions: [FRAMEWORK] }));
    await page.getByRole('button', { name: 'src/framework.js:12' }).click();
    assert.deepEqual(sent.at(-1), { type: 'open-mention', uri: FRAMEWORK.uri, line: 12 });
  });

  it('S6: says of each token of an identity provider when it ends, or that this is not known', async () => {
    const at = { kind: 'scim', uri: 'file:///a', path: 'genesys-scim.json', line: 3 } as const;
    const { page, sent } = await openClient(
      aState({
        mentions: [
          { ...at, provider: 'entra', tokenEndsAt: '2028-02-24T12:00:00Z' },
          { ...at, provider: 'okta', tokenEndsAt: '2020-02-24T12:00:00Z' },
          { ...at, provider: 'other', holdsToken: true },
          { ...at, provider: 'onelogin' },
        ],
      }),
    );
    const facts = page.locator('dl.facts');
    await facts.getByText('Token of Microsoft Entra ID').waitFor();
    const said = (await facts.innerText()).replace(/\s+/g, ' ');
    assert.match(said, /Token of Microsoft Entra ID ends Feb 24, 2028/);
    assert.match(said, /Token of Okta ended Feb 24, 2020/);
    assert.match(said, /Token of Another identity provider when it ends is not known/);
    assert.doesNotMatch(said, /OneLogin/);
    await facts.getByRole('button', { name: 'Make a New SCIM Token' }).first().click();
    assert.deepEqual(sent.at(-1), { type: 'act', action: 'make-token' });
  });

  it('has the secret copied that is kept, which it never sees itself', async () => {
    const { page, sent, show } = await openClient(aState());
    await page.getByRole('button', { name: 'Copy Client Secret' }).click();
    assert.deepEqual(sent.at(-1), { type: 'copy-secret' });
    await show({ type: 'copied', what: 'client-secret' });
    await page.getByRole('button', { name: 'Client Secret copied' }).waitFor();
    await show({ type: 'client', state: aState({ keepsSecret: false }) });
    await page.getByText('not kept on this computer').waitFor();
    assert.equal(await page.locator('#copy-secret').count(), 0);
  });

  it('says of a client that is gone that it is deleted, and speaks of no secret', async () => {
    const { page } = await openClient(aState({ standing: 'gone' }));
    await page.locator('dl.facts').getByText('Deleted', { exact: true }).waitFor();
    assert.equal(await page.getByText('Active', { exact: true }).count(), 0);
    assert.equal(await page.getByText('Client Secret').count(), 0);
  });

  it('says of one that was deleted here when that was, and what is left to do where it was used', async () => {
    const deleted = { ...done('deleted'), id: 'entry-1', at: '2026-03-01T09:00:00.000Z' };
    const token = { provider: 'okta', holdsToken: true, tokenEndsAt: '2027-03-01T09:00:00.000Z' };
    const scim = {
      ...token,
      kind: 'scim' as const,
      uri: 'file:///idm/genesys-scim.json',
      path: 'genesys-scim.json',
      line: 3,
    };
    const gone = { standing: 'gone', history: [deleted], mentions: [FRAMEWORK, scim] } as const;
    const { page, show } = await openClient(
      aState({ ...gone, mentions: [...gone.mentions], history: [...gone.history] }),
    );
    await page.getByText(/^You deleted this client here on Mar 1, 2026\./).waitFor();
    assert.equal(await page.locator('ul.left li').count(), 4);
    assert.match(
      await page.locator('ul.left').innerText(),
      /framework\.js.*genesys-scim\.json.*Okta.*calendar/s,
    );
    await show({ type: 'client', state: aState({ standing: 'gone' }) });
    await page.getByText(/^This client is not in the organization any more\./).waitFor();
    assert.equal(await page.getByText('What is left to do').count(), 0);
  });

  it('is drawn anew while it is looked at, and the keyboard stays where it was', async () => {
    const { page, show } = await openClient(aState());
    await page.locator('#delete').focus();
    await show({ type: 'client', state: aState({ use: busy, mentions: [FRAMEWORK] }) });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'delete');
  });

  it('keeps which client it is about for the time after a reload, and nothing else', async () => {
    const { page } = await openClient(aState());
    assert.deepEqual(await page.evaluate('globalThis.keptState'), ABOUT);
  });

  it('says what keeps it from showing its client after a reload, and what to do', async () => {
    const { page, sent, show } = await openClientPage(sought({ kind: 'signed-out' }));
    await page.getByRole('heading', { level: 1, name: ABOUT.name }).waitFor();
    await page.getByRole('button', { name: 'Sign In' }).click();
    assert.deepEqual(sent.at(-1), { type: 'sign-in' });
    await show(sought({ kind: 'failed', error: unreachable }));
    await page.locator('[data-live=alert]').getByText('could not be read').waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    assert.deepEqual(sent.at(-1), { type: 'refresh' });
    await show(sought({ kind: 'gone' }));
    await page.getByText('not in the organization any more').waitFor();
    await show({ type: 'client', state: aState() });
    await page.getByRole('button', { name: 'Delete…' }).waitFor();
  });

  it('says why a part of it could not be read, keeps what was there, and tries again', async () => {
    const { page, sent, show } = await openClient(
      aState({ use: { kind: 'failed', error: unreachable, former: busyDays } }),
    );
    await page.locator('[data-live=status]').getByText('The organization could not be reached.').waitFor();
    assert.equal(await page.getByText('does not tell').count(), 0);
    await page.getByRole('img', { name: /^11,760 requests/ }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    assert.deepEqual(sent.at(-1), { type: 'refresh' });
    await show({ type: 'client', state: aState({ use: { kind: 'untold', error: forbidden } }) });
    await page.getByText('The organization does not tell.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
  });

  it('says what one may not do, for want of what, and gives a request for whoever can give it', async () => {
    const { page, sent, show } = await openClient(aState({ lackedPermissions: ['oauth:client:delete'] }));
    const section = page.getByRole('region', { name: 'What you may not do here' });
    await section.getByText('Delete: the permission oauth:client:delete is missing.').waitFor();
    await section.getByText('An administrator of Acme can give you what is missing').waitFor();
    await show({ type: 'client', state: aState({ lackedPermissions: ['oauth:client:edit'] }) });
    await section
      .getByText(
        'Edit, Right-size, Add a redirect URI, Rotate Client Secret, Deactivate, Delete: the permission',
      )
      .waitFor();
    await show({ type: 'client', state: aState({ lackedPermissions: ['oauth:client:delete'] }) });
    assert.equal(await page.locator('#delete').getAttribute('disabled'), '');
    assert.equal(await page.locator('#deactivate').getAttribute('disabled'), null);
    await section.getByRole('button', { name: 'Copy a request' }).click();
    assert.deepEqual(sent.at(-1), { type: 'copy-request' });
    await show({ type: 'copied', what: 'request' });
    await section.getByRole('button', { name: 'Request copied' }).waitFor();
    await show({ type: 'client', state: aState() });
    assert.equal(await section.count(), 0);
    assert.equal(await page.locator('#delete').getAttribute('disabled'), null);
  });

  it('names the roles of the client that one does not hold, and claims nothing where nobody told', async () => {
    const role = { name: 'Master Admin', divisions: 'all' } as const;
    const roles = (held?: boolean): ClientPageState['roles'] => ({
      kind: 'known',
      value: [{ ...role, ...(held !== undefined && { held }) }],
    });
    const { page, show } = await openClient(aState({ roles: roles(false) }));
    await page.getByText('may be refused: you do not hold this role of the client: Master Admin').waitFor();
    for (const told of [true, undefined]) {
      await show({ type: 'client', state: aState({ roles: roles(told) }) });
      assert.equal(await page.getByText('may be refused').count(), 0);
    }
  });

  it('says by name who is signed in with the client itself', async () => {
    const { page } = await openClient(aState({ signedInWith: 'Automation · Acme' }));
    await page.getByText('signed in to Acme with this client itself, as Automation · Acme.').waitFor();
  });

  it('lists what was done from here, the newest first, with whether it is still so', async () => {
    const { page, show } = await openClient(aState());
    await page.getByText('Nothing was done from this VS Code yet.').waitFor();
    await show({ type: 'client', state: aState({ history: [...HISTORY] }) });
    assert.equal(await page.getByText('Nothing was done').count(), 0);
    const rows = (await page.locator('.history li').allInnerTexts()).map((text) =>
      text.split('\n').slice(1).join(' · '),
    );
    assert.deepEqual(rows.slice(0, 5), [
      'Changed: Description · no longer so',
      'A change undone',
      'Changed: Authorized Redirect URIs, Scopes · undone',
      'Client Secret rotated · not certain: the answer was lost',
      'Activated · still so',
    ]);
    await page.getByText('Earlier (2)').click();
    await page.getByText('Deactivated').waitFor();
  });

  it('says that the client could not be read again, beside what it was, and the reason of all that failed once', async () => {
    const failed = { kind: 'failed', error: unreachable } as const;
    const { page, show } = await openClient(aState({ failure: unreachable, use: failed, roles: failed }));
    await page.locator('[data-live=alert]').getByText('could not be read again').waitFor();
    await page.getByRole('button', { name: 'Delete…' }).waitFor();
    const reason = page.getByText('The organization could not be reached.');
    for (const what of ['How it is used could not be read.', 'The names of the roles could not be read.'])
      await page.getByText(what).waitFor();
    assert.equal(await reason.count(), 1);
    await show({ type: 'client', state: aState({ use: failed, roles: failed }) });
    assert.equal(await reason.count(), 1);
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 1);
    await show({
      type: 'client',
      state: aState({ use: failed, roles: { kind: 'failed', error: forbidden } }),
    });
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 2, 'another reason is said');
  });

  it('groups what can be done by what it is for, and deleting comes last, whatever the client is', async () => {
    const { page } = await openClient(aState());
    for (const [purpose, first] of [
      ['Change', 'Edit…'],
      ['Look', 'Compare with the organization…'],
      ['State', 'Deactivate…'],
    ] as const)
      await page.getByRole('group', { name: purpose }).getByRole('button', { name: first }).waitFor();
    for (const { client, mentions, org } of [aState(), aState({ client: implicit, mentions: [FRAMEWORK] })]) {
      const offered = offeredActions({ client, mentions, org });
      const purposes = offered.slice(1).map(purposeOf);
      assert.deepEqual([...purposes].sort(), purposes, 'change, look, state');
      assert.equal(offered.at(-1), 'delete');
    }
  });
});
