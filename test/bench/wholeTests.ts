import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { say } from '../host/say.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { runNpm } from '../needs/npm.js';
import type { Row } from './row.ts';

const MOST = 0.45;
/** `npm test` and what it fetches may be silent for long. */
const STALLED_AFTER_SECONDS = 1800;

/** How long `npm test` takes, beside the same at another commit: what is committed here, and that, each in a clone. */
export async function testRows(commit: string): Promise<Row[]> {
  const folder = await makeTemporaryFolder('bench-tests');
  try {
    const baseline = await seconds(folder.path, commit);
    const ours = await seconds(folder.path, 'HEAD');
    const ratio = ours / baseline;
    return [
      {
        what: 'npm test',
        measured: `${ratio.toFixed(2)} × (${ours.toFixed(0)} s)`,
        against: `${commit} (${baseline.toFixed(0)} s)`,
        goal: `≤ ${MOST} ×`,
        isMet: ratio <= MOST,
      },
    ];
  } finally {
    await folder.remove();
  }
}

async function seconds(folder: string, commit: string): Promise<number> {
  const clone = join(folder, commit);
  const id = (await run('git', ['rev-parse', commit], { cwd: repoFolder, output: 'keep' })).trim();
  await run('git', ['clone', '--quiet', repoFolder, clone], { output: 'keep' });
  await run('git', ['checkout', '--quiet', '-B', 'main', id], { cwd: clone, output: 'keep' });
  await runNpm(['ci'], { cwd: clone, stalledAfterSeconds: STALLED_AFTER_SECONDS });
  say(`npm test at ${commit} …`);
  const start = performance.now();
  await runNpm(['test'], { cwd: clone, stalledAfterSeconds: STALLED_AFTER_SECONDS });
  return (performance.now() - start) / 1000;
}
