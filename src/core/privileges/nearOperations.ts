import { distance } from 'fastest-levenshtein';
import type { Method, Operation } from './operation.ts';

/** Nobody chooses from more. */
const MOST_NEAR = 3;

/** Segments that may be other, in all, before it is another operation that is meant. */
const FARTHEST = 1.5;

/** A name that is longer was not meant for one. */
const LONGEST = 200;

/** The real operations that whoever wrote this endpoint may have meant, the nearest first; none where nothing is near. */
export function nearEndpoints(
  { method, path }: { readonly method: Method | undefined; readonly path: string },
  operations: readonly Operation[],
): readonly Operation[] {
  const written = segmentsOf(path.slice(0, LONGEST * 5));
  const far = (operation: Operation) =>
    farnessOf(written, segmentsOf(operation.path)) +
    (method === undefined || operation.method === method ? 0 : 0.25);
  return nearest(operations, far, FARTHEST);
}

/** The same for the name of a method of an SDK. */
export function nearNames(name: string, operations: readonly Operation[]): readonly Operation[] {
  const written = plain(name.slice(0, LONGEST));
  const far = (operation: Operation) =>
    operation.name === undefined ? 1 : distance(written, plain(operation.name)) / Math.max(written.length, 1);
  return nearest(operations, far, 0.34);
}

/** The real permissions that somebody may have meant by this one, the nearest first: those of its domain and entity before all. */
export function nearPermissions(written: string, operations: readonly Operation[]): readonly string[] {
  const all = new Set(operations.flatMap(({ permissions }) => permissions.of));
  const parts = written.slice(0, LONGEST).toLowerCase().split(':');
  return nearest([...all], (permission) => farnessOf(parts, permission.toLowerCase().split(':')), 1.2, 4);
}

/** Whether an operation asks for this permission. */
export function isPermission(word: string, operations: readonly Operation[]): boolean {
  return operations.some(({ permissions }) => permissions.of.includes(word));
}

function nearest<T>(
  all: readonly T[],
  farness: (each: T) => number,
  farthest: number,
  most = MOST_NEAR,
): readonly T[] {
  return all
    .map((each) => ({ each, far: farness(each) }))
    .filter(({ far }) => far <= farthest)
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ each }) => each);
}

/** How many steps lead from one path to the other: one for each that is put in, left out or wholly other, less for one that is misspelt. */
function farnessOf(written: readonly string[], real: readonly string[]): number {
  if (Math.abs(written.length - real.length) > FARTHEST) return FARTHEST + 1;
  let row = real.map((_, at) => at + 1);
  row.unshift(0);
  written.forEach((segment, index) => {
    const next = [index + 1];
    real.forEach((other, at) => {
      const replaced = (row[at] ?? 0) + stepBetween(segment, other);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

function stepBetween(written: string, real: string): number {
  if (written === real) return 0;
  const isParameter = (segment: string) => segment.startsWith('{');
  if (isParameter(real)) return isParameter(written) ? 0 : 0.3;
  if (isParameter(written)) return 1;
  return Math.min(1, distance(written, real) / Math.max(written.length, real.length) + 0.05);
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith('{') ? '{}' : segment.toLowerCase()));
}

/** The SDKs spell one name in several ways. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
