import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/** The grant types a person may choose (procedure rule G6); the API's PASSWORD is never offered. */
export const GrantType = z.enum(['CLIENT-CREDENTIALS', 'CODE', 'TOKEN', 'SAML2-BEARER']);
export type GrantType = z.infer<typeof GrantType>;

/** Seconds that a token lasts where a client does not say (Genesys facts 1.2, procedure rule G4). */
export const DEFAULT_DURATION_SECONDS = 86_400;

/** A role of a client in a division. */
export const RoleDivision = z.object({ roleId: z.string(), divisionId: z.string() });
export type RoleDivision = z.infer<typeof RoleDivision>;

/** The IDs of the roles of a client, each once, however many divisions it has them in. */
export function roleIdsOf(pairs: readonly Pick<RoleDivision, 'roleId'>[] | null | undefined): string[] {
  return [...new Set(pairs?.map(({ roleId }) => roleId))];
}

/** What is sent to create a client (Genesys facts 1.2). */
export const OAuthClientRequest = z.object({
  name: z.string(),
  description: z.optional(z.string()),
  authorizedGrantType: GrantType,
  /** Seconds until a token made with this client ends. */
  accessTokenValiditySeconds: z.number(),
  registeredRedirectUri: z.optional(z.array(z.string())),
  scope: z.optional(z.array(z.string())),
  /** Of client credentials only (procedure rules G12 and G13). */
  roleDivisions: z.optional(z.array(RoleDivision)),
});
export type OAuthClientRequest = z.infer<typeof OAuthClientRequest>;

/** A client as the API answers it, less its secret. */
export const OAuthClient = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.nullable(z.string())),
  authorizedGrantType: z.optional(z.string()),
  accessTokenValiditySeconds: z.optional(z.number()),
  registeredRedirectUri: z.optional(z.nullable(z.array(z.string()))),
  scope: z.optional(z.nullable(z.array(z.string()))),
  /** ISO 8601. */
  dateCreated: z.optional(z.string()),
  /** The person, or the client, whose request made it. */
  createdBy: z.optional(z.nullable(z.object({ id: z.optional(z.string()), name: z.optional(z.string()) }))),
  roleDivisions: z.optional(z.nullable(z.array(RoleDivision))),
  /** `active`, `disabled` or `inactive` (Genesys facts 1.2). */
  state: z.optional(z.string()),
  /** ISO 8601: when the org deletes an inactive one by itself. */
  dateToDelete: z.optional(z.nullable(z.string())),
});
export type OAuthClient = z.infer<typeof OAuthClient>;

/** What people settle of a client, but for its state. */
export const SettledFields = z.partial(
  z.pick(OAuthClient, {
    name: true,
    description: true,
    authorizedGrantType: true,
    accessTokenValiditySeconds: true,
    registeredRedirectUri: true,
    scope: true,
    roleDivisions: true,
  }),
);
export type SettledFields = z.infer<typeof SettledFields>;

/** Of an answer nothing but the ID is needed: a client that has one is there, whatever else is odd about it. */
const AnsweredClient = z.extend(OAuthClient, { name: z.optional(z.string()) });
const CreatedClient = z.extend(AnsweredClient, { secret: z.optional(z.string()) });

/** One whose ID cannot be read is there, too. */
const ListedClient = z.extend(AnsweredClient, { id: z.optional(z.string()) });
const Listing = z.object({ entities: z.array(ListedClient), nextUri: z.optional(z.nullable(z.string())) });

export const CLIENTS_PATH = '/api/v2/oauth/clients';

/**
 * Creates a client. The secret stands beside the client, never in it, so that a client can be shown and stored;
 * it is answered this once (procedure rule G16), so the request cannot be cancelled.
 */
export async function createClient(
  connection: Connection,
  request: OAuthClientRequest,
): Promise<Result<{ client: OAuthClient; secret: string | undefined }>> {
  const result = await send(connection, {
    method: 'POST',
    path: CLIENTS_PATH,
    body: request,
    answer: CreatedClient,
    tolerant: true,
  });
  return result.ok ? { ok: true, value: besideSecret(result.value, request.name) } : result;
}

function besideSecret({ secret, ...client }: z.infer<typeof CreatedClient>, name?: string) {
  return { client: named(client, name), secret };
}

/** `name`: what the client is called where the answer does not say. */
function named(client: z.infer<typeof AnsweredClient>, name = ''): OAuthClient {
  return { ...client, name: client.name ?? name };
}

