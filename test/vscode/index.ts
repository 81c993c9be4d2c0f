import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportMark, runMocha } from '../host/mochaSuite.ts';

/**
 * VS Code calls this in its extension host. Runs every bundled test beside this file and writes the counts to the
 * file that TEST_COUNTS_FILE names. Throws when a test failed, so that VS Code ends with another code than 0.
 */
export async function run(): Promise<void> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(import.meta.dirname, name));
  const counts = await runMocha(files, { timeoutSeconds: 20, jobs: 1, linePrefix: reportMark });
  writeFileSync(process.env['TEST_COUNTS_FILE'] ?? '', JSON.stringify(counts));
  if (counts.failed > 0) {
    throw new Error(`${counts.failed} failed`);
  }
}
