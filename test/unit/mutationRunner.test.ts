import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';

/** As Stryker writes it: mutant 1 gives a wrong value, 2 is worse, and 3 makes no difference; 5 is
 * noticed by the tests of another file alone, and 6 is as 1. It remembers its last value. */
const SOURCE = `
function isActive(id) {
  const told = globalThis.__stryker__;
  if (told.activeMutant !== id) return false;
  told.hitCount += 1;
  return true;
}
let last;
export function remembering(text) {
  if (last?.text !== text) last = { text, value: valueNow() };
  return last.value;
}
function valueNow() {
  if (isActive('1') || isActive('6')) return 'wrong';
  if (isActive('2')) return 'worse';
  return isActive('3') ? 'right' : 'right';
}
export const twice = (value) => (isActive('5') ? value : value + value);
export const atLoading = isActive('4') ? 'wrong' : 'right';
`;
const TESTS = `
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atLoading, remembering } from './source.mjs';
describe('It', () => {
  it('is right', () => assert.equal(remembering('a'), 'right'));
  it('is right while it is loaded', () => assert.equal(atLoading, 'right'));
});
`;

/** Of another file: what they notice does not count for this one; and what they make it remember must hide nothing. */
const OTHER_TESTS = `
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { remembering, twice } from './source.mjs';
describe('Another', () => {
  it('is right', () => assert.equal(remembering('a'), 'right'));
  it('is twice', () => assert.equal(twice(2), 4));
});
`;

describe('The tests of a mutant, in one process with all others', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mutation-runner-'));
    await symlink(join(repoFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'source.mjs'), SOURCE);
    await writeFile(join(folder, 'tests.mjs'), TESTS);
    await writeFile(join(folder, 'otherTests.mjs'), OTHER_TESTS);
  });
  after(async () => await rm(folder, { recursive: true, force: true, maxRetries: 10 }));

  /** What became of these mutants, one after the other. */
  async function fates(...mutants: string[]): Promise<string[]> {
    const name = (file: string) => join(folder, file);
    const tests = {
      [name('other.mjs')]: [name('otherTests.mjs')],
      [name('source.mjs')]: [name('tests.mjs')],
    };
    const reaching = { 5: 'Another is twice', 6: 'Another is right' };
    const runner = pathToFileURL(join(repoFolder, 'test/mutation/runner.ts')).href;
    const code = `
      import { strykerPlugins } from '${runner}';
      const [{ injectableClass }] = strykerPlugins;
      const runner = new injectableClass({ ownTests: ${JSON.stringify(tests)} });
      await runner.dryRun();
      const reaching = ${JSON.stringify(reaching)};
      for (const id of ${JSON.stringify(mutants)}) {
        const activeMutant = { id, fileName: ${JSON.stringify(name('source.mjs'))} };
        const run = id === '4' ? { mutantActivation: 'static' } : { mutantActivation: 'runtime', testFilter: [reaching[id] ?? 'It is right'] };
        console.log((await runner.mutantRun({ activeMutant, ...run })).status);
      }
      process.exit();`;
    const command = ['--import=tsx', '--input-type=module', '-e', code];
    const output = await run(process.execPath, command, { cwd: repoFolder, output: 'keep' });
    return output.trim().split('\n');
  }

  it('notice it, also where a run before has left behind what it would have changed', async () => {
    assert.deepEqual(await fates('1', '3', '2', '2'), ['killed', 'survived', 'killed', 'killed']);
  });

  it('do not notice one because of what another has left behind', async () => {
    assert.deepEqual(await fates('3', '1', '3', '4', '3'), [
      'survived',
      'killed',
      'survived',
      'killed',
      'survived',
    ]);
  });

  it('are those of its own file alone, of what only others reached because it is remembered since then, too', async () => {
    assert.deepEqual(await fates('5', '6'), ['survived', 'killed']);
  });
});
