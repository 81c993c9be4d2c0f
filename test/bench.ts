// npm run bench [-- ROWS …] [--clients N] [--tests COMMIT]: how fast it is, beside what it is held against, both sides in one run.
// ROWS are cli, editor, framework, hostile, org, clients and package; without any, all of them. --clients says how large the large org is.
// --tests runs `npm test` as it is and at a commit, one after the other, which takes half an hour. Exits with 1 where a goal
// is missed.
import { parseArgs } from 'node:util';
import { clientsViewRows } from './bench/clientsView.ts';
import { commandLineRows } from './bench/commandLine.ts';
import { editorRows } from './bench/editor.ts';
import { frameworkRows } from './bench/framework.ts';
import { hostileRows } from './bench/hostile.ts';
import { largeOrgRows } from './bench/largeOrg.ts';
import { packedRows } from './bench/packed.ts';
import type { Row } from './bench/row.ts';
import { startLookRows } from './bench/startLook.ts';
import { testRows } from './bench/wholeTests.ts';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { run } from './host/processes.ts';
import { say } from './host/say.ts';

endAtOnce();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clients: { type: 'string', default: '10000' }, tests: { type: 'string' } },
});
const clients = Number(values.clients);
if (!Number.isInteger(clients) || clients < 1) {
  say(`--clients takes a whole number from 1, not "${values.clients}".`);
  process.exit(2);
}

const MEASURES: Record<string, () => Row[] | Promise<Row[]>> = {
  framework: frameworkRows,
  hostile: hostileRows,
  org: async () => await largeOrgRows(clients),
  clients: async () => await clientsViewRows(clients),
  cli: commandLineRows,
  package: packedRows,
  editor: async () => [...(await editorRows()), ...(await startLookRows())],
};
const unknown = positionals.find((name) => !Object.hasOwn(MEASURES, name));
if (unknown !== undefined) {
  say(`There is no "${unknown}" to measure. There are: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}

await run(process.execPath, ['esbuild.js'], { cwd: repoFolder, output: 'keep' });
say('| what | measured | against | goal | |\n|---|---|---|---|---|');
const rows: Row[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
  if (positionals.length === 0 || positionals.includes(name)) print(await measure());
}
if (values.tests !== undefined) print(await testRows(values.tests));
process.exit(rows.some(({ isMet }) => isMet === false) ? 1 : 0);

function print(measured: readonly Row[]): void {
  rows.push(...measured);
  for (const { what, measured: value, against, goal, isMet } of measured) {
    say(`| ${what} | ${value} | ${against} | ${goal} | ${isMet ? 'met' : 'missed'} |`);
  }
}
