// What this repository makes besides the extension: programs, each one file without dependencies, and an npm package of it.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { practiceOrgTexts } from './languageFiles.js';
import { noticesOf, packagesIn } from './notices.js';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Packs a program as an npm package: NAME-VERSION.tgz in the folder that this is started from. Version, license and Node.js
 * are those of the extension.
 *
 * @param {{
 *   name: string,
 *   description: string,
 *   program: string,
 *   build: (file: string) => Promise<Pick<esbuild.Metafile, 'outputs'>>,
 *   documents: readonly string[],
 *   beside?: { file: string, build: (file: string) => Promise<Pick<esbuild.Metafile, 'outputs'>> },
 *   folders?: readonly string[],
 * }} made `program` is the name of the file that `build` writes; the first of the documents is the README;
 *   `beside` is another program, which the first one starts; `folders` are packed with all that is in them.
 */
export async function packProgram({ name, description, program, build, documents, beside, folders = [] }) {
  const { version, license, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    const { outputs } = await build(join(folder, program));
    if (beside !== undefined) Object.assign(outputs, (await beside.build(join(folder, beside.file))).outputs);
    await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(packagesIn(outputs)));
    for (const document of [...documents, join(root, 'LICENSE')])
      await cp(document, join(folder, basename(document)));
    for (const each of folders) await cp(each, join(folder, basename(each)), { recursive: true });
    const manifest = {
      name,
      version,
      description,
      license,
      ...(program.endsWith('.cjs') ? {} : { type: 'module' }),
      bin: { [name]: program },
      files: [
        program,
        ...(beside === undefined ? [] : [beside.file]),
        ...[...documents.slice(1), ...folders].map((packed) => basename(packed)),
        'THIRD-PARTY-NOTICES.txt',
      ],
      engines: { node: engines.node },
    };
    await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    // The npm that started this, or the one in the PATH.
    const npm = process.env['npm_execpath'];
    const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
    const args = ['pack', '--silent', '--pack-destination', process.cwd()];
    const { stdout } = await promisify(execFile)(command, [...first, ...args], { cwd: folder });
    process.stdout.write(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Writes the practice org into a file.
 *
 * @param {string} outfile
 * @param {{ minify?: boolean }} [how]
 * @returns {Promise<esbuild.Metafile>}
 */
export async function buildPracticeOrg(outfile, { minify = false } = {}) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, 'src', 'practiceOrg', 'main.ts')],
    outfile,
    bundle: true,
    minify,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
    metafile: true,
    plugins: [practiceOrgTexts],
  });
  return metafile;
}
