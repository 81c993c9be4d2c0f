import assert from 'node:assert/strict';
import { type IgnoreFile, ignoredBy } from '../../../../src/core/privileges/calls/source/gitIgnore.ts';

/** What git's documentation says of a pattern, with paths that it means and paths that it does not. */
const RULES: Record<string, readonly [text: string, ignored: readonly string[], kept: readonly string[]]> = {
  'a name is meant in every folder': ['a.js', ['a.js', 'x/a.js', 'x/y/a.js', 'a.js/b'], ['b.js', 'xa.js']],
  'a slash at the end means folders alone': ['dist/', ['dist/a', 'x/dist/a'], ['dist', 'x/dist']],
  'a slash at the beginning means this folder': ['/a.js', ['a.js'], ['x/a.js']],
  'a slash in the middle, too': ['doc/a.js', ['doc/a.js', 'doc/a.js/b'], ['x/doc/a.js']],
  'an asterisk stands for no slash': ['x/*.js', ['x/a.js', 'x/.js'], ['x/y/a.js']],
  'a question mark is one character': ['a?.js', ['ab.js'], ['a.js', 'abc.js', 'a/.js']],
  'brackets are one of several': ['a[0-9!].js', ['a5.js', 'a!.js'], ['ax.js']],
  'brackets with an exclamation mark are none of them': ['a[!0-9].js', ['ax.js'], ['a5.js']],
  'brackets with a backslash are themselves': ['x\\[1\\].js', ['x[1].js'], ['x1.js', 'x[1.js']],
  'a class of POSIX is its characters': [
    'a[[:digit:]].js\nb[[:alpha:]_].js\nc[![:upper:]].js\nd[[:punct:]].js\ne[[:space:]]f',
    ['a5.js', 'bx.js', 'b_.js', 'cx.js', 'd-.js', 'd[.js', 'e f'],
    ['ax.js', 'b5.js', 'cX.js', 'dx.js', 'exf'],
  ],
  'a backslash in brackets takes the meaning away, too': ['a[\\!x].js', ['a!.js', 'ax.js'], ['ay.js']],
  'two asterisks before a slash are any folders': ['**/a/b', ['a/b', 'x/y/a/b'], ['a/x/b']],
  'two asterisks between slashes are any folders': ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['x/a/b']],
  'two asterisks at the end are what is inside': ['a/**\n!a/keep', ['a/x'], ['a', 'a/keep']],
  'other asterisks are as one': ['a**b', ['ab', 'axxb', 'x/ayb'], ['a/b']],
  'an exclamation mark takes in again': ['*.js\n!a.js', ['b.js'], ['a.js', 'x/a.js']],
  'the last one decides': ['!a.js\n*.js', ['a.js'], []],
  'nothing is taken in again below a folder that is left out': ['x/\n!x/a.js', ['x/a.js'], []],
  'but below one of which only the content is': ['x/*\n!x/a.js', ['x/b.js'], ['x/a.js']],
  'a number sign begins a comment': ['# a.js\n\n', [], ['a.js', '# a.js']],
  'a backslash takes the meaning away': ['\\#a\n\\!b\nc\\*\nd\\ ', ['#a', '!b', 'c*', 'd '], ['cx', 'd']],
  'blanks at the end do not count': ['a.js  ', ['a.js'], ['a.js  ']],
  'braces are themselves': ['{a,b}.js', ['{a,b}.js'], ['a.js', 'b.js']],
  'line ends of Windows do not count': ['a.js\r\nb.js\r\n', ['a.js', 'b.js'], []],
  'a star alone, with folders taken in again': ['/*\n!/src', ['a.js', 'x/a.js'], ['src/a.js']],
};

describe('A .gitignore', () => {
  for (const [rule, [text, ignored, kept]] of Object.entries(RULES)) {
    it(`is read as git documents it: ${rule}`, () => {
      const isIgnored = ignoredBy([{ folder: '', text }]);
      assert.deepEqual([...ignored, ...kept].filter(isIgnored), ignored);
    });
  }

  it('is about its own folder, and the nearest decides', () => {
    const files: IgnoreFile[] = [
      { folder: '', text: '*.js\n/only' },
      { folder: 'a/b', text: '!keep.js\n/only' },
    ];
    const paths = [
      'keep.js',
      'a/keep.js',
      'a/b/keep.js',
      'a/b/c/keep.js',
      'a/b/other.js',
      'a/only',
      'only',
      'a/b/only',
    ];
    assert.deepEqual(paths.filter(ignoredBy(files)), [
      'keep.js',
      'a/keep.js',
      'a/b/other.js',
      'only',
      'a/b/only',
    ]);
  });

  it('ends in time, whatever is written in it', () => {
    const isIgnored = ignoredBy([{ folder: '', text: `${'*a'.repeat(200)}b\n${'**/'.repeat(200)}x` }]);
    assert.equal(isIgnored(`${'a'.repeat(2_000)}/${'y/'.repeat(60)}z`), false);
  });
});
