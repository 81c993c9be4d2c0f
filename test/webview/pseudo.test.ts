import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wantsPictures } from '../host/pictures.ts';
import { showWizard } from './harness.ts';
import { PSEUDO, pseudoText, putTogether } from './pseudo.ts';
import { pseudoFaults } from './pseudoFaults.ts';
import { views } from './views.ts';

describe('In a language that needs more room', () => {
  it('a text is longer, has accents and keeps what is filled in', () => {
    assert.equal(pseudoText('{0} more'), '⟦{0} ɱóŕé łóñĝ⟧');
    assert.ok(pseudoText('Sign in again to go on with the rest.').length > 45);
    assert.equal(pseudoText('[Sign in](command:x)').includes('](command:x)'), true);
  });

  it('a sentence that was put together from pieces would be noticed', () => {
    assert.deepEqual(putTogether(['⟦Šáṽé⟧ ⟦ñóŵ⟧', '⟦Dóñé.⟧ ⟦Ñéẋţ.⟧', '⟦á⟧, ⟦ƀ⟧']), ['⟦Šáṽé⟧ ⟦ñóŵ⟧']);
  });

  for (const [name, options] of selected(Object.entries(views))) {
    it(`${name}: nothing is in English, put together, cut off or scrolls sideways`, async () => {
      const { page } = await showWizard({ ...options, language: PSEUDO });
      assert.deepEqual(await pseudoFaults(page), []);
    });
  }
});

/** One view in twelve, and all of them where pictures are made: each costs as much as two tests. */
function selected<T>(all: readonly T[]): readonly T[] {
  return wantsPictures() ? all : all.filter((_, index) => index % 12 === 0);
}
