import type { Access, Context, ListedRole, Org } from '../src/core/procedures/context.ts';
import { type Excerpt, fromKnown } from '../src/core/procedures/known.ts';
import { type ListQuery, type ListRows, ROWS_AT_A_TIME } from '../src/core/wizard/lists.ts';
import type { HostMessage, PageMessage } from '../src/core/wizard/messages.ts';

/** Rows as they are here, what they were searched for, and which reading of the org's lists they are of. */
export type Listing = ListRows & { readonly search: string; readonly listsRead: number };

/** In the place of a reading of the org's lists, which are counted from 0: none that is known. */
const OUTDATED = -1;

/** One list on the page. */
type Asked = {
  query: Omit<ListQuery, 'from'>;
  /** Which reading of the org's lists was asked. */
  listsRead: number;
  /** How many rows were asked for so far. */
  rows: number;
  /** While the answer is on its way, these are still those of the question before. */
  here: Listing | undefined;
};

/**
 * The rows of the org's lists that the page shows. The lists themselves, which may be very long, stay with the host: it
 * searches them, and sends as many rows as one has scrolled to.
 */
export class Listings {
  private readonly lists = new Map<string, Asked>();

  constructor(private readonly send: (message: PageMessage) => void) {}

  /**
   * The rows of a list as far as they are here; asks for those of the first `count` that are not. `id` tells lists apart
   * that are searched apart; `listsRead` says of which reading of the org they are to be.
   */
  rows(
    id: string,
    query: Omit<ListQuery, 'from'>,
    { count, listsRead }: { count: number; listsRead: number },
  ): Listing | undefined {
    const before = this.lists.get(id);
    const isSame = before !== undefined && before.listsRead === listsRead && areOne(before.query, query);
    // What can be chosen for something else is nothing to look at meanwhile.
    const here = before?.query.procedure === query.procedure ? before.here : undefined;
    const asked = isSame ? before : { query, listsRead, rows: 0, here };
    this.lists.set(id, asked);
    const all = isSame && asked.here?.search === query.search ? asked.here.matching : count;
    while (asked.rows < Math.min(count, all)) {
      this.send({ type: 'list', id, query: { ...query, from: asked.rows } });
      asked.rows += ROWS_AT_A_TIME;
    }
    return asked.here;
  }

  /** Takes rows that were asked for. Those of another question, which has been left meanwhile, are of no use. */
  receive({ id, query, found }: Extract<HostMessage, { type: 'listed' }>): void {
    const asked = this.lists.get(id);
    if (asked === undefined || !areOne(asked.query, query)) return;
    const before = asked.here?.search === query.search ? asked.here : undefined;
    const { listsRead, rows } = asked;
    const place = { from: query.from, end: Math.min(found.matching, rows) };
    asked.here = { ...joined(before, found, place), search: query.search, listsRead };
  }

  /** What was listed is of another org. */
  forget(): void {
    this.lists.clear();
  }

  /** After something went wrong, what was listed may be of another time. It stays until it was asked for again. */
  askAgain(): void {
    for (const asked of this.lists.values()) {
      asked.listsRead = OUTDATED;
      if (asked.here !== undefined) asked.here = { ...asked.here, listsRead: OUTDATED };
    }
  }

  /** What is listed is known as well as what the answers name: it can be chosen before the host has heard of it. */
  addTo(context: Context): Context {
    const { destination } = context;
    if (destination.kind !== 'org') return context;
    const listings = [...this.lists.values()].flatMap(({ here }) => here ?? []);
    const org = listings
      .filter(({ listsRead }) => listsRead === destination.org.listsRead)
      .reduce(withListing, destination.org);
    return { ...context, destination: { kind: 'org', org } };
  }
}

function withListing(org: Org, listing: Listing): Org {
  const { access } = org;
  switch (listing.of) {
    case 'clients':
      return { ...org, clients: fromKnown(org.clients, (list) => withRows(list, listing.rows)) };
    case 'roles':
      return { ...org, access: withRoles(access, listing.rows) };
    case 'divisions': {
      const divisions = fromKnown(access.divisions, (list) => withRows(list, listing.rows));
      return { ...org, access: { ...access, divisions } };
    }
  }
}

/** Where the org does not tell its roles, those that the caller holds are listed. */
function withRoles(access: Access, rows: readonly ListedRole[]): Access {
  return access.roles.kind === 'known'
    ? { ...access, roles: fromKnown(access.roles, (list) => withRows(list, rows)) }
    : { ...access, held: fromKnown(access.held, (list) => withRows(list, rows)) };
}

function areOne(one: Omit<ListQuery, 'from'>, other: Omit<ListQuery, 'from'>): boolean {
  const isSame = one.procedure === other.procedure && one.list === other.list;
  return isSame && one.search === other.search && one.language === other.language;
}

/**
 * Rows that came, among those that were there: further ones, or the same ones read anew. Those that nobody asked for anew
 * are of no use any more.
 */
function joined(
  before: Listing | undefined,
  found: ListRows,
  { from, end }: { from: number; end: number },
): ListRows {
  const join = <T>(rows: readonly T[], come: readonly T[]) =>
    [...rows.slice(0, from), ...come, ...rows.slice(from + come.length)].slice(0, end);
  switch (found.of) {
    case 'clients':
      return { ...found, rows: join(before?.of === 'clients' ? before.rows : [], found.rows) };
    case 'roles':
      return { ...found, rows: join(before?.of === 'roles' ? before.rows : [], found.rows) };
    case 'divisions':
      return { ...found, rows: join(before?.of === 'divisions' ? before.rows : [], found.rows) };
  }
}

function withRows<T extends { id: string }>(list: Excerpt<T>, rows: readonly T[]): Excerpt<T> {
  const known = new Set(list.entries.map(({ id }) => id));
  return { ...list, entries: [...list.entries, ...rows.filter(({ id }) => !known.has(id))] };
}
