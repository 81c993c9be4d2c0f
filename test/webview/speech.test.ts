import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { held } from '../wizard/effects.ts';
import { anOrg } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';
import { endPauses, heardIn, holdPauses, waitToHear } from './spoken.ts';

describe('For those who listen', () => {
  it('says each change once, by one region that is there before anything is said', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'scopes', draft: { name: 'Help line' } } });
    assert.deepEqual(await heardIn(page), []);
    await holdPauses(page);
    const search = page.getByRole('textbox', { name: /^Search/ });
    await search.fill('routing');
    await settle();
    await endPauses(page);
    await settle();
    assert.deepEqual(await heardIn(page), ['Found: 1']);
    await search.fill('nothing has this name');
    await settle();
    await endPauses(page);
    await settle();
    assert.deepEqual(await heardIn(page), ['No scope contains "nothing has this name".']);
    await page.getByRole('button', { name: 'Remove presence' }).click();
    await settle();
    const heard = await heardIn(page);
    assert.ok(heard.includes('13 selected'));
    assert.equal(new Set(heard).size, heard.length);
  });

  it('says nothing at each key: what a search found, or what is wrong, is said once one pauses', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'scopes', draft: { name: 'Help line' } } });
    await holdPauses(page);
    await page.getByRole('textbox', { name: /^Search/ }).focus();
    for (const key of 'routing') {
      await page.keyboard.press(key);
      await settle();
    }
    assert.deepEqual(await heardIn(page), []);
    await endPauses(page);
    await settle();
    assert.deepEqual(await heardIn(page), ['Found: 1']);
  });

  it('says it at once where the field is left, and nothing of an error that came and went', async () => {
    const { page, settle } = await openWizard({
      memory: { step: 'details', draft: { name: 'Help line' }, attempted: ['details'] },
    });
    await holdPauses(page);
    const duration = page.getByRole('textbox', { name: 'Token Duration in seconds' });
    await duration.fill('');
    for (const key of '3600') {
      await page.keyboard.press(key);
      await settle();
    }
    assert.deepEqual(await heardIn(page), []);
    await duration.fill('30');
    await settle();
    assert.deepEqual(await heardIn(page), []);
    await page.keyboard.press('Tab');
    await settle();
    assert.equal((await heardIn(page)).filter((said) => /too short/.test(said)).length, 1);
  });

  it('says a copy each time, though the page looks as it did the first time', async () => {
    const { page } = await openWizard({
      memory: { step: 'admin-page', draft: { name: 'Help line' } },
      adminPageRegion: 'mypurecloud.jp',
    });
    for (const _ of [1, 2]) {
      await page.locator('#copy-admin-name').click();
      assert.deepEqual(await waitToHear(page, 'App Name copied'), ['App Name copied']);
    }
  });

  it('says what went wrong at a field once it was left', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details' } });
    await page.getByRole('textbox', { name: 'Token Duration in seconds' }).fill('299');
    await page.getByRole('textbox', { name: 'App Name' }).focus();
    await settle();
    assert.deepEqual(await heardIn(page), [
      'Error: 299 seconds are too short. Genesys Cloud accepts 300 (5 minutes) or more.',
    ]);
  });

  it('says nothing any more of what was put right, or is on another page', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details' } });
    await page.evaluate(() => Reflect.set(globalThis, 'keepsSpoken', true));
    const duration = page.getByRole('textbox', { name: 'Token Duration in seconds' });
    await duration.fill('299');
    await page.getByRole('textbox', { name: 'App Name' }).fill('Help line');
    await settle();
    const region = page.locator('main ~ [role="status"], #wizard ~ [role="status"]');
    assert.match((await region.textContent()) ?? '', /too short/);
    await duration.fill('300');
    await settle();
    assert.doesNotMatch((await region.textContent()) ?? '', /too short/);
    await page.locator('#next').click();
    await page.getByRole('heading', { name: 'Grant type', level: 2 }).waitFor();
    await settle();
    assert.equal(await region.textContent(), '');
  });

  it('says that one is connected', async () => {
    const { page } = await openWizard({ connected: false, ways: [{ kind: 'practice-org' }] });
    await page.getByRole('button', { name: /^Practice org/ }).click();
    await waitToHear(page, 'Connected to Practice Org.');
  });

  it('reads a summary and a question because the keyboard is led there, and does not say them besides', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details', draft: { duration: '299' } } });
    await page.setViewportSize({ width: 320, height: 340 });
    await page.locator('#next').click();
    await settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'summary');
    assert.ok((await heardIn(page)).every((said) => !said.startsWith('Before you can go on')));
  });

  it('says why Save stopped, when that page comes', async () => {
    const { page } = await openWizard({
      ...held(),
      memory: { step: 'review', draft: { name: 'Help line' } },
      org: anOrg(),
    });
    await page.locator('#save').click();
    await page.getByRole('heading', { name: 'Saving', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await waitToHear(page, 'Then Save stops.');
  });

  it('has the descriptions of its fields where a browser cannot refer to them', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details' } });
    await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'ariaDescribedByElements'));
    await page.reload();
    await settle();
    await page.locator('#next').click();
    const described = await page
      .getByRole('textbox', { name: 'App Name' })
      .evaluate(({ ariaDescription, ariaInvalid, ariaRequired }) => [
        ariaDescription,
        ariaInvalid,
        ariaRequired,
      ]);
    assert.match(described[0] ?? '', /Shown to everyone who authorizes this client/);
    assert.match(described[0] ?? '', /Error: /);
    assert.deepEqual(described.slice(1), ['true', 'true']);
  });
});

describe('A question that asks once more', () => {
  it('has the keyboard at once, answers nothing to a second Enter, and is left with Escape', async () => {
    const former = {
      id: 0,
      procedure: 'embeddable',
      step: 'details',
      draft: { name: 'My CRM' },
      attempted: [],
    } as const;
    const { page, settle, sent } = await openWizard({
      memory: {
        procedure: undefined,
        formerDrafts: [{ ...former, attempted: [], changedAt: new Date().toISOString() }],
      },
      connected: false,
    });
    await page.locator('#discard-0-ask').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'discard-0');
    assert.deepEqual(sent('discard-draft'), []);
    await page.keyboard.press('Escape');
    await settle();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'discard-0-ask');
  });
});
