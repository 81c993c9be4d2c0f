import * as z from 'zod/mini';
import { differencesFromWritten, type WrittenClient } from '../drift/written.ts';
import type { LastUse } from '../platform/lastUse.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { type Reckoning, standingOf } from '../watch/standing.ts';
import { missingPages, type Shortcoming, shortcomings } from './forFramework.ts';
import { dayOfDeletion } from './usable.ts';

const place = {
  uri: z.string(),
  /** As people read it, from the workspace. */
  path: z.string(),
  /** Counted from 1. */
  line: z.number(),
};

const Switch = z.enum(['on', 'off', 'unknown']);

/** A place of the workspace that names a client. */
export const Mention = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('framework'),
    ...place,
    use: z.object({ region: z.string(), dedicatedLoginWindow: Switch, usePKCEAuthFlow: Switch }),
  }),
  z.object({
    kind: z.literal('scim'),
    ...place,
    /** ISO 8601: when the token of the identity provider ends; left out where it holds none, or the file does not tell. */
    tokenEndsAt: z.optional(z.string()),
    tokenLifeSeconds: z.optional(z.number()),
    /** Whether the file speaks of a token that the provider holds, also where it does not tell when it ends. */
    holdsToken: z.optional(z.boolean()),
    /** As the file names it, and whether it says that the client is one of the practice org. */
    provider: z.optional(z.string()),
    practice: z.optional(z.boolean()),
  }),
]);
export type Mention = z.infer<typeof Mention>;

/** What a place that names a client needs of it. */
export type Need =
  | Pick<Extract<Mention, { kind: 'framework' }>, 'kind' | 'use'>
  | Pick<Extract<Mention, { kind: 'scim' }>, 'kind' | 'holdsToken' | 'provider' | 'tokenEndsAt'>;

/** What somebody who looks after a client should know of it. `at` is the place of the workspace that it is about. */
export type Concern =
  | { readonly kind: 'shortcoming'; readonly lack: Shortcoming; readonly at: Mention }
  /** Nobody here names the client, but it will end wherever it is used (rule G9). */
  | { readonly kind: 'implicit-grant' }
  /** It is not any more what was last written, or exported, here; `since` (ISO 8601) is when that was. */
  | { readonly kind: 'changed-elsewhere'; readonly since: string; readonly fields: readonly string[] }
  | ({ readonly kind: 'token' } & Dated)
  /** It goes for good, and the workspace names it. */
  | ({ readonly kind: 'deletion' } & Dated);

/** Something that ends on a day that is known; `endsAt` in ISO 8601. */
type Dated = {
  readonly standing: 'expiring' | 'expired';
  readonly endsAt: string;
  readonly at: Mention;
};

/** A client, where the workspace names it, and what is to be looked after about it. */
export type ListedClient = {
  readonly client: OAuthClient;
  readonly mentions: readonly Mention[];
  readonly concerns: readonly Concern[];
  /** When it was last used; left out as long as nobody asked. */
  readonly use?: LastUse | { readonly kind: 'untold' };
};

/** How much a concern matters: it keeps people out, it will, or it is good to know. */
export type Weight = 'error' | 'warning' | 'information';

/**
 * What is to be looked after about a client, by itself and for the places of the workspace that name it; what matters most
 * comes first. Advice, such as a scope that may be missing, is not among it.
 *
 * @param written the client as it was last written here, if it was
 */
export function concernsOf(
  client: OAuthClient,
  mentions: readonly Mention[],
  reckoning: Reckoning,
  written?: WrittenClient,
): readonly Concern[] {
  const found = [
    ...mentions.flatMap((mention) => concernsAt(client, mention, reckoning)),
    ...deletionOf(client, mentions, reckoning),
    ...changedElsewhere(client, written),
  ];
  const isImplicit = client.authorizedGrantType === 'TOKEN';
  const isTold = found.some(
    (each) => each.kind === 'shortcoming' && each.lack.code === 'implicit-grant-ending',
  );
  const all: Concern[] = isImplicit && !isTold ? [...found, { kind: 'implicit-grant' }] : found;
  return all.sort((one, other) => urgencyOf(one) - urgencyOf(other));
}

function changedElsewhere(client: OAuthClient, written: WrittenClient | undefined): readonly Concern[] {
  if (written === undefined) return [];
  const fields = differencesFromWritten(written, client).map(({ field }) => field);
  return fields.length === 0 ? [] : [{ kind: 'changed-elsewhere', since: written.at, fields }];
}

const WEIGHTS: readonly Weight[] = ['error', 'warning', 'information'];

/** The lower, the more a concern matters. */
export function urgencyOf(concern: Concern): number {
  return WEIGHTS.indexOf(weightOf(concern));
}

export function weightOf(concern: Concern): Weight {
  switch (concern.kind) {
    case 'shortcoming':
      return concern.lack.severity === 'hint' ? 'information' : concern.lack.severity;
    case 'implicit-grant':
    case 'changed-elsewhere':
      return 'information';
    case 'token':
    case 'deletion':
      return concern.standing === 'expired' ? 'error' : 'warning';
  }
}

/** That a client goes for good which the workspace names; of any other, somebody wished that (Genesys facts 1.4). */
function deletionOf(client: OAuthClient, [at]: readonly Mention[], reckoning: Reckoning): readonly Concern[] {
  const endsAt = dayOfDeletion(client);
  if (at === undefined || endsAt === undefined) return [];
  const standing = standingOf(new Date(endsAt), undefined, reckoning);
  return standing === 'alive' ? [] : [{ kind: 'deletion', standing, endsAt, at }];
}

function concernsAt(client: OAuthClient, at: Mention, reckoning: Reckoning): readonly Concern[] {
  switch (at.kind) {
    case 'framework': {
      const use = { ...at.use, partner: undefined, today: reckoning.now.toISOString().slice(0, 10) };
      return shortcomings(client, use)
        .filter(({ code }) => code !== 'missing-scope')
        .map((lack) => ({ kind: 'shortcoming', lack, at }));
    }
    case 'scim': {
      if (at.tokenEndsAt === undefined) return [];
      const standing = standingOf(new Date(at.tokenEndsAt), at.tokenLifeSeconds, reckoning);
      return standing === 'alive' ? [] : [{ kind: 'token', standing, endsAt: at.tokenEndsAt, at }];
    }
  }
}

/** The redirect URIs that are needed where a client is named, and that the client lacks (rule E4). */
export function lackedPages(client: OAuthClient, needs: readonly Need[]): readonly string[] {
  const pages = needs.flatMap((at) => (at.kind === 'framework' ? missingPages(client, at.use) : []));
  return [...new Set(pages)];
}
