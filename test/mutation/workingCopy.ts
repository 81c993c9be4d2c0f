import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';

/** What is made, fetched or of git, and no part of what is tried. */
const LEFT_OUT = ['.git', '.vscode-test', 'dist', 'node_modules', 'test-results'];

/** What is remembered of a text for the next look at it: it would hide which tests come to a mutant, and what it does there. */
const REMEMBERING = {
  file: 'src/core/framework/inspect.ts',
  code: 'if (last?.text !== text) last = {',
  forgetful: 'last = {',
};

/**
 * Copies the repository as it is now, changes that are not committed included, but for what is remembered from one test to
 * the next. The copy goes when this process ends.
 */
export async function copyRepository(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'mutation-')));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const name of await readdir(repoFolder)) {
    if (LEFT_OUT.includes(name)) continue;
    await cp(join(repoFolder, name), join(folder, name), { recursive: true });
  }
  const { file, code, forgetful } = REMEMBERING;
  const text = await readFile(join(folder, file), 'utf8');
  if (!text.includes(code))
    throw new Error(`${file} remembers in another way now: see ${import.meta.filename}.`);
  await writeFile(join(folder, file), text.replace(code, forgetful));
  await symlink(join(repoFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
