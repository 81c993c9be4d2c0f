import { whatThereIs } from '../../src/practiceOrg/practice/whatThereIs.ts';
import { type Cell, type Length, type Row, requestName, rowName } from './cell.ts';
import type { LeftOut } from './cells.ts';
import type { Result } from './matrix.ts';

const MARKS = { held: '·', failed: 'X', 'left-out': ' ' } as const;

/** The kinds of trouble, each with the letter that stands above its column. */
const letters = whatThereIs.troubles.map(({ kind }, at) => ({ kind, letter: String.fromCharCode(97 + at) }));

/** The whole matrix: a line for each request, below its operation, with a mark for each kind of trouble. */
export function tableOf(rows: readonly Row[], results: readonly Result[], left: readonly LeftOut[]): string {
  const byRow = groupedBy(results, ({ cell }) => rowName(cell.row));
  const lines: string[] = [...letters.map(({ kind, letter }) => `${letter} ${kind}`), ''];
  let operation = '';
  for (const row of rows) {
    if (row.operation.name !== operation) {
      operation = row.operation.name;
      lines.push(operation, `  ${letters.map(({ letter }) => letter).join('')}`);
    }
    const own = byRow.get(rowName(row)) ?? [];
    const marks = letters.map(({ kind }) => markOf(own.filter(({ cell }) => cell.column.kind === kind)));
    const after =
      row.before === undefined
        ? ''
        : ` after ${row.before.column.name} at ${requestName(row.before.request)}`;
    lines.push(`  ${marks.join('')}  ${requestName(row.request)}${after}`);
  }
  return [...lines, '', countsOf(results), ...reasonsOf(left)].join('\n');
}

function markOf(results: readonly Result[]): string {
  if (results.length === 0) return MARKS['left-out'];
  return results.some(({ outcome }) => outcome.kind === 'failed') ? MARKS.failed : MARKS.held;
}

function countsOf(results: readonly Result[]): string {
  const failed = results.filter(({ outcome }) => outcome.kind === 'failed').length;
  return `${results.length} cells: ${results.length - failed} hold (${MARKS.held}), ${failed} fail (${MARKS.failed})`;
}

function reasonsOf(left: readonly LeftOut[]): string[] {
  return [...groupedBy(left, ({ reason }) => reason)].map(
    ([reason, all]) => `${all.length} left out: ${reason} (${columnsOf(all)})`,
  );
}

function columnsOf(left: readonly LeftOut[]): string {
  return [...new Set(left.map(({ column }) => column.kind))].join(', ');
}

/** A cell that fails, what it breaks, and how to run it alone. */
export function failureOf({ cell, outcome }: Result): string | undefined {
  if (outcome.kind !== 'failed') return undefined;
  return [
    `X ${cellName(cell)}`,
    ...outcome.broken.map((each) => `    ${each}`),
    `    ${commandFor(cell)}`,
  ].join('\n');
}

function cellName({ row, column, length }: Cell): string {
  return `${rowName(row)} | ${column.name} ${lengthText(length)}`;
}

function lengthText(length: Length): string {
  return length === 'once' ? 'once' : 'as long as it asks';
}

function commandFor({ row, column }: Cell): string {
  return `npm run faults -- "${row.operation.name}" --request "${rowName(row).slice(row.operation.name.length + 2)}" --trouble "${column.name}"`;
}

function groupedBy<T>(all: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}
