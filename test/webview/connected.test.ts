import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Caller } from '../../src/core/procedures/context.ts';
import { aClient, anOrg, developer, hoursFromNow } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

const unknown: Caller = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } };

describe('Connected', () => {
  it('says that one is still signed in when a try with another account failed', async () => {
    const failure = { kind: 'no-return', region: 'mypurecloud.ie', minutes: 5 } as const;
    const { page } = await openWizard({ connecting: { kind: 'connected', failure } });
    const note = page.locator('[data-live=alert]');
    await note.getByText('You are still signed in to Practice Org. The last try failed.').waitFor();
    await note.getByText('The browser did not come back within 5 minutes.').waitFor();
    assert.equal(await page.locator('dl.facts').count(), 1);
    await note.getByRole('button', { name: 'Try again' }).click();
    await note.waitFor({ state: 'detached' });
  });

  it('shows who is connected to what, with which roles', async () => {
    const wizard = await openWizard();
    assert.match(await fact(wizard, 'Organization'), /^Practice Org\s+practice$/);
    assert.match(await fact(wizard, 'Region'), /^mypurecloud\.jp\s+Asia Pacific \(Tokyo\) · ap-northeast-1$/);
    assert.equal(await fact(wizard, 'Signed in as'), 'Practice Administrator');
    assert.equal(await fact(wizard, 'May add OAuth clients'), 'Yes');
    assert.equal(await fact(wizard, 'Roles'), 'Master Admin, employee');
  });

  it('counts the roles that are too many to read', async () => {
    const roles = Array.from({ length: 9 }, (_, index) => ({ id: `role-${index}`, name: `Role ${index}` }));
    const wizard = await openWizard({
      org: anOrg({ caller: { kind: 'user', id: 'person-3', name: 'Nine roles', permissions: [], roles } }),
    });
    assert.equal(await fact(wizard, 'Roles'), 'Role 0, Role 1, Role 2, Role 3, Role 4, Role 5 and 3 more');
  });

  it('G1: tells a developer without the permission at once, who can give it, and lets nobody on', async () => {
    const wizard = await openWizard({ org: anOrg({ caller: developer }) });
    const note = wizard.page.locator('[data-live=alert]');
    await note.getByText('You cannot create the client with this account.').waitFor();
    await note.getByText('OAuth > Client > Add (oauth:client:add) is missing').waitFor();
    assert.equal(await fact(wizard, 'May add OAuth clients'), 'No');
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'connect');
    await wizard.page.getByRole('button', { name: 'Use another account' }).waitFor();
  });

  it('G1: offers the path without a request to whoever lacks the permission', async () => {
    const { page, sent, settle } = await openWizard({ org: anOrg({ caller: developer }) });
    await page.locator('[data-live=alert]').getByRole('button', { name: 'Go on without signing in' }).click();
    await page.getByText('You create the client yourself on the admin page of').waitFor();
    await settle();
    assert.deepEqual(sent('connect'), [{ type: 'connect', way: 'admin-page' }]);
  });

  const strangers: [caller: Caller, name: string][] = [
    [aClient, 'the client Nightly export: no user'],
    [unknown, 'not known'],
  ];
  for (const [caller, name] of strangers) {
    it(`G1: signed in as ${name}, what one may do is not known until one saves, and one may go on`, async () => {
      const wizard = await openWizard({ org: anOrg({ caller }) });
      assert.equal(await fact(wizard, 'Signed in as'), name);
      assert.equal(await fact(wizard, 'May add OAuth clients'), 'not known until you save');
      assert.equal(await wizard.page.locator('dt', { hasText: 'Roles' }).count(), 0);
      await wizard.page.getByText('could not be checked beforehand').waitFor();
      await wizard.page.getByRole('button', { name: 'Next' }).click();
      await wizard.page.getByRole('heading', { name: 'Client details', level: 2 }).waitFor();
    });
  }

  const lives: [hours: number, said: string][] = [
    [72.5, 'in 3 days'],
    [7.5, 'in 7 hours'],
    [0.51, 'in 30 minutes'],
    [-3.5, '3 hours ago'],
  ];
  for (const [hours, said] of lives) {
    it(`says that the token ends ${said}, and when that is on the reader's clock`, async () => {
      const tokenEndsAt = hoursFromNow(hours);
      const wizard = await openWizard({ org: anOrg({ tokenEndsAt }) });
      const clock = await wizard.page.evaluate(
        (end) =>
          new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(end)),
        tokenEndsAt,
      );
      assert.equal(oneLine(await fact(wizard, 'Token ends')), oneLine(`${clock} ${said}`));
    });
  }

  it('says the life of the token in the reader’s language', async () => {
    const { page } = await openWizard({ language: 'ja' });
    await page.locator('.facts').getByText('7 時間後').waitFor();
  });

  it('says so when nobody told when the token ends', async () => {
    const { tokenEndsAt: _, ...org } = anOrg();
    assert.equal(await fact(await openWizard({ org }), 'Token ends'), 'not known');
  });

  it('names the scopes that the token lacks; they are no reason to stop', async () => {
    const tokenScopes = { kind: 'known' as const, value: ['oauth', 'organization'] };
    const { page } = await openWizard({ org: anOrg({ tokenScopes }) });
    await page.getByText('The token lacks these scopes: authorization and user-basic-info.').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Client details', level: 2 }).waitFor();
  });

  it('warns of nothing when all is well', async () => {
    const { page } = await openWizard();
    assert.equal(await page.locator('.finding, .note').count(), 0);
  });

  for (const hipaa of [true, false, undefined]) {
    const org = hipaa === undefined ? withoutHipaa() : anOrg({ hipaa });
    it(`G5: HIPAA is ${hipaa ? '' : 'not '}mentioned when it is ${hipaa ?? 'not known'}`, async () => {
      for (const step of ['connect', 'details'] as const) {
        const { page } = await openWizard({ memory: { step }, org });
        assert.equal(await page.getByText('HIPAA is on').count(), hipaa ? 1 : 0);
      }
    });
  }

  it('says that the sign-in ends with the window when the keyring refused it', async () => {
    const { page } = await openWizard({ outlastsWindow: false });
    await page.getByText('This sign-in ends with this window.').waitFor();
    await page.getByText('unlock the keyring, then sign in again').waitFor();
  });

  it('opens the other ways below, without the one that is in use, and closes them again', async () => {
    const { page, sent, settle } = await openWizard();
    const toggle = page.getByRole('button', { name: 'Use another account' });
    assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator('.card').count(), 0);
    await toggle.click();
    await page.locator('.card').first().waitFor();
    await settle();
    assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
    const titles = await page.locator('.card b').allInnerTexts();
    assert.equal(titles.includes('Practice Administrator · Practice Org'), false);
    assert.equal(titles.length, 8);
    await page.getByRole('button', { name: 'Access token' }).click();
    await settle();
    assert.deepEqual(sent('connect'), [{ type: 'connect', way: 'access-token' }]);
    assert.equal(await page.locator('.card').count(), 0);
  });

  it('signs out, and reads the org again', async () => {
    const { page, sent, settle } = await openWizard();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.card').first().waitFor();
    await settle();
    assert.deepEqual([sent('refresh').length, sent('disconnect').length], [1, 1]);
  });
});

/** What stands beside a name among the facts. */
function fact({ page }: OpenWizard, name: string): Promise<string> {
  const term = page.locator('.facts dt').filter({ hasText: new RegExp(`^${name}$`) });
  return term.locator('xpath=following-sibling::dd[1]').innerText();
}

/** The same text, whatever spaces a language and a layout put into it. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function withoutHipaa() {
  const { hipaa: _, ...org } = anOrg();
  return org;
}
