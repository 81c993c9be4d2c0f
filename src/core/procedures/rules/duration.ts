import { LONGEST_DURATION_SECONDS, parseDuration, SHORTEST_DURATION_SECONDS } from '../duration.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

/** G4 and E2: a whole number of seconds from five minutes to two days. */
export const hasDuration: Rule = ({ duration }) => {
  const limits = { min: SHORTEST_DURATION_SECONDS, max: LONGEST_DURATION_SECONDS };
  if (duration.trim() === '') return [problem('duration', 'error', 'duration-missing', limits)];
  const seconds = parseDuration(duration);
  if (seconds === undefined) return [problem('duration', 'error', 'duration-not-a-number', limits)];
  if (seconds < limits.min)
    return [problem('duration', 'error', 'duration-too-short', { seconds, ...limits })];
  if (seconds > limits.max)
    return [problem('duration', 'error', 'duration-too-long', { seconds, ...limits })];
  return [];
};
