import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inLanguageOf, languages } from '../../languages.ts';
import { brokenLinks, codeSpansOf, linksOf } from '../docs/markdown.ts';
import { isInProject, readText } from '../docs/project.ts';

const CHANGELOG = 'CHANGELOG.md';

/** The headings of Keep a Changelog that are words, in each language that has its own. A version is the same in all. */
const JAPANESE_HEADINGS: Readonly<Record<string, string>> = {
  Unreleased: '未リリース',
  Added: '追加',
  Changed: '変更',
  Deprecated: '廃止予定',
  Removed: '削除',
  Fixed: '修正',
  Security: 'セキュリティ',
};
const HEADINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = { ja: JAPANESE_HEADINGS };

type Section = { readonly heading: string; readonly entries: readonly string[] };

/** The versions of a changelog, and the sections of each, in their order. */
function sectionsOf(changelog: string): Section[] {
  return changelog
    .split(/^(?=##+ )/m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...entries] = section.split(/\n(?=- )/);
      return { heading: heading.trim(), entries };
    });
}

/** What differs between a changelog and its translation, in a sentence each. */
function differencesOf(
  english: string,
  translated: string,
  words: Readonly<Record<string, string>>,
): string[] {
  const theirs = sectionsOf(english);
  const ours = sectionsOf(translated);
  const wanted = theirs.map(({ heading }) => heading.replace(/(?<=^#+ )\w+$/, (word) => words[word] ?? word));
  const found = ours.map(({ heading }) => heading);
  if (wanted.join('\n') !== found.join('\n'))
    return [`It has ${found.join(', ')}, and not ${wanted.join(', ')}.`];
  return theirs.flatMap(({ heading, entries }, index) => {
    const others = ours[index]?.entries ?? [];
    if (entries.length !== others.length)
      return [`${heading}: ${entries.length} entries in English, ${others.length} here.`];
    return entries.flatMap((entry, place) => {
      const missing = codeIn(entry).filter((code) => !codeIn(others[place] ?? '').includes(code));
      return missing.length === 0 ? [] : [`${heading}: ${missing.join(', ')} is missing in ${others[place]}`];
    });
  });
}

/** What a reader types or finds in a file, which nobody translates. */
const codeIn = (entry: string) => codeSpansOf(entry).map(({ code }) => code);

describe('The changelog', () => {
  for (const language of languages.filter((each) => each !== 'en')) {
    const page = inLanguageOf(language, CHANGELOG);

    it(`has the same versions, sections and entries in ${page}, in the same order`, () => {
      assert.deepEqual(differencesOf(readText(CHANGELOG), readText(page), HEADINGS[language] ?? {}), []);
    });

    it(`leads to ${page} in one line at its top, and that leads back`, () => {
      for (const [from, to] of [
        [CHANGELOG, page],
        [page, CHANGELOG],
      ] as const) {
        const [top = ''] = readText(from).split(/^## /m);
        assert.ok(
          linksOf(top).some(({ target }) => target === to),
          from,
        );
        assert.deepEqual(brokenLinks(from, new Map([[from, readText(from)]]), isInProject), []);
      }
    });
  }

  const ENGLISH =
    '# Changelog\n\n## Unreleased\n\n### Added\n\n- One\n  `a`.\n- Two.\n\n## 1.0.0\n\n### Fixed\n\n- Three.\n';
  const JAPANESE =
    '# 変更履歴\n\n## 未リリース\n\n### 追加\n\n- 一 `a`。\n- 二。\n\n## 1.0.0\n\n### 修正\n\n- 三。\n';
  const differing: Readonly<Record<string, string>> = {
    'an entry that is not translated': JAPANESE.replace('- 二。\n', ''),
    'an entry too many': JAPANESE.replace('- 二。\n', '- 二。\n- 二。\n'),
    'another order': JAPANESE.replace(/(- 一.*\n)(- 二.*\n)/, '$2$1'),
    'another section': JAPANESE.replace('### 修正', '### 変更'),
    'no such version': JAPANESE.replace('1.0.0', '1.0.1'),
  };
  it('would be found to differ, and only then', () => {
    assert.deepEqual(differencesOf(ENGLISH, JAPANESE, JAPANESE_HEADINGS), []);
    for (const [what, japanese] of Object.entries(differing))
      assert.equal(differencesOf(ENGLISH, japanese, JAPANESE_HEADINGS).length, 1, what);
  });
});
