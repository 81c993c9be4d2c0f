import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { downloadsFolder, repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';

/** When a run is interrupted: what runs, and what shows in a command line then. */
const MOMENTS = {
  'types is at work': { args: ['types'], words: 'tsc' },
  'webview is at work': { args: ['webview'], words: '--type=renderer' },
  'e2e starts a VS Code, and has no Chromium yet': { args: ['e2e', '--file=proof'], words: 'serve.js' },
  'e2e is at work': { args: ['e2e', '--file=proof'], words: '--type=extensionHost' },
};
const LOOK_EVERY_MILLISECONDS = 100;
/** What tsx keeps for its next start, and what Chromium makes for itself. */
const THEIRS = /^(tsx-|org\.chromium\.)/;

// What runs, and with which environment, can be read on Linux only.
(process.platform === 'linux' ? describe : describe.skip)('npm test, interrupted', () => {
  let folder: TemporaryFolder;
  /** The run's folder for temporary files: whatever it starts has this path in its environment or its command line. */
  let mark: string;
  let lookout: Lookout;
  let run: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('interrupted');
    mark = join(folder.path, 'tmp');
    await mkdir(mark);
    await shareTransformed(mark);
    lookout = new Lookout(mark);
  });

  afterEach(async () => {
    for (const { pid } of await lookout.started()) process.kill(pid, 'SIGKILL');
    await folder.remove();
  });

  function begin(args: readonly string[], env: Record<string, string> = {}): number {
    const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('TEST_'));
    run = spawn(process.execPath, ['--import', 'tsx', 'test/run.ts', ...args], {
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
    while (!(await lookout.started()).some(({ commandLine }) => commandLine.includes(words))) {
      assert.equal(run.exitCode, null, 'it ended by itself');
      await sleep(LOOK_EVERY_MILLISECONDS);
    }
  }

  async function untilNothingIsLeft(pid: number): Promise<void> {
    while ((await lookout.started()).length > 0) await sleep(LOOK_EVERY_MILLISECONDS);
    const left = (await readdir(mark)).filter((name) => !THEIRS.test(name));
    assert.deepEqual(left, [], 'temporary folders');
    const runs = (await readdir(downloadsFolder)).filter((name) => name.startsWith(`run-${pid}-`));
    assert.deepEqual(runs, [], 'the folder of the run');
  }

  for (const [moment, { args, words }] of Object.entries(MOMENTS)) {
    it(`by Ctrl+C while ${moment} leaves no process and no folder behind`, async () => {
      const pid = begin(args);
      await untilAtWork(words);
      // A terminal tells every process that runs in front.
      process.kill(-pid, 'SIGINT');
      await untilNothingIsLeft(pid);
    });
  }

  it('by Ctrl+C while it fetches leaves nothing behind either', async () => {
    const npm = join(folder.path, 'npm.mjs');
    await writeFile(npm, 'setInterval(() => {}, 1000);');
    const pid = begin(['package'], { npm_execpath: npm });
    await untilAtWork(npm);
    process.kill(-pid, 'SIGINT');
    await untilNothingIsLeft(pid);
  });

  for (const [signal, { args, words }] of [
    ['SIGTERM', MOMENTS['webview is at work']],
    ['SIGKILL', { args: ['vscode', '--file=activation'], words: '--type=extensionHost' }],
  ] as const) {
    it(`by a ${signal} that only npm test itself gets, leaves no process behind`, async () => {
      const pid = begin(args);
      await untilAtWork(words);
      process.kill(pid, signal);
      while ((await lookout.started()).length > 0) await sleep(LOOK_EVERY_MILLISECONDS);
    });
  }
});

/** Lets the runs of these tests find what tsx has made of each file already: to make it anew takes longer than the tests. */
async function shareTransformed(folder: string): Promise<void> {
  const name = `tsx-${process.geteuid?.()}`;
  const made = join(tmpdir(), name);
  await mkdir(made, { recursive: true });
  await symlink(made, join(folder, name));
}

type Started = { pid: number; commandLine: string };

/** A process that runs. `since` tells it from a later one that has got its number. */
type Running = { pid: number; parent: number; since: string };

/**
 * Looks for what runs that has this mark, or was started by something that has it: what Chromium starts tells of itself
 * neither its environment nor a path. What was seen once is found again after its parent has ended.
 */
class Lookout {
  private readonly seen = new Set<string>();
  /** Those without the mark. They are read once only, because that takes longer than all else here. */
  private readonly strangers = new Set<string>();

  constructor(private readonly mark: string) {}

  async started(): Promise<Started[]> {
    const all = await allProcesses();
    const marked = await Promise.all(all.map(async (each) => await this.hasMark(each)));
    const ours = new Set(all.filter((_, index) => marked[index]));
    const pids = () => new Set([...ours].map(({ pid }) => pid));
    for (let before = -1; before < ours.size; ) {
      before = ours.size;
      const parents = pids();
      for (const each of all) if (parents.has(each.parent)) ours.add(each);
    }
    const started: Started[] = [];
    for (const { pid, since } of ours) {
      this.seen.add(`${pid} ${since}`);
      const commandLine = (await read(pid, 'cmdline')).replaceAll('\0', ' ');
      // That of one that has ended and was not waited for is empty.
      if (commandLine !== '') started.push({ pid, commandLine });
    }
    return started;
  }

  private async hasMark({ pid, since }: Running): Promise<boolean> {
    const key = `${pid} ${since}`;
    if (this.seen.has(key) || this.strangers.has(key)) return this.seen.has(key);
    const texts = await Promise.all(['cmdline', 'environ'].map(async (file) => await read(pid, file)));
    const isOurs = texts.some((text) => text.includes(this.mark));
    if (!isOurs) this.strangers.add(key);
    return isOurs;
  }
}

async function allProcesses(): Promise<Running[]> {
  const pids = (await readdir('/proc'))
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  return await Promise.all(
    pids.map(async (pid) => {
      const stat = await read(pid, 'stat');
      // The name before this bracket may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid, parent: Number(fields[1]), since: fields[19] ?? '' };
    }),
  );
}

/** What the system tells about a process; nothing of one that has ended. */
async function read(pid: number, file: string): Promise<string> {
  return await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}
