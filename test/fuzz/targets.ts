import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';

/** What is fuzzed, and the folder with its tests. */
const FOLDERS = {
  /** Reading, checking and editing any framework.js. */
  framework: 'test/unit/framework',
  /** The same for any genesys-scim.json. */
  scim: 'test/unit/scim',
  /** Whatever a page may say to the wizard. */
  messages: 'test/unit/wizard',
  /** Whatever the Platform API may answer. */
  answers: 'test/unit/platform',
};

/** The tests of each target that state properties, as paths from the repository. A new one joins by using `cases`. */
export async function testsWithProperties(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const [target, folder] of Object.entries(FOLDERS)) {
    const files: string[] = [];
    for (const name of (await readdir(join(repoFolder, folder))).sort()) {
      if (!name.endsWith('.test.ts')) continue;
      const text = await readFile(join(repoFolder, folder, name), 'utf8');
      if (text.includes('/fuzz/cases.ts')) files.push(join(folder, name));
    }
    found.set(target, files);
  }
  return found;
}
