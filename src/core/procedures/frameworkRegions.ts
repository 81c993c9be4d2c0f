import type { Answers } from './draft.ts';

/**
 * The regions whose agents use the framework.js, by domain: that of the client, and those the person added, because one
 * client can serve every region (rule G11). None while the client's own (`region`, its domain) is undecided.
 */
export function frameworkRegions(
  { moreRegions }: Pick<Answers, 'moreRegions'>,
  region: string | undefined,
): readonly string[] {
  return region === undefined ? [] : [...new Set([region, ...moreRegions])];
}
