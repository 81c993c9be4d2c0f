import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Mutant, type Outcome, outcomesOf, percentOf, reportLines } from '../mutation/outcome.ts';
import { chooseTests, disablingLines, type Files, importsOf, keyOf, ownTests } from '../mutation/ownTests.ts';

const FILE = 'src/core/clients/usable.ts';
const TEST = 'test/unit/clients/usable.test.ts';

function files(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts));
}

describe('The tests of a file that is mutated', () => {
  const direct = {
    [FILE]: 'export const usable = true;',
    'src/core/clients/fit.ts': "import { usable } from './usable.ts';",
    [TEST]: "import { usable } from '../../../src/core/clients/usable.ts';",
    'test/unit/clients/fit.test.ts': "import { fit } from '../../../src/core/clients/fit.ts';",
    'test/vscode/usable.test.ts': "import { usable } from '../../src/core/clients/usable.ts';",
  };

  it('are the unit tests that import it, and not those that reach it through another file', () => {
    assert.deepEqual(ownTests(FILE, files(direct)), [TEST]);
  });

  it('are also those that import it through something beside them', () => {
    const indirect = {
      ...direct,
      [TEST]: "import { it } from '../useClient.ts';",
      'test/unit/useClient.ts': "export * from '../more.ts';",
      'test/more.ts': `import '../${FILE}';\nimport './unit/useClient.ts';`,
    };
    assert.deepEqual(ownTests(FILE, files(indirect)), [TEST]);
  });

  it('are not those that only share with all tests something that imports it, where others are nearer', () => {
    const shared = {
      ...direct,
      'test/unit/clients/change.test.ts': "import { change } from './useClient.ts';",
      'test/unit/clients/useClient.ts': `import '../../../${FILE}';`,
      'test/unit/wizard/lists.test.ts': "import { clients } from '../../wizard/samples.ts';",
      'test/wizard/samples.ts': `import '../../${FILE}';`,
    };
    assert.deepEqual(ownTests(FILE, files(shared)), ['test/unit/clients/change.test.ts', TEST]);
  });

  it('are the nearest ones where none imports it', () => {
    const far = {
      ...direct,
      [TEST]: "import { other } from '../../../src/core/other.ts';",
      'src/core/other.ts': "import type { usable } from './clients/usable.ts';",
    };
    assert.deepEqual(ownTests(FILE, files(far)), ['test/unit/clients/fit.test.ts']);
  });

  it('are also those of its name that reach it, however far they are', () => {
    const inOrg = 'test/unit/wizard/inOrg/usable.test.ts';
    const far = {
      ...direct,
      [inOrg]: "import '../../../../src/core/clients/fit.ts';",
      'test/unit/wizard/inOrg/fit.test.ts': "import '../../../../src/core/clients/fit.ts';",
      'test/unit/report/usable.test.ts': "import '../../../src/core/report.ts';",
      'src/core/clients/fit.ts': "import './usable.ts';",
    };
    assert.deepEqual(ownTests(FILE, files(far)), [TEST, inOrg]);
  });

  it('are none where none reaches it, also where one stands in a folder of that name or borrows a type', () => {
    const lonely = {
      ...direct,
      'src/core/clients/fit.ts': "import type { usable } from './usable.ts';",
      [TEST]: "import { type usable } from '../../../src/core/clients/usable.ts';",
    };
    assert.deepEqual(ownTests(FILE, files(lonely)), []);
  });

  it('are found among files that import each other', () => {
    const circle = {
      [FILE]: "import './fit.ts';",
      'src/core/clients/fit.ts': "import './usable.ts';",
      'test/unit/x.test.ts': '',
    };
    assert.deepEqual(ownTests(FILE, files(circle)), []);
  });

  it('are not those that measure how time or work grows', () => {
    const growing = {
      ...direct,
      'test/unit/growth/usable.test.ts': `import '../../../${FILE}';`,
      'test/unit/clients/bounded.test.ts': `import '../../../${FILE}';\nimport '../growth/readers.ts';`,
    };
    assert.deepEqual(ownTests(FILE, files(growing)), [TEST]);
  });

  describe('that are asked', () => {
    const FIT = 'test/unit/clients/fit.test.ts';
    const PROPERTIES = 'test/unit/clients/properties.test.ts';
    const both = { ...direct, [PROPERTIES]: direct[TEST] };
    const asked = async (
      texts: Readonly<Record<string, string>>,
      durations: Readonly<Record<string, number>>,
    ) => await chooseTests(FILE, files(texts), async (test) => durations[test] ?? 0, 10);

    it('are the quick ones, the quickest first', async () => {
      const [own, quick] = [[PROPERTIES, TEST], { [PROPERTIES]: 10, [TEST]: 9 }];
      assert.deepEqual(await asked(both, quick), { own, asked: [TEST, PROPERTIES] });
      assert.deepEqual(await asked(both, { ...quick, [PROPERTIES]: 11 }), { own, asked: [TEST] });
    });

    it('are also the next ones where all the nearest take long, and then the quickest of those', async () => {
      const slow = { [PROPERTIES]: 11, [TEST]: 12 };
      const own = [PROPERTIES, TEST, FIT];
      assert.deepEqual(await asked(both, slow), { own, asked: [FIT, PROPERTIES] });
      assert.deepEqual(await asked(both, { ...slow, [FIT]: 11 }), { own, asked: [PROPERTIES] });
    });

    it('are none where there are none', async () => {
      assert.deepEqual(await asked({ [FILE]: '' }, {}), { own: [], asked: [] });
    });
  });

  const imported: Readonly<Record<string, readonly string[]>> = {
    "import { a } from './a.ts';": ['src/core/a.ts'],
    "import {\n  a,\n  type B,\n} from '../core/a.ts';": ['src/core/a.ts'],
    "import * as a from './b/a.ts';\nimport a, { b } from './c.ts';": ['src/core/b/a.ts', 'src/core/c.ts'],
    "export { a } from './a.ts';\nexport * from './b.ts';": ['src/core/a.ts', 'src/core/b.ts'],
    "import './a.ts';": ['src/core/a.ts'],
    "const a = await import('./a.ts');": ['src/core/a.ts'],
    "import type { A } from './a.ts';": [],
    "import { type A, type B } from './a.ts';": [],
    "export type { A } from './a.ts';": [],
    "import { z } from 'zod/mini';": [],
    "import { typeOf } from './a.ts';": ['src/core/a.ts'],
  };
  for (const [text, targets] of Object.entries(imported)) {
    it(`sees in ${JSON.stringify(text)} ${targets.join(' and ') || 'no import'}`, () => {
      assert.deepEqual(importsOf('src/core/x.ts', files({ 'src/core/x.ts': text })), targets);
    });
  }
});

