import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';

/** What is made, fetched or of git, and no part of what is tried. */
const LEFT_OUT = ['.git', '.vscode-test', 'dist', 'node_modules', 'test-results'];

/** Copies the repository as it is now, changes that are not committed included. The copy goes when this process ends. */
export async function copyRepository(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'mutation-')));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const name of await readdir(repoFolder)) {
    if (LEFT_OUT.includes(name)) continue;
    await cp(join(repoFolder, name), join(folder, name), { recursive: true });
  }
  await symlink(join(repoFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
