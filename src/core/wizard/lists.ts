import * as z from 'zod/mini';
import { OAuthClient } from '../platform/oauthClients.ts';
import { Division, ListedRole } from '../procedures/context.ts';
import { ProcedureId } from '../procedures/draft.ts';
import { entryIn } from '../procedures/known.ts';
import type { LoadedAccess, LoadedOrg, OrgRole } from '../procedures/loadedOrg.ts';
import { unfitFor } from '../procedures/startFrom/adopt.ts';
import { remembered } from '../remembered.ts';
import { heldRoles, listedRoles } from './orgExcerpt.ts';

/** Rows that are sent at a time: more at once make a page slow, and nobody sees more. */
export const ROWS_AT_A_TIME = 100;

/** A tag as BCP 47 forms it; whether anybody speaks that is another matter. */
const LanguageTag = z.string().check(
  z.refine((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  }),
);

/** Which rows of a list of the org the page wants to show. */
export const ListQuery = z.object({
  /** Of what can be chosen for this. */
  procedure: ProcedureId,
  list: z.enum(['clients-to-use', 'clients-to-copy', 'roles', 'divisions']),
  /** What they contain. */
  search: z.string(),
  /** The first of them, counted from 0. */
  from: z.int().check(z.nonnegative()),
  /** Of the reader, in whose alphabet they stand. */
  language: LanguageTag,
});
export type ListQuery = z.infer<typeof ListQuery>;

const counts = {
  /** How many rows contain what is searched. */
  matching: z.int(),
  /** How many of them, which come first, can be chosen here: a client that fits, a role that may be given. */
  choosable: z.int(),
};

/** Some rows of a list. */
export const ListRows = z.discriminatedUnion('of', [
  z.object({ of: z.literal('clients'), rows: z.array(OAuthClient), ...counts }),
  z.object({ of: z.literal('roles'), rows: z.array(ListedRole), ...counts }),
  z.object({ of: z.literal('divisions'), rows: z.array(Division), ...counts }),
]);
export type ListRows = z.infer<typeof ListRows>;

/** The rows that are asked for; undefined where the org did not tell the list, or not yet. */
export function rowsOf({ clients, access }: LoadedOrg, query: ListQuery): ListRows | undefined {
  switch (query.list) {
    case 'clients-to-use':
    case 'clients-to-copy': {
      if (clients.kind !== 'known') return undefined;
      const textOf = ({ id, name, description }: OAuthClient) => `${name} ${description ?? ''} ${id}`;
      const isFit = (client: OAuthClient) => {
        const unfit = unfitFor(query.procedure, client);
        return unfit === undefined || (query.list === 'clients-to-copy' && unfit === 'not-active');
      };
      return { of: 'clients', ...search(clients.value, query, textOf, isFit) };
    }
    case 'roles':
      return roleRows(access, query);
    case 'divisions': {
      const { divisions } = access;
      if (divisions.kind !== 'known') return undefined;
      const { rows, matching } = search(
        divisions.value,
        query,
        ({ name }) => name,
        ({ isHome }) => isHome,
      );
      return { of: 'divisions', rows, matching, choosable: matching };
    }
  }
}

/** Those that were read, or at least those that the caller holds; each is judged once it is shown. */
function roleRows({ roles, held }: LoadedAccess, query: ListQuery): ListRows | undefined {
  const own = heldRoles(held);
  const isGivable = ({ id }: Row) => own.kind !== 'known' || entryIn(own.value, id) !== undefined;
  if (roles.kind === 'known') {
    const textOf = ({ name, description }: OrgRole) => `${name} ${description}`;
    const { rows, ...found } = search(roles.value, query, textOf, isGivable);
    return { of: 'roles', rows: rows.map(listedRoles(roles.value)), ...found };
  }
  if (roles.kind === 'loading' || own.kind !== 'known') return undefined;
  const { rows, ...found } = search(own.value, query, ({ name }) => name, isGivable);
  const scimFit = { kind: 'unchecked', isLikely: false } as const;
  return { of: 'roles', rows: rows.map((role) => ({ ...role, description: '', scimFit })), ...found };
}

type Row = { readonly id: string; readonly name: string };

/** What contains the searched words: by name, those that come first before the others. */
function search<T extends Row>(
  all: readonly T[],
  { search, from, language }: ListQuery,
  textOf: (row: T) => string,
  isFirst: (row: T) => boolean,
): { rows: T[]; matching: number; choosable: number } {
  const wanted = search.trim().toLowerCase();
  const found = byName(all, language).filter((row) => textOf(row).toLowerCase().includes(wanted));
  const first = found.filter(isFirst);
  const others = found.filter((row) => !isFirst(row));
  const rows = [...first, ...others].slice(from, from + ROWS_AT_A_TIME);
  return { rows, matching: found.length, choosable: first.length };
}

function byName<T extends Row>(all: readonly T[], language: string): T[] {
  return orders(all)(language).flatMap((position) => all[position] ?? []);
}

/** The order of each list by name, in the reader's alphabet. */
const orders = remembered((all: readonly Row[]) => {
  let last: { language: string; order: number[] } | undefined;
  return (language: string) => {
    if (last?.language !== language) {
      const { compare } = new Intl.Collator(language, { numeric: true });
      const named = all.map(({ name }, position) => ({ name, position }));
      const order = named.sort((a, b) => compare(a.name, b.name)).map(({ position }) => position);
      last = { language, order };
    }
    return last.order;
  };
});
