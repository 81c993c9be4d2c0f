import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleWorkspace } from './paths.ts';
// Before the folders go, what was started has to end: it would write into them again.
import './processes.ts';

export type TemporaryFolder = { path: string; remove(): Promise<void> };

const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
const remaining = new Set<string>();

process.on('exit', () => {
  for (const path of remaining) {
    rmSync(path, removal);
  }
});

/** Makes an empty folder outside the repository. It goes with `remove`, and at the latest with this process. */
export async function makeTemporaryFolder(purpose: string): Promise<TemporaryFolder> {
  // At once, so that a signal cannot come between the folder and the note of it.
  const path = mkdtempSync(join(realpathSync(tmpdir()), `genesys-oauth-${purpose}-`));
  remaining.add(path);
  return {
    path,
    remove: async () => {
      await rm(path, removal);
      remaining.delete(path);
    },
  };
}

/** Copies the sample workspace to a folder of its own, so that the repository stays clean. */
export async function copySampleWorkspace(): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('workspace');
  await cp(sampleWorkspace, folder.path, { recursive: true });
  return folder;
}

/** Makes such a copy what it was, whatever was changed, added or removed in it. */
export async function restoreSampleWorkspace(path: string): Promise<void> {
  for (const name of await readdir(path)) await rm(join(path, name), removal);
  await cp(sampleWorkspace, path, { recursive: true });
}
