import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { themes } from '../../host/themes.ts';
import { chosen, sittings } from '../../look/choose.ts';

const VIEWS = ['details', 'details-wrong', 'review'];

describe('What somebody wants to look at', () => {
  it('is every view in every theme and language, each once, where nothing is said', () => {
    const all = chosen({ views: [] }, VIEWS).map(
      ({ view, theme, language }) => `${view} ${theme} ${language}`,
    );
    assert.equal(new Set(all).size, VIEWS.length * themes.length * 2);
    assert.equal(all.length, VIEWS.length * themes.length * 2);
  });

  it('is named by parts of names, of themes as people or files write them', () => {
    const some = chosen({ views: ['detail'], themes: ['Dark 2026', 'LIGHT-HIGH'], languages: ['ja'] }, VIEWS);
    assert.deepEqual(some, [
      { view: 'details', theme: 'Dark 2026', language: 'ja' },
      { view: 'details', theme: 'Light High Contrast', language: 'ja' },
      { view: 'details-wrong', theme: 'Dark 2026', language: 'ja' },
      { view: 'details-wrong', theme: 'Light High Contrast', language: 'ja' },
    ]);
  });

  it('is refused, with what there is, where a part names nothing', () => {
    assert.throws(
      () => chosen({ views: ['gone'] }, VIEWS),
      /view contains "gone".*details, details-wrong, review/,
    );
    assert.throws(() => chosen({ views: [], themes: ['solarized'] }, VIEWS), /theme contains .*light-2026/);
    assert.throws(() => chosen({ views: [], languages: ['fr'] }, VIEWS), /language contains .*en, ja/);
  });

  it('is taken one view after the other, first all of one language: a page in another is loaded anew', () => {
    const planned = sittings(chosen({ views: ['details'], themes: ['modern'] }, VIEWS));
    assert.deepEqual(
      planned.map(({ view, language, themes: worn }) => `${view} ${language} ${worn.length}`),
      ['details en 2', 'details-wrong en 2', 'details ja 2', 'details-wrong ja 2'],
    );
  });
});
