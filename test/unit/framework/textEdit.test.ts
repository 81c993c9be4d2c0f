import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdit, applyEdits, editBetween } from '../../../src/core/framework/textEdit.ts';

describe('Edits of a text', () => {
  const insertion = (at: number, newText: string) => ({ start: at, end: at, newText });

  it('are made all at once, in whatever order they come', () => {
    const edits = [{ start: 4, end: 5, newText: 'E' }, insertion(6, '!'), { start: 1, end: 3, newText: '' }];
    assert.equal(applyEdits('abcdef', edits), 'adEf!');
    assert.equal(applyEdits('abcdef', edits.toReversed()), 'adEf!');
    assert.equal(applyEdits('abcdef', []), 'abcdef');
  });

  it('insert before what is replaced at the same place', () => {
    const edits = [{ start: 1, end: 2, newText: 'B' }, insertion(1, '-')];
    assert.equal(applyEdits('abc', edits), 'a-Bc');
    assert.equal(applyEdits('abc', edits.toReversed()), 'a-Bc');
  });

  it('are as small as can be between two texts', () => {
    assert.deepEqual(editBetween('abcd', 'abXcd'), insertion(2, 'X'));
    assert.deepEqual(editBetween('abcd', 'ad'), { start: 1, end: 3, newText: '' });
    assert.deepEqual(editBetween('abcd', 'aXYd'), { start: 1, end: 3, newText: 'XY' });
    assert.deepEqual(editBetween('aa', 'aaa'), insertion(2, 'a'));
    assert.deepEqual(editBetween('aaa', 'aa'), { start: 2, end: 3, newText: '' });
    assert.deepEqual(editBetween('abc', 'abc'), insertion(3, ''));
    assert.deepEqual(editBetween('', 'a'), insertion(0, 'a'));
  });

  it('lead from one text to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdit(before, editBetween(before, after)), after);
        assert.equal(applyEdits(before, [editBetween(before, after)]), after);
      }),
    );
  });
});
