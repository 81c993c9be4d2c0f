import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { downloadsFolder, repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';

/** The stages that start something, and what shows in a command line once that is at work. */
const STAGES = {
  types: 'tsc',
  webview: '--type=renderer',
  e2e: '--type=extensionHost',
};
const LOOK_EVERY_MILLISECONDS = 50;
/** What tsx keeps for its next start, and what Chromium makes for itself. */
const THEIRS = /^(tsx-|org\.chromium\.)/;

// What runs, and with which environment, can be read on Linux only.
(process.platform === 'linux' ? describe : describe.skip)('npm test, interrupted', () => {
  let folder: TemporaryFolder;
  /** The run's folder for temporary files: whatever it starts has this path in its environment or its command line. */
  let mark: string;
  let run: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('interrupted');
    mark = join(folder.path, 'tmp');
    await mkdir(mark);
  });

  afterEach(async () => {
    for (const { pid } of await started(mark)) process.kill(pid, 'SIGKILL');
    await folder.remove();
  });

  function begin(stage: string, env: Record<string, string> = {}): number {
    const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('TEST_'));
    run = spawn(process.execPath, ['--import', 'tsx', 'test/run.ts', stage], {
      cwd: repoFolder,
      detached: true,
      env: { ...Object.fromEntries(ours), TMPDIR: mark, ...env },
      stdio: 'ignore',
    });
    assert.ok(run.pid !== undefined);
    return run.pid;
  }

  async function untilAtWork(words: string): Promise<void> {
    assert.ok(run);
    while (!(await started(mark)).some(({ commandLine }) => commandLine.includes(words))) {
      assert.equal(run.exitCode, null, 'it ended by itself');
      await sleep(LOOK_EVERY_MILLISECONDS);
    }
  }

  async function untilNothingIsLeft(pid: number): Promise<void> {
    while ((await started(mark)).length > 0) await sleep(LOOK_EVERY_MILLISECONDS);
    const left = (await readdir(mark)).filter((name) => !THEIRS.test(name));
    assert.deepEqual(left, [], 'temporary folders');
    const runs = (await readdir(downloadsFolder)).filter((name) => name.startsWith(`run-${pid}-`));
    assert.deepEqual(runs, [], 'the folder of the run');
  }

  for (const [stage, words] of Object.entries(STAGES)) {
    it(`by Ctrl+C while ${stage} is at work leaves no process and no folder behind`, async () => {
      const pid = begin(stage);
      await untilAtWork(words);
      // A terminal tells every process that runs in front.
      process.kill(-pid, 'SIGINT');
      await untilNothingIsLeft(pid);
    });
  }

  it('by Ctrl+C while it fetches leaves nothing behind either', async () => {
    const npm = join(folder.path, 'npm.mjs');
    await writeFile(npm, 'setInterval(() => {}, 1000);');
    const pid = begin('package', { npm_execpath: npm });
    await untilAtWork(npm);
    process.kill(-pid, 'SIGINT');
    await untilNothingIsLeft(pid);
  });

  for (const [signal, stage, words] of [
    ['SIGTERM', 'webview', STAGES.webview],
    ['SIGKILL', 'vscode', STAGES.e2e],
  ] as const) {
    it(`by a ${signal} that only npm test itself gets, leaves no process behind`, async () => {
      const pid = begin(stage);
      await untilAtWork(words);
      process.kill(pid, signal);
      while ((await started(mark)).length > 0) await sleep(LOOK_EVERY_MILLISECONDS);
    });
  }
});

/** What runs that has this mark. */
async function started(mark: string): Promise<{ pid: number; commandLine: string }[]> {
  const found = [];
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const [commandLine, environment] = await Promise.all(
      ['cmdline', 'environ'].map(
        async (file) => await readFile(`/proc/${name}/${file}`, 'utf8').catch(() => ''),
      ),
    );
    if (commandLine !== undefined && environment !== undefined) {
      const isOurs = commandLine.includes(mark) || environment.includes(mark);
      // A process that has ended and was not waited for has an empty command line.
      if (isOurs && commandLine !== '') found.push({ pid, commandLine: commandLine.replaceAll('\0', ' ') });
    }
  }
  return found;
}
