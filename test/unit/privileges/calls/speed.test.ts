import assert from 'node:assert/strict';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../../host/temporaryFolder.ts';
import { MADE_OPERATIONS, timesOf, writeSources } from './manyFiles.ts';

const FILES = 2_000;
const MOST_ROUNDS = 8;

/** What a busy computer may make of 1.7 times; test/bench/callSearch.ts holds it to twice the reading. */
const MOST = 3;

describe('Finding the calls in many files', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;

  before(async () => {
    folder = await makeTemporaryFolder('calls');
  });

  after(async () => await folder.remove());

  it('takes no more than a few times as long as reading them', async () => {
    const written = await writeSources(folder.path, FILES, MADE_OPERATIONS);
    const index = indexOperations(MADE_OPERATIONS);
    const found = new Set<number>();
    let reading = Number.POSITIVE_INFINITY;
    let finding = Number.POSITIVE_INFINITY;
    // The first round is the slowest, and what else the computer does only makes one slower.
    for (let round = 0; round < MOST_ROUNDS && (round < 2 || finding > MOST * reading); round += 1) {
      const times = await timesOf(written.paths, index);
      reading = Math.min(reading, times.reading);
      finding = Math.min(finding, times.finding);
      found.add(times.calls);
    }
    assert.deepEqual([...found], [written.calls]);
    assert.ok(finding <= MOST * reading, `${(finding / reading).toFixed(2)} times as long as reading`);
  });
});
