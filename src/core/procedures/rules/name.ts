import { actsWhereShown, isSeen, withoutStrayInvisible } from '../../platform/invisible.ts';
import { orgOf } from '../context.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import type { Rule } from '../procedure.ts';

/** Genesys publishes no limit. This one keeps a name readable on the page where people authorize the client. */
const LONGEST_NAME = 100;

/** G2: an App Name is required, and one that the org already uses is confusing. */
export const hasName: Rule = ({ name }, context) => {
  const org = orgOf(context);
  const trimmed = name.trim();
  const length = [...trimmed].length;
  if (!isSeen(trimmed)) return [finding('name-missing', 'name')];
  const invisible = invisibleIn(trimmed);
  if (length > LONGEST_NAME)
    return [...invisible, finding('name-too-long', 'name', { length, max: LONGEST_NAME })];
  const taken = org?.clients.kind === 'known' && org.clients.value.some((client) => client.name === trimmed);
  return [...invisible, ...(taken ? [finding('name-in-use', 'name', { name: trimmed })] : [])];
};

/**
 * G2: what acts where the name is shown makes another text of the page around it, too; what only cannot be seen keeps
 * people from finding the name again.
 */
function invisibleIn(name: string): DraftFinding[] {
  const seen = withoutStrayInvisible(name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim();
  if (seen === name) return [];
  const fix = { code: 'remove-invisible' as const, args: {}, change: { name: seen } };
  const severity = actsWhereShown(name) ? 'error' : 'warning';
  return [finding('name-invisible', 'name', {}, { severity, fixes: [fix] })];
}
