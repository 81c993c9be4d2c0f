import { frameworkRedirectUris } from '../clients/frameworkNeeds.ts';
import { regions } from '../platform/regions.ts';
import type { Draft } from '../procedures/draft.ts';
import { redirectUriLines } from '../procedures/redirectUris.ts';
import type { Memory } from './state.ts';

/**
 * The same client once more, for the org of another region: every answer stays but those that belong to the client that
 * was made and to its region. It begins with the question of where to connect.
 */
export function forAnotherRegion(memory: Memory): Memory {
  const { draft, revision, formerDrafts, procedure } = memory;
  const own = withoutFrameworkPages(draft.redirectUris ?? '');
  return {
    procedure,
    step: 'connect',
    draft: {
      ...without(draft, ['adopts', 'clientId', 'moreRegions', 'mayReplace', 'redirectUris']),
      ...(own !== '' && { redirectUris: own }),
    },
    attempted: [],
    formerDrafts,
    revision,
  };
}

function without(draft: Draft, answers: readonly (keyof Draft)[]): Draft {
  const others = { ...draft };
  for (const answer of answers) delete others[answer];
  return others;
}

/** What stands there because of a region follows the next one; the rest is the person's own. */
function withoutFrameworkPages(redirectUris: string): string {
  const pages = new Set(regions.flatMap(({ domain }) => frameworkRedirectUris(domain, true)));
  return redirectUriLines(redirectUris)
    .map(({ uri }) => uri)
    .filter((uri) => !pages.has(uri))
    .join('\n');
}
