import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  actsWhereShown,
  isSeen,
  withoutInvisible,
  withoutStrayInvisible,
} from '../../../src/core/platform/text.ts';

/** What comes along with a copy from a page, a chat, a table or a PDF. */
const INVISIBLE = [
  ...'\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2062\u3164\ufe0f\ufeff\uffa0\ufff9',
  ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  ...'\u{e0001}\u{e0041}\u{e0100}',
];

describe('A text with characters that nobody sees', () => {
  for (const character of INVISIBLE) {
    it(`is rid of U+${character.codePointAt(0)?.toString(16)} wherever it stands`, () => {
      const text = `${character}a${character}${character}b-1${character}`;
      assert.equal(withoutInvisible(text), 'ab-1');
      assert.equal(withoutStrayInvisible(text), 'ab-1');
    });
  }

  it('keeps whatever can be seen, blanks and controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        assert.equal(withoutInvisible(`${text}\t\n\u00a0あ`), `${text}\t\n\u00a0あ`);
      }),
    );
  });

  const needed = {
    'a word of Persian': '\u0645\u06cc\u200c\u062e',
    'a family of emoji': '👩\u200d👧',
    'a heart in colour': '❤\ufe0f',
    'a flag of tags': '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'a Japanese name in its own form': '葛\u{e0100}城',
  };
  for (const [what, text] of Object.entries(needed)) {
    it(`keeps what ${what} is written with`, () => {
      assert.equal(withoutStrayInvisible(text), text);
      assert.equal(withoutStrayInvisible(`\u200b${text}\u202e`), text);
    });
  }
});

describe('A text to be shown', () => {
  it('is seen where one character is', () => {
    for (const text of ['a', '.', '名', '👩\u200d👧', '\u200bx'])
      assert.ok(isSeen(text), JSON.stringify(text));
  });

  it('is not seen where there are only blanks, controls and what takes no room', () => {
    for (const text of [
      '',
      ' \t\n',
      '\u200b\u2060',
      '\u3164',
      '\u2800',
      '\u00a0\u00ad',
      '\u0000',
      '\u202e\u{e0041}',
    ])
      assert.ok(!isSeen(text), JSON.stringify(text));
  });

  it('acts where it breaks a line or turns the writing direction', () => {
    for (const text of ['a\nb', 'a\rb', 'a\tb', '\u0000', 'a\u2028b', 'a\u202eb', '\u2067a', 'a\u0085b'])
      assert.ok(actsWhereShown(text), JSON.stringify(text));
    for (const text of ['a b', '名前', '\u200ba', 'עברית\u200f']) assert.ok(!actsWhereShown(text), text);
  });
});
