import * as z from 'zod/mini';
import type { OrgClients } from '../clients/whereabouts.ts';
import type { LastUse } from '../platform/lastUse.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { CallsRead } from './calls.ts';

/** How much is read for a report: the lists alone, or also how each client was used. */
export type Depth = 'lists' | 'use';

/** What was read of the use of a client; undefined what nobody asked for, or what an org could not be asked for to the end. */
export type ClientUse = {
  readonly last: LastUse | { readonly kind: 'untold' } | undefined;
  readonly calls: CallsRead | undefined;
};

/** What can be read beside the list of the clients, which a report cannot do without. */
export const Part = z.enum(['list', 'roles', 'divisions', 'operations', 'last-use', 'calls']);
export type Part = z.infer<typeof Part>;

/** What could not be read, or not to the end, and why, in a sentence. A list that could not be read again is an older one. */
export const NotRead = z.object({ what: Part, why: z.string() });
export type NotRead = z.infer<typeof NotRead>;

/** A role of an org, as far as a report tells of it. */
export type NamedRole = {
  readonly name: string;
  /** Those of its permissions with which whoever holds it can make clients, or give roles. */
  readonly handsOut: readonly string[];
};

/** An org whose clients are reported, and all that was read of it. */
export type ReportedOrg = {
  readonly org: OrgClients;
  /** By their IDs; undefined where they could not be read. */
  readonly roles: ReadonlyMap<string, NamedRole> | undefined;
  /** Their names by their IDs; undefined where they could not be read. */
  readonly divisions: ReadonlyMap<string, string> | undefined;
  readonly depth: Depth;
  readonly notRead: readonly NotRead[];
  /** When it is made. */
  readonly now: Date;
  useOf(client: OAuthClient): ClientUse;
  /** When the secret of a client was last made anew from here (ISO 8601), as far as that is noted. */
  renewedAt(client: OAuthClient): string | undefined;
};
