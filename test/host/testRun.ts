import { renameSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadsFolder, RUN_FOLDER, repoFolder } from './paths.ts';

/** Where one run of `npm test` writes: nothing that another one reads. */
export type TestRun = {
  /** Where the bundles go. */
  distFolder: string;
  resultsFolder: string;
  /** What the processes of this run get into their environment. */
  env: Record<string, string>;
};

/** Makes the folder of a run, which goes when this process ends; its pictures are then in test-results/. */
export async function beginTestRun(): Promise<TestRun> {
  await mkdir(downloadsFolder, { recursive: true });
  await removeLeft();
  const folder = await mkdtemp(join(downloadsFolder, `run-${process.pid}-`));
  const resultsFolder = join(folder, 'test-results');
  await mkdir(resultsFolder);
  process.on('exit', () => {
    const shown = join(repoFolder, 'test-results');
    rmSync(shown, { recursive: true, force: true });
    renameSync(resultsFolder, shown);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const extension = join(folder, 'extension');
  await mkdir(extension);
  for (const name of await packedNames())
    await cp(join(repoFolder, name), join(extension, name), { recursive: true });
  return { distFolder: join(extension, 'dist'), resultsFolder, env: { [RUN_FOLDER]: folder } };
}

/** The files and folders of the repository that are packed with the bundles. */
async function packedNames(): Promise<string[]> {
  const lines = (await readFile(join(repoFolder, '.vscodeignore'), 'utf8')).split('\n');
  const paths = lines.filter((line) => line.startsWith('!') && !line.startsWith('!dist/'));
  const wanted = [...new Set(paths.map((line) => line.slice(1).split('/')[0] ?? ''))];
  const there = await readdir(repoFolder);
  return wanted.flatMap((pattern) => there.filter((name) => fitting(pattern).test(name)));
}

/** The names that a pattern with `*` means. */
function fitting(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}

/** Folders of runs that were ended by force. */
async function removeLeft(): Promise<void> {
  for (const name of await readdir(downloadsFolder)) {
    const [, pid] = /^run-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) {
      await rm(join(downloadsFolder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
