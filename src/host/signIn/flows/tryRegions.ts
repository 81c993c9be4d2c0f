import type { Attempt } from '../../../core/signIn/attempt.ts';
import { likelyRegions } from '../../../core/signIn/ways.ts';
import { hostsOf } from '../settings.ts';
import { CANCELLED, type Elsewhere, type FlowResult, type FlowTools, failed } from './flow.ts';

/**
 * Tries the likely regions one after the other with what was typed, each login host once, and signs in to the first
 * that knows it.
 */
export async function tryRegions(
  { knownClients }: FlowTools,
  elsewhere: Elsewhere,
  tried: string,
  attempt: Attempt,
): Promise<FlowResult> {
  const asked = new Set([loginUrlOf(tried)]);
  const regions = [tried];
  for (const region of likelyRegions(tried, knownClients.regions())) {
    const loginUrl = loginUrlOf(region);
    if (asked.has(loginUrl)) continue;
    asked.add(loginUrl);
    regions.push(region);
    attempt.report({ kind: 'trying-regions', region });
    const result = await elsewhere.signIn(region, attempt);
    if (result.kind !== 'not-there') return result;
    if (attempt.signal.aborted) return CANCELLED;
  }
  return failed({ kind: 'no-region-fits', tried: regions });
}

function loginUrlOf(region: string): string {
  const hosts = hostsOf(region);
  return hosts.ok ? hosts.hosts.loginUrl : '';
}
