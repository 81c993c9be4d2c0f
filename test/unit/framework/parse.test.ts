import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  OPTIONS,
  orUndefined,
  parseExpression,
  StrictParser,
  tokenNames,
} from '../../../src/core/framework/parse.ts';

function isValid(text: string): boolean {
  return orUndefined(() => StrictParser.parse(text, OPTIONS)) !== undefined;
}

describe('A text taken for JavaScript', () => {
  for (const [what, text] of [
    ['a script', 'with (window) { x = 010; }'],
    ['a module', "import a from './a.js';\nexport const b = a;"],
    ['a piece that a bundler puts into a function', 'if (done) return;\nawait start();'],
    ['an import within a block', "{ import a from './a.js'; }"],
    ['a program that a shell starts', '#!/usr/bin/env node\nstart();'],
    ['a piece of a class', 'class A { f() { return this.#x; } }'],
    ['what JavaScript has learnt lately', 'a ??= b?.c; class D { static { e(); } #f = 1_000; }'],
  ] as const)
    it(`is ${what}`, () => assert.equal(isValid(text), true));

  for (const text of [
    'a b',
    '{',
    "'a",
    'let a; let a;',
    'var a; let a;',
    'function f() { let b; const b = 1; }',
  ])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(isValid(text), false));

  for (const count of [2, 32, 33, 34, 500]) {
    it(`has no variable twice, also of ${count}, but the same in each function`, () => {
      const names = Array.from({ length: count }, (_, index) => `n${index}`);
      const declared = names.map((name) => `let ${name};`).join('\n');
      assert.equal(isValid(`${declared}\nfunction f() { ${declared} }`), true);
      for (const name of [names[0], names.at(-2), names.at(-1)])
        for (const again of [`let ${name};`, `var ${name};`, `function ${name}() {}`])
          assert.equal(isValid(`${declared}\n${again}`), false, again);
      assert.equal(isValid(`${declared}\nlet other;`), true);
      const functions = names.map((name) => `function ${name}() {}`).join('\n');
      assert.equal(isValid(`${functions}\n${functions}`), true);
      assert.equal(isValid(`{ ${functions}\nlet ${names.at(-1)}; }`), false);
      const variables = names.map((name) => `var ${name};`).join('\n');
      assert.equal(isValid(`${variables}\nlet ${names.at(-1)};`), false);
    });
  }
});

describe('An expression within a text', () => {
  const text = 'a b = { c: 1 }; d(';
  const start = text.indexOf('{');

  it('is read by itself, and says where it is in the whole', () => {
    const end = text.indexOf(';');
    const node = parseExpression(text, start, end);
    assert.deepEqual([node?.type, node?.start, node?.end], ['ObjectExpression', start, end]);
  });

  it('is not there where its end is beyond the range, or where it is no JavaScript', () => {
    assert.equal(parseExpression(text, start, text.indexOf('}')), undefined);
    assert.equal(parseExpression('{ a: 1 b: 2 }', 0, 13), undefined);
    assert.equal(parseExpression('', 0, 0), undefined);
  });
});

describe('The tokens of a text', () => {
  it('have a name each, whether they make sense or not', () => {
    assert.equal(tokenNames('{ \'a\': b, 1 : "c" /* d */ } // e'), '{ string : name , num : string }');
    assert.equal(tokenNames(') ('), ') (');
    assert.equal(tokenNames(''), '');
  });

  it('are not known where a string does not end', () => assert.equal(tokenNames("{ 'a"), undefined));
});
