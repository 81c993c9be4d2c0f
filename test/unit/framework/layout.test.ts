import assert from 'node:assert/strict';
import vm from 'node:vm';
import { describe, it } from 'mocha';
import {
  endOfLineComments,
  endOfNext,
  indentUnit,
  isBlank,
  lineBefore,
  quoteOf,
  stringLiteral,
} from '../../../src/core/framework/layout.ts';

describe('The next comma or parenthesis', () => {
  const found: Readonly<Record<string, readonly string[]>> = {
    'follows at once, or behind blanks and line ends': [',', '  \t\r\n\n ,', '\u00a0,'],
    'follows behind comments of any length': [
      '// x\n,',
      '//\r,',
      '// x , y\r\n// z\n,',
      '/* x, */,',
      '/**/ /* y\n* / z */\n,',
    ],
    'follows where JavaScript ends a line that an editor goes on with': ['// x\u2028,', '// x\u2029,'],
  };
  for (const [what, gaps] of Object.entries(found)) {
    it(what, () => {
      for (const gap of gaps) {
        assert.equal(endOfNext(',', `a${gap}, b`, 1), 1 + gap.length, gap);
        const other = gap.replace(/,$/, ')');
        assert.equal(endOfNext(')', `a${other}, b`, 1), 1 + gap.length, gap);
      }
    });
  }

  it('does not follow behind anything else, or in a comment', () => {
    for (const gap of [')', ' b,', '; ,', '// ,', '/* , */', '/* ,', '/ ,', ''])
      assert.equal(endOfNext(',', `a${gap}`, 1), undefined, gap);
  });
});

describe('What belongs to the end of a line', () => {
  const rest: readonly (readonly [string, string])[] = [
    ['', '\nb'],
    ['', ' b'],
    ['', '\t\tb // x'],
    [' // x', '\nb'],
    ['//', '\rb'],
    ['\t /* x * y */', ' b'],
    [' /**/', '  b'],
    [' /* x */ /* y */\t// z // z', '\r\nb'],
    [' /* x\n  y */', ' b'],
    [' // x', '\u2028b'],
    [' // x', '\u2029b'],
    ['  \t', '\nb'],
    [' ', '\r\nb'],
    [' /* x */ \t', '\nb'],
    ['', '\n// x'],
  ];
  for (const [own, next] of rest) {
    it(`${JSON.stringify(own + next)}: ${JSON.stringify(own)}`, () => {
      assert.equal(endOfLineComments(`a${own}${next}`, 1), 1 + own.length);
    });
  }
});

describe('The line before a place', () => {
  it('goes back to the line end, which is told, too', () => {
    for (const lineEnd of ['\n', '\r\n', '\r'])
      assert.deepEqual(lineBefore(`a${lineEnd}\t bc`, 1 + lineEnd.length + 3), { text: '\t b', lineEnd });
    assert.deepEqual(lineBefore('ab', 1), { text: 'a', lineEnd: '' });
    assert.deepEqual(lineBefore('\nab', 1), { text: '', lineEnd: '\n' });
  });

  it('is blank with nothing but spaces and tabs in it', () => {
    for (const blank of ['', ' ', '\t  \t']) assert.equal(isBlank(blank), true);
    for (const other of ['a', ' a', 'a ', ' a ', '\n', '\u00a0']) assert.equal(isBlank(other), false);
  });
});

describe('One level of indentation', () => {
  const units: readonly (readonly [string, string])[] = [
    ['a\n  b\n    c', '  '],
    ['a\n    b', '    '],
    ['a\n b', ' '],
    ['a\n\tb\n\t\tc', '\t'],
    ['a\n\t\tb\n\tc', '\t'],
    ['/*\n * x\n   * y\n */\na\n\tb', '\t'],
    ['a\n   \n\tb', '\t'],
    ['a\n\t* b\n    c', '    '],
    ['a\n  b*c', '  '],
    ['a', '  '],
    ['', '  '],
  ];
  for (const [text, unit] of units) {
    it(`of ${JSON.stringify(text)}: ${JSON.stringify(unit)}`, () => assert.equal(indentUnit(text), unit));
  }
});

describe('A string in JavaScript', () => {
  /** What a template fills in. */
  const HOLE = `$${'{a}'}`;
  const QUOTES = ["'", '"', '`'] as const;

  it('is worth its text, in whatever quotes', () => {
    for (const text of [
      '',
      'a',
      "'",
      '"',
      '`',
      '\\',
      '\\\\n',
      '\n',
      '\r\n',
      '\u2028\u2029',
      '$',
      HOLE,
      `\\${HOLE}`,
      'a\'b"c`d',
    ]) {
      for (const quote of QUOTES) assert.equal(vm.runInNewContext(stringLiteral(text, quote)), text);
    }
  });

  it('has no more signs than it needs, and no line end in it', () => {
    assert.equal(stringLiteral('it\'s "a" `b`'), "'it\\'s \"a\" `b`'");
    assert.equal(stringLiteral('it\'s "a" `b`', '"'), '"it\'s \\"a\\" `b`"');
    assert.equal(stringLiteral('it\'s "a" `b`', '`'), '`it\'s "a" \\`b\\``');
    for (const quote of ["'", '"'] as const)
      assert.equal(stringLiteral(`$5 ${HOLE}`, quote), `${quote}$5 ${HOLE}${quote}`);
    assert.equal(stringLiteral(`$5 ${HOLE}`, '`'), `\`$5 \\${HOLE}\``);
    for (const quote of QUOTES)
      assert.match(stringLiteral('a\nb\rc\u2028d\u2029', quote), /^[^\n\r\u2028\u2029]*$/);
  });

  it('begins with its quote, which a template does not count as', () => {
    const sources = ["'a'", '"a"', '`a`', 'a', ''];
    assert.deepEqual(sources.map(quoteOf), ["'", '"', undefined, undefined, undefined]);
  });
});
