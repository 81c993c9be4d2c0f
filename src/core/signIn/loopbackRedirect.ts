import { isLoopbackHost } from '../platform/orgHosts.ts';

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
