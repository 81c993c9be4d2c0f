import { readClientId } from '../../platform/clientId.ts';
import { actsWhereShown, isSeen, withoutStrayInvisible } from '../../platform/text.ts';
import { orgOf } from '../context.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import {
  LONGEST_DURATION_SECONDS,
  LONGEST_SCIM_DURATION_SECONDS,
  parseDuration,
  SHORTEST_DURATION_SECONDS,
} from '../duration.ts';
import type { Rule } from '../procedure.ts';

/** Genesys publishes no limit. This one keeps a name readable on the page where people authorize the client. */
export const LONGEST_NAME = 100;

/** G2: an App Name is required, and one that the org already uses is confusing. */
export const hasName: Rule = ({ name, edits }, context) => {
  const org = orgOf(context);
  const trimmed = name.trim();
  const length = [...trimmed].length;
  if (!isSeen(trimmed)) return [finding('name-missing', 'name')];
  const invisible = invisibleIn(trimmed);
  if (length > LONGEST_NAME)
    return [...invisible, finding('name-too-long', 'name', { length, max: LONGEST_NAME })];
  const others =
    org?.clients.kind === 'known'
      ? org.clients.value.entries.filter(({ id }) => id !== edits?.record.id)
      : [];
  const taken = others.some((client) => client.name === trimmed);
  return [...invisible, ...(taken ? [finding('name-in-use', 'name', { name: trimmed })] : [])];
};

/**
 * G2: what acts where the name is shown makes another text of the page around it, too; what only cannot be seen keeps
 * people from finding the name again.
 */
function invisibleIn(name: string): DraftFinding[] {
  const seen = asSeen(name);
  if (seen === name) return [];
  const fix = { code: 'remove-invisible' as const, args: {}, change: { name: seen } };
  const severity = actsWhereShown(name) ? 'error' : 'warning';
  return [finding('name-invisible', 'name', {}, { severity, fixes: [fix] })];
}

/** A name without what nobody sees of it. */
export function asSeen(name: string): string {
  return withoutStrayInvisible(name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim();
}

/** G4 and E2: a whole number of seconds from five minutes to two days. */
export const hasDuration: Rule = durationUpTo(LONGEST_DURATION_SECONDS, 'duration-too-long');

/** S2: the same, but up to 450 days, because rule S4 sees to the only role that may last so long. */
export const hasScimDuration: Rule = durationUpTo(LONGEST_SCIM_DURATION_SECONDS, 'scim-duration-too-long');

function durationUpTo(max: number, tooLong: 'duration-too-long' | 'scim-duration-too-long'): Rule {
  return ({ duration }) => {
    const limits = { min: SHORTEST_DURATION_SECONDS, max };
    if (duration.trim() === '') return [finding('duration-missing', 'duration', limits)];
    const seconds = parseDuration(duration);
    if (seconds === undefined) return [finding('duration-not-a-number', 'duration', limits)];
    if (seconds < limits.min) return [finding('duration-too-short', 'duration', { seconds, ...limits })];
    return seconds > max ? [finding(tooLong, 'duration', { seconds, ...limits })] : [];
  };
}

/** G1 without an API call: the client is made by hand, so its ID must be known, and be one. */
export const hasClientId: Rule = ({ clientId }, { destination }) => {
  if (destination.kind !== 'admin-page') return [];
  if (!isSeen(clientId)) return [finding('client-id-missing', 'clientId')];
  return readClientId(clientId) !== undefined ? [] : [finding('client-id-malformed', 'clientId')];
};
