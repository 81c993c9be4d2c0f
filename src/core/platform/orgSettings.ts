import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/**
 * A list that decides about what is not on it. Where one entry is odd, the list is not known: nobody could say that
 * something is not on it.
 */
const List = z.catch(z.optional(z.nullable(z.array(z.string()))), undefined);

const Flag = z.optional(z.nullable(z.boolean()));

/**
 * What an org asks of whoever signs in (`OrgAuthSettings`), as far as it can break a client that is right (Genesys facts
 * 12). Of what is left out nobody knows anything.
 */
const AuthenticationSettings = z.object({
  domainAllowlistEnabled: Flag,
  /** The sites that may embed Genesys Cloud, while that is enabled. */
  domainAllowlist: List,
  /** Addresses from which the org may be asked; it has them a second time, in `getAllowedNetworks`. */
  ipAddressAllowlist: List,
  /** Who keeps their token however long they are idle. What the IDs are of is not published. */
  inactivityTimeoutExclusions: List,
});
export type AuthenticationSettings = z.infer<typeof AuthenticationSettings>;

/** Which sites may embed Genesys Cloud: all, or those of a list; undefined where the answer does not say. */
export function embeddingIn({
  domainAllowlistEnabled: isLimited,
  domainAllowlist,
}: AuthenticationSettings): readonly string[] | 'all' | undefined {
  return isLimited === false ? 'all' : isLimited === true ? (domainAllowlist ?? undefined) : undefined;
}

/**
 * The org's settings of sign-ins. Needs `directory:organization:admin` (by the help page) and the scope `organization` or
 * `organization:readonly` (by analogy with its neighbours).
 */
export async function getAuthenticationSettings(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<AuthenticationSettings>> {
  const path = '/api/v2/organizations/authentication/settings';
  return await send(
    connection,
    { method: 'GET', path, answer: AuthenticationSettings, tolerant: true },
    signal,
  );
}

/** After how many seconds an idle token ends (`IdleTokenTimeout`, Genesys facts 2.4). */
const IdleTimeout = z.object({
  enableIdleTokenTimeout: Flag,
  idleTokenTimeoutSeconds: z.optional(z.nullable(z.number())),
  /** Some groups have another one. */
  inactivityTimeoutGroupsEnabled: Flag,
});
export type IdleTimeout = z.infer<typeof IdleTimeout>;

/** After how many seconds an idle token ends, or that none does; undefined where the answer does not say. */
export function idleSecondsIn({
  enableIdleTokenTimeout: isOn,
  idleTokenTimeoutSeconds: seconds,
}: IdleTimeout): number | 'never' | undefined {
  return isOn === false ? 'never' : isOn === true ? (seconds ?? undefined) : undefined;
}

/**
 * The org's inactivity timeout. Needs no permission, and one of the scopes `authorization`, `organization` and their
 * `:readonly`.
 */
export async function getIdleTimeout(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<IdleTimeout>> {
  const path = '/api/v2/tokens/timeout';
  return await send(connection, { method: 'GET', path, answer: IdleTimeout, tolerant: true }, signal);
}

const Networks = z.object({ networkWhitelist: List });

/**
 * The networks (CIDR) from which the org may be asked; empty where from everywhere, undefined where the answer does not say.
 * The route is deprecated, and what it says stands in the settings of sign-ins, too. Needs `directory:organization:admin`,
 * and the scope `organization` or `organization:readonly`.
 */
export async function getAllowedNetworks(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<readonly string[] | undefined>> {
  const path = '/api/v2/organizations/ipaddressauthentication';
  const networks = await send(connection, { method: 'GET', path, answer: Networks, tolerant: true }, signal);
  return networks.ok ? { ok: true, value: networks.value.networkWhitelist ?? undefined } : networks;
}

/** A client that the org was asked to let in, and what came of it (`OAuthAuthorization`, Genesys facts 1.2). */
const Authorization = z.object({
  client: z.object({ id: z.string(), name: z.optional(z.nullable(z.string())) }),
  /** The scopes that it was given. */
  scope: List,
  pending: Flag,
  /** `Unauthorized`, `Requested`, `Authorized` or `Revoked`. */
  state: z.optional(z.nullable(z.string())),
});
export type Authorization = z.infer<typeof Authorization>;

const Authorizations = z.object({ entities: z.array(Authorization) });

/**
 * The clients that the org was asked to authorize. One that is not among them was never asked for, or nobody has to
 * authorize it: the API does not tell which. Needs `oauth:client:authorize`, and the scope `oauth` or `oauth:readonly`.
 */
export async function listAuthorizations(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<readonly Authorization[]>> {
  const path = '/api/v2/oauth/authorizations';
  const listing = await send(
    connection,
    { method: 'GET', path, answer: Authorizations, tolerant: true },
    signal,
  );
  return listing.ok ? { ok: true, value: listing.value.entities } : listing;
}
