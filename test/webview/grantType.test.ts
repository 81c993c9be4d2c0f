import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard } from './harness.ts';

describe('Grant type', () => {
  it('E3: presets Code Authorization / PKCE now that Implicit may be refused, and never offers a third', async () => {
    const { page } = await openWizard({ memory: { step: 'grant-type' } });
    assert.equal(await page.getByRole('radio').count(), 2);
    assert.equal(await page.getByRole('radio', { name: /Code Authorization/ }).isChecked(), true);
  });

  it('G9: warns of the end of Implicit with the months of both sources; one click goes back to PKCE', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'grant-type' } });
    await page
      .getByText(/since March 2026 or May 2026, existing ones stop in March 2027 or May 2027/)
      .waitFor();
    await page.getByRole('radio', { name: /Implicit Grant/ }).check();
    await page.getByText('clients with an implicit grant stop working in March 2027').waitFor();
    await page.getByRole('button', { name: 'Use Code Authorization / PKCE' }).click();
    await settle();
    assert.equal(await page.getByRole('radio', { name: /Code Authorization/ }).isChecked(), true);
    assert.equal(host.state.memory.draft.grantType, 'CODE');
  });
});
