// npm run faults [-- OPERATION …] [--request REQUEST] [--trouble KIND] [--whole]: does each operation of the extension in a
// practice org once for each of its requests and each trouble that it can meet there, and judges what it says, what stands
// and what it keeps; the core waits faster meanwhile. Prints a table, and of each cell that fails why, and a command that
// runs it alone. --whole also tries every value of a trouble where a request is read as in another operation. Ends with 1 if
// a cell fails, or if no operation makes a request of the extension.
import { parseArgs } from 'node:util';
import { rowName } from './faults/cell.ts';
import { cellsOf } from './faults/cells.ts';
import { columns } from './faults/columns.ts';
import { Matrix, type Result } from './faults/matrix.ts';
import { operations } from './faults/operations/all.ts';
import { ASK_NOBODY, notReached } from './faults/reached.ts';
import { failureOf, tableOf } from './faults/table.ts';
import { endAtOnce } from './host/ending.ts';
import { describeError, say } from './host/say.ts';

/** Cells between two lines that say how far it is. */
const TELL_EVERY = 250;

endAtOnce();
try {
  process.exit(await main());
} catch (error) {
  say(describeError(error));
  process.exit(1);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { request: { type: 'string' }, trouble: { type: 'string' }, whole: { type: 'boolean' } },
    allowPositionals: true,
  });
  const { request = '', trouble } = values;
  refuseUnknown(
    'operation',
    positionals,
    operations.map(({ name }) => name),
  );
  refuseUnknown(
    'trouble',
    trouble === undefined ? [] : [trouble],
    columns.flatMap(({ kind, name }) => [kind, name]),
  );
  const wanted = operations.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const matrix = await Matrix.open();
  const names = new Set<string>();
  const isOfRequest = (name: string) => request === '' || name.endsWith(`: ${request}`);
  const rows = (await matrix.rows(wanted, { isWhole: true, names })).filter((row) =>
    isOfRequest(rowName(row)),
  );
  const { cells, left } = cellsOf(rows, { trouble, isWhole: values.whole ?? false });
  say(`${rows.length} requests, ${cells.length} cells; ${seconds()} s`);
  const results: Result[] = [];
  await matrix.run(cells, (result) => {
    results.push(result);
    const failure = failureOf(result);
    if (failure !== undefined) say(failure);
    if (results.length % TELL_EVERY === 0) say(`${results.length} of ${cells.length} cells; ${seconds()} s`);
  });
  await matrix.close();
  say(`\n${tableOf(rows, results, left)}\n${seconds()} s`);
  const missing = positionals.length === 0 ? notReached(names) : [];
  for (const [name, reason] of Object.entries(ASK_NOBODY)) say(`${name}: left out, because it ${reason}`);
  for (const name of missing) say(`X ${name}: no operation makes this request`);
  const hasFailed = missing.length > 0 || results.some(({ outcome }) => outcome.kind === 'failed');
  return hasFailed || cells.length === 0 ? 1 : 0;
}

function refuseUnknown(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.filter((each) => !known.includes(each));
  if (unknown.length === 0) return;
  throw new Error(`There is no ${what} ${unknown.join(', ')}. There are: ${[...new Set(known)].join(', ')}`);
}
