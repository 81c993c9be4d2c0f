import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';
import { hasFocus, hiddenFocus, scrollsSideways, topInPage } from './probes.ts';

describe('Client details', () => {
  it('G2: Next without a name leads to its field, which says what is wrong, and nothing above it moves', async () => {
    const wizard = await openDetails({});
    const { page } = wizard;
    const field = page.getByRole('textbox', { name: 'App Name' });
    const tops = async () => [
      await page.evaluate(topInPage, 'h2'),
      await page.evaluate(topInPage, '#field-name'),
    ];
    const before = await tops();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('#findings-name').getByText('Give the client a name').waitFor();
    await wizard.settle();
    assert.equal(await field.evaluate(hasFocus), true);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await page.getByText('Give the client a name').count(), 1);
    assert.deepEqual(await tops(), before);
    assert.equal(wizard.host.state.memory.step, 'details');
  });

  it('G2: lists what is wrong above the buttons where not all of it is in sight, and leads there', async () => {
    const wizard = await openDetails({ duration: '299' });
    const { page } = wizard;
    await page.setViewportSize({ width: 320, height: 360 });
    await page.getByRole('textbox', { name: /Token Duration/ }).focus();
    const before = await page.evaluate(topInPage, '#field-name');
    await page.getByRole('button', { name: 'Next' }).click();
    const summary = page.locator('.bar [data-live=alert]');
    await summary.getByText('299 seconds are too short').waitFor();
    await wizard.settle();
    assert.equal(await page.locator('#summary').evaluate(hasFocus), true);
    assert.equal(await page.evaluate(topInPage, '#field-name'), before);
    await summary.getByRole('button', { name: /Give the client a name/ }).click();
    await wizard.settle();
    const field = page.getByRole('textbox', { name: 'App Name' });
    assert.equal(await field.evaluate(hasFocus), true);
    await field.fill('Mine');
    await page.getByRole('textbox', { name: /Token Duration/ }).fill('3600');
    await wizard.settle();
    assert.equal(await summary.count(), 0);
    assert.deepEqual(await page.evaluate(hiddenFocus), []);
  });

  it('is quiet about a name that nobody has typed yet', async () => {
    const { page } = await openDetails({});
    assert.equal(await page.locator('.finding').count(), 0);
    const field = page.getByRole('textbox', { name: 'App Name' });
    assert.equal(await field.getAttribute('aria-invalid'), 'false');
  });

  it('G2: takes a name of 10,000 characters and says how long it may be', async () => {
    const wizard = await openDetails({});
    const field = wizard.page.getByRole('textbox', { name: 'App Name' });
    await field.fill('x'.repeat(10_000));
    await field.blur();
    await wizard.page.getByText('The name has 10,000 characters. Use at most 100').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.draft.name?.length, 10_000);
    assert.equal(await wizard.page.evaluate(scrollsSideways), false);
  });

  it('G2: shows a name with markup in it as it was typed', async () => {
    const name = '<img src=x onerror=alert(1)>"&amp;';
    const wizard = await openDetails({ name }, { name });
    await wizard.page.getByText(`already has a client named "${name}"`).waitFor();
    assert.equal(await wizard.page.locator('img').count(), 0);
  });

  const durations: [typed: string, said: string][] = [
    ['', 'Say how many seconds a token lasts, from 300 to 172,800.'],
    ['299', '299 seconds are too short. Genesys Cloud accepts 300 (5 minutes) or more.'],
    ['172801', '172,801 seconds are too long. Genesys Cloud accepts at most 172,800 (2 days).'],
    ['-300', 'Use a whole number of seconds from 300 to 172,800.'],
    ['1e4', 'Use a whole number of seconds from 300 to 172,800.'],
    ['18 hours', 'Use a whole number of seconds from 300 to 172,800.'],
  ];
  for (const [typed, said] of durations) {
    it(`E2: says what is wrong with a duration of "${typed}"`, async () => {
      const { page } = await openDetails({});
      await typeDuration(page, typed);
      await page.getByText(said).waitFor();
      assert.equal(await durationField(page).getAttribute('aria-invalid'), 'true');
    });
  }

  const readings: [typed: string, reading: string][] = [
    ['300', '= 5 minutes'],
    ['172,800', '= 2 days'],
    ['６４８００', '= 18 hours'],
    ['90061', '= 1 day 1 hour 1 minute 1 second'],
  ];
  for (const [typed, reading] of readings) {
    it(`E2: reads a duration of "${typed}" aloud`, async () => {
      const { page } = await openDetails({});
      await typeDuration(page, typed);
      await page.getByText(reading, { exact: true }).waitFor();
      assert.equal(await durationField(page).getAttribute('aria-invalid'), 'false');
    });
  }

  it('E2: presets 18 hours, and a click sets another usual duration', async () => {
    const wizard = await openDetails({});
    assert.equal(await durationField(wizard.page).inputValue(), '64800');
    await wizard.page.getByRole('button', { name: '2 days' }).click();
    await wizard.settle();
    assert.equal(await durationField(wizard.page).inputValue(), '172800');
    assert.equal(wizard.host.state.memory.draft.duration, '172800');
    assert.equal(
      await wizard.page.getByRole('button', { name: '2 days' }).getAttribute('aria-pressed'),
      'true',
    );
  });

  it('describes each field by its hint and its findings, for those who listen', async () => {
    const { page } = await openDetails({ duration: '299' });
    await page.getByRole('button', { name: 'Next' }).click();
    const described = await durationField(page).evaluate(({ ariaDescription }) => ariaDescription ?? '');
    assert.match(described, /299 seconds are too short/);
    assert.match(described, /From 300 to 172,800/);
  });
});

function openDetails(draft: Draft, inUse?: { name: string }): Promise<OpenWizard> {
  const clients = {
    kind: 'known' as const,
    value: inUse === undefined ? [] : [{ id: 'client-1', ...inUse }],
  };
  return openWizard({ memory: { step: 'details', draft }, org: anOrg({ clients }) });
}

function durationField(page: OpenWizard['page']) {
  return page.getByRole('textbox', { name: 'Token Duration in seconds' });
}

async function typeDuration(page: OpenWizard['page'], typed: string): Promise<void> {
  await durationField(page).fill(typed);
  await durationField(page).blur();
}
