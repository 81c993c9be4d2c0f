import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../../host/temporaryFolder.ts';
import { operation } from '../operations.ts';

/** As many as the API has. */
const OPERATIONS = indexOperations(
  Array.from({ length: 3_000 }, (_, index) =>
    operation(`GET /things${index % 300}/{id}/parts${index}`, { name: `getThings${index}` }),
  ),
);
const FILES = 2_000;
/** One file in so many calls the Platform API. */
const ONE_IN = 20;
const MOST_ROUNDS = 8;

const LINE = (index: number) =>
  `  // What is done with order ${index}, "as it is".\n  const order${index} = await this.orders.find({ id: \`o-\${id}-${index}\`, platform: 'web' });\n  if (order${index}?.state === "open") this.total += order${index}.amount / 100;\n`;

/** About 8 kB, as source files have on average. */
function sourceOf(file: number): string {
  const lines = Array.from({ length: 40 }, (_, index) => LINE(file * 40 + index)).join('');
  const calls =
    file % ONE_IN === 0
      ? `await api.getThings${file}();\nawait fetch(\`\${base}/api/v2/things${file % 300}/\${id}/parts${file}\`);\n`
      : '';
  return `const sdk = require('${calls === '' ? './sdk' : 'purecloud-platform-client-v2'}');\nconst api = new sdk.ThingsApi();\n${lines}${calls}`;
}

describe('Finding the calls in many files', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let paths: readonly string[];

  before(async () => {
    folder = await makeTemporaryFolder('calls');
    paths = Array.from({ length: FILES }, (_, file) => join(folder.path, `${file % 40}`, `file${file}.js`));
    for (let at = 0; at < 40; at += 1) await mkdir(join(folder.path, `${at}`));
    for (const [file, path] of paths.entries()) await writeFile(path, sourceOf(file));
  });

  after(async () => await folder.remove());

  /** Milliseconds of the processor, because what else the computer does must not count. */
  async function measured(use: (path: string, text: string) => void): Promise<number> {
    const before = process.cpuUsage();
    for (const path of paths) use(path, await readFile(path, 'utf8'));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }

  it('takes at most as long again as reading them', async () => {
    const found: number[] = [];
    let reading = Number.POSITIVE_INFINITY;
    let finding = Number.POSITIVE_INFINITY;
    // The first round is the slowest, and what else the computer does only makes one slower.
    for (let round = 0; round < MOST_ROUNDS && (round < 2 || finding > 2 * reading); round += 1) {
      let calls = 0;
      reading = Math.min(reading, await measured(() => undefined));
      const find = (path: string, text: string) => {
        calls += readSource(path, text, { operations: OPERATIONS }).calls.length;
      };
      finding = Math.min(finding, await measured(find));
      found.push(calls);
    }
    assert.deepEqual([...new Set(found)], [(2 * FILES) / ONE_IN]);
    assert.ok(finding <= 2 * reading, `${(finding / reading).toFixed(2)} times as long as reading`);
  });
});
