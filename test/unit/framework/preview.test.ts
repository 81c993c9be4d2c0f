import assert from 'node:assert/strict';
import { previewEdit } from '../../../src/core/framework/preview.ts';

const TEXT = 'one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix';

function lines(start: number, end: number, newText: string, contextLines?: number): string[] {
  const diff = previewEdit(TEXT, { start, end, newText }, contextLines);
  const sign = { same: ' ', removed: '-', added: '+' };
  return diff.map(({ kind, line, text }) => `${sign[kind]}${line} ${text}`);
}

describe('previewEdit (E6: the change is shown before it is made)', () => {
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

  it('an empty file', () => {
    assert.deepEqual(previewEdit('', { start: 0, end: 0, newText: 'a' }), [
      { kind: 'removed', line: 1, text: '' },
      { kind: 'added', line: 1, text: 'a' },
    ]);
  });
});
