import * as z from 'zod/mini';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { FieldDifference } from './difference.ts';

const WhatWasDone = z.enum([
  'created',
  'changed',
  'change-undone',
  'activated',
  'deactivated',
  'secret-rotated',
  'token-made',
  'deleted',
  'restored',
]);

/** A field that was changed, and a mark by which its new value is known again; the value itself is not kept. */
const ChangedField = z.object({ name: z.string(), mark: z.string() });
export type ChangedField = z.infer<typeof ChangedField>;

/** What this extension did to a client, and when. No secret and no token is in it. */
export const HistoryEntry = z.object({
  /** Tells it from all others. */
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  what: WhatWasDone,
  /** Where the answer was lost, nobody knows whether it was done. */
  outcome: z.enum(['done', 'not-certain']),
  /** Of a change. */
  fields: z.optional(z.array(ChangedField)),
  /** Of what was undone: the ID of the entry that says so of the change. */
  undoes: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What is to be noted; when, and by which ID, is said by whoever keeps it. */
export type NewHistoryEntry = Omit<HistoryEntry, 'id' | 'at'>;

/** Whether what was done is still so, as far as that can be known for certain. */
export type EntryStanding = 'still-so' | 'changed-since' | 'undone' | 'not-certain' | 'unknown';

/** The entry for something that is certain to be done. */
export function done(what: HistoryEntry['what'], more: Partial<NewHistoryEntry> = {}): NewHistoryEntry {
  return { what, outcome: 'done', ...more };
}

/**
 * Whether the client got another secret since its last token was made, as far as that was done here: whether that token goes
 * on is not known then.
 *
 * @param entries all of the client, the newest first
 */
export function hasNewSecretSinceToken(entries: readonly HistoryEntry[]): boolean {
  const last = entries.find(({ what }) => ['secret-rotated', 'token-made', 'created'].includes(what));
  return last?.what === 'secret-rotated';
}

/**
 * When the client was deleted from here (ISO 8601); undefined where it was not, or came back since, as far as that was done here.
 *
 * @param entries all of the client, the newest first
 */
export function deletedHereAt(entries: readonly HistoryEntry[]): string | undefined {
  const last = entries.find(
    ({ what, outcome }) =>
      outcome === 'done' && ['created', 'activated', 'restored', 'deleted'].includes(what),
  );
  return last?.what === 'deleted' ? last.at : undefined;
}

/** The fields of some differences, with the marks of what `after` has in them. */
export function changedFields(
  differences: readonly FieldDifference[],
  after: Readonly<Record<string, unknown>>,
): ChangedField[] {
  return differences.map(({ field }) => ({ name: field, mark: markOf(after[field]) }));
}

/**
 * Whether an entry is still so.
 *
 * @param entries all of the client, the newest first
 * @param now the client as it is; undefined where it is gone
 */
export function standingOf(
  entry: HistoryEntry,
  entries: readonly HistoryEntry[],
  now: OAuthClient | undefined,
): EntryStanding {
  if (entry.outcome === 'not-certain') return 'not-certain';
  if (entries.some(({ undoes }) => undoes === entry.id)) return 'undone';
  const isSo = isStillSo(entry, entries, now);
  if (isSo === undefined) return 'unknown';
  return isSo ? 'still-so' : 'changed-since';
}

/** Undefined where the client itself does not tell. */
function isStillSo(
  { id, what, fields = [] }: HistoryEntry,
  entries: readonly HistoryEntry[],
  now: OAuthClient | undefined,
): boolean | undefined {
  switch (what) {
    case 'created':
      return now !== undefined;
    case 'changed':
      return hasAll(fields, now);
    case 'activated':
    case 'restored':
      return (now?.state ?? 'active') === 'active' && now !== undefined;
    case 'deactivated':
      return now?.state === 'inactive';
    case 'deleted':
      // An older client waits for a while, inactive, until the org deletes it.
      return now === undefined || now.state === 'inactive';
    case 'secret-rotated':
      return entries.find((each) => each.what === 'secret-rotated')?.id === id ? undefined : false;
    case 'change-undone':
    case 'token-made':
      return undefined;
  }
}

function hasAll(fields: readonly ChangedField[], now: OAuthClient | undefined): boolean | undefined {
  if (now === undefined) return false;
  const values: Readonly<Record<string, unknown>> = { ...now, state: now.state ?? 'active' };
  const known = fields.filter(({ name }) => Object.hasOwn(values, name));
  if (known.some(({ name, mark }) => markOf(values[name]) !== mark)) return false;
  return known.length === fields.length && fields.length > 0 ? true : undefined;
}

/** The same text for values that are the same to an org: no order counts, and nothing is as good as an empty list. */
function markOf(value: unknown): string {
  const text = canonical(value);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${text.length}-${hash.toString(16)}`;
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries: string[] = Array.isArray(value)
    ? value.map(canonical)
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`);
  return entries.length === 0 ? '' : `(${entries.sort().join()})`;
}
