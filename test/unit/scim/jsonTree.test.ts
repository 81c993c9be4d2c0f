import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { describe, it } from 'mocha';
import { readTree } from '../../../src/core/scim/jsonTree.ts';
import { fileArbitrary } from './grammar.ts';

/** What a tree says of a text: nodes by their places, each with what it is in. */
function said(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  const { type, offset, length, value, parent, children } = node;
  return { type, offset, length, value, in: parent?.offset, children: children?.map(said) };
}

function library(text: string): { tree: unknown; errorOffset: number | undefined } {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return { tree: said(root), errorOffset: errors[0]?.offset };
}

function ours(text: string): { tree: unknown; errorOffset: number | undefined } {
  const { root, errorOffset } = readTree(text);
  return { tree: said(root), errorOffset };
}

describe('The tree of a JSON text', () => {
  it('is the one that the library makes, sound or cut off anywhere', () => {
    fc.assert(
      fc.property(fileArbitrary, fc.nat(), (text, cut) => {
        assert.deepEqual(ours(text), library(text));
        const start = text.slice(0, cut % (text.length + 1));
        assert.deepEqual(ours(start), library(start));
      }),
      { numRuns: 30 },
    );
  });

  it('has a property without a value up to what follows it', () => {
    const { root } = readTree('{ "a", "b": 1, "c" }');
    const ends = root?.children?.map(({ offset, length }) => [offset, offset + length]);
    assert.deepEqual(ends, [
      [2, 7],
      [7, 13],
      [15, 19],
    ]);
  });

  it('lists all properties in the order of the text, however deep they stand', () => {
    const { properties } = readTree('{ "a": [{ "b": 1 }, { "c": { "d": [] } }], "a": 2 }');
    const names = properties.map(({ children }) => children?.[0]?.value);
    assert.deepEqual(names, ['a', 'b', 'c', 'd', 'a']);
  });

  it('lists none of what is left alone', () => {
    const { properties, isLeftAlone } = readTree(`[{ "a": 1 }${' {}'.repeat(200)}]`);
    assert.deepEqual([properties, isLeftAlone], [[], true]);
  });
});
