// npm run crashes [-- OPERATION …]: ends a real extension host by SIGKILL right before every step of every operation, or of
// those named; in the next one the person must be told what stands, and be able to finish it or take it back. Prints a table
// of what was told and how it ended. Ends with 1 where something was not as it must be.
import { parseArgs } from 'node:util';
import { change, deletion, rotation } from './crashes/clientOperations.ts';
import { Desk } from './crashes/desk.ts';
import type { Operation } from './crashes/operation.ts';
import { saveOf } from './crashes/saves.ts';
import { token } from './crashes/token.ts';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { writePicture } from './host/pictures.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';
import { closeBrowser } from './host/workbench.ts';

const OPERATIONS: readonly Operation[] = [
  ...(['general', 'embeddable', 'scim'] as const).map(saveOf),
  ...[rotation, token, change, deletion],
];

endAtOnce();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { step: { type: 'string', multiple: true } },
});
await run(process.execPath, ['esbuild.js'], { cwd: repoFolder, output: 'keep' });
const rows: string[] = [];
let failed = 0;
const startedAt = Date.now();
try {
  for (const operation of OPERATIONS) {
    if (positionals.length === 0 || positionals.includes(operation.name)) await tryOut(operation);
  }
} finally {
  await closeBrowser();
}
say(['', '| operation | died before | told | then | |', '|---|---|---|---|---|', ...rows].join('\n'));
say(`${rows.length} places, ${failed} failed, ${Math.round((Date.now() - startedAt) / 1000)} s`);
process.exit(failed > 0 ? 1 : 0);

async function tryOut(operation: Operation): Promise<void> {
  let desk = await Desk.open();
  try {
    await operation.prepare(desk, `${operation.name} undisturbed`);
    const all = await desk.hosts.stepsOf(async () => {
      await operation.begin(desk);
      await operation.through(desk);
    });
    await desk.tidyUp();
    say(`${operation.name}: ${all.length} steps`);
    for (const [index, step] of all.entries()) {
      if (values.step?.includes(step) === false) continue;
      const name = `${operation.name} ${index}`;
      const begunAt = Date.now();
      try {
        await operation.prepare(desk, name);
        const again = async () => await desk.restart();
        const done = await desk.hosts.dieBefore(step, async () => await operation.begin(desk), again);
        const outcome = await operation.after(desk, { name, done, all, takesBack: index % 2 === 1 });
        await desk.assertNoLeak();
        rows.push(`| ${operation.name} | ${step} | ${outcome.told} | ${outcome.finished} | ok |`);
        say(`${rows.at(-1)} ${Math.round((Date.now() - begunAt) / 1000)} s`);
        await desk.tidyUp();
      } catch (error) {
        failed += 1;
        rows.push(`| ${operation.name} | ${step} | | | FAILED |`);
        const picture = await desk.walk.workbench
          .picture()
          .then(async (png) => await writePicture(`crashes/${operation.name} ${index}`, png), String);
        say(`${rows.at(-1)}\n${describeError(error)}\n${picture}`);
        await desk.close();
        desk = await Desk.open();
      }
    }
  } finally {
    await desk.close();
  }
}