describe('What an outcome is kept for', () => {
  const before = {
    [FILE]: 'a',
    [TEST]: "import './help.ts';",
    'test/unit/clients/help.ts': 'h',
    'src/core/other.ts': 'o',
  };
  const key = (change: Readonly<Record<string, string>>, conditions = '') =>
    keyOf(FILE, [TEST], files({ ...before, ...change }), conditions);

  it('is the same file with the same tests, whatever else has changed', () => {
    assert.equal(key({}), key({ 'src/core/other.ts': 'new', 'test/unit/new.test.ts': '' }));
  });
  const changes: Readonly<Record<string, string>> = {
    'the file': key({ [FILE]: 'b' }),
    'a test': key({ [TEST]: "import './help.ts'; " }),
    'what a test uses': key({ 'test/unit/clients/help.ts': '' }),
    'the tool': key({}, 'version 2'),
    'the choice of tests': keyOf(FILE, [], files(before), ''),
    'the name of the file': keyOf(
      'src/core/other.ts',
      [TEST],
      files({ ...before, 'src/core/other.ts': 'a' }),
      '',
    ),
    'what moved from one file to the next': key({ [FILE]: '', [TEST]: "aimport './help.ts';" }),
  };
  for (const [what, changed] of Object.entries(changes)) {
    it(`is another one after a change of ${what}`, () => assert.notEqual(key({}), changed));
  }
});

describe('A comment that would keep a mutant from being made', () => {
  it('is found with its line, however it is written', () => {
    const text = [
      '// Stryker disable next-line all',
      'const a = 1;',
      '/* stryker  RESTORE all */',
      '/**',
      ' * Stryker disable all',
      '// Strykers disability',
    ];
    assert.deepEqual(disablingLines(text.join('\n')), [1, 3, 5]);
  });
});

