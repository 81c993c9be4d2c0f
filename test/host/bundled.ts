import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { practiceOrgTexts } from '../../languageFiles.js';
import { repoFolder } from './paths.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';

const bundles = new Map<string, Promise<string>>();

/**
 * A program of this repository in one file that Node.js runs by itself. Whoever starts one several times waits less: to load
 * hundreds of modules through tsx takes longer than most programs run. Made once in this process, and gone with it.
 *
 * @param program Its path from the repository's root.
 * @returns The path of the file.
 */
export async function bundled(program: string): Promise<string> {
  const bundle = bundles.get(program) ?? makeBundle(program);
  bundles.set(program, bundle);
  return await bundle;
}

async function makeBundle(program: string): Promise<string> {
  const folder = await makeTemporaryFolder('bundled');
  const outfile = join(folder.path, `${basename(program, '.ts')}.mjs`);
  await esbuild.build({
    absWorkingDir: repoFolder,
    entryPoints: [program],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [practiceOrgTexts],
    // For packages that are no ES modules.
    banner: {
      js: "import { createRequire as requireAt } from 'node:module'; const require = requireAt(import.meta.url);",
    },
  });
  return outfile;
}
