// Builds the practice org: one file without dependencies.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes the practice org into a file.
 *
 * @param {string} outfile
 * @param {{ minify?: boolean }} [how]
 * @returns {Promise<esbuild.Metafile>}
 */
export async function buildPracticeOrg(outfile, { minify = false } = {}) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(here, '..', 'main.ts')],
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
  });
  return metafile;
}