describe('What became of the mutants', () => {
  const SOURCE = 'const a = 1;\nif (a > 2) {\n  go(a);\n}\n';
  const mutant = (status: string, from: [number, number], to: [number, number], replacement = 'x') => ({
    id: '1',
    mutatorName: 'Some',
    replacement,
    status,
    location: { start: { line: from[0], column: from[1] }, end: { line: to[0], column: to[1] } },
  });
  const report = (...mutants: object[]) => ({
    schemaVersion: '1',
    files: { [FILE]: { source: SOURCE, mutants } },
  });
  const mutantsIn = (told: object, tests = [TEST]) =>
    outcomesOf(new Map([[FILE, tests]]), told).flatMap(({ mutants }) => mutants);
  const fates = (tests: string[], ...statuses: string[]) =>
    mutantsIn(report(...statuses.map((status) => mutant(status, [1, 1], [1, 6]))), tests).map(
      ({ fate }) => fate,
    );

  it('counts what no test reaches as survived, and leaves out what is left out', () => {
    assert.deepEqual(fates([TEST], 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'), [
      'killed',
      'timed-out',
      'survived',
      'survived',
    ]);
  });

  it('is that nothing was tested, where there are no tests', () => {
    assert.deepEqual(fates([], 'Survived', 'Killed'), ['without-test', 'without-test']);
  });

  for (const status of ['RuntimeError', 'CompileError', 'Pending', 'Tomorrow']) {
    it(`is not counted wrongly: ${status} is refused`, () => {
      assert.throws(() => fates([TEST], 'Killed', status));
    });
  }

  it('says what stood there, and that it goes on', () => {
    const mutants = mutantsIn(
      report(mutant('Survived', [2, 5], [2, 10], 'true'), mutant('Survived', [2, 12], [4, 2], '{}')),
    );
    assert.deepEqual(
      mutants.map(({ line, original, replacement }) => [line, original, replacement]),
      [
        [2, 'a > 2', 'true'],
        [2, '{ …', '{}'],
      ],
    );
  });

  it('is nothing for a file without a mutant', () => {
    assert.deepEqual(outcomesOf(new Map([[FILE, [TEST]]]), { files: {} }), [
      { file: FILE, tests: [TEST], mutants: [] },
    ]);
    assert.equal(percentOf([]), undefined);
  });

  it('is told of each file that was asked for with its own tests, and of no other', () => {
    const OTHER = 'src/core/clients/fit.ts';
    const both = new Map([
      [FILE, [TEST]],
      [OTHER, []],
    ]);
    const survivors = [mutant('Survived', [1, 1], [1, 6])];
    const told = {
      files: { [FILE]: { source: '', mutants: survivors }, [OTHER]: { source: '', mutants: survivors } },
    };
    assert.deepEqual(
      outcomesOf(both, told).map(({ file, mutants }) => [file, mutants.map(({ fate }) => fate)]),
      [
        [FILE, ['survived']],
        [OTHER, ['without-test']],
      ],
    );
    assert.throws(() => outcomesOf(new Map([[FILE, [TEST]]]), told), /fit\.ts, which was not asked for/);
  });

  const some = (count: number, fate: Mutant['fate'], replacement = 'x'): Mutant[] =>
    Array.from({ length: count }, () => ({ line: 7, mutator: 'Some', original: 'a', replacement, fate }));

  it('is never rounded up', () => {
    assert.equal(percentOf([...some(1699, 'killed'), ...some(301, 'survived')]), 84.9);
    assert.equal(percentOf([...some(16, 'killed'), ...some(1, 'timed-out'), ...some(3, 'without-test')]), 85);
    assert.equal(percentOf(some(3, 'killed')), 100);
  });

  it('is shown file by file, the worst first, with all together and what to look at', () => {
    const outcome = (file: string, mutants: Mutant[]): Outcome => ({ file, tests: [], mutants });
    const lines = reportLines([
      outcome('good.ts', some(2, 'killed')),
      outcome('empty.ts', []),
      outcome('bad.ts', [
        ...some(1, 'killed'),
        ...some(1, 'survived', '{\n  b();\n}'),
        ...some(1, 'timed-out'),
      ]),
      outcome('none.ts', some(1, 'without-test', 'y'.repeat(100))),
    ]);
    assert.deepEqual(lines.slice(2), [
      '| none.ts | 1 | 0 | 0 | 0 | 1 | 0.0 |',
      '| bad.ts | 3 | 1 | 1 | 1 | 0 | 66.6 |',
      '| empty.ts | 0 | 0 | 0 | 0 | 0 | – |',
      '| good.ts | 2 | 2 | 0 | 0 | 0 | 100.0 |',
      '| all | 6 | 3 | 1 | 1 | 1 | 66.6 |',
      '',
      'Survived:',
      '  bad.ts:7 Some: a → { b(); }',
      '',
      'Without test:',
      `  none.ts:7 Some: a → ${'y'.repeat(79)}…`,
      '',
      'Timed out (counted as killed: see that it never ends, and is not only slow):',
      '  bad.ts:7 Some: a → x',
    ]);
  });
});
