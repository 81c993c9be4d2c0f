import type { PlatformError } from './errors.ts';

/** Hides something in a text. */
export type Mask = (text: string) => string;

/**
 * Hides these secrets in what a host says back, in the forms in which a request holds them: as they are and as a form
 * sends them, in capitals or not.
 */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = secrets
    .filter(Boolean)
    .flatMap((secret) => [secret, encodeURIComponent(inUnicode(secret)), inForm(secret)]);
  if (forms.length === 0) return (text) => text;
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(literally).join('|'), 'gi');
  return (text) => text.replace(any, '…');
}

/** An error without what a mask hides, wherever the host has said it. */
export function maskedError(error: PlatformError, mask: Mask): PlatformError {
  if ('reason' in error) return { ...error, reason: mask(error.reason) };
  if (!('answer' in error)) return error;
  const { status, code, message, correlationId } = error.answer;
  return {
    ...error,
    answer: {
      status,
      ...(code !== undefined && { code: mask(code) }),
      ...(message !== undefined && { message: mask(message) }),
      ...(correlationId !== undefined && { correlationId: mask(correlationId) }),
    },
  };
}

/** As it can be sent: half of a character, which nothing can encode, is sent as U+FFFD. */
function inUnicode(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

function inForm(secret: string): string {
  return new URLSearchParams({ '': secret }).toString().slice(1);
}

function literally(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
