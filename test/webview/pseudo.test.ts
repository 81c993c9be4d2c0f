import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { englishOn, textsOnPage } from './english.ts';
import { showWizard } from './harness.ts';
import { clippedTexts, scrollsSideways } from './probes.ts';
import { PSEUDO, pseudoText, putTogether } from './pseudo.ts';
import { views } from './views.ts';

describe('In a language that needs more room', () => {
  it('a text is longer, has accents and keeps what is filled in', () => {
    assert.equal(pseudoText('{0} more'), '⟦{0} ɱóŕé łóñĝ⟧');
    assert.ok(pseudoText('Sign in again to go on with the rest.').length > 45);
    assert.equal(pseudoText('[Sign in](command:x)').includes('](command:x)'), true);
  });

  it('a sentence that was put together from pieces would be noticed', () => {
    assert.deepEqual(putTogether(['⟦Šáṽé⟧ ⟦ñóŵ⟧', '⟦Ðóñé.⟧ ⟦Ñéẋţ.⟧', '⟦á⟧, ⟦ƀ⟧']), ['⟦Šáṽé⟧ ⟦ñóŵ⟧']);
  });

  for (const [name, options] of Object.entries(views)) {
    it(`${name}: nothing is in English, put together, cut off or scrolls sideways`, async () => {
      const { page } = await showWizard({ ...options, language: PSEUDO });
      assert.deepEqual(await englishOn(page), []);
      assert.deepEqual(putTogether(await page.evaluate(textsOnPage)), []);
      for (const width of [400, 320]) {
        await page.setViewportSize({ width, height: 760 });
        assert.equal(await page.evaluate(scrollsSideways), false, `${width} px`);
        assert.deepEqual(await page.evaluate(clippedTexts), [], `${width} px`);
      }
    });
  }
});
