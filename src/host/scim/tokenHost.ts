import { regionOf } from '../../core/platform/regions.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import type { Services } from '../services.ts';
import { isPractice } from '../signIn/session.ts';
import { hostsOf } from '../signIn/settings.ts';

/**
 * The login host that the secret of a connection's client may be shown to; undefined where none is known. A file says
 * which region is meant, but no file chooses where a secret is sent: it is a region that everybody knows, or one that
 * the person has signed in to or made a client in. Where it is not known in whose org the client is, it is nobody's: the
 * host is that of the region.
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
  const found = orgClients.whereIs(region, clientId);
  const session = found.kind === 'in-one' ? await sessions.ofAccount(found.org.account) : undefined;
  if (session !== undefined) return (await connections.hosts(session)).loginUrl;
  const isOwn = (each: { readonly region: string }) => each.region === region;
  const isTrusted =
    regionOf(region) !== undefined ||
    (await sessions.all()).some((each) => isOwn(each) && !isPractice(each)) ||
    (await secrets.clients()).some(isOwn);
  if (!isTrusted) return undefined;
  const hosts = hostsOf(region);
  if (!hosts.ok) throw new Error(hosts.reason);
  return hosts.hosts.loginUrl;
}
