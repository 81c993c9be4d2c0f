import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Uri, workspace } from 'vscode';
import { addCounts, failure, leaveCounts, NOTHING_COUNTED } from '../host/counts.ts';
import { GREP, QUEUE_FOLDER, reportEnd, reportMark, runMocha, testFiles } from '../host/mochaSuite.ts';
import { issuedHere, sweepWindow, watchWindow } from './canaries.ts';

/**
 * VS Code calls this in its extension host. Runs the bundled tests beside this file, together with other windows that take
 * their files from the same queue, and leaves the counts. Throws when a test failed, so that VS Code ends with another code
 * than 0.
 */
export async function run(): Promise<void> {
  let counts = NOTHING_COUNTED;
  let looked = 0;
  watchWindow();
  const atFirst = await inWorkspace();
  const grep = process.env[GREP] ?? '';
  for (const name of testFiles('vscode', import.meta.dirname, grep)) {
    if (!take(name)) continue;
    const options = {
      timeoutSeconds: 60,
      jobs: 1,
      linePrefix: reportMark,
      grep,
    };
    counts = addCounts(counts, await runMocha([join(import.meta.dirname, name)], options));
    const { leaks, places } = await sweepWindow();
    looked += places;
    if (leaks.length > 0) {
      const leaked = `After ${name}, a secret or a token of an org can be read in: ${leaks.join(', ')}`;
      counts = addCounts(counts, failure(leaked));
      report(leaked);
    }
    // What the files of one test leave there, the next one takes for its own.
    const left = (await inWorkspace()).filter((path) => !atFirst.includes(path));
    if (left.length > 0) {
      const found = `After ${name}, the workspace still has: ${left.join(', ')}`;
      counts = addCounts(counts, failure(found));
      report(found);
      for (const path of left) await workspace.fs.delete(Uri.parse(path));
    }
    print(reportEnd);
  }
  report(`${issuedHere()} secrets and tokens were looked for in ${looked} texts and files.`);
  print(reportEnd);
  await leaveCounts(counts);
  if (counts.failures.length > 0) {
    throw new Error(`${counts.failures.length} failed`);
  }
}

/** Every file of the workspace that the extension looks for. */
async function inWorkspace(): Promise<readonly string[]> {
  const found = await workspace.findFiles('**/{framework.js,genesys-scim.json}');
  return found.map((uri) => uri.toString());
}

function report(line: string): void {
  print(`${reportMark}${line}`);
}

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: VS Code hands what a test prints there to whoever started it.
  console.log(line);
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
