import * as z from 'zod/mini';

/** Stands for the Client ID wherever a change is shown before the client exists. */
export const NEW_CLIENT_ID = '{new-client-id}';

/** One line of a diff; `line` counts from 1 in the old file for same and removed, in the new one for added. */
export const DiffLine = z.object({
  kind: z.enum(['same', 'removed', 'added']),
  line: z.number(),
  text: z.string(),
});

/** What stands where the Client ID goes: no entry, '', a placeholder, or a Client ID in use. */
export const Replaced = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['nothing', 'empty']) }),
  z.object({ kind: z.enum(['placeholder', 'client-id']), text: z.string() }),
]);
export type Replaced = z.infer<typeof Replaced>;

/** What writing a Client ID into a framework.js would do, found out before anything is written (rule E6). */
export const Placement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('possible'),
    /** The first line that changes. */
    line: z.number(),
    /** What stands at each region that changes. */
    entries: z.array(z.object({ region: z.string(), replaces: Replaced })),
    /** The regions that the change is for, those that have this value already included. */
    regions: z.array(z.string()),
    diff: z.array(DiffLine),
  }),
  z.object({
    kind: z.literal('refused'),
    region: z.string(),
    reason: z.enum(['absent', 'not-a-literal', 'several', 'value-is-dynamic', 'uncertain']),
    line: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
]);
export type Placement = z.infer<typeof Placement>;
