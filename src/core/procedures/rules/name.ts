import { actsWhereShown, isSeen, withoutStrayInvisible } from '../../platform/invisible.ts';
import { orgOf } from '../context.ts';
import { type Problem, problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

/** Genesys publishes no limit. This one keeps a name readable on the page where people authorize the client. */
const LONGEST_NAME = 100;

/** G2: an App Name is required, and one that the org already uses is confusing. */
export const hasName: Rule = ({ name }, context) => {
  const org = orgOf(context);
  const trimmed = name.trim();
  const length = [...trimmed].length;
  if (!isSeen(trimmed)) return [problem('name', 'error', 'name-missing')];
  const invisible = invisibleIn(trimmed);
  if (length > LONGEST_NAME)
    return [...invisible, problem('name', 'error', 'name-too-long', { length, max: LONGEST_NAME })];
  const taken = org?.clients.kind === 'known' && org.clients.value.some((client) => client.name === trimmed);
  return [...invisible, ...(taken ? [problem('name', 'warning', 'name-in-use', { name: trimmed })] : [])];
};

/**
 * G2: what acts where the name is shown makes another text of the page around it, too; what only cannot be seen keeps
 * people from finding the name again.
 */
function invisibleIn(name: string): Problem[] {
  const seen = withoutStrayInvisible(name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim();
  if (seen === name) return [];
  const fix = { code: 'remove-invisible' as const, args: {}, change: { name: seen } };
  return [problem('name', actsWhereShown(name) ? 'error' : 'warning', 'name-invisible', {}, [fix])];
}
