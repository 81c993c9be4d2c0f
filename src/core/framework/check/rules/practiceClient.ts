import { finding } from '../../frameworkFinding.ts';
import type { Rule } from '../rule.ts';

/**
 * A Client ID of the practice org means nothing outside this computer, under whichever region it stands. There is no fix:
 * what could be offered here would come from the practice org again.
 */
export const knowsPracticeClients: Rule = ({ judged, search }) =>
  judged.flatMap((entry) => {
    const found = search.practice(entry);
    if (found === undefined) return [];
    return [finding('practice-client', entry.valuePlace, { client: found.client.name })];
  });
