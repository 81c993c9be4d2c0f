import type { OrgClients } from '../../clients/orgClients.ts';
import type { Directive } from '../directives.ts';
import type { FrameworkFinding } from '../frameworkFinding.ts';
import { inspectFramework } from '../inspect.ts';
import { checkedFile } from './checkedFile.ts';
import type { Rule } from './rule.ts';
import { holdsClientIds } from './rules/clientIdForm.ts';
import { knowsClients } from './rules/clientInOrg.ts';
import { hasEachRegionOnce } from './rules/duplicateRegions.ts';
import { hasEachSettingOnce } from './rules/duplicateSettings.ts';
import { namesRegions } from './rules/regionKeys.ts';
import { clientsSuitFramework } from './rules/shortcomings.ts';
import { hasSomeClientId } from './rules/someClientId.ts';

const RULES: readonly Rule[] = [
  hasSomeClientId,
  namesRegions,
  holdsClientIds,
  hasEachRegionOnce,
  hasEachSettingOnce,
  knowsClients,
  clientsSuitFramework,
];

/**
 * What is wrong with, or worth knowing about, a framework.js, in the order of the text. Never throws, and says nothing
 * about what only a run of the file, or an org that one is not signed in to, could tell, nor about a file of another
 * product.
 * @param orgs The orgs that one is signed in to; none: only what the text tells.
 * @param today ISO date.
 * @param inspection What was read in the text, where it was read before.
 */
export function checkFramework(
  text: string,
  orgs: readonly OrgClients[],
  today: string,
  inspection = inspectFramework(text),
): readonly FrameworkFinding[] {
  if (!inspection.isFramework) return [];
  const file = checkedFile(text, inspection, orgs, today);
  const silenced = silencedCodes(file.inspection.directives);
  return RULES.flatMap((rule) => rule(file))
    .filter(({ code, place }) => !silenced(place.line, code))
    .sort((a, b) => a.place.start - b.place.start);
}

function silencedCodes(directives: readonly Directive[]): (line: number, code: string) => boolean {
  const byLine = new Map(directives.map(({ line, codes }) => [line, codes]));
  return (line, code) => {
    const codes = byLine.get(line);
    return codes === 'all' || codes?.includes(code) === true;
  };
}
