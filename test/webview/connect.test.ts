import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { signInClient } from '../../src/core/procedures/adminPage.ts';
import type { SignInFailure } from '../../src/core/signIn/attempt.ts';
import { wayId } from '../../src/core/signIn/ways.ts';
import type { Connecting } from '../../src/core/wizard/state.ts';
import { aFile, allWays } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';
import { hasFocus } from './probes.ts';

describe('The first pages', () => {
  it('asks first what the client is for, and goes on to Connect', async () => {
    const { page, host, settle } = await openWizard({ memory: { procedure: undefined }, connected: false });
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await page.getByRole('button', { name: 'Embeddable Framework client' }).click();
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    await settle();
    assert.equal(host.state.memory.procedure, 'embeddable');
  });

  it('says that one must connect first when Next is pressed without, and leads to the first way', async () => {
    const { page, settle, sent } = await openWizard({ connected: false });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.locator('#summary').getByText('Connect to an organization first').waitFor();
    await settle();
    assert.deepEqual(sent('go'), []);
    await page.locator('#summary').getByRole('button').click();
    await settle();
    assert.equal(await page.locator('.card').first().evaluate(hasFocus), true);
  });

  it('E1: says what the project itself says about needing the client', async () => {
    const calls = aFile({ path: 'a/framework.js', script: 'User.getAuthToken(start);' });
    const { page, sent, settle } = await openWizard({ files: [calls, aFile({ path: 'b/framework.js' })] });
    await page.getByText('calls getAuthToken: a private deployment needs the client').waitFor();
    await page.getByText('does not call getAuthToken').waitFor();
    await page.getByRole('button', { name: 'a/framework.js:7' }).click();
    await settle();
    assert.deepEqual(sent('open-file'), [{ type: 'open-file', uri: calls.uri, line: 7 }]);
  });
});

describe('The ways to connect', () => {
  it('stand in the order given, each with what it needs; no sign-in is apart, below them', async () => {
    const { page } = await openWizard({ connected: false });
    assert.deepEqual(await page.locator('.card b').allInnerTexts(), [
      'Practice Administrator · Practice Org',
      'Genesys CLI profile "default"',
      'Environment variables of the Terraform provider',
      'Log in to Practice Org with the browser',
      'Practice org',
      'Log in with the browser',
      'Client ID and secret',
      'Access token',
      'Without signing in',
    ]);
    const needs = await page.locator('.card span').allInnerTexts();
    assert.equal(needs.filter((text) => text.trim() !== '').length, allWays.length);
    const apart = page.locator('h3', { hasText: 'No sign-in' }).locator('xpath=following-sibling::ul[1]');
    assert.deepEqual(await apart.locator('.card b').allInnerTexts(), ['Without signing in']);
  });

  for (const [index, way] of allWays.entries()) {
    it(`asks for ${wayId(way)} when its card is clicked`, async () => {
      const { page, settle, sent } = await openWizard({ connected: false });
      await page.locator('.card').nth(index).click();
      await settle();
      assert.deepEqual(sent('connect'), [{ type: 'connect', way: wayId(way) }]);
    });
  }

  it('are only those that work here', async () => {
    const { page } = await openWizard({ connected: false, ways: [{ kind: 'admin-page' }] });
    assert.deepEqual(await page.locator('.card b').allInnerTexts(), ['Without signing in']);
  });
});

describe('While connecting', () => {
  const stages: [connecting: Connecting, said: string][] = [
    [{ kind: 'starting-practice-org' }, 'Starting the practice org…'],
    [{ kind: 'signing-in', where: 'here' }, 'go on at the top of the window'],
    [{ kind: 'signing-in', where: 'browser' }, 'log in with the browser, then come back here'],
    [{ kind: 'trying-regions', region: 'mypurecloud.ie' }, 'Trying EMEA (Ireland), mypurecloud.ie…'],
    [{ kind: 'loading-org' }, 'Reading the organization…'],
  ];
  for (const [connecting, said] of stages) {
    it(`says "${said}" and can be cancelled`, async () => {
      const { page, sent, settle } = await openWizard({ connected: false, connecting });
      await page.locator('[data-live=status]').getByText(said).waitFor();
      assert.equal(await page.locator('.card').count(), 0);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await settle();
      assert.equal(sent('cancel').length, 1);
      assert.equal(await page.locator('.card').count(), allWays.length);
    });
  }

  it('leads at Next to what is waited for, and does not ask for a connection first', async () => {
    const connecting: Connecting = { kind: 'loading-org' };
    const { page, host, settle, sent } = await openWizard({ connected: false, connecting });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await settle();
    assert.equal(await page.locator('#under-way', { hasText: 'Reading' }).evaluate(hasFocus), true);
    assert.equal(await page.locator('#summary').count(), 0);
    host.world.cancelTry();
    await page.locator('.card', { hasText: 'Client ID and secret' }).click();
    await page.locator('dl.facts').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await settle();
    assert.deepEqual(sent('go'), [{ type: 'go', step: 'details' }]);
  });

  it('does not ask for a connection because another page was looked at meanwhile', async () => {
    const { page, host } = await openWizard({ connected: false, memory: { attempted: ['connect'] } });
    await page.locator('.finding').getByText('Connect to an organization first').waitFor();
    host.world.tries = { kind: 'holds', stage: { kind: 'loading-org' } };
    host.do({ type: 'connect', way: 'practice-org' });
    await page.locator('[data-live=status]').getByText('Reading the organization…').waitFor();
    assert.equal(await page.getByText('Connect to an organization first').count(), 0);
    assert.equal(await page.getByText('1 problem on this page').count(), 0);
  });

  it('leaves the focus at the heading when the card that had it is gone', async () => {
    const { page, host, settle } = await openWizard({ connected: false });
    await page.locator('.card').first().focus();
    host.world.tries = { kind: 'holds', stage: { kind: 'signing-in', where: 'browser' } };
    host.do({ type: 'connect', way: 'practice-org' });
    await page.locator('[data-live=status]').getByText('Signing in').waitFor();
    await settle();
    assert.equal(await page.getByRole('heading', { level: 2 }).evaluate(hasFocus), true);
  });
});

