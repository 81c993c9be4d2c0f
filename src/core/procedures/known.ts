import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { remembered } from '../remembered.ts';

/** A fact that the org may have refused to tell; then the checks that need it stay away. */
export type Known<T> = { kind: 'known'; value: T } | { kind: 'unknown'; error: PlatformError };

/** The same for what takes longer than connecting, and may be used without while it is on its way. */
export type Loaded<T> = Known<T> | { kind: 'loading' };

export function known<T extends z.ZodMiniType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
  ]);
}

export function loaded<T extends z.ZodMiniType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
    z.object({ kind: z.literal('loading') }),
  ]);
}

/** What follows from a fact, as far as it is known. */
export function fromKnown<T, U>(fact: Known<T>, read: (value: T) => U): Known<U>;
export function fromKnown<T, U>(fact: Loaded<T>, read: (value: T) => U): Loaded<U>;
export function fromKnown<T, U>(fact: Loaded<T>, read: (value: T) => U): Loaded<U> {
  return fact.kind === 'known' ? { kind: 'known', value: read(fact.value) } : fact;
}

/** An entry of a list of the org. */
type Entry = { readonly id: string };

/**
 * What is told of a long list: how many entries it has, and of these the ones that the answers name. A list of ten
 * thousand stays where it was read; its rows are asked for when somebody looks at them.
 */
export type Excerpt<T extends Entry> = {
  total: number;
  entries: T[];
  /** The IDs that were looked for, and that the list does not have. */
  missing: string[];
};

export function excerpt<T extends z.ZodMiniType<Entry>>(entry: T) {
  return z.object({ total: z.int(), entries: z.array(entry), missing: z.array(z.string()) });
}

/** The entry of this ID, as far as it was looked for. */
export function entryOf<T extends Entry>(list: Loaded<Excerpt<T>>, id: string): T | undefined {
  return list.kind === 'known' ? entryIn(list.value.entries, id) : undefined;
}

/** Whether a list that is known certainly has no entry of this ID: not so while nobody has looked for it. */
export function isMissing(list: Loaded<Excerpt<Entry>>, id: string): boolean {
  if (list.kind !== 'known') return false;
  const { total, entries, missing } = list.value;
  return entryIn(entries, id) === undefined && (entries.length === total || positionsIn(missing).has(id));
}

/** The entry of this ID in a list. */
export function entryIn<T extends Entry>(list: readonly T[], id: string): T | undefined {
  const position = positionsIn(list).get(id);
  return position === undefined ? undefined : list[position];
}

const positionsIn = remembered((list: readonly (Entry | string)[]): ReadonlyMap<string, number> => {
  const idOf = (each: Entry | string) => (typeof each === 'string' ? each : each.id);
  return new Map(list.map((each, index) => [idOf(each), index]));
});
