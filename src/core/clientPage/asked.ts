import * as z from 'zod/mini';
import { PlatformError, type Result } from '../platform/errors.ts';

/** What an org has to be asked for, and how far that is. */
export type Asked<T> =
  /** Under way; `former` is what was known before, as long as nothing newer is. */
  | { readonly kind: 'reading'; readonly former?: T | undefined }
  | { readonly kind: 'known'; readonly value: T }
  /** The org does not let whoever asks know it. */
  | { readonly kind: 'untold'; readonly error: PlatformError }
  /** The org could not be asked, or gave no answer of use: it may tell at the next try. */
  | { readonly kind: 'failed'; readonly error: PlatformError; readonly former?: T | undefined };

/** The same as it travels to a page. */
export function asked<T>(value: z.ZodMiniType<T>) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reading'), former: z.optional(value) }),
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('untold'), error: PlatformError }),
    z.object({ kind: z.literal('failed'), error: PlatformError, former: z.optional(value) }),
  ]);
}

/** It is asked for once more. */
export function askedAgain<T>(before: Asked<T>): Asked<T> {
  return { kind: 'reading', ...formerly(before) };
}

/** The answer is there, or why there is none. */
export function answered<T>(before: Asked<T>, answer: Result<T>): Asked<T> {
  if (answer.ok) return { kind: 'known', value: answer.value };
  const { error } = answer;
  return error.kind === 'forbidden'
    ? { kind: 'untold', error }
    : { kind: 'failed', error, ...formerly(before) };
}

/** What of it can be shown, be it of before. */
export function latest<T>(about: Asked<T>): T | undefined {
  switch (about.kind) {
    case 'known':
      return about.value;
    case 'reading':
    case 'failed':
      return about.former;
    case 'untold':
      return undefined;
  }
}

function formerly<T>(before: Asked<T>): { former?: T } {
  const former = latest(before);
  return former === undefined ? {} : { former };
}
