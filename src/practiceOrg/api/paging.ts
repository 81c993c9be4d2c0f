import { ApiError } from '../errors.ts';
import type { Call } from './operation.ts';

const DEFAULT_PAGE_SIZE = 25;
const LARGEST_PAGE = 500;
const LARGEST_CURSOR_PAGE = 200;

/**
 * The page of `items` that the query's `pageSize` and `pageNumber` ask for, as every listing of the platform has it. What
 * else the query asks for stands in the addresses of the other pages, too: they are pages of the same list.
 */
export function pageOf<Item, View>(
  call: Call,
  path: string,
  items: readonly Item[],
  view: (item: Item) => View,
) {
  const pageSize = pageSizeOf(call, LARGEST_PAGE);
  const pageNumber = positive(call, 'pageNumber', 1);
  const pageCount = Math.ceil(items.length / pageSize);
  const uri = (page: number) => uriWith(call, path, { pageSize: `${pageSize}`, pageNumber: `${page}` });
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

/**
 * The part of `items` after the cursor `after`, or before `before`, as the newer listings of the platform have it: in the
 * order of their ids, so that what comes and goes meanwhile moves nothing.
 */
export function cursorPageOf<Item extends { readonly id: string }, View>(
  call: Call,
  path: string,
  items: readonly Item[],
  view: (item: Item) => View,
) {
  const pageSize = pageSizeOf(call, LARGEST_CURSOR_PAGE);
  const [after, before] = [call.query('after'), call.query('before')];
  if (after !== undefined && before !== undefined) throw new ApiError('both.after.and.before.provided');
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const left = ordered.filter(({ id }) => (before === undefined ? id > (after ?? '') : id < before));
  const page = before === undefined ? left.slice(0, pageSize) : left.slice(-pageSize);
  const [first, last] = [page.at(0), page.at(-1)];
  const uri = (cursor: object) => uriWith(call, path, { pageSize: `${pageSize}`, ...cursor });
  return {
    entities: page.map(view),
    selfUri: uri({ ...(after !== undefined && { after }), ...(before !== undefined && { before }) }),
    ...(last && last !== ordered.at(-1) && { nextUri: uri({ after: last.id }) }),
    ...(first && first !== ordered.at(0) && { previousUri: uri({ before: first.id }) }),
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

const PLACES: readonly string[] = ['pageSize', 'pageNumber', 'after', 'before'];

/** The address of a part of the same list. */
function uriWith(call: Call, path: string, place: Readonly<Record<string, string>>): string {
  const filters = [...call.search()].filter(([name]) => !PLACES.includes(name));
  return `${path}?${new URLSearchParams([...Object.entries(place), ...filters])}`;
}

function pageSizeOf(call: Call, most: number): number {
  return Math.min(positive(call, 'pageSize', DEFAULT_PAGE_SIZE), most);
}

function positive(call: Call, name: string, otherwise: number): number {
  const value = call.query(name);
  if (value === undefined) return otherwise;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new ApiError('invalid.query.param.value', { value, parameter: name, allowed: 'positive integers' });
}
