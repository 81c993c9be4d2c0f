import { regionOf } from '../../core/platform/regions.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import type { Services } from '../services.ts';
import { hostsOf } from '../signIn/settings.ts';

/**
 * The login host that the secret of a connection's client may be shown to; undefined where none is known. A file says
 * which region is meant, but no file chooses where a secret is sent: it is a region that everybody knows, or one that
 * the person has signed in to or made a client in.
 */
export async function tokenHost(
  {
    sessions,
    connections,
    orgClients,
    secrets,
  }: Pick<Services, 'sessions' | 'connections' | 'orgClients' | 'secrets'>,
  { region, clientId }: WrittenConnection,
): Promise<string | undefined> {
  const session = await sessions.ofAccount(orgClients.accountOf(region, clientId));
  if (session !== undefined) return (await connections.hosts(session)).loginUrl;
  const kept = await secrets.clients();
  if (regionOf(region) === undefined && !kept.some((client) => client.region === region)) return undefined;
  const hosts = hostsOf(region);
  if (!hosts.ok) throw new Error(hosts.reason);
  return hosts.hosts.loginUrl;
}
