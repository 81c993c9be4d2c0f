import { secondsUntil } from '../../../core/platform/tokenEnd.ts';
import { getToken } from '../../../core/platform/tokens.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import type { SessionSource } from '../session.ts';
import { hostsOf } from '../settings.ts';
import { askRegion } from './askRegion.ts';
import { CANCELLED, type Elsewhere, type FlowResult, type FlowTools, failed } from './flow.ts';

/** A token that the person has already. Asks for the region and the token. */
export async function accessTokenFlow(
  tools: FlowTools,
  known: { region?: string | undefined },
  { signal, report }: Attempt,
): Promise<FlowResult> {
  report({ kind: 'signing-in', where: 'here' });
  const region = known.region ?? (await askRegion(tools, signal));
  if (region === undefined) return CANCELLED;
  const accessToken = await tools.prompts.askAccessToken({ region }, signal);
  if (accessToken === undefined) return CANCELLED;
  return tokenGrant(accessToken, region, { kind: 'access-token' });
}

/**
 * A token as a grant of this region; whether the region knows it shows when the org is read. `endsAt`: when it ends (ISO
 * 8601), where that is known.
 */
export function tokenGrant(
  accessToken: string,
  region: string,
  source: SessionSource,
  endsAt?: string,
): FlowResult {
  const hosts = hostsOf(region);
  if (!hosts.ok) return failed({ kind: 'gateway-malformed', reason: hosts.reason });
  const expiresInSeconds = endsAt === undefined ? undefined : secondsUntil(endsAt, new Date());
  const token = { accessToken, expiresInSeconds, refreshToken: undefined };
  const grant = {
    token,
    region,
    hosts: hosts.hosts,
    source,
    elsewhere: elsewhere(accessToken, source, endsAt),
  };
  return { kind: 'granted', grant };
}

function elsewhere(accessToken: string, source: SessionSource, endsAt: string | undefined): Elsewhere {
  return {
    signIn: async (region, { signal }) => {
      const hosts = hostsOf(region);
      if (!hosts.ok) return { kind: 'not-there' };
      const { apiUrl } = hosts.hosts;
      const answer = await getToken({ apiUrl, accessToken, language: 'en' }, signal);
      const isThere = answer.ok || answer.error.kind === 'forbidden';
      return isThere ? tokenGrant(accessToken, region, source, endsAt) : { kind: 'not-there' };
    },
  };
}
