import { regions } from '../platform/regions.ts';

/** Realms of their own: nothing of the commercial regions belongs there, and no secret is sent there on a guess. */
const SEPARATE_REALMS: readonly string[] = ['use2.us-gov-pure.cloud', 'edee1.eusc-pure.cloud'];

/** The domains worth trying when a region does not know a client or a token: those used before, then all others. */
export function likelyRegions(tried: string, recent: readonly string[]): string[] {
  const others = regions.map(({ domain }) => domain);
  return [...new Set([...recent, ...others])].filter(
    (domain) => domain !== tried && !SEPARATE_REALMS.includes(domain),
  );
}
