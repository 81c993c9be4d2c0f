import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { languages } from '../../languages.ts';
import { read, spokenIn } from './spoken.ts';

/** A row of docs/terms.md. */
type Term = {
  readonly english: string;
  readonly japanese: readonly string[];
  readonly avoided: readonly string[];
};

const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
/** Code, values and addresses, whose words are not ours. */
const CODE = /`[^`]*`|\{\w+\}|https?:\/\/\S+|\(command:[^)]*\)/g;

const terms: readonly Term[] = [
  ...read('docs/terms.md').matchAll(/^\|(?! English|---)([^|]*)\|([^|]*)\|[^|]*\|([^|]*)\|$/gm),
].map(([, english = '', japanese = '', avoided = '']) => ({
  english: english.trim(),
  japanese: wordsOf(japanese),
  avoided: wordsOf(avoided),
}));

describe('docs/terms.md', () => {
  it('gives the Japanese words that are in use', () => {
    const said = spokenIn('ja')
      .map(({ text }) => text)
      .join('\n');
    const unused = terms.flatMap(({ japanese }) => japanese.filter((word) => !said.includes(word)));
    assert.deepEqual(unused, []);
  });

  for (const language of languages) {
    it(`has no word in its last column that a text says (${language})`, () => {
      const words = terms.flatMap(({ english, avoided }) =>
        avoided
          .filter((word) => JAPANESE.test(word) === (language !== 'en'))
          .map((word) => ({ english, word })),
      );
      const faults = spokenIn(language).flatMap(({ file, text }) => {
        const said = text.replaceAll(CODE, '');
        return words
          .filter(({ word }) => isIn(said, word))
          .map(({ english, word }) => `${file}: ${word}, for ${english}: ${text}`);
      });
      assert.deepEqual(faults, []);
    });
  }

  it('would find a word that is to be avoided, and no other that has it in it', () => {
    assert.equal(isIn('The tenants of a region', 'tenant'), true);
    assert.equal(isIn('A lieutenant', 'tenant'), false);
    assert.equal(isIn('設定を照合します', '照合'), true);
  });
});

/** Japanese has no blanks between words; an English word may be a plural. */
function isIn(text: string, word: string): boolean {
  return JAPANESE.test(word) ? text.includes(word) : new RegExp(`\\b${word}(?:s|es)?\\b`, 'i').test(text);
}

/** The words of a cell of docs/terms.md; what has brackets is explained, or has another meaning. */
function wordsOf(cell: string): string[] {
  return cell
    .trim()
    .split(/[,、] ?/)
    .filter((word) => word !== '' && !/[()]/.test(word));
}
