import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { type HttpEnv, isLoginPath } from './http.ts';

/** Who may ask, beside programs of this computer and the org's own pages. */
export type Allowed = {
  /** Names by which the org may be called, without a port. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may ask by script, and read the answers. */
  readonly allowedOrigins: readonly string[];
};

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** The names by which an org may be called while it runs. Whoever has its control token may add one. */
export class HostNames {
  private readonly names: Set<string>;

  constructor(allowed: readonly string[]) {
    this.names = new Set([...LOOPBACK_NAMES, ...allowed]);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  allow(name: string): void {
    this.names.add(name.toLowerCase());
  }
}

/** Whether this is a name, or an address, without a port. */
export function isHostName(text: string): boolean {
  return /^([a-z\d]([a-z\d._-]*[a-z\d])?|\[[\da-f:.]+\])$/i.test(text);
}

const wrongHost =
  'The practice org answers only to the names localhost, 127.0.0.1 and [::1]. Start it with --allow-host NAME to have it answer to another one.\n';
const wrongOrigin =
  'The practice org answers no page of another origin. Start it with --allow-origin ORIGIN to let the pages of that origin ask.\n';

/**
 * Keeps the pages of strangers out, which any browser on this computer may show. Such a page can let its own name lead to
 * 127.0.0.1 (DNS rebinding), and `Host` tells it; or send requests whose answers it cannot read, and `Origin` and
 * `Sec-Fetch-Site` tell it.
 */
export function onlyAllowed(
  names: HostNames,
  { allowedOrigins }: Pick<Allowed, 'allowedOrigins'>,
): MiddlewareHandler<HttpEnv> {
  const share = cors({
    origin: [...allowedOrigins],
    exposeHeaders: ['ETag', 'ININ-Correlation-Id', 'Location', 'Retry-After'],
    maxAge: 600,
  });
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? '';
    if (!names.has(withoutPort(host))) return c.text(wrongHost, 421);
    const origin = c.req.header('origin');
    if (origin !== undefined && allowedOrigins.includes(origin)) return await share(c, next);
    if (isFromElsewhere(c, origin, `http://${host}`)) return c.text(wrongOrigin, 403);
    return await next();
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** Whether a page of another origin asks; that it sends a person to a login page is not counted. */
function isFromElsewhere(c: Context<HttpEnv>, origin: string | undefined, own: string): boolean {
  // No browser names an origin for a link or an image, and the form of a login page has `null` (it sends no referrer).
  if (origin !== undefined && origin !== 'null') return origin !== own;
  const isLogin = isLoginPath(c.req.path);
  switch (c.req.header('sec-fetch-site')) {
    case 'same-origin':
    case 'none':
      return false;
    // Programs, and browsers that are too old to tell.
    case undefined:
      return origin === 'null' && !isLogin;
    default:
      return !(isLogin && c.req.method === 'GET' && c.req.header('sec-fetch-dest') === 'document');
  }
}
