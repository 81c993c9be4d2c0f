import { ApiError } from '../errors.ts';
import type { Call } from './operation.ts';

const DEFAULT_PAGE_SIZE = 25;
const LARGEST_PAGE = 500;

/** The page of `items` that the query's `pageSize` and `pageNumber` ask for, as every listing of the platform has it. */
export function pageOf<Item, View>(
  call: Call,
  path: string,
  items: readonly Item[],
  view: (item: Item) => View,
) {
  const pageSize = Math.min(positive(call, 'pageSize', DEFAULT_PAGE_SIZE), LARGEST_PAGE);
  const pageNumber = positive(call, 'pageNumber', 1);
  const pageCount = Math.ceil(items.length / pageSize);
  const uri = (page: number) => `${path}?pageSize=${pageSize}&pageNumber=${page}`;
  const start = (pageNumber - 1) * pageSize;
  return {
    entities: items.slice(start, start + pageSize).map(view),
    pageSize,
    pageNumber,
    total: items.length,
    pageCount,
    firstUri: uri(1),
    lastUri: uri(Math.max(pageCount, 1)),
    selfUri: uri(pageNumber),
    ...(pageNumber < pageCount && { nextUri: uri(pageNumber + 1) }),
    ...(pageNumber > 1 && { previousUri: uri(pageNumber - 1) }),
  };
}

/** A query parameter that is `true` or `false`. Throws `invalid.query.param.value` for anything else. */
export function flag(call: Call, name: string, otherwise: boolean): boolean {
  const value = call.query(name);
  if (value === undefined) return otherwise;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new ApiError('invalid.query.param.value', { value, parameter: name, allowed: 'true, false' });
}

/** Whether `text` contains what a `name` filter asks for, letter case aside; no filter: everything does. */
export function matches(filter: string | undefined, text: string): boolean {
  return filter === undefined || text.toLowerCase().includes(filter.toLowerCase());
}

function positive(call: Call, name: string, otherwise: number): number {
  const value = call.query(name);
  if (value === undefined) return otherwise;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new ApiError('invalid.query.param.value', { value, parameter: name, allowed: 'positive integers' });
}
