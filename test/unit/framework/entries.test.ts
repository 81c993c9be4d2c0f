import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ClientIdsLiteral,
  entryValue,
  noLiteral,
  saySame,
  soundnessOf,
} from '../../../src/core/framework/entries.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';

/** The literal of a file whose `clientIds` is this text. */
function literalOf(clientIds: string, before = '', after = ''): ClientIdsLiteral {
  const text = `${before}window.Framework = { config: { clientIds: ${clientIds} } };${after}`;
  const found = inspectFramework(text).clientIds;
  assert.ok(found.kind === 'literal', found.kind);
  return found;
}

const values = (clientIds: string, before?: string) =>
  literalOf(clientIds, before).entries.map(({ region, value }) => [region, value.kind]);

describe('What stands behind the colon of an entry', () => {
  it('is a Client ID, something in its place, or nothing', () => {
    assert.deepEqual(entryValue(ID), { kind: 'client-id', text: ID });
    assert.deepEqual(entryValue('PASTE HERE'), { kind: 'placeholder', text: 'PASTE HERE' });
    for (const nothing of ['', ' ', '\t']) assert.deepEqual(entryValue(nothing), { kind: 'empty' });
  });

  it('is read of every kind of string, and of nothing else', () => {
    assert.deepEqual(values(`{ 'a.com': '${ID}', "b.com": "", c: \`x\`, 1: '' }`), [
      ['a.com', 'client-id'],
      ['b.com', 'empty'],
      ['c', 'placeholder'],
      ['1', 'empty'],
    ]);
    assert.deepEqual(values(`{ 'a.com': process.env.ID, 'b.com': \`\${id}\`, 'c.com': 7, 'd.com': null }`), [
      ['a.com', 'dynamic'],
      ['b.com', 'dynamic'],
      ['c.com', 'dynamic'],
      ['d.com', 'dynamic'],
    ]);
  });

  it('is what a constant stands for, and is written anew where that is declared, unless something else reads it, too', () => {
    const before = `const id = '${ID}';`;
    const [entry] = literalOf("{ 'a.com': id }", before).entries;
    assert.deepEqual(entry?.value, { kind: 'client-id', text: ID });
    assert.equal(entry.valuePlace.start, before.indexOf("'"));
    assert.notEqual(entry.slot.start, entry.valuePlace.start);
    const [shared] = literalOf("{ 'a.com': id }", before, 'log(id);').entries;
    assert.deepEqual(shared?.value, { kind: 'client-id', text: ID });
    assert.equal(shared.valuePlace.start, shared.slot.start);
  });

  it('is not known where something that follows may be the value instead', () => {
    assert.deepEqual(values("{ 'a.com': '', ...more, 'b.com': '' }"), [
      ['a.com', 'dynamic'],
      ['b.com', 'empty'],
    ]);
    assert.deepEqual(values("{ 'a.com': '', [region]: '' }"), [['a.com', 'dynamic']]);
  });
});

describe('The entries of clientIds', () => {
  it('are all there are, unless a spread element or a computed key brings others', () => {
    assert.equal(literalOf("{ 'a.com': '' }").complete, true);
    for (const open of ['{ ...more }', "{ [region]: '' }", "{ __proto__: other, 'a.com': '' }"])
      assert.equal(literalOf(open).complete, false, open);
  });

  it('that stand in a comment are told apart from live ones, with their Client ID where they have one', () => {
    const literal = literalOf(
      `{\n// 'a.com': '${ID}',\n'b.com': '', // "c.com": 'x'\n/* 'd.com' : , e: '' */\n}`,
    );
    assert.deepEqual(
      literal.commentedOut.map(({ region, clientId }) => [region, clientId?.text]),
      [
        ['a.com', ID],
        ['c.com', undefined],
        ['d.com', undefined],
      ],
    );
    assert.deepEqual(
      literal.entries.map(({ region }) => region),
      ['b.com'],
    );
  });

  it('are none, without braces, where null or undefined stands', () => {
    for (const nothing of ['null', 'undefined', 'void 0']) {
      const { entries, braces, complete, exact } = literalOf(nothing);
      assert.deepEqual([entries, braces, complete, exact], [[], false, true, true], nothing);
    }
    const place = { start: 1, end: 5, line: 1 };
    assert.deepEqual(noLiteral(place).place, place);
    assert.equal(literalOf('{}').braces, true);
  });

  it('say the same where regions and values are the same, in the same order', () => {
    const { entries } = literalOf("{ 'a.com': '', 'b.com': 'x' }");
    assert.equal(saySame(entries, literalOf('{ "a.com" : "", \n"b.com": "x" }').entries), true);
    assert.equal(saySame(entries, literalOf("{ 'b.com': 'x', 'a.com': '' }").entries), false);
    assert.equal(saySame(entries, literalOf("{ 'a.com': '', 'b.com': 'y' }").entries), false);
    assert.equal(saySame(entries, entries.slice(1)), false);
  });
});

describe('How far the text of clientIds can be relied upon', () => {
  const soundness = (literal: string) =>
    soundnessOf(`x = ${literal};`, { start: 4, end: 4 + literal.length, line: 1 });

  it('is that it is valid, or a plain list in which a comma may be missing, or neither', () => {
    assert.equal(soundness("{ 'a.com': '' }"), 'exact');
    assert.equal(soundness("{ 'a.com': '' 'b.com': '' }"), 'list');
    assert.equal(soundness("{ 'a.com': '', }"), 'exact');
    assert.equal(soundness("{ 'a.com': ''; }"), 'broken');
    assert.equal(soundness("{ 'a.com': { 'b.com': '' 'c.com': '' } }"), 'broken');
  });
});
