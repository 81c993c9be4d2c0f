// Packs the practice org as an npm package of its own, one file without dependencies: genesys-practice-org-VERSION.tgz in the
// folder that this is started from. Part of `npm run package`.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { noticesOf, packagesIn } from '../../../notices.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const { version, license, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'genesys-practice-org-'));
try {
  const { metafile } = await esbuild.build({
    entryPoints: [join(here, '..', 'main.ts')],
    outfile: join(folder, 'practice-org.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
    metafile: true,
  });
  const notices = await noticesOf(packagesIn(metafile.outputs));
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices);
  const manifest = {
    name: 'genesys-practice-org',
    version,
    description:
      'A simulated Genesys Cloud organization: OAuth clients, roles, divisions, SCIM and its login, on this computer.',
    license,
    type: 'module',
    bin: { 'genesys-practice-org': 'practice-org.js' },
    files: ['practice-org.js', 'practice-org.md', 'THIRD-PARTY-NOTICES.txt'],
    engines: { node: engines.node },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await cp(join(here, 'README.md'), join(folder, 'README.md'));
  await cp(join(root, 'docs', 'practice-org.md'), join(folder, 'practice-org.md'));
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  // The npm that started this, or the one in the PATH.
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = ['pack', '--silent', '--pack-destination', process.cwd()];
  const { stdout } = await promisify(execFile)(command, [...first, ...args], { cwd: folder });
  process.stdout.write(stdout);
} finally {
  await rm(folder, { recursive: true, force: true });
}
