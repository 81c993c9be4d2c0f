import type { Result } from '../platform/errors.ts';
import { listClients } from '../platform/oauthClients.ts';
import { listScopes } from '../platform/oauthScopes.ts';
import { getOrganization } from '../platform/organizations.ts';
import type { Connection } from '../platform/request.ts';
import { getMe } from '../platform/users.ts';
import type { Known, Org } from './context.ts';

/** Which org a connection leads to, as far as that is known before asking it. */
type OrgAddress = { region: string; practice: boolean };

/**
 * Asks the org, in parallel, for everything that the procedures check against. Who is signed in and which org it is
 * must be known; scopes and clients may be refused, and then the checks that need them stay away.
 */
export async function loadOrg(
  connection: Connection,
  address: OrgAddress,
  signal?: AbortSignal,
): Promise<Result<Org>> {
  const [me, organization, scopes, clients] = await Promise.all([
    getMe(connection, signal),
    getOrganization(connection, signal),
    listScopes(connection, signal),
    listClients(connection, signal),
  ]);
  if (!me.ok) return me;
  if (!organization.ok) return organization;
  return {
    ok: true,
    value: {
      region: address.region,
      practice: address.practice,
      id: organization.value.id,
      name: organization.value.name,
      apiUrl: connection.apiUrl,
      hipaa: organization.value.features?.['hipaa'] === true,
      person: {
        id: me.value.id,
        name: me.value.name,
        permissions: me.value.authorization.permissions,
      },
      scopes: knownOr(scopes),
      clients: knownOr(clients),
    },
  };
}

function knownOr<T>(result: Result<T>): Known<T> {
  return result.ok ? { kind: 'known', value: result.value } : { kind: 'unknown', error: result.error };
}
