import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Parts of names that are not written with one capital. */
const spellings = new Map([
  ['etag', 'ETag'],
  ['inin', 'ININ'],
  ['www', 'WWW'],
]);

/**
 * An answer whose headers have their names as the platform writes them, such as `ININ-Correlation-Id`. Any letter case is
 * the same name to HTTP, but some clients compare exactly; and web-standard headers, which all goes through here, have
 * lost it.
 */
export class NamedHeadersResponse extends ServerResponse {
  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    if (typeof reason === 'string') return super.writeHead(status, reason, named(headers));
    return super.writeHead(status, named(reason));
  }
}

function named(
  headers: OutgoingHttpHeaders | OutgoingHttpHeader[] = {},
): OutgoingHttpHeaders | OutgoingHttpHeader[] {
  if (Array.isArray(headers)) return headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [spelt(name), value]));
}

/** The names that were spelt before: an org writes the same few in each answer. */
const known = new Map<string, string>();

function spelt(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const parts = name.toLowerCase().split('-');
  const word = (part: string) => spellings.get(part) ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  const written = parts.map(word).join('-');
  known.set(name, written);
  return written;
}
