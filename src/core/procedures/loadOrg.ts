import type { PlatformError, Result } from '../platform/errors.ts';
import { listClients } from '../platform/oauthClients.ts';
import { listScopes } from '../platform/oauthScopes.ts';
import { getOrganization } from '../platform/organizations.ts';
import type { Connection } from '../platform/request.ts';
import { getToken, type TokenInfo } from '../platform/tokens.ts';
import { getMe } from '../platform/users.ts';
import type { Caller, Known, Org } from './context.ts';

/** Which org a connection leads to, as far as that is known before asking it. */
type OrgAddress = {
  region: string;
  practice: boolean;
  /** What stands before `/oauth/…`. */
  loginUrl: string;
  /** ISO 8601, as the login host said when it issued the token. */
  tokenEndsAt?: string | undefined;
};

/**
 * Asks the org, in parallel, for everything that the procedures check against. Which org it is must be known; all
 * else may be refused, because a token lacks a scope or speaks for no user, and then the checks that need it stay away.
 */
export async function loadOrg(
  connection: Connection,
  address: OrgAddress,
  signal?: AbortSignal,
): Promise<Result<Org>> {
  const [me, organization, token, scopes, clients] = await Promise.all([
    getMe(connection, signal),
    getOrganization(connection, signal),
    getToken(connection, signal),
    listScopes(connection, signal),
    listClients(connection, signal),
  ]);
  const identity = identityOf(organization, token);
  if (!identity.ok) return identity;
  const caller = callerOf(me, token);
  if (!caller.ok) return caller;
  const hipaa = organization.ok ? organization.value.features?.['hipaa'] === true : undefined;
  const tokenEndsAt = endOf(address.tokenEndsAt, token.ok ? token.value : undefined);
  return {
    ok: true,
    value: {
      id: identity.value.id,
      name: identity.value.name,
      region: address.region,
      practice: address.practice,
      apiUrl: connection.apiUrl,
      loginUrl: address.loginUrl,
      hipaa,
      caller: caller.value,
      tokenScopes: knownOr(token, ({ authorizedScope }) => authorizedScope ?? []),
      ...(tokenEndsAt !== undefined && { tokenEndsAt }),
      scopes: knownOr(scopes, (value) => value),
      access: { roles: { kind: 'loading' }, divisions: { kind: 'loading' }, held: { kind: 'loading' } },
      clients: knownOr(clients, (value) => value),
    },
  };
}

function identityOf(
  organization: Awaited<ReturnType<typeof getOrganization>>,
  token: Result<TokenInfo>,
): Result<{ id: string; name: string }> {
  if (organization.ok || !token.ok || organization.error.kind !== 'forbidden') return organization;
  const { id, name } = token.value.organization;
  return { ok: true, value: { id, name: name ?? id } };
}

function callerOf(me: Awaited<ReturnType<typeof getMe>>, token: Result<TokenInfo>): Result<Caller> {
  if (me.ok) {
    const { id, name, authorization } = me.value;
    const { permissions, roles = [] } = authorization;
    return { ok: true, value: { kind: 'user', id, name, permissions, roles } };
  }
  if (isNotAUser(me.error)) {
    const client = token.ok ? token.value.OAuthClient : undefined;
    return { ok: true, value: { kind: 'client', name: client?.name ?? client?.id ?? '' } };
  }
  return me.error.kind === 'forbidden' ? { ok: true, value: { kind: 'unknown', error: me.error } } : me;
}

/** How the org answers client credentials that ask who they are (Genesys facts 6.1). */
function isNotAUser(error: PlatformError): boolean {
  return error.kind === 'rejected' && error.answer.code === 'not.a.user';
}

/** The sooner of the two ends of a token: its own, and that of its idle time. */
function endOf(endsAt: string | undefined, token: TokenInfo | undefined): string | undefined {
  const idlesAt = token?.dateTokenIdles;
  if (endsAt === undefined || idlesAt === undefined) return endsAt ?? idlesAt;
  return Date.parse(idlesAt) < Date.parse(endsAt) ? idlesAt : endsAt;
}

function knownOr<T, V>(result: Result<T>, pick: (from: T) => V): Known<V> {
  return result.ok ? { kind: 'known', value: pick(result.value) } : { kind: 'unknown', error: result.error };
}