describe('When connecting failed', () => {
  const region = 'mypurecloud.ie';
  const refused = { kind: 'signed-out', answer: { status: 401, message: 'HTTP 401 Unauthorized' } } as const;
  const failures: SignInFailure[] = [
    { kind: 'practice-org-not-started', reason: 'spawn ENOENT' },
    { kind: 'client-unknown', region, description: 'client not found: 1' },
    { kind: 'secret-wrong', region, description: 'authentication failed' },
    { kind: 'grant-missing', needs: 'CODE', description: undefined },
    { kind: 'token-refused', region, error: refused },
    { kind: 'login-refused', code: 'access_denied', description: undefined },
    { kind: 'no-return', region, minutes: 5 },
    { kind: 'port-in-use', port: 8085 },
    { kind: 'found-gone' },
    { kind: 'found-behind-gateway' },
    { kind: 'no-region-fits', tried: [region, 'mypurecloud.de'] },
    { kind: 'gateway-malformed', reason: 'host: expected string' },
    { kind: 'org-not-loaded', error: { kind: 'untrusted-certificate', reason: 'SELF_SIGNED_CERT' } },
  ];
  for (const failure of failures) {
    const otherRegions = failure.kind === 'client-unknown' || failure.kind === 'token-refused';
    it(`${failure.kind}: says what, why and what next; ${otherRegions ? 'other regions or ' : ''}another try, or another way`, async () => {
      const { page, sent, settle } = await openWizard({
        connected: false,
        connecting: { kind: 'disconnected', failure },
      });
      const note = page.locator('[data-live=alert]');
      assert.notEqual(await note.locator('b').innerText(), '');
      assert.match(await note.locator('p').first().innerText(), /\S+\. \S+/);
      assert.equal(await page.locator('.card').count(), allWays.length);
      const regions = note.getByRole('button', { name: 'Try the likely regions' });
      assert.equal(await regions.count(), otherRegions ? 1 : 0);
      if (otherRegions) {
        await regions.click();
        await settle();
        assert.equal(sent('try-regions').length, 1);
      } else {
        await note.getByRole('button', { name: 'Try again' }).click();
        await settle();
        assert.equal(sent('connect-again').length, 1);
      }
    });
  }

  it('keeps the technical facts folded', async () => {
    const failure = { kind: 'practice-org-not-started', reason: 'spawn ENOENT' } as const;
    const { page } = await openWizard({ connected: false, connecting: { kind: 'disconnected', failure } });
    assert.equal(await page.getByText('spawn ENOENT').isVisible(), false);
    await page.locator('summary').click();
    await page.getByText('spawn ENOENT').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Copy details' }).count(), 0);
  });
});

describe('The client to sign in with, which is missing', () => {
  it('is described field by field as on the admin page, with Copy for what is typed there', async () => {
    const { page, sent, settle } = await openPreparing();
    await page.getByText('It is made once, and everybody in the organization can use it.').waitFor();
    await page.getByText('Admin > Integrations > OAuth > Add Client').waitFor();
    assert.deepEqual(await page.locator('.entries dt').allInnerTexts(), [
      'App Name',
      'Description',
      'Token Duration',
      'Grant Type',
      'Authorized Redirect URIs',
      'Scopes',
    ]);
    const values = (await page.locator('.entries .value').allInnerTexts()).join('\n');
    for (const value of [signInClient().name, 'http://localhost', ...(signInClient().scope ?? [])]) {
      assert.ok(values.includes(value), value);
    }
    for (const field of ['App Name', 'Description', 'Token Duration', 'Authorized Redirect URIs', 'Scopes']) {
      await page.getByRole('button', { name: `Copy ${field}`, exact: true }).click();
      await page.getByRole('button', { name: `${field} copied`, exact: true }).waitFor();
    }
    await settle();
    assert.deepEqual(
      sent('copy').map(({ what }) => what),
      ['admin-name', 'admin-description', 'admin-duration', 'admin-redirect-uris', 'admin-scopes'],
    );
  });

  it('leads to the admin page, then asks for the ID; or is cancelled', async () => {
    const { page, host, settle } = await openPreparing();
    await page.getByRole('button', { name: 'Open the admin page' }).click();
    await settle();
    assert.deepEqual(host.world.opened, ['https://apps.mypurecloud.jp/directory/#/admin/integrations/oauth']);
    await page.getByRole('button', { name: 'Enter its Client ID' }).click();
    await page.locator('dl.facts').getByText('Practice Org').first().waitFor();
    const cancelled = await openPreparing();
    await cancelled.page.getByRole('button', { name: 'Cancel' }).click();
    await cancelled.page.locator('.card').first().waitFor();
    await cancelled.settle();
    assert.equal(cancelled.host.state.memory.preparingRegion, undefined);
  });
});

function openPreparing(): Promise<OpenWizard> {
  const connecting = { kind: 'preparing-client', region: 'mypurecloud.jp' } as const;
  return openWizard({ connected: false, connecting });
}
