import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isComplete, isInert, keyOf, memberName, stringValue } from '../../../src/core/framework/nodes.ts';
import { parseExpression } from '../../../src/core/framework/parse.ts';

function expression(source: string) {
  const node = parseExpression(source, 0, source.length);
  assert.ok(node !== undefined, source);
  return node;
}

function object(source: string) {
  const node = expression(source);
  assert.equal(node.type, 'ObjectExpression');
  return node;
}

describe('A string that the text tells', () => {
  for (const [source, text] of [
    ["'a'", 'a'],
    ['"\\x61"', 'a'],
    ['`a`', 'a'],
    ['``', ''],
    [`\`$${'{a}'}\``, undefined],
    ['1', undefined],
    ['/a/', undefined],
    ['null', undefined],
    ['a', undefined],
    ["'a' + 'b'", undefined],
  ] as const)
    it(`${source}: ${text}`, () => assert.equal(stringValue(expression(source)), text));
});

describe('The key of an element of an object', () => {
  for (const [source, key] of [
    ['a: 1', 'a'],
    ["'a.b': 1", 'a.b'],
    ['1.0: 1', '1'],
    ["['a']: 1", 'a'],
    ['[`a`]: 1', 'a'],
    ['[1]: 1', '1'],
    ['a() {}', 'a'],
    ['get a() {}', 'a'],
    ['a', 'a'],
    ["['__proto__']: 1", '__proto__'],
  ] as const)
    it(`${source}: ${key}`, () => {
      const { properties } = object(`{ ${source} }`);
      assert.deepEqual(properties.map(keyOf), [key]);
      assert.equal(isComplete(object(`{ b: 1, ${source} }`)), true);
    });

  for (const source of ['...a', '[a]: 1', "['a' + b]: 1", '[/a/]: 1', '__proto__: a', "'__proto__': a"])
    it(`${source}: any`, () => {
      const { properties } = object(`{ ${source} }`);
      assert.deepEqual(properties.map(keyOf), [undefined]);
      assert.equal(isComplete(object(`{ b: 1, ${source} }`)), false);
    });

  it('an object without elements has none but those', () => assert.equal(isComplete(object('{}')), true));
});

describe('The name of a member', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['o.a', 'a'],
    ["o['a']", 'a'],
    ['o[`a`]', 'a'],
    ['o[1]', '1'],
    ["o['a' + 'b']", 'ab'],
    ["o['a' + ('b' + `c`)]", 'abc'],
    ["o['c' + 'l' + 'i' + 'e' + 'n' + 't' + 'I' + 'd' + 's']", 'clientIds'],
    ['o[a]', undefined],
    ["o['a' + b]", undefined],
    ["o[a + 'b']", undefined],
    ["o['a' - 'b']", undefined],
    ["o[f('a')]", undefined],
    [`o[${"'a' + ".repeat(100)}'a']`, undefined],
  ];
  for (const [source, name] of names)
    it(`${source.slice(0, 60)}: ${name}`, () => {
      const node = expression(source);
      assert.equal(node.type, 'MemberExpression');
      assert.equal(memberName(node), name);
    });
});

describe('A value may go when nobody uses it', () => {
  for (const source of [
    ...['1', "'a'", 'null', '/a/', '`a`', 'function () { f(); }', '() => f()'],
    ...[
      '[]',
      "[1, , 'a']",
      '{}',
      "{ a: 1, b: { c: [] }, 'd': function () {} }",
      '{ get a() { return f(); } }',
    ],
  ])
    it(`${source}: nothing else happens`, () => assert.equal(isInert(expression(source)), true));

  for (const source of [
    ...['a', 'f()', 'new F()', 'a.b', 'a = 1', 'i++', 'delete a.b', 'tag`a`', `\`$${'{f()}'}\``],
    ...['[f()]', '[1, ...a]', '{ a: f() }', '{ a: 1, b: { c: f() } }', '{ ...a }', '{ [f()]: 1 }'],
  ])
    it(`${source}: something else may happen`, () => assert.equal(isInert(expression(source)), false));
});
