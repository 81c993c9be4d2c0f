import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainName, readFilePatterns, readGlob } from '../../../src/core/framework/filePatterns.ts';

/** Pattern, paths that it means, paths that it does not mean. */
const globs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    '**/framework.js',
    ['framework.js', 'src/framework.js', 'a/b/c/framework.js'],
    ['myframework.js', 'framework.jsx', 'framework.js/x', 'src/framework.mjs', 'Framework.js'],
  ],
  ['src/app.js', ['src/app.js'], ['app.js', 'x/src/app.js', 'src/app.jsx']],
  ['*.js', ['a.js', '.js', '.hidden.js'], ['src/a.js', 'a.jsx']],
  ['src/*/f.js', ['src/a/f.js'], ['src/f.js', 'src/a/b/f.js']],
  ['src/**/f.js', ['src/f.js', 'src/a/b/f.js'], ['f.js', 'xsrc/f.js']],
  ['src/**', ['src/a', 'src/a/b.js'], ['other/a']],
  ['**', ['a', 'a/b/c.js'], []],
  ['**/**/f.js', ['f.js', 'a/f.js'], ['a/g.js']],
  ['f?.js', ['fa.js', 'f1.js', 'fé.js', 'f😀.js'], ['f.js', 'fab.js', 'f/.js']],
  ['f[a-c1].js', ['fa.js', 'fc.js', 'f1.js'], ['fd.js', 'f-.js']],
  ['f[!a].js', ['fb.js'], ['fa.js', 'f.js']],
  ['f[^a].js', ['fb.js'], ['fa.js']],
  ['f[a-].js', ['fa.js', 'f-.js'], ['fb.js']],
  ['f[*?{].js', ['f*.js', 'f?.js', 'f{.js'], ['fa.js']],
  ['f[\\d].js', ['fd.js', 'f\\.js'], ['f1.js']],
  ['{a,b}/f.js', ['a/f.js', 'b/f.js'], ['c/f.js', '{a,b}/f.js']],
  ['**/{framework,app}.{js,mjs}', ['framework.mjs', 'x/app.js'], ['app.ts']],
  ['{a,{b,c}d}.js', ['a.js', 'bd.js', 'cd.js'], ['b.js', 'ad.js']],
  ['{src/**,app.js}', ['src/x/y', 'app.js'], ['x/app.js']],
  ['a{,b}.js', ['a.js', 'ab.js'], ['b.js']],
  ['a.b(c)+$.js', ['a.b(c)+$.js'], ['aXb(c)+$.js']],
  ['日本/*.js', ['日本/語.js'], ['日本.js']],
];

describe('A pattern of files', () => {
  for (const [pattern, means, others] of globs) {
    it(`${pattern}`, () => {
      const glob = readGlob(pattern);
      assert.ok(glob !== undefined);
      for (const path of means) assert.equal(glob(path), true, path);
      for (const path of others) assert.equal(glob(path), false, path);
    });
  }

  for (const pattern of [
    '{a',
    'a}',
    '{a,{b}',
    'a]',
    '[a',
    '[]',
    '[z-a].js',
    '}{',
    `${'{a,b}'.repeat(20)}.js`,
  ]) {
    it(`${pattern}: makes no sense`, () => assert.equal(readGlob(pattern), undefined));
  }

  it('a path without wildcards means itself', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[*?{}[\]]/.test(text));
    fc.assert(
      fc.property(name, name, (path, other) => {
        assert.equal(readGlob(path)?.(path), true);
        if (other !== path) assert.equal(readGlob(path)?.(other), false);
      }),
    );
  });

  it('ends soon, whatever the pattern and the path are', () => {
    const path = `${'a'.repeat(5000)}/${'a/'.repeat(5000)}b`;
    for (const pattern of [
      '*a'.repeat(200),
      '**/a/'.repeat(100),
      `${'*'.repeat(400)}c`,
      '*a*/'.repeat(100),
    ]) {
      readGlob(`${pattern}x.js`)?.(path);
    }
  });

  it('any text at all: nothing is thrown', () => {
    const scrap = fc.constantFrom(
      '*',
      '**',
      '/',
      '{',
      '}',
      ',',
      '[',
      ']',
      '!',
      '^',
      '-',
      'a',
      '\\',
      '?',
      '..',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 20 }), fc.string(), (scraps, path) => {
        readGlob(scraps.join(''))?.(path);
        readFilePatterns([scraps.join('')]);
      }),
    );
  });
});

