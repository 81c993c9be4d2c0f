// npm run crashes [-- OPERATION …] [--step STEP …]: ends a real extension host by SIGKILL right before every step of every
// operation, or of those named; in the next one the person must be told what stands, and be able to finish it or take it back.
// Prints a table of what was told and how it ended. Ends with 1 where something was not as it must be.
import { parseArgs } from 'node:util';
import { change, deletion, rotation } from './crashes/clientOperations.ts';
import { Desk } from './crashes/desk.ts';
import { killBefore, type Operation } from './crashes/operation.ts';
import { saveOf } from './crashes/saves.ts';
import { token } from './crashes/token.ts';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { writePicture } from './host/pictures.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';
import { closeBrowser } from './host/workbench.ts';

const OPERATIONS: readonly Operation[] = [
  ...(['general', 'embeddable', 'scim', 'with a new role'] as const).map(saveOf),
  ...[rotation, token, change, deletion],
];

endAtOnce();
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { step: { type: 'string', multiple: true } },
});
const unknown = names.filter((name) => !OPERATIONS.some((operation) => operation.name === name));
if (unknown.length > 0) {
  const known = OPERATIONS.map(({ name }) => `"${name}"`).join(', ');
  say(`There is no operation "${unknown.join('", "')}". Operations: ${known}.`);
  process.exit(2);
}

await run(process.execPath, ['esbuild.js'], { cwd: repoFolder, output: 'keep' });
const startedAt = Date.now();
const rows: string[] = [];
let failed = 0;
try {
  for (const operation of OPERATIONS) {
    if (names.length === 0 || names.includes(operation.name)) await killAtEachStep(operation);
  }
} finally {
  await closeBrowser();
}
say(['', '| operation | killed before | told | then | |', '|---|---|---|---|---|', ...rows].join('\n'));
say(`${rows.length} places, ${failed} failed, ${Math.round((Date.now() - startedAt) / 1000)} s`);
process.exit(failed > 0 ? 1 : 0);

/** Learns the steps of an operation where nothing interrupts it, and then kills at each. A failure needs a new VS Code. */
async function killAtEachStep(operation: Operation): Promise<void> {
  let desk = await Desk.open();
  try {
    const steps = await learnSteps(desk, operation);
    say(`${operation.name}: ${steps.length} steps`);
    for (const [index, step] of steps.entries()) {
      if (values.step?.includes(step) === false) continue;
      try {
        // Every second time it is taken back, where that can be, instead of finished.
        const cell = { name: `${operation.name} ${index}`, step, takesBack: index % 2 === 1 };
        const { told, finished } = await killBefore(desk, operation, cell);
        await desk.tidyUp();
        note(`| ${operation.name} | ${step} | ${told} | ${finished} | ok |`);
      } catch (error) {
        failed += 1;
        note(`| ${operation.name} | ${step} | | | FAILED |`);
        say(describeError(error));
        say(await pictureOf(desk, `crashes/${operation.name}-${index}`));
        await desk.close();
        desk = await Desk.open();
      }
    }
  } finally {
    await desk.close();
  }
}

async function learnSteps(desk: Desk, operation: Operation): Promise<string[]> {
  await operation.prepare(desk, `${operation.name} undisturbed`);
  const steps = await desk.hosts.stepsOf(async () => {
    await operation.begin(desk);
    await operation.through(desk);
  });
  await desk.tidyUp();
  return steps;
}

function note(row: string): void {
  rows.push(row);
  say(row);
}

async function pictureOf({ walk }: Desk, name: string): Promise<string> {
  return await walk.workbench.picture().then(async (png) => await writePicture(name, png), String);
}
