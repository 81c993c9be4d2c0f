import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../../host/temporaryFolder.ts';
import { callsIn, MADE_OPERATIONS, measured, writeSources } from './manyFiles.ts';

const FILES = 2_000;
const MOST_ROUNDS = 8;

/**
 * It takes 0.6 to 0.8 times as long as taking the words out of the texts. Reading the files is no measure here: how long
 * that takes is up to the disk. test/bench/callSearch.ts holds finding to twice the reading.
 */
const MOST = 2;

describe('Finding the calls in many files', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;

  before(async () => {
    folder = await makeTemporaryFolder('calls');
  });

  after(async () => await folder.remove());

  it('takes about as long as taking the words out of them', async () => {
    const written = await writeSources(folder.path, FILES, MADE_OPERATIONS);
    const texts = await Promise.all(
      written.paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
    );
    const index = indexOperations(MADE_OPERATIONS);
    let wording = Number.POSITIVE_INFINITY;
    let finding = Number.POSITIVE_INFINITY;
    // The first round is the slowest, and what else the computer does only makes one slower.
    for (let round = 0; round < MOST_ROUNDS && (round < 2 || finding > MOST * wording); round += 1) {
      let words = 0;
      let calls = 0;
      const wordsTook = await measured(() => {
        for (const { text } of texts) words += text.match(/\w+/g)?.length ?? 0;
      });
      const callsTook = await measured(() => {
        for (const { path, text } of texts) calls += callsIn(path, text, index);
      });
      assert.ok(words > FILES);
      assert.equal(calls, written.calls);
      wording = Math.min(wording, wordsTook);
      finding = Math.min(finding, callsTook);
    }
    assert.ok(
      finding <= MOST * wording,
      `${(finding / wording).toFixed(2)} times as long as taking the words`,
    );
  });
});
