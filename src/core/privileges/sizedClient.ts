import { FRAMEWORK_SCOPES, regionOfPage } from '../clients/frameworkNeeds.ts';
import { speaksForItself } from '../clients/usable.ts';
import type { Role } from '../platform/authorization.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { SizedClient } from './rightSize.ts';

/** What a client may do, as far as the roles (by their IDs) tell. */
export function sizedClient(client: OAuthClient, roles: ReadonlyMap<string, Role>): SizedClient {
  if (!speaksForItself(client)) return sizedForPeople(client);
  const divisions = new Map<string, string[]>();
  for (const { roleId, divisionId } of client.roleDivisions ?? [])
    divisions.set(roleId, [...(divisions.get(roleId) ?? []), divisionId]);
  return {
    callsAs: 'client',
    roles: [...divisions].map(([roleId, divisionIds]) => ({ roleId, divisionIds, role: roles.get(roleId) })),
  };
}

/**
 * What people may do by a client. The Embeddable Framework is given its scopes whatever agents did with it in some weeks
 * (procedure rule E5); that a client is for the framework is certain by a page of it among the redirect URIs.
 */
export function sizedForPeople({
  scope,
  registeredRedirectUri,
}: Pick<OAuthClient, 'scope' | 'registeredRedirectUri'>): SizedClient {
  const isForFramework = (registeredRedirectUri ?? []).some((uri) => regionOfPage(uri) !== undefined);
  return { callsAs: 'person', scopes: scope ?? [], needed: isForFramework ? FRAMEWORK_SCOPES : [] };
}
