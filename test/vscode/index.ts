import { closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, leaveCounts, NOTHING_COUNTED } from '../host/counts.ts';
import { GREP, QUEUE_FOLDER, reportEnd, reportMark, runMocha, testFiles } from '../host/mochaSuite.ts';

/**
 * VS Code calls this in its extension host. Runs the bundled tests beside this file, together with other windows that take
 * their files from the same queue, and leaves the counts. Throws when a test failed, so that VS Code ends with another code
 * than 0.
 */
export async function run(): Promise<void> {
  let counts = NOTHING_COUNTED;
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const name of testFiles('vscode', names)) {
    if (!take(name)) continue;
    const options = {
      timeoutSeconds: 60,
      jobs: 1,
      linePrefix: reportMark,
      grep: process.env[GREP] ?? '',
    };
    counts = addCounts(counts, await runMocha([join(import.meta.dirname, name)], options));
    // biome-ignore lint/suspicious/noConsole: VS Code hands what a test prints there to whoever started it.
    console.log(reportEnd);
  }
  await leaveCounts(counts);
  if (counts.failed > 0) {
    throw new Error(`${counts.failed} failed`);
  }
}

/** Whether this window is the first that wants this file. */
function take(name: string): boolean {
  try {
    closeSync(openSync(join(process.env[QUEUE_FOLDER] ?? '', name), 'wx'));
    return true;
  } catch {
    return false;
  }
}
