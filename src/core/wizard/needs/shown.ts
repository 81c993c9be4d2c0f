import * as z from 'zod/mini';
import { PlatformError } from '../../platform/errors.ts';
import { NeededPermission } from '../../procedures/newRole.ts';

/** The first of many things, and how many there are: a page shows no thousands. */
function some<T extends z.ZodMiniType>(thing: T) {
  return z.object({ first: z.array(thing), total: z.int() });
}
export type Some<T> = { first: T[]; total: number };

/** Why a description is of no use (`Unreadable`). */
const Unread = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-answered'), error: PlatformError }),
  z.object({ kind: z.literal('not-json') }),
  z.object({ kind: z.literal('cut-off') }),
  z.object({ kind: z.literal('too-large'), megabytes: z.number() }),
  z.object({ kind: z.literal('other-product') }),
  z.object({ kind: z.literal('old'), date: z.string() }),
  z.object({ kind: z.literal('other-version'), version: z.number() }),
  z.object({ kind: z.literal('damaged') }),
]);

/** Why nothing is known of what an API asks of its callers. */
const WhyUnread = z.discriminatedUnion('kind', [
  Unread,
  /** A file that the person chose cannot be read at all. */
  z.object({ kind: z.literal('file-unreadable'), reason: z.string() }),
]);

/** How far the description of the API is that says what each operation needs. */
const DescriptionState = z.discriminatedUnion('kind', [
  /** Nobody has asked for it yet. */
  z.object({ kind: z.literal('unasked') }),
  z.object({ kind: z.literal('reading'), host: z.string() }),
  z.object({ kind: z.literal('failed'), host: z.string(), why: WhyUnread }),
  z.object({
    kind: z.literal('known'),
    /** Whose it is: mostly that of the API here, or that of another region (`insteadOf`). */
    host: z.string(),
    /** ISO 8601. */
    date: z.string(),
    /** Why it is not the one of now and here. */
    insteadOf: z.optional(Unread),
    /** How many operations in it could not be understood; absent where all were. */
    unread: z.optional(z.int()),
  }),
]);
export type DescriptionState = z.infer<typeof DescriptionState>;

/** Operations, such as `GET /api/v2/users/me`. */
const Endpoints = some(z.string());

const ShownRole = z.object({
  id: z.string(),
  name: z.string(),
  for: Endpoints,
  /** What it holds that nothing asks for. */
  besides: some(z.string()),
});
export type ShownRole = z.infer<typeof ShownRole>;

const line = { line: z.int() };

const Line = z.object({ ...line, text: z.string() });

/** What the reader says beside calls (`CallNote`), of a text that is in no file. */
const ShownNote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-large'), mostMegabytes: z.number() }),
  z.object({ kind: z.literal('not-json'), ...line }),
  z.object({ kind: z.literal('other-hosts'), count: z.int() }),
  z.object({ kind: z.literal('removed-api'), ...line }),
  z.object({ kind: z.literal('unknown-resource'), type: z.string(), ...line }),
  z.object({ kind: z.literal('unknown-command'), ...line }),
  z.object({ kind: z.literal('no-endpoint'), count: z.int() }),
  z.object({ kind: z.literal('built-at-run-time'), ...line }),
  z.object({ kind: z.literal('unknown-endpoint'), ...line }),
]);

const ShownPermission = z.extend(NeededPermission, {
  /** Whether whoever is signed in holds it; absent where that is not known. */
  isHeld: z.optional(z.boolean()),
});

/** What was found of what the application calls, as the page shows it. */
export const NeedsFound = z.object({
  /** Of which API. */
  apiUrl: z.string(),
  callsAs: z.enum(['person', 'client']),
  /** How many operations were recognized. */
  operations: z.int(),
  scopes: z.array(
    z.object({
      scope: z.string(),
      for: Endpoints,
      /** Any of these is enough for the same calls, and opens more. */
      orElse: z.array(z.string()),
    }),
  ),
  /** Far more of them where the client calls as itself, because a role may be made of them. */
  permissions: some(ShownPermission),
  /** Absent where the org's roles are not known. */
  roles: z.optional(
    z.object({
      needed: some(ShownRole),
      ofOthers: some(ShownRole),
      uncovered: some(
        z.object({ anyOf: z.array(z.string()), for: Endpoints, underConditions: z.array(z.string()) }),
      ),
    }),
  ),
  /** Otherwise there may be a choice with less. */
  isSmallest: z.boolean(),
  onlyPeople: Endpoints,
  /** What these need is not published. */
  untold: Endpoints,
  /** These are only named, and perhaps not called. */
  likely: Endpoints,
  unknown: some(Line),
  unclear: some(z.extend(Line, { methods: z.array(z.string()) })),
  notes: some(ShownNote),
});
export type NeedsFound = z.infer<typeof NeedsFound>;

/** What the page knows about what the application needs. */
export const NeedsState = z.object({
  description: DescriptionState,
  /** Null until somebody has asked. */
  found: z.nullable(NeedsFound),
});
export type NeedsState = z.infer<typeof NeedsState>;

export const NOTHING_ASKED: NeedsState = { description: { kind: 'unasked' }, found: null };

/** The operations that a search means, with the scopes that each takes, any one of them. */
export const OperationsFound = z.discriminatedUnion('kind', [
  /** Nothing is known of the API yet. */
  z.object({ kind: z.literal('unasked') }),
  z.object({
    kind: z.literal('known'),
    operations: some(z.object({ endpoint: z.string(), scopes: z.array(z.string()) })),
  }),
]);
export type OperationsFound = z.infer<typeof OperationsFound>;
