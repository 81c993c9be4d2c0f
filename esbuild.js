// Builds everything VS Code loads into dist/: the extension, the wizard's page and the practice org. Beside them, the command
// line, which is packed by itself, and the README and the changelog as they are packed.
//   node esbuild.js              minified, as people get it
//   node esbuild.js --debug      readable, with source maps (F5)
//   node esbuild.js --tests      the tests that run inside VS Code, too
//   node esbuild.js --outdir F   into that folder instead of dist/
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { practiceOrgTexts } from './languageFiles.js';
import { noticesOf, packagesIn } from './notices.js';
import { packedPage } from './packedPage.js';
import { buildCommandLine } from './src/cli/npm/build.js';

const { values: flags } = parseArgs({
  options: {
    debug: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
});

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: !flags.debug,
  sourcemap: flags.debug,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  platform: 'neutral',
  target: ['node20', 'chrome128'],
  external: ['vscode', 'node:*'],
  mainFields: ['module', 'main'],
  // The one for Node.js reads files, which nothing here asks of it, and cannot stand in an ES module.
  // Papa Parse asks Node.js for streams in what nothing here uses, and by a name that nobody finds there.
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js', stream: 'node:stream' },
  outdir: flags.outdir,
  plugins: [practiceOrgTexts],
};

/**
 * What VS Code loads at activation: small, and CommonJS, because VS Code loads an ES module four times slower.
 */
/** @type {esbuild.BuildOptions} */
const extension = {
  ...common,
  format: 'cjs',
  entryPoints: { extension: 'src/extension.ts' },
  outExtension: { '.js': '.cjs' },
  plugins: [
    {
      name: 'load features later',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/createFeatures\.ts$/ }, () => ({ path: './features.js', external: true })),
    },
  ],
};

/**
 * What is loaded when somebody asks for it: the extension behind its commands, the wizard's page, the practice org. Built
 * together, so that what two of them need is there once.
 */
/** @type {esbuild.BuildOptions} */
const later = {
  ...common,
  format: 'esm',
  entryPoints: {
    features: 'src/host/createFeatures.ts',
    webview: 'webview/main.ts',
    practiceOrg: 'src/practiceOrg/main.ts',
  },
  splitting: true,
  chunkNames: 'shared-[hash]',
};

/** @type {esbuild.BuildOptions} */
const tests = {
  ...common,
  platform: 'node',
  format: 'esm',
  minify: false,
  sourcemap: 'inline',
  entryPoints: ['test/vscode/*.ts'],
  external: ['vscode', 'mocha'],
  outdir: join(flags.outdir, 'test', 'vscode'),
  splitting: true,
};

await rm(flags.outdir, { recursive: true, force: true });
const results = await Promise.all([extension, later].map((options) => esbuild.build(options)));
await buildCommandLine(join(flags.outdir, 'genesys-oauth.cjs'), { readable: flags.debug });
const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
await writeFile(join(flags.outdir, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(packagesIn(outputs)));
for (const page of ['README.md', 'CHANGELOG.md'])
  await writeFile(join(flags.outdir, page), packedPage(await readFile(page, 'utf8')));
if (flags.tests) await esbuild.build(tests);
for (const [file, { bytes }] of results.flatMap(({ metafile }) => Object.entries(metafile.outputs))) {
  process.stdout.write(`${basename(file).padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(8)} kB\n`);
}
