// node --import tsx test/bench/activation.ts: activation of the built extension against one that registers a command.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest, repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { copySampleWorkspace, makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { BASELINE_ID, writeBaselineExtension, writeMeasuring } from './baselineExtension.ts';
import { comparison } from './statistics.ts';

const ROUNDS = 5;

const folder = await makeTemporaryFolder('bench');
const workspace = await copySampleWorkspace();
try {
  const baselineFolder = join(folder.path, 'baseline');
  await writeBaselineExtension(baselineFolder);
  const tests = await writeMeasuring(folder.path);
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    baseline.push(await activate(baselineFolder, BASELINE_ID, tests));
    ours.push(await activate(repoFolder, readManifest(repoFolder).id, tests));
  }
  process.stdout.write(comparison('Activation', ours, baseline, 1.5));
} finally {
  await workspace.remove();
  await folder.remove();
}

/** Milliseconds one activation took, in a VS Code of its own. */
async function activate(extensionFolder: string, id: string, tests: string): Promise<number> {
  const result = join(folder.path, 'result');
  const executable = join(repoFolder, 'test', 'host', 'served', 'vscode.js');
  const args = [
    `--extensionDevelopmentPath=${extensionFolder}`,
    `--extensionTestsPath=${tests}`,
    workspace.path,
  ];
  await run(process.execPath, [executable, ...args], {
    env: { ...process.env, BENCH_EXTENSION: id, BENCH_RESULT: result },
    output: 'keep',
  });
  return Number(await readFile(result, 'utf8'));
}
