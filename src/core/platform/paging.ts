import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/** The most that one page may hold, to ask for as few as possible. */
const PAGE_SIZE = 500;

/** Reads every page of a listing, one after the other. `path` may have a query. */
export async function listAll<T>(
  connection: Connection,
  path: string,
  entity: z.ZodMiniType<T>,
  signal?: AbortSignal,
): Promise<Result<T[]>> {
  const answer = z.object({ entities: z.array(entity), pageCount: z.optional(z.number()) });
  const all: T[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}pageSize=${PAGE_SIZE}&pageNumber=${page}`;
    const listing = await send(connection, { method: 'GET', path: path + query, answer }, signal);
    if (!listing.ok) return listing;
    all.push(...listing.value.entities);
    pages = listing.value.entities.length === 0 ? page : (listing.value.pageCount ?? page);
  }
  return { ok: true, value: all };
}
