import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder, resultsFolder } from '../host/paths.ts';
import { runNpm } from '../needs/npm.js';
import type { Row } from './row.ts';

const MOST_BYTES = 400_000;

/** How large the packed extension is. */
export async function packedRows(): Promise<Row[]> {
  const vsix = join(resultsFolder, 'bench.vsix');
  await runNpm(['run', 'package', '--', '--out', vsix], { cwd: repoFolder, stalledAfterSeconds: 150 });
  const { size } = await stat(vsix);
  return [
    {
      what: 'the .vsix',
      measured: `${(size / 1000).toFixed(1)} kB`,
      against: '–',
      goal: `≤ ${MOST_BYTES / 1000} kB`,
      isMet: size <= MOST_BYTES,
    },
  ];
}
