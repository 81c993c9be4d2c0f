import { finding } from '../draftFinding.ts';
import {
  LONGEST_DURATION_SECONDS,
  LONGEST_SCIM_DURATION_SECONDS,
  parseDuration,
  SHORTEST_DURATION_SECONDS,
} from '../duration.ts';
import type { Rule } from '../procedure.ts';

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
