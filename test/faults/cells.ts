import { type Cell, type Column, type Row, rowName } from './cell.ts';
import { columns, leftOut, lengthsOf } from './columns.ts';

/** A cell that is not run, and why. */
export type LeftOut = { readonly row: Row; readonly column: Column; readonly reason: string };

/** Every cell of these rows, in the columns of this kind of trouble where one is named, and those that are left out. */
export function cellsOf(rows: readonly Row[], kind?: string): { cells: Cell[]; left: LeftOut[] } {
  const cells: Cell[] = [];
  const left: LeftOut[] = [];
  for (const row of rows) {
    for (const column of columns) {
      if (kind !== undefined && column.kind !== kind && column.name !== kind) continue;
      const reason = leftOut(row, column);
      if (reason !== undefined) left.push({ row, column, reason });
      else for (const length of lengthsOf(row, column)) cells.push({ row, column, length });
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
