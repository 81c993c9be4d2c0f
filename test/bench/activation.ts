// node --import tsx test/bench/activation.ts: loading and activating the built extension inside VS Code, against an
// extension that registers one command. Each sample has a VS Code of its own, because code is loaded once.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { copySampleWorkspace, makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { writeBaselineExtension, writeMeasuring } from './baselineExtension.ts';
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
    baseline.push(await activate(baselineFolder, 'main.cjs', tests));
    ours.push(await activate(repoFolder, 'dist/extension.js', tests));
  }
  process.stdout.write(comparison('Activation', ours, baseline, 1.5));
} finally {
  await workspace.remove();
  await folder.remove();
}

/** Milliseconds that one activation took, in a VS Code of its own. */
async function activate(extensionFolder: string, main: string, tests: string): Promise<number> {
  const result = join(folder.path, 'result');
  const executable = join(repoFolder, 'test', 'host', 'served', 'vscode.js');
  const args = [
    `--extensionDevelopmentPath=${extensionFolder}`,
    `--extensionTestsPath=${tests}`,
    workspace.path,
  ];
  await run(process.execPath, [executable, ...args], {
    env: { ...process.env, BENCH_EXTENSION: join(extensionFolder, main), BENCH_RESULT: result },
    output: 'keep',
  });
  return Number(await readFile(result, 'utf8'));
}
