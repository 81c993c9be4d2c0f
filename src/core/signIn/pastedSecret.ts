import { withoutInvisible } from '../platform/invisible.ts';

/** Visible ASCII: what an HTTP header can carry, and what Genesys Cloud makes its secrets of. */
const VISIBLE = /^[\x21-\x7e]+$/;

/** Characters; an opaque token has fewer than a hundred, and a header line holds some thousand. */
const SHORTEST_TOKEN = 20;
const LONGEST_TOKEN = 4096;

/** What stands around a token where it is copied from: a header, in whatever language it was written. */
const BEFORE_TOKEN = /^["'`\s]*(?:authorization["'`\s]*:["'`\s]*)?(?:bearer\s+)?["'`]*/i;
/** At the beginning of a run only: whoever wrote the text chooses how long its runs are. */
const AFTER_TOKEN = /(?<!["'`,;\s])["'`,;\s]+$/;

/**
 * An access token as it was pasted: alone, in quotes, or with the `Authorization` header it was copied from; without
 * the characters that nobody sees. Undefined when it cannot be one.
 */
export function readAccessToken(text: string): string | undefined {
  const token = withoutInvisible(text).replace(BEFORE_TOKEN, '').replace(AFTER_TOKEN, '');
  return VISIBLE.test(token) && token.length >= SHORTEST_TOKEN && token.length <= LONGEST_TOKEN
    ? token
    : undefined;
}

/** A Client Secret as it was pasted, without what nobody sees; undefined when it cannot be one. */
export function readClientSecret(text: string): string | undefined {
  const secret = withoutInvisible(text).trim();
  return VISIBLE.test(secret) ? secret : undefined;
}