function globsOf(setting: unknown): string[] {
  return readFilePatterns(setting).patterns.map(({ glob }) => glob);
}

describe('The setting of the framework files', () => {
  const good: readonly (readonly [unknown, readonly string[]])[] = [
    [['**/framework.js'], ['**/framework.js']],
    [
      ['src/app.js', '**/*.framework.js'],
      ['src/app.js', '**/*.framework.js'],
    ],
    [[' ./src/app.js '], ['src/app.js']],
    [['src\\softphone\\app.js'], ['src/softphone/app.js']],
    [['**'], ['**']],
    [[], []],
  ];
  for (const [setting, expected] of good) {
    it(`${JSON.stringify(setting)} is taken`, () => {
      assert.deepEqual(globsOf(setting), expected);
      assert.deepEqual(readFilePatterns(setting).faults, []);
    });
  }

  const bad: readonly (readonly [unknown, string])[] = [
    [undefined, 'not-a-list'],
    [null, 'not-a-list'],
    ['**/framework.js', 'not-a-list'],
    [{ 0: '**/framework.js' }, 'not-a-list'],
    [[1], 'not-a-pattern'],
    [[null], 'not-a-pattern'],
    [[['a.js']], 'not-a-pattern'],
    [[''], 'not-a-pattern'],
    [['  '], 'not-a-pattern'],
    [['x'.repeat(10_000)], 'not-a-pattern'],
    [['/home/me/app.js'], 'absolute'],
    [['C:\\work\\app.js'], 'absolute'],
    [['\\\\server\\app.js'], 'absolute'],
    [['file:///work/app.js'], 'absolute'],
    [['~/app.js'], 'absolute'],
    [['../app.js'], 'outside'],
    [['src/../../app.js'], 'outside'],
    [['{a,..}/app.js'], 'outside'],
    [['!**/app.js'], 'negated'],
    [['**/{app,framework.js'], 'unclosed'],
    [['src/[app.js'], 'unclosed'],
  ];
  for (const [setting, kind] of bad) {
    it(`${JSON.stringify(setting)?.slice(0, 40)}: ${kind}, and the usual files count`, () => {
      assert.deepEqual(globsOf(setting), ['**/framework.js']);
      assert.deepEqual(
        readFilePatterns(setting).faults.map((fault) => fault.kind),
        [kind],
      );
    });
  }

  it('a bad pattern does not take a good one with it', () => {
    const { patterns, faults } = readFilePatterns(['{', 'app.js', 7]);
    assert.deepEqual([patterns.length, faults.length], [1, 2]);
  });

  it('a list without end is cut', () => {
    const { patterns, faults } = readFilePatterns(
      Array.from({ length: 100_000 }, (_, index) => `${index}.js`),
    );
    assert.equal(patterns.length, 50);
    assert.deepEqual(faults, [{ kind: 'too-many', most: 50 }]);
  });

  it('files in no folder are meant by patterns that name no place', () => {
    const { patterns } = readFilePatterns(['**/app.js', 'src/app.js']);
    assert.deepEqual(
      patterns.map(({ anywhere }) => anywhere),
      [true, false],
    );
  });

  it('a new file gets a name that is meant, where there is one', () => {
    const nameFor = (...setting: string[]) => plainName(readFilePatterns(setting))?.path;
    assert.equal(nameFor('**/framework.js'), 'framework.js');
    assert.equal(nameFor('src/*.js', '**/app.js'), 'app.js');
    assert.equal(nameFor('src/softphone/app.js'), 'src/softphone/app.js');
    assert.equal(nameFor('src/**/*.js'), undefined);
    assert.equal(nameFor(), undefined);
  });
});
