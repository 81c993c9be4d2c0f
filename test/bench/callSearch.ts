import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { MADE_OPERATIONS, type Times, timesOf, writeSources } from '../unit/privileges/calls/manyFiles.ts';
import { publishedOperations } from '../unit/privileges/publishedOperations.ts';

/** As many files as are looked at in a folder, and as many operations as the API has. */
const FILES = 20_000;
const ROUNDS = 4;
const GOAL = 2;

const operations = publishedOperations() ?? MADE_OPERATIONS;
const index = indexOperations(operations);
const folder = await makeTemporaryFolder('calls');
try {
  const { paths } = await writeSources(folder.path, FILES, operations);
  const rounds: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timesOf(paths, index));
  const least = (of: 'reading' | 'finding') => Math.min(...rounds.map((each) => each[of]));
  const [reading, finding] = [least('reading'), least('finding')];
  process.stdout.write(
    `${FILES} files, ${operations.length} operations, ${rounds[0]?.calls} calls: reading ${Math.round(reading)} ms, with finding ${Math.round(finding)} ms of the processor, ${(finding / reading).toFixed(2)} times (goal: at most ${GOAL})\n` +
      `each round: ${rounds.map((each) => (each.finding / each.reading).toFixed(2)).join(', ')}\n`,
  );
} finally {
  await folder.remove();
}
