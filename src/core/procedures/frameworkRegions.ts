import { type Context, clientRegion } from './context.ts';
import type { Answers } from './draft.ts';

/**
 * The regions whose agents use the framework.js, by domain: that of the client, and those the person added, because one
 * client can serve every region (rule G11). None while the client's own is undecided.
 */
export function frameworkRegions(
  { moreRegions }: Pick<Answers, 'moreRegions'>,
  context: Pick<Context, 'destination'>,
): readonly string[] {
  const region = clientRegion(context);
  return region === undefined ? [] : [...new Set([region, ...moreRegions])];
}
