import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { complaints, openWizard } from './harness.ts';

describe('The page’s Content-Security-Policy', () => {
  it('would stop a script, a style and a request that are not its own, and the tests would notice', async () => {
    const { page, settle } = await openWizard();
    await page.evaluate(() => {
      document.body.append(document.createElement('style'), document.createElement('script'));
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(style, script);
      void fetch('/elsewhere').catch(() => undefined);
    });
    await settle();
    const noticed = complaints.splice(0).filter((complaint) => !complaint.includes(' violates '));
    for (const directive of ['style-src', 'script-src', 'connect-src']) {
      assert.ok(
        noticed.some((complaint) => complaint.startsWith(directive)),
        directive,
      );
    }
    assert.notEqual(await page.title(), 'run');
  });

  it('leaves nothing behind in the browser: no cookie, no storage', async () => {
    const { page } = await openWizard({ memory: { step: 'details', draft: { name: 'Mine' } } });
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    assert.deepEqual(kept, ['', 0, 0]);
  });
});
