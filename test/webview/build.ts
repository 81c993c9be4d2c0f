import { basename } from 'node:path';
import * as esbuild from 'esbuild';
import { repoFolder } from '../host/paths.ts';

/** Builds the page into memory with the options of esbuild.js. Returns the text of each file by its name. */
export async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: repoFolder,
    entryPoints: { webview: 'webview/main.ts' },
    outdir: 'dist',
    write: false,
    bundle: true,
    minify: true,
    logLevel: 'warning',
    legalComments: 'none',
    platform: 'browser',
    target: 'chrome128',
    format: 'esm',
    alias: { '@vscode/webview-ui-toolkit': '@vscode/webview-ui-toolkit/dist/toolkit.min.js' },
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
