import type { PlatformError } from './errors.ts';

/** How Node.js names the failures to find or reach a host: nothing was sent then. */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/** How OpenSSL and Chromium name a certificate that is not trusted; the connection ends before anything is sent. */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_|CERTIFICATE|ERR_TLS_CERT|self[- ]signed certificate|unable to (get|verify)|certificate/i;

/** What a thrown failure to get any answer was. */
export function networkError(thrown: unknown): PlatformError {
  const reason = innermostReason(thrown);
  if (NOT_CONNECTED.test(reason)) return { kind: 'unreachable', reason };
  return UNTRUSTED.test(reason) ? { kind: 'untrusted-certificate', reason } : { kind: 'no-answer', reason };
}

/**
 * fetch hides why it failed in `cause`; the innermost one is the one that helps (ECONNREFUSED, …). A TypeError without
 * one is about what fetch was given, and quotes it, be it a header with a token: only its name is told.
 */
function innermostReason(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.cause instanceof Error) return innermostReason(thrown.cause);
  if (thrown instanceof TypeError) return thrown.name;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const message = thrown.message || thrown.name;
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
