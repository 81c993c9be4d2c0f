import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** How many tests of a suite did what; of those that failed, the name of each and the first line of why. */
export const Counts = z.object({ passed: z.number(), failures: z.array(z.string()), skipped: z.number() });
export type Counts = z.infer<typeof Counts>;

export const NOTHING_COUNTED: Counts = { passed: 0, failures: [], skipped: 0 };

/** The variable that names the file where a process that runs tests leaves its counts. */
export const COUNTS_FILE = 'TEST_COUNTS_FILE';

export function addCounts(one: Counts, another: Counts): Counts {
  return {
    passed: one.passed + another.passed,
    failures: [...one.failures, ...another.failures],
    skipped: one.skipped + another.skipped,
  };
}

/** The counts of something that failed without a failed test; of what is said of it, the first line. */
export function failure(why: string): Counts {
  return { ...NOTHING_COUNTED, failures: [firstLine(why)] };
}

export function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}

/** Reads what a process has left; undefined when it ended before that. */
export async function readCounts(file: string): Promise<Counts | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Counts.parse(JSON.parse(text));
}

/** Leaves the counts of this process where it was told to. */
export async function leaveCounts(counts: Counts): Promise<void> {
  await writeFile(process.env[COUNTS_FILE] ?? '', JSON.stringify(counts));
}
