const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?/;

/**
 * Whether a redirect URI is one of those registered. Every character counts, a trailing slash too; only the
 * port of a loopback address may be any (Genesys facts 6.2).
 */
export function isRegistered(registered: readonly string[], asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  return registered.some((uri) => uri === asked || withoutLoopbackPort(uri) === withoutLoopbackPort(asked));
}

function withoutLoopbackPort(uri: string): string {
  return uri.replace(LOOPBACK, 'http://$1');
}
