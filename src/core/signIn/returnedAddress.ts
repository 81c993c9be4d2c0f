import { answerIn } from '../platform/loginError.ts';
import { isLoopbackHost } from '../platform/orgHosts.ts';
import { withoutInvisible } from '../platform/text.ts';

/** What the address is that somebody pasted after a login in the browser. */
export type ReturnedAddress =
  /** This login's: with a code or a token, or with the reason why there is none. */
  | { kind: 'returned'; url: URL }
  | { kind: 'not-an-address' }
  /** An address that holds no answer, such as the login page's own. */
  | { kind: 'no-answer' }
  /** The answer to another login, an earlier one most likely. */
  | { kind: 'other-login' };

/** Browsers show a loopback address without its scheme, and copy it so. */
const BARE_LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])[:/?]/i;

/**
 * Reads the address that the browser ended on, as it was pasted, for the login with this state that ends with a code,
 * or (the implicit grant) with a token. Never throws.
 */
export function readReturnedAddress(
  text: string,
  state: string,
  endsWith: 'code' | 'token' = 'code',
): ReturnedAddress {
  const url = addressIn(text);
  if (url === undefined) return { kind: 'not-an-address' };
  const answer = endsWith === 'code' ? url.searchParams : answerIn(url);
  const holdsAnswer = answer.get(endsWith === 'code' ? 'code' : 'access_token') || answer.get('error');
  if (!holdsAnswer) return { kind: 'no-answer' };
  return answer.get('state') === state ? { kind: 'returned', url } : { kind: 'other-login' };
}

/** Blanks, line breaks and what nobody sees come from where it was copied: an address holds none. */
function addressIn(text: string): URL | undefined {
  const pasted = withoutInvisible(text)
    .replace(/\s+/g, '')
    .replace(/^["'`<]+|(?<!["'`>])["'`>]+$/g, '');
  const address = BARE_LOOPBACK.test(pasted) ? `http://${pasted}` : pasted;
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * The redirect URI for a login whose browser reaches our port at this address: `http://localhost:PORT`, the only
 * loopback form that is known to be accepted on any port (Genesys facts 6.2), and without a slash at the end. Undefined
 * when the address is not on the browser's own computer, or has a path that the redirect would lose; then what the
 * browser ended on is pasted.
 */
export function loopbackRedirect(external: URL): string | undefined {
  const { protocol, hostname, port, pathname, search } = external;
  const plain = protocol === 'http:' && pathname === '/' && search === '' && port !== '';
  return plain && isLoopbackHost(hostname) ? `http://localhost:${port}` : undefined;
}
