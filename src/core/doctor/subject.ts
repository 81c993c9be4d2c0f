import * as z from 'zod/mini';

const Switch = z.enum(['on', 'off', 'unknown']);

/** A place of the workspace, as `Mention` has it (core/clients/concerns.ts). */
const place = {
  uri: z.string(),
  /** As people read it, from the workspace. */
  path: z.string(),
  /** Counted from 1. */
  line: z.number(),
};

const client = {
  clientId: z.string(),
  /** Domain, as it is written where the client is named; nobody has checked that there is such a region. */
  region: z.string(),
};

/** What a person said of a place that stands in no file. */
const placeTold = {
  /** The name of the partner's page that agents log in at; empty: they log in at the framework's own. */
  partner: z.optional(z.string()),
  /** The host of the page that the framework runs in. */
  site: z.optional(z.string()),
};
export const PlaceTold = z.object(placeTold);
export type PlaceTold = z.infer<typeof PlaceTold>;

/** What the look begins at. */
export const Subject = z.discriminatedUnion('kind', [
  /** A client of an org that one is signed in to; `practice`: whether of a practice org, where that is known. */
  z.object({ kind: z.literal('client'), ...client, practice: z.optional(z.boolean()) }),
  /** An entry of a framework.js, with the settings that change how people log in. */
  z.object({
    kind: z.literal('framework'),
    ...client,
    ...place,
    use: z.object({ dedicatedLoginWindow: Switch, usePKCEAuthFlow: Switch }),
    ...placeTold,
  }),
  /** A connection of a genesys-scim.json. */
  z.object({
    kind: z.literal('scim'),
    ...client,
    ...place,
    provider: z.string(),
    /** ISO 8601: when the token that the identity provider holds ends; left out where it holds none. */
    tokenEndsAt: z.optional(z.string()),
    tokenLifeSeconds: z.optional(z.number()),
    practice: z.boolean(),
  }),
  /** Nothing but what somebody pasted or chose. */
  z.object({ kind: z.literal('text') }),
]);
export type Subject = z.infer<typeof Subject>;
