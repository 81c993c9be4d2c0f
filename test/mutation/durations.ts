// ANSWER TEST [TEST …]: how much work each file of tests is for the processor. Writes it into the file ANSWER, as JSON.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeError } from '../host/say.ts';
import { Load, resultsOf } from './load.ts';

const [answer = '', ...tests] = process.argv.slice(2);
const load = new Load();
const measured: { test: string; microseconds: number; fails?: string }[] = [];
for (const test of tests) {
  const fails = await whyItFails(test);
  const { user, system } = process.cpuUsage();
  measured.push({ test, microseconds: user + system, ...(fails === undefined ? {} : { fails }) });
}
// Each was measured from the start on.
const own = measured.map(({ microseconds, ...rest }, index) => ({
  ...rest,
  microseconds: microseconds - (measured[index - 1]?.microseconds ?? 0),
}));
await writeFile(answer, JSON.stringify(own));
process.exit();

async function whyItFails(test: string): Promise<string | undefined> {
  try {
    const results = await resultsOf(await load.testsIn(resolve(test)));
    if (results.length === 0) return 'It has no tests.';
    const failed = results.find(({ status }) => status === 1);
    return failed && `${failed.name}: ${failed.failureMessage}`;
  } catch (error) {
    return describeError(error);
  }
}
