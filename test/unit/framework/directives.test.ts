import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DIRECTIVE, directivesIn, mentionsDirective } from '../../../src/core/framework/directives.ts';
import { placer } from '../../../src/core/framework/places.ts';
import { readStrictly } from '../../../src/core/framework/reading.ts';

/** What is silenced in a text: the line, and which codes. */
function silencedIn(text: string): [number, readonly string[] | 'all'][] {
  const comments = readStrictly(text)?.comments ?? [];
  return directivesIn(comments, placer(text)).map(({ line, codes, nameEnd }) => {
    assert.ok(text.slice(0, nameEnd).endsWith(DIRECTIVE), 'more codes go behind the name');
    return [line, codes];
  });
}

describe('A comment that silences findings', () => {
  const silencing: Readonly<Record<string, readonly [string, number, readonly string[] | 'all']>> = {
    'of all codes on the line below': [`// ${DIRECTIVE}\nx;`, 2, 'all'],
    'of one code': [`x;\n  // ${DIRECTIVE} unknown-region\nx;`, 3, ['unknown-region']],
    'of several codes, with or without commas': [
      `//${DIRECTIVE} a-b,c-d, e-f  g-h\nx;`,
      2,
      ['a-b', 'c-d', 'e-f', 'g-h'],
    ],
    'of all codes, with a reason': [`// ${DIRECTIVE} -- it is ours\nx;`, 2, 'all'],
    'of one code, with a reason that has another in it': [
      `// ${DIRECTIVE} a-b -- not c-d -- e-f\nx;`,
      2,
      ['a-b'],
    ],
    'of a code with two dashes in it': [`// ${DIRECTIVE} a--b\nx;`, 2, ['a--b']],
    'in a block comment': [`/* ${DIRECTIVE} a-b */\nx;`, 2, ['a-b']],
    'below a block comment of several lines': [`/**\n * ${DIRECTIVE}\n *  a-b\n */\nx;`, 5, ['a-b']],
  };
  for (const [what, [text, line, codes]] of Object.entries(silencing)) {
    it(what, () => {
      assert.deepEqual(silencedIn(text), [[line, codes]]);
      assert.equal(mentionsDirective(text), true);
    });
  }

  it('is none where its name is not the first word', () => {
    for (const text of [
      `// see ${DIRECTIVE}`,
      `// ${DIRECTIVE}s`,
      '// disable-next-line',
      `x = '${DIRECTIVE}';`,
      '//',
    ])
      assert.deepEqual(silencedIn(text), []);
    assert.equal(mentionsDirective('// disable-next-line'), false);
  });

  it('counts once, and in the order of the text, however a reader comes to it', () => {
    const text = `// ${DIRECTIVE} a\nx;\n// ${DIRECTIVE} b\nx;`;
    const [first, second] = readStrictly(text)?.comments ?? [];
    assert.ok(first !== undefined && second !== undefined);
    const found = directivesIn([second, first, second], placer(text));
    assert.deepEqual(
      found.map(({ line, codes }) => [line, codes]),
      [
        [2, ['a']],
        [4, ['b']],
      ],
    );
  });
});
