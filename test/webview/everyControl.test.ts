import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard, showWizard, touchPage } from './harness.ts';
import { controls, pressControl, whereFocusIs } from './probes.ts';
import { views } from './views.ts';

/** What was pressed so far: the same button with the same words does the same in the next view. */
const pressed = new Set<string>();

describe('Whatever is pressed', () => {
  for (const [name, options] of Object.entries(views)) {
    it(`${name}: the focus is on something that is seen afterwards`, async () => {
      const shown = await showWizard(options);
      const { page } = shown;
      let fresh: typeof shown | undefined = shown;
      const lost: string[] = [];
      for (const [place, key] of (await page.evaluate(controls)).entries()) {
        if (key === '' || pressed.has(key)) continue;
        pressed.add(key);
        const { settle } = fresh ?? (await openWizard(options));
        fresh = undefined;
        touchPage();
        await page.evaluate(pressControl, place);
        await settle();
        const focus = await page.evaluate(whereFocusIs);
        if (focus !== 'seen') lost.push(`${key}: ${focus}`);
      }
      assert.deepEqual(lost, []);
    });
  }
});
