import { createHash } from 'node:crypto';

/** Whether a string has the form of a code verifier: 43 to 128 unreserved characters (RFC 7636, 4.1). */
export function isVerifier(verifier: string): boolean {
  return /^[\w.~-]{43,128}$/.test(verifier);
}

/** Whether a string has the form of an S256 challenge: a SHA-256 in base64url. */
export function isChallenge(challenge: string): boolean {
  return /^[\w-]{43}$/.test(challenge);
}

/** The S256 challenge of a verifier (RFC 7636, 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
