import { plainClientId, readClientId } from '../../platform/clientId.ts';

const ID_IN_IT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

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
  const clientId = readClientId(text);
  if (clientId !== undefined) return { kind: 'id', clientId };
  const plain = plainClientId(text);
  return { kind: ID_IN_IT.test(plain) || looksBroken(plain) ? 'broken' : 'other' };
}

function looksBroken(text: string): boolean {
  const rest = text.replace(/[\s{}()<>[\]"'`-]/g, '');
  const digits = rest.match(/[0-9a-f]/gi)?.length ?? 0;
  const errors = [...rest].length - digits;
  if (errors === 0) return digits >= FEWEST_DIGITS;
  return digits >= FEWEST_DIGITS_WITH_TYPING_ERRORS && errors <= MOST_TYPING_ERRORS;
}
