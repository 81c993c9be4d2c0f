import { regionOfPage } from '../clients/frameworkPage.ts';
import { readPageName } from '../procedures/deployment.ts';
import type { Draft } from '../procedures/draft.ts';
import { redirectUriLines } from '../procedures/redirectUris.ts';
import type { Memory } from './state.ts';

/**
 * The same client once more, for the org of another region: every answer stays but those that belong to the client that
 * was made and to its region. It begins with the question of where to connect. The page of a partner (its name) that was
 * seen at the client of this region is an answer for the next one.
 */
export function forAnotherRegion(memory: Memory, partnerPage: string | undefined): Memory {
  const { draft, revision, formerDrafts, procedure } = memory;
  const own = withoutFrameworkPages(draft.redirectUris ?? '', partnerPage);
  return {
    procedure,
    step: 'connect',
    draft: {
      ...without(draft, ['adopts', 'clientId', 'moreRegions', 'mayReplace', 'redirectUris']),
      ...(own !== '' && { redirectUris: own }),
      ...(partnerPage !== undefined && { deployment: 'partner', partnerPage }),
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
function withoutFrameworkPages(redirectUris: string, partnerPage = ''): string {
  const read = readPageName(partnerPage);
  const partner = read.kind === 'name' ? read : undefined;
  return redirectUriLines(redirectUris)
    .map(({ uri }) => uri)
    .filter((uri) => regionOfPage(uri, partner) === undefined)
    .join('\n');
}
