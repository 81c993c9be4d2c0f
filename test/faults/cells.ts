import { type Cell, type Column, type Row, rowName } from './cell.ts';
import { columns, leftOut, lengthsOf } from './columns.ts';

/** A cell that is not run, and why. */
export type LeftOut = { readonly row: Row; readonly column: Column; readonly reason: string };

const READ_ALIKE =
  'the request is read alike in another operation, which is tried with every value; here, one of each kind is';

/** The first column of each kind of trouble. */
const oneOfEachKind: ReadonlySet<Column> = new Set(
  new Map([...columns].reverse().map((column) => [column.kind, column])).values(),
);

/**
 * Every cell of these rows, and those that are left out: where a trouble is named, of that kind or column alone. A request
 * that several operations make meets every value of a trouble in the first of them, or in each (`isWhole`).
 */
export function cellsOf(
  rows: readonly Row[],
  { trouble, isWhole = false }: { trouble?: string | undefined; isWhole?: boolean } = {},
): { cells: Cell[]; left: LeftOut[] } {
  const cells: Cell[] = [];
  const left: LeftOut[] = [];
  const firstOf = new Map([...rows].reverse().map((row) => [row.request.name, row]));
  for (const row of rows) {
    const hasAll = isWhole || firstOf.get(row.request.name) === row;
    for (const column of columns) {
      if (trouble !== undefined && column.kind !== trouble && column.name !== trouble) continue;
      const isTried = hasAll || column.name === trouble || oneOfEachKind.has(column);
      const reason = leftOut(row, column) ?? (isTried ? undefined : READ_ALIKE);
      if (reason !== undefined) left.push({ row, column, reason });
      else for (const length of lengthsOf(row, column, hasAll)) cells.push({ row, column, length });
    }
  }
  return { cells, left };
}

/**
 * As few cells as it takes so that each request goes wrong in one, and each kind of trouble is met in one, wherever the
 * request stands in the matrix. Always the same ones.
 */
export function selectionOf(rows: readonly Row[]): Cell[] {
  const { cells } = cellsOf(rows);
  const requests = new Set(rows.map(({ request }) => request.name));
  const kinds = new Set(columns.map(({ kind }) => kind));
  const used = new Set<string>();
  const chosen: Cell[] = [];
  while (requests.size + kinds.size > 0) {
    const news = ({ row, column }: Cell) =>
      2 * (Number(requests.has(row.request.name)) + Number(kinds.has(column.kind))) -
      Number(used.has(rowName(row)));
    const best = cells.reduce((one, other) => (news(other) > news(one) ? other : one));
    requests.delete(best.row.request.name);
    kinds.delete(best.column.kind);
    used.add(rowName(best.row));
    chosen.push(best);
  }
  return chosen;
}
