import * as z from 'zod/mini';
import type { ClientBody, ClientRecord } from '../platform/clientRecord.ts';
import { GrantType, roleIdsOf, SettledFields } from '../platform/oauthClients.ts';
import { asksForRedirectUris, asksForScopes } from '../procedures/grantTypes.ts';
import { MOST_REDIRECT_URIS } from '../procedures/rules/redirectUris.ts';
import { compareRecords, READ_ONLY_FIELDS } from './difference.ts';

const Texts = z.readonly(z.array(z.string()));

/**
 * One repair of a client that exists. Several are made in one request; what a change finds done already, it leaves as
 * it is.
 */
export const ClientChange = z.discriminatedUnion('kind', [
  z.readonly(z.object({ kind: z.literal('add-redirect-uris'), uris: Texts })),
  /** A URI that is registered almost as it must be, and what it must be. */
  z.readonly(
    z.object({
      kind: z.literal('replace-redirect-uris'),
      replacements: z.readonly(z.array(z.readonly(z.object({ from: z.string(), to: z.string() })))),
    }),
  ),
  z.readonly(z.object({ kind: z.literal('add-scopes'), scopes: Texts })),
  z.readonly(z.object({ kind: z.literal('activate') })),
  /** Nobody gets a token with it any more; Genesys Cloud deletes no other (Genesys facts 1.2 and 1.4). */
  z.readonly(z.object({ kind: z.literal('deactivate') })),
  /** Code Authorization / PKCE in the place of Implicit (procedure rules G9 and E3). */
  z.readonly(z.object({ kind: z.literal('use-pkce') })),
  /** Fields as they were, or were meant; those that are left out stay. */
  z.readonly(z.object({ kind: z.literal('give-back'), fields: SettledFields })),
]);
export type ClientChange = z.infer<typeof ClientChange>;

/** What may make a client suit a file. */
export type ClientRepair = Exclude<ClientChange, { kind: 'deactivate' | 'give-back' }>;

/** Why a client cannot be changed in this way, whoever asks. */
export type Refusal =
  /** `count` is how many there would be (procedure rule G14). */
  | { readonly kind: 'too-many-redirect-uris'; readonly count: number; readonly max: number }
  /** Clients of this grant type have no such thing; undefined when the org did not say which type it is. */
  | {
      readonly kind: 'other-grant-type';
      readonly grantType: string | undefined;
      readonly change: ClientChange['kind'];
    };

export type ChangedClient =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly body: ClientBody }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What is to be sent so that a client gets these changes and stays otherwise as it is: every field as it came, also
 * those that nobody here knows, but for those that the org alone fills.
 */
export function changedClient(record: ClientRecord, changes: readonly ClientChange[]): ChangedClient {
  const before = bodyOf(record);
  let body = before;
  for (const change of changes) {
    if (!suits(body, change)) {
      const grantType = body.authorizedGrantType ?? undefined;
      return {
        kind: 'refused',
        refusal: { kind: 'other-grant-type', grantType, change: change.kind },
      };
    }
    body = withChange(body, change);
  }
  if (compareRecords(before, body).length === 0) return { kind: 'unchanged' };
  const count = countOfUris(body);
  const max = MOST_REDIRECT_URIS;
  return count > max && count > countOfUris(record)
    ? { kind: 'refused', refusal: { kind: 'too-many-redirect-uris', count, max } }
    : { kind: 'changed', body };
}

function countOfUris({ registeredRedirectUri }: ClientBody): number {
  return registeredRedirectUri?.length ?? 0;
}

/** All that may be sent of a client. */
export function bodyOf(record: ClientRecord): ClientBody {
  const body: ClientBody = { ...record };
  for (const field of READ_ONLY_FIELDS) delete body[field];
  return body;
}

/** Another grant type would break whoever uses the client, and so would settings that its type does not know. */
function suits({ authorizedGrantType }: ClientBody, { kind }: ClientChange): boolean {
  const grantType = GrantType.safeParse(authorizedGrantType).data;
  if (kind === 'activate' || kind === 'deactivate' || kind === 'give-back') return true;
  if (grantType === undefined) return false;
  switch (kind) {
    case 'add-redirect-uris':
    case 'replace-redirect-uris':
      return asksForRedirectUris(grantType);
    case 'add-scopes':
      return asksForScopes(grantType);
    case 'use-pkce':
      return grantType === 'TOKEN' || grantType === 'CODE';
  }
}

function withChange(body: ClientBody, change: ClientChange): ClientBody {
  switch (change.kind) {
    case 'add-redirect-uris':
      return withAll(body, 'registeredRedirectUri', change.uris);
    case 'replace-redirect-uris':
      return { ...body, registeredRedirectUri: withReplacements(body.registeredRedirectUri ?? [], change) };
    case 'add-scopes':
      return withAll(body, 'scope', change.scopes);
    case 'activate':
      return activated(body);
    case 'deactivate':
      return { ...body, state: 'inactive' };
    case 'use-pkce':
      return { ...body, authorizedGrantType: 'CODE' };
    case 'give-back':
      return withRoles(
        { ...body, ...change.fields, name: change.fields.name ?? body.name },
        change.fields.roleDivisions,
      );
  }
}

/** The deprecated list of roles says the same as the one that took its place, or an org might read it instead. */
export function withRoles(
  body: ClientBody,
  roleDivisions: readonly { readonly roleId: string }[] | null | undefined,
): ClientBody {
  return roleDivisions !== undefined && Array.isArray(body['roleIds'])
    ? { ...body, roleIds: roleIdsOf(roleDivisions) }
    : body;
}

/** In the order there is, with what is missing at the end. */
function withAll(
  body: ClientBody,
  field: 'registeredRedirectUri' | 'scope',
  wanted: readonly string[],
): ClientBody {
  const there = body[field] ?? [];
  const missing = [...new Set(wanted)].filter((each) => !there.includes(each));
  return { ...body, [field]: [...there, ...missing] };
}

/** Each in its place; one that is not there any more must still come to be what it was to be. */
function withReplacements(
  uris: readonly string[],
  { replacements }: Extract<ClientChange, { kind: 'replace-redirect-uris' }>,
): string[] {
  return replacements.reduce<string[]>(
    (list, { from, to }) => {
      const replaced = list.map((uri) => (uri === from ? to : uri));
      const once = replaced.filter((uri, index) => uri !== to || replaced.indexOf(to) === index);
      return once.includes(to) ? once : [...once, to];
    },
    [...uris],
  );
}

/**
 * One that waited to be deleted waits no more. That a client can be made active again until it is deleted is inferred: no
 * document says so (Genesys facts 1.4).
 */
export function activated(body: ClientBody): ClientBody {
  if (isActive(body)) return body;
  const { dateToDelete: _, ...rest } = body;
  return { ...rest, state: 'active' };
}

/** The API takes a client without a state for an active one (Genesys facts 1.2). */
export function isActive({ state }: { readonly state?: string | null | undefined }): boolean {
  return (state ?? 'active') === 'active';
}
