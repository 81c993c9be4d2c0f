import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { englishOn, JAPANESE, leftOver, textsOnPage } from './english.ts';
import { showWizard } from './harness.ts';
import { scrollsSideways } from './probes.ts';
import { views } from './views.ts';

describe('In Japanese', () => {
  it('an English sentence, whole or in pieces, would be noticed', async () => {
    const isLeftOver = await leftOver();
    for (const text of [
      'Next',
      'Search 19 scopes',
      'Connect to an organization first: the client is created there.',
    ]) {
      assert.equal(isLeftOver(text), true, text);
    }
    for (const text of ['次へ', 'mypurecloud.jp', 'framework.js', 'Practice Org']) {
      assert.equal(isLeftOver(text), false, text);
    }
  });

  for (const [name, options] of Object.entries(views)) {
    it(`${name} says nothing in English, and beside an editor nothing scrolls sideways`, async () => {
      const { page, takePicture } = await showWizard({ ...options, language: 'ja' });
      await takePicture(`${name}.ja`);
      const texts = await page.evaluate(textsOnPage);
      assert.ok(texts.some((text) => JAPANESE.test(text)));
      assert.deepEqual(await englishOn(page), []);
      assert.equal(await page.evaluate(scrollsSideways), false);
      await page.setViewportSize({ width: 320, height: 760 });
      assert.equal(await page.evaluate(scrollsSideways), false);
    });
  }
});
