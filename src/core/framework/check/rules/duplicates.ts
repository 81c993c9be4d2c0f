import type { ClientIdEntry, OverriddenSetting } from '../../inspect.ts';
import { parseExpression } from '../../parse.ts';
import type { FrameworkFix } from '../../problem.ts';
import { removalOf } from '../../removal.ts';
import { misread } from '../clientIdIn.ts';
import { problem, type Rule } from '../rule.ts';

/** A region that is there twice: only the last entry counts. Silent where a run of the file decides what it holds. */
export const hasEachRegionOnce: Rule = ({ text, inspection: { clientIds }, live }) => {
  if (clientIds.kind !== 'literal') return [];
  const kept = clientIds.commentedOut.map(({ place }) => place);
  const byRegion = new Map(live.map((entry) => [entry.region, entry]));
  return clientIds.entries.flatMap((entry) => {
    const counting = byRegion.get(entry.region);
    if (counting === undefined || counting === entry || counting.value.kind === 'dynamic') return [];
    const removal = clientIds.exact ? removalOf(text, entry.place, kept) : undefined;
    const { region, keyPlace } = entry;
    const fixes: FrameworkFix[] =
      removal === undefined
        ? []
        : [
            {
              kind: 'edit',
              code: 'remove-duplicate-region',
              args: { region },
              edits: [removal],
              safe: isExpendable(entry, counting),
            },
          ];
    const related = [{ place: counting.place, what: 'counts-instead' as const }];
    const args = { region, line: counting.keyPlace.line };
    return [problem('duplicate-region', 'warning', keyPlace, args, { related, fixes })];
  });
};

/** It holds no Client ID that would be gone with it, and nothing happens while it is evaluated. */
function isExpendable({ value }: ClientIdEntry, counting: ClientIdEntry): boolean {
  switch (value.kind) {
    case 'empty':
      return true;
    case 'placeholder':
      return misread(value.text).kind === 'other';
    case 'dynamic':
      return false;
    case 'client-id':
      return counting.value.kind === 'client-id' && counting.value.text === value.text;
  }
}

/** A setting that is twice in one object: only the last one counts (Genesys facts 5.4). */
export const hasEachSettingOnce: Rule = ({ text, inspection: { overridden } }) => {
  const exactness = new Map<number, boolean>();
  return overridden.map((setting) => {
    const { name, place, by, object } = setting;
    const isExact = exactness.get(object.start) ?? isExactObject(text, setting);
    exactness.set(object.start, isExact);
    const removal = isExact ? removalOf(text, place, []) : undefined;
    const fixes: FrameworkFix[] =
      removal === undefined
        ? []
        : [
            {
              kind: 'edit',
              code: 'remove-duplicate-setting',
              args: { name },
              edits: [removal],
              safe: setting.inert && name !== 'clientIds',
            },
          ];
    const related = [{ place: by, what: 'counts-instead' as const }];
    return problem('duplicate-setting', 'warning', place, { name, line: by.line }, { related, fixes });
  });
};

function isExactObject(text: string, { object }: OverriddenSetting): boolean {
  const alone = parseExpression(text, object.start, object.end);
  return alone?.type === 'ObjectExpression' && alone.end === object.end;
}
