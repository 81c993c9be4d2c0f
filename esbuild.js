// Builds everything VS Code loads into dist/: the extension, the wizard's page and the practice org.
//   node esbuild.js              minified, as people get it
//   node esbuild.js --debug      readable, with source maps (F5)
//   node esbuild.js --tests      the tests that run inside VS Code, too
//   node esbuild.js --outdir F   into that folder instead of dist/
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

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
};

/** @type {esbuild.BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['vscode', 'mocha'],
  mainFields: ['module', 'main'],
  // The one for Node.js reads files, which nothing here asks of it, and cannot stand in an ES module.
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
};

/**
 * What VS Code loads at activation is small; everything behind it is a second file, loaded by the first command.
 * Both are CommonJS: VS Code loads an ES module four times slower.
 */
/** @type {esbuild.BuildOptions} */
const extension = {
  ...node,
  format: 'cjs',
  entryPoints: { extension: 'src/extension.ts' },
  outdir: flags.outdir,
  outExtension: { '.js': '.cjs' },
  plugins: [
    {
      name: 'load features later',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/features\.ts$/ }, () => ({ path: './features.cjs', external: true })),
    },
  ],
};

/** @type {esbuild.BuildOptions} */
const features = {
  ...node,
  format: 'cjs',
  entryPoints: { features: 'src/host/features.ts' },
  outdir: flags.outdir,
  outExtension: { '.js': '.cjs' },
};

/** @type {esbuild.BuildOptions} */
const practiceOrg = {
  ...node,
  entryPoints: { practiceOrg: 'src/practiceOrg/main.ts' },
  outdir: flags.outdir,
};

/** @type {esbuild.BuildOptions} */
const webview = {
  ...common,
  platform: 'browser',
  target: 'chrome128',
  format: 'esm',
  entryPoints: { webview: 'webview/main.ts' },
  outdir: flags.outdir,
};

/** @type {esbuild.BuildOptions} */
const tests = {
  ...node,
  minify: false,
  sourcemap: 'inline',
  entryPoints: ['test/vscode/*.ts'],
  outdir: join(flags.outdir, 'test', 'vscode'),
  splitting: true,
};

await rm(flags.outdir, { recursive: true, force: true });
const builds = [extension, features, practiceOrg, webview];
const results = await Promise.all(builds.map((options) => esbuild.build(options)));
if (flags.tests) await esbuild.build(tests);
for (const [file, { bytes }] of results.flatMap(({ metafile }) => Object.entries(metafile.outputs))) {
  process.stdout.write(`${basename(file).padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(8)} kB\n`);
}
