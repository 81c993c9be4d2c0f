import { ApiError } from '../errors.ts';

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A moment (milliseconds since 1970) as the platform writes it. */
export function isoDate(time: number): string {
  return new Date(time).toISOString();
}

/** The moment that an ISO-8601 date and time names, in milliseconds since 1970. Throws `invalid.date`. */
export function dateOf(text: string): number {
  const time = ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new ApiError('invalid.date');
  return time;
}
