import * as z from 'zod/mini';

/** The hosts of an org, without a slash at the end. */
export type OrgHosts = {
  /** What stands before `/oauth/…`, such as `https://login.mypurecloud.com`. */
  loginUrl: string;
  /** What stands before `/api/v2/…`, such as `https://api.mypurecloud.com`. */
  apiUrl: string;
};

/** Neither a query nor a fragment, which would swallow what follows the path. */
const Path = z.string().check(z.regex(/^[^?#\s]*$/));

/** A host of a company's own that passes everything on to Genesys Cloud (Genesys facts 11). */
export const Gateway = z.object({
  host: z.string().check(
    z.regex(/^[a-z0-9.-]+$/i),
    z.refine((host) => URL.canParse(`https://${host}`)),
  ),
  port: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
  /** What stands for `login.{domain}` and `api.{domain}` in the paths; nothing when left out. */
  loginPath: z.optional(Path),
  apiPath: z.optional(Path),
});
export type Gateway = z.infer<typeof Gateway>;

/**
 * Where a region's hosts are, or the gateway that stands before them. A gateway is spoken to over https; only one on
 * this computer may do without, because tokens never cross a network in the clear.
 */
export function orgHosts(domain: string, gateway?: Gateway): OrgHosts {
  if (gateway === undefined) return { loginUrl: `https://login.${domain}`, apiUrl: `https://api.${domain}` };
  const { host, port, loginPath, apiPath } = gateway;
  const scheme = isLoopbackHost(host) ? 'http' : 'https';
  const origin = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
  return { loginUrl: origin + pathOf(loginPath), apiUrl: origin + pathOf(apiPath) };
}

/** Whether a host name means this computer. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

function pathOf(path: string | undefined): string {
  const trimmed = path?.replace(/^\/+|\/+$/g, '') ?? '';
  return trimmed === '' ? '' : `/${trimmed}`;
}
