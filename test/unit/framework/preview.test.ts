import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previewChange } from '../../../src/core/framework/preview.ts';
import { applyEdit } from '../../../src/core/framework/textEdit.ts';

const TEXT = 'one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix';

function lines(start: number, end: number, newText: string, contextLines?: number): string[] {
  const diff = previewChange(TEXT, applyEdit(TEXT, { start, end, newText }), contextLines);
  const sign = { same: ' ', removed: '-', added: '+' };
  return diff.map(({ kind, line, text }) => `${sign[kind]}${line} ${text}`);
}

describe('previewChange (E6: the change is shown before it is made)', () => {
  it('an edit that changes nothing shows nothing', () => {
    assert.deepEqual(lines(5, 8, 'two'), []);
    assert.deepEqual(lines(5, 5, ''), []);
  });

  it('a changed line is removed and added, with the lines around it', () => {
    assert.deepEqual(lines(5, 8, 'TWO', 1), [' 1 one', '-2 two', '+2 TWO', ' 3 three']);
  });

  it('an added line leaves the line before it alone', () => {
    assert.deepEqual(lines(8, 8, '\r\nnew', 1), [' 2 two', '+3 new', ' 3 three']);
  });

  it('a removed line is only removed', () => {
    assert.deepEqual(lines(5, 10, '', 1), [' 1 one', '-2 two', ' 3 three']);
  });

  it('several changed lines keep their order', () => {
    assert.deepEqual(lines(7, 12, 'O\r\nin between\r\nTH', 0), [
      '-2 two',
      '-3 three',
      '+2 twO',
      '+3 in between',
      '+4 THree',
    ]);
  });

  it('three lines of context unless told otherwise, and none beyond the ends of the file', () => {
    assert.deepEqual(lines(0, 3, 'ONE'), ['-1 one', '+1 ONE', ' 2 two', ' 3 three', ' 4 four']);
    assert.deepEqual(lines(TEXT.length, TEXT.length, '!'), [
      ' 3 three',
      ' 4 four',
      ' 5 five',
      '-6 six',
      '+6 six!',
    ]);
  });

  it('a line that repeats its neighbour is shown once', () => {
    assert.deepEqual(lines(8, 8, '\r\ntwo', 1), [' 2 two', '+3 two', ' 3 three']);
  });

  it('what stands between two changes is not called changed', () => {
    const between = TEXT.replace('two', 'TWO').replace('five', 'FIVE');
    const diff = previewChange(TEXT, between, 0);
    assert.deepEqual(
      diff.map(({ kind, line, text }) => `${kind} ${line} ${text}`),
      ['removed 2 two', 'added 2 TWO', 'same 3 three', 'same 4 four', 'removed 5 five', 'added 5 FIVE'],
    );
  });

  it('gives the new text back, whatever changed', () => {
    const line = fc.constantFrom('a', 'b', '', '}');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = previewChange(before, after, 99);
        const kept = (kind: string) => diff.filter((each) => each.kind !== kind).map(({ text }) => text);
        if (before === after) return assert.deepEqual(diff, []);
        assert.equal(kept('removed').join('\n'), after);
        assert.equal(kept('added').join('\n'), before);
      }),
    );
  });

  it('an empty file', () => {
    assert.deepEqual(previewChange('', 'a'), [
      { kind: 'removed', line: 1, text: '' },
      { kind: 'added', line: 1, text: 'a' },
    ]);
  });
});
