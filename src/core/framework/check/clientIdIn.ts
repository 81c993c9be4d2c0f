const CLIENT_IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Dashes that text processors make of hyphens, and characters without a width that come along with a copy. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFF0D]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** A Client ID has 32 hexadecimal digits: half of them make a cut-off one, no word has that many. */
const FEWEST_DIGITS = 16;
const FEWEST_DIGITS_WITH_TYPING_ERRORS = 24;
const MOST_TYPING_ERRORS = 2;

/**
 * What a string that is no Client ID was meant to be. `id`: the Client ID in it, when spaces, braces or the like around
 * it are all that is wrong. `broken`: it looks like one that lost, gained or changed something. `other`: any other text.
 */
export type Misread =
  | { readonly kind: 'id'; readonly clientId: string }
  | { readonly kind: 'broken' | 'other' };

/** Takes a string that stands for a Client ID for what it most likely is (Genesys facts 5.2 and 5.4). */
export function misread(text: string): Misread {
  const plain = text.replace(INVISIBLE, '').replace(DASHES, '-').trim();
  const [only, ...more] = plain.match(CLIENT_IDS) ?? [];
  if (only !== undefined) {
    return more.length === 0 && isSurrounded(plain, only)
      ? { kind: 'id', clientId: only }
      : { kind: 'broken' };
  }
  return { kind: looksBroken(plain) ? 'broken' : 'other' };
}

/** By nothing but brackets, quotes and punctuation: another digit would make the ID a longer one. */
function isSurrounded(text: string, clientId: string): boolean {
  return !/[\p{L}\p{N}-]/u.test(text.replace(clientId, ''));
}

function looksBroken(text: string): boolean {
  const rest = text.replace(/[\s{}()<>[\]"'`-]/g, '');
  const digits = rest.match(/[0-9a-f]/gi)?.length ?? 0;
  const errors = [...rest].length - digits;
  if (errors === 0) return digits >= FEWEST_DIGITS;
  return digits >= FEWEST_DIGITS_WITH_TYPING_ERRORS && errors <= MOST_TYPING_ERRORS;
}
