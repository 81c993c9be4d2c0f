import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import type { OverriddenSetting } from '../../inspect.ts';
import { parseExpression } from '../../parse.ts';
import { type Removal, removalFrom } from '../../removal.ts';
import type { Rule } from '../rule.ts';

/** A setting that is twice in one object: only the last one counts (Genesys facts 5.4). */
export const hasEachSettingOnce: Rule = ({ text, inspection: { overridden } }) => {
  const exactness = new Map<number, boolean>();
  const removalOf = removalFrom(text);
  return overridden.map((setting) => {
    const { name, place, by, object } = setting;
    const isExact = exactness.get(object.start) ?? isExactObject(text, setting);
    exactness.set(object.start, isExact);
    const related = [{ place: by, what: 'counts-instead' as const }];
    const fixes = isExact ? remove(removalOf, setting) : [];
    return finding('duplicate-setting', place, { name, line: by.line }, { related, fixes });
  });
};

/** A whole `clientIds` may hold IDs that would be gone with it. */
function remove(removalOf: Removal, { name, place, inert }: OverriddenSetting): readonly FrameworkFix[] {
  const removal = removalOf(place);
  if (removal === undefined) return [];
  const safe = inert && name !== 'clientIds';
  return [{ kind: 'edit', code: 'remove-duplicate-setting', args: { name }, edits: removal, safe }];
}

function isExactObject(text: string, { object }: OverriddenSetting): boolean {
  const alone = parseExpression(text, object.start, object.end);
  return alone?.type === 'ObjectExpression' && alone.end === object.end;
}
