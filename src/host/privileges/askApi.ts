import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { regions } from '../../core/platform/regions.ts';
import { placeText } from '../../core/texts/regions.ts';
import { orgRows } from '../clients/lookUp.ts';
import type { Services } from '../services.ts';
import { hostsOf } from '../signIn/settings.ts';

/** An API that is called: that of an org where somebody is signed in, or that of a region. */
type Api = { readonly apiUrl: string; readonly org: OrgAccount | undefined };

type Means = Pick<Services, 'connections' | 'dialogs' | 'orgClients' | 'sessions'>;

/**
 * Asks whose API is called; one who is signed in to a single org is not asked. Undefined when the person cancelled, or is no
 * longer signed in.
 */
export async function askApi(
  { connections, dialogs, orgClients, sessions }: Means,
  title: string,
  placeholder: string,
): Promise<Api | undefined> {
  const orgs = orgClients.orgs();
  const [only, another] = orgs;
  const org =
    only !== undefined && another === undefined
      ? only
      : await dialogs.choose<OrgAccount | string>({ title, placeholder }, [
          ...orgRows(orgs),
          ...regions.map((region) => ({
            label: placeText(region),
            description: region.domain,
            value: region.domain,
          })),
        ]);
  if (org === undefined) return undefined;
  if (typeof org === 'string') {
    const found = hostsOf(org);
    if (!found.ok) throw new Error(found.reason);
    return { apiUrl: found.hosts.apiUrl, org: undefined };
  }
  const session = await sessions.ofAccount(org.account);
  return session && { apiUrl: (await connections.hosts(session)).apiUrl, org };
}