/** A client as the org has it now; never with its secret. */
export async function getClient(
  connection: Connection,
  id: string,
  signal?: AbortSignal,
): Promise<Result<OAuthClient>> {
  const path = `${CLIENTS_PATH}/${encodeURIComponent(id)}`;
  const client = await send(
    connection,
    { method: 'GET', path, answer: AnsweredClient, tolerant: true },
    signal,
  );
  return client.ok ? { ok: true, value: named(client.value) } : client;
}

/**
 * Makes a new secret for a client; the former one is worth nothing from then on (Genesys facts 1.3). The secret stands
 * beside the client, never in it; it is answered this once, and undefined when the answer does not hold it.
 */
export async function resetSecret(
  connection: Connection,
  id: string,
): Promise<Result<{ client: OAuthClient; secret: string | undefined }>> {
  const path = `${CLIENTS_PATH}/${encodeURIComponent(id)}/secret`;
  const result = await send(connection, { method: 'POST', path, answer: CreatedClient, tolerant: true });
  return result.ok ? { ok: true, value: besideSecret(result.value) } : result;
}

/** Deletes a client, which must be inactive (Genesys facts 1.4). */
export async function removeClient(connection: Connection, id: string): Promise<Result<unknown>> {
  const path = `${CLIENTS_PATH}/${encodeURIComponent(id)}`;
  return await send(connection, { method: 'DELETE', path, answer: z.unknown() });
}

/** At 25 a page, which is the least that the API gives elsewhere, 10,000 clients. */
const MOST_PAGES = 400;

/** Clients of an org, and how many others there are of which not even the ID can be read. */
export type ReadClients = { readonly clients: readonly OAuthClient[]; readonly unreadable: number };

/** All clients of the org that can be read; an error where there are some, and none of them can. */
export async function listClients(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<OAuthClient[]>> {
  const read = await readClients(connection, signal);
  if (!read.ok) return read;
  const { clients, unreadable } = read.value;
  if (clients.length === 0 && unreadable > 0)
    return { ok: false, error: { kind: 'unexpected-answer', answer: { status: 200 } } };
  return { ok: true, value: [...clients] };
}

/**
 * All clients of the org. The operation takes no paging input, yet its answer has paging fields: `nextUri` is
 * followed while it leads to clients that were not there before (Genesys facts 1.1). A list that goes on all the same is
 * an error: of a client that is not in a part of it nobody can say that it is not there.
 */
export async function readClients(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<ReadClients>> {
  const clients = new Map<string, OAuthClient>();
  let unreadable = 0;
  const asked = new Set<string>();
  for (let path: string | undefined = CLIENTS_PATH; asked.size < MOST_PAGES; ) {
    asked.add(path);
    const page: Result<z.infer<typeof Listing>> = await send(
      connection,
      { method: 'GET', path, answer: Listing, tolerant: true },
      signal,
    );
    if (!page.ok) return page;
    const before = clients.size;
    for (const { id, ...client } of page.value.entities) {
      if (id === undefined) unreadable += 1;
      else clients.set(id, named({ ...client, id }));
    }
    path = pathOf(page.value.nextUri ?? undefined);
    const goesOn = path !== undefined && !asked.has(path) && clients.size > before;
    if (path === undefined || !goesOn)
      return { ok: true, value: { clients: [...clients.values()], unreadable } };
  }
  return { ok: false, error: { kind: 'too-much', unit: 'pages', most: MOST_PAGES } };
}

/** Only the path of a link is followed: an answer never chooses the host that receives the token. */
function pathOf(link: string | undefined): string | undefined {
  const base = 'https://api.invalid';
  if (link === undefined || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  return url.pathname + url.search;
}

export const OAuthScope = z.object({ id: z.string(), description: z.optional(z.string()) });
export type OAuthScope = z.infer<typeof OAuthScope>;

const ScopeListing = z.object({ entities: z.array(OAuthScope) });

/** The scopes the org knows, described in the connection's language; needs no permission (Genesys facts 1.1). */
export async function listScopes(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<OAuthScope[]>> {
  const listing = await send(
    connection,
    { method: 'GET', path: '/api/v2/oauth/scopes', answer: ScopeListing, tolerant: true },
    signal,
  );
  return listing.ok ? { ok: true, value: listing.value.entities } : listing;
}
