import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

/** A refusal of so many seconds ago, which asked for a wait of so many seconds. */
function refused(retryAfterSeconds: number, secondsAgo = 0): PlatformError {
  const refusedAt = new Date(Date.now() - secondsAgo * 1000).toISOString();
  return { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds, refusedAt };
}

/** A Save that is refused like this, from when it is sent. */
async function saved(...refusal: Parameters<typeof refused>): Promise<OpenWizard> {
  const wizard = await openWizard({
    memory: { step: 'review', draft: { name: 'Help line' } },
    effects: { createClient: async () => ({ ok: false, error: refused(...refusal) }) },
  });
  await wizard.page.locator('#save').click();
  await wizard.page.locator('[data-live=alert]').getByText('No client was created.').waitFor();
  return wizard;
}

/** The wizard where it asks for roles, which could not be read. */
async function unread(error: PlatformError): Promise<OpenWizard> {
  const unknown = { kind: 'unknown', error } as const;
  return await openWizard({
    memory: {
      procedure: 'general',
      step: 'roles',
      draft: { name: 'Export', grantType: 'CLIENT-CREDENTIALS' },
    },
    org: anOrg({ access: { roles: unknown, divisions: unknown, held: unknown } }),
  });
}

describe('After too many requests', () => {
  it('counts down in sight, and Try again is there when the wait is over', async () => {
    const { page, sent, settle } = await saved(3);
    const again = page.getByRole('button', { name: 'Try again' });
    await page.getByText(/You can try again in [23] seconds\./).waitFor();
    assert.equal(await again.isDisabled(), true);
    await page.getByText('You can try again in 1 second.').waitFor();
    await page.locator('[data-live=status]').getByText('You can try again now.').waitFor();
    assert.equal(await page.getByText('You can try again in').count(), 0);
    await settle();
    assert.equal(sent('retry').length, 0, 'a request that makes something waits for a click');
    assert.equal(await again.isDisabled(), false);
    await again.click();
    await settle();
    assert.equal(sent('retry').length, 1);
  });

  it('does not say each second to those who listen', async () => {
    const { page } = await saved(60);
    assert.equal(await page.getByText('You can try again in').getAttribute('aria-hidden'), 'true');
    await page.locator('[data-live=alert]').getByText('Wait 60 seconds, then try again.').waitFor();
  });

  it('keeps counting when the page is drawn anew', async () => {
    const { page, host, settle } = await saved(60, 30);
    await page.getByText(/You can try again in (30|29|28) seconds\./).waitFor();
    host.tellAll();
    await settle();
    assert.equal(await page.getByText(/You can try again in (30|2\d) seconds\./).count(), 1);
  });

  it('tells a long wait in minutes', async () => {
    const { page } = await saved(3600);
    await page.locator('[data-live=alert]').getByText('Wait 60 minutes, then try again.').waitFor();
    await page.getByText('You can try again in 60 minutes.').waitFor();
  });

  it('can be tried again at once where the wait is over already', async () => {
    const { page } = await saved(5, 60);
    assert.equal(await page.getByRole('button', { name: 'Try again' }).isDisabled(), false);
  });

  it('reads again by itself what could not be read', async () => {
    const { page, sent, settle } = await unread(refused(12, 10));
    await page.getByText(/It is tried again in (1 second|2 seconds)\./).waitFor();
    assert.equal(sent('refresh').length, 0);
    await page.getByText('You can try again now.').waitFor({ state: 'attached' });
    await settle();
    assert.equal(sent('refresh').length, 1);
  });

  it('does not ask by itself all the time where hardly a wait is asked for', async () => {
    const { page } = await unread(refused(1, 2));
    await page.getByText(/It is tried again in [5-8] seconds\./).waitFor();
  });
});
