import { inUsualWidth, withoutInvisible } from '../platform/text.ts';

/** The shortest and longest token durations, in seconds (procedure rules G4 and E2). */
export const SHORTEST_DURATION_SECONDS = 300;
export const LONGEST_DURATION_SECONDS = 172_800;

/** The longest for a client with exactly the SCIM Integration role (rule S2), in seconds: 450 days. */
export const LONGEST_SCIM_DURATION_SECONDS = 38_880_000;

/**
 * Reads a duration as people type it: digits of any width, with or without separators of thousands.
 * Returns seconds, or undefined when it is not a whole number.
 */
export function parseDuration(typed: string): number | undefined {
  const digits = withoutInvisible(inUsualWidth(typed)).trim();
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(digits)) return undefined;
  return Number(digits.replaceAll(',', ''));
}

/** Splits seconds into whole days, hours, minutes and seconds, for reading aloud. */
export function splitDuration(seconds: number): {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
} {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
