import { getToken, secondsUntil } from '../../../core/platform/tokens.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import { BACK, firstOf } from '../../ui/questions.ts';
import type { SessionSource } from '../session.ts';
import { hostsOf } from '../settings.ts';
import {
  CANCELLED,
  countUnknown,
  type Elsewhere,
  type FlowAnswer,
  type FlowResult,
  type FlowTools,
  failed,
  withRegion,
} from './flow.ts';

/** A token that the person has already. Asks for the region and the token, after so many questions before. */
export async function accessTokenFlow(
  tools: FlowTools,
  known: { region?: string | undefined },
  { signal, report }: Attempt,
  before: number,
): Promise<FlowAnswer> {
  report({ kind: 'signing-in', where: 'here' });
  const first = firstOf(before + countUnknown(known.region) + 1, before);
  const result = await withRegion(tools, known.region, { step: first, signal }, async (region, step) => {
    const accessToken = await tools.prompts.askAccessToken({ region }, { step, signal });
    if (accessToken === undefined || accessToken === BACK) return accessToken;
    return tokenGrant(accessToken, region, { kind: 'access-token' });
  });
  return result ?? CANCELLED;
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
