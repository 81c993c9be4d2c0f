import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placer } from '../../../src/core/framework/places.ts';
import { removalFrom } from '../../../src/core/framework/removal.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';

const GONE = 'gone: 1';
const KEPT = `'kept': ''`;

/** The text without the property that is to go; what is written as `KEPT` belongs to somebody else. */
function without(text: string): string | undefined {
  const place = placer(text);
  const kept = [...text.matchAll(new RegExp(KEPT, 'g'))].map(({ index }) =>
    place({ start: index, end: index + 6 }),
  );
  const start = text.indexOf('gone');
  const edits = removalFrom(text, kept)({ start, end: text.indexOf('1', start) + 1 });
  return edits && applyEdits(text, edits);
}

describe('A property that goes out of an object literal', () => {
  const takenOut: Readonly<Record<string, readonly [string, string]>> = {
    'takes its line along': [`{\n  ${GONE},\n  b: 2\n}`, `{\n  b: 2\n}`],
    'takes all of its lines along': [`{\n  gone:\n    1,\n  b: 2\n}`, `{\n  b: 2\n}`],
    'takes a line along that ends with the text': [`{\n\t${GONE},`, `{\n`],
    'takes the comment at the end of its line along': [`{\n  ${GONE}, // x\n  b: 2\n}`, `{\n  b: 2\n}`],
    'takes several along': [`{\n  ${GONE},/* x * y */\t /**/ // z\n  b: 2\n}`, `{\n  b: 2\n}`],
    'takes blanks at the end of its line along': [`{\n  ${GONE}, \t\n  b: 2\n}`, `{\n  b: 2\n}`],
    'takes a comment before its comma along': [`{\n  ${GONE} /* x */,\n  b: 2\n}`, `{\n  b: 2\n}`],
    'leaves a comment that goes on in the next line': [
      `{\n  ${GONE}, /* x\n  y */\n  b: 2\n}`,
      `{\n  /* x\n  y */\n  b: 2\n}`,
    ],
    'leaves comments on the lines around it': [
      `{\n  // x\n  ${GONE},\n  // y\n  b: 2\n}`,
      `{\n  // x\n  // y\n  b: 2\n}`,
    ],
    'leaves its line to what stands behind it': [`{\n  ${GONE}, b: 2\n}`, `{\n  b: 2\n}`],
    'leaves its line to what stands behind it and a comment': [
      `{\n  ${GONE}, /* x */ b: 2\n}`,
      `{\n  /* x */ b: 2\n}`,
    ],
    'leaves its line to what stands before it': [`{ ${GONE},\n  b: 2\n}`, `{ \n  b: 2\n}`],
    'takes the blanks behind its comma along': [`{ a: 0, ${GONE}, \t b: 2 }`, `{ a: 0, b: 2 }`],
    'goes alone where nothing is between the others': [`{a:0,${GONE},b:2}`, `{a:0,b:2}`],
    'leaves a comment of somebody else behind its comma': [
      `{\n  ${GONE}, // ${KEPT}\n  b: 2\n}`,
      `{\n  // ${KEPT}\n  b: 2\n}`,
    ],
    'leaves a comment of somebody else before its comma': [
      `{\n  ${GONE} /* ${KEPT} */, // x\n  b: 2\n}`,
      `{\n   /* ${KEPT} */ // x\n  b: 2\n}`,
    ],
    'takes its line along where a comment of somebody else is above or below': [
      `{\n  // ${KEPT}\n  ${GONE}, // x\n${KEPT}\n  b: 2\n}`,
      `{\n  // ${KEPT}\n${KEPT}\n  b: 2\n}`,
    ],
  };
  for (const [what, [before, after]] of Object.entries(takenOut)) {
    for (const [name, lineEnd] of Object.entries({ LF: '\n', CRLF: '\r\n', CR: '\r' })) {
      it(`${what} (${name})`, () => {
        const withLineEnds = (text: string) => text.replaceAll('\n', lineEnd);
        assert.equal(without(withLineEnds(before)), withLineEnds(after));
      });
    }
  }

  it('stays where no comma follows: the one before it would be left', () => {
    for (const text of [`{ a: 0, ${GONE} }`, `{ ${GONE} /* , */ }`, `{ ${GONE} b: 2 }`])
      assert.equal(without(text), undefined);
  });
});
