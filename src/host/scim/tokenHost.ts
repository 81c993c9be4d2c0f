import { secretHome } from '../../core/clients/whereabouts.ts';
import { regionOf } from '../../core/platform/regions.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { practiceHosts } from '../../core/signIn/practiceOrg.ts';
import type { FailureText } from '../../core/texts/failures.ts';
import { secretOfOtherRegionText, untrustedRegionText } from '../../core/texts/secrets.ts';
import type { Services } from '../services.ts';
import { isPractice } from '../signIn/session.ts';
import { hostsOf } from '../signIn/settings.ts';

/** The login host that the secret of a connection's client is shown to. */
export type TokenHost = {
  readonly loginUrl: string;
  readonly isPractice: boolean;
  /** The secret that is kept, where it may go there. */
  readonly kept: string | undefined;
};

/**
 * Finds the login host for a connection, or why there is none. A file says which client is meant, but no file chooses where
 * a secret is sent. Rejects when the practice org does not start, or the gateway's setting is wrong.
 */
export async function tokenHost(
  {
    sessions,
    orgClients,
    practiceOrgs,
    secrets,
  }: Pick<Services, 'sessions' | 'orgClients' | 'practiceOrgs' | 'secrets'>,
  connection: WrittenConnection,
): Promise<{ ok: true; host: TokenHost } | { ok: false; failure: FailureText }> {
  const { region, clientId } = connection;
  const isSignedInTo =
    regionOf(region) === undefined &&
    (await sessions.all()).some((each) => each.region === region && !isPractice(each));
  const isTrusted = regionOf(region) !== undefined || isSignedInTo;
  const noted = await secrets.clientOf(clientId);
  const home = secretHome(noted, orgClients.whereIs(region, clientId), connection, isTrusted);
  switch (home.kind) {
    case 'unknown-region':
      return { ok: false, failure: untrustedRegionText(region) };
    case 'other-region':
      return { ok: false, failure: secretOfOtherRegionText(region, home.region) };
    case 'practice-org':
    case 'region': {
      const isOfPractice = home.kind === 'practice-org';
      // No file makes a practice org of another region.
      if (isOfPractice && !(await practiceOrgs.regions()).includes(region))
        return { ok: false, failure: untrustedRegionText(region) };
      const loginUrl = isOfPractice
        ? practiceHosts(await practiceOrgs.reach(region)).loginUrl
        : loginUrlOf(region);
      const kept = home.keptMayGo ? await secrets.get(clientId) : undefined;
      return { ok: true, host: { loginUrl, isPractice: isOfPractice, kept } };
    }
  }
}

function loginUrlOf(region: string): string {
  const hosts = hostsOf(region);
  if (!hosts.ok) throw new Error(hosts.reason);
  return hosts.hosts.loginUrl;
}
