import { inUsualWidth, withoutInvisible } from './text.ts';

const CLIENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CLIENT_IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Dashes that text processors make of hyphens; those of full width become hyphens by themselves. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Whether a text is formed like a Client ID: a UUID (Genesys facts 5.2). */
export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}

/**
 * The Client ID that a text certainly is: with blanks, quotes, brackets or punctuation around it, dashes for hyphens,
 * letters of full width and characters that nobody sees. Undefined where there is none, or something else, too.
 */
export function readClientId(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const plain = plainClientId(text);
  const [only, ...more] = plain.match(CLIENT_IDS) ?? [];
  return only !== undefined && more.length === 0 && isSurrounded(plain, only) ? only : undefined;
}

/** One with all that people paste around it; longer texts are something else, and are not looked into. */
const MOST_CHARACTERS = 500;

/** A text in the letters that a Client ID is written in, whether or not it is one. */
export function plainClientId(text: string): string {
  if (text.length > MOST_CHARACTERS) return text;
  return withoutInvisible(inUsualWidth(text)).replace(DASHES, '-').trim();
}

/** By nothing but brackets, quotes and punctuation: another digit would make the ID a longer one. */
function isSurrounded(text: string, clientId: string): boolean {
  return !/[\p{L}\p{N}-]/u.test(text.replace(clientId, ''));
}
