import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard } from './harness.ts';

describe('Start over', () => {
  it('asks once more before it discards the answers, and can be taken back', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'Mine' } } });
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Keep' }).click();
    await settle();
    assert.equal(host.state.memory.draft.name, 'Mine');
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await settle();
    assert.deepEqual(host.state.memory.draft, {});
  });

  it('is not offered where there is nothing to discard', async () => {
    const { page } = await openWizard();
    assert.equal(await page.getByRole('button', { name: 'Start over' }).count(), 0);
  });
});
