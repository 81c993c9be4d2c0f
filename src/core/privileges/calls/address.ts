import { isLoopbackHost } from '../../platform/orgHosts.ts';
import { regions } from '../../platform/regions.ts';
import { SECRET_SHAPE } from '../../platform/secretShape.ts';

/** What an address comes to: the path of an operation, or why it is none. */
export type Address =
  | { kind: 'endpoint'; path: string; host: 'genesys' | 'untold' }
  | { kind: 'removed-api'; host: 'genesys' | 'untold' }
  | { kind: 'other-host' }
  | { kind: 'no-endpoint' };

const API = /(?:^|\/)api\/v([12])(?=\/|$)/i;

/**
 * Reads an address as people write it: with a host or without, a query and fragment behind it, and values, `{names}`,
 * `:names`, `<names>`, `${names}` or `%s` in its path.
 */
export function readAddress(written: string, ownHosts: readonly string[] = []): Address {
  const address = written.replace(/[?#].*$/s, '');
  const api = API.exec(address);
  if (api === null) {
    const host = hostOf(address);
    return host !== undefined && whose(host, ownHosts) === 'other'
      ? { kind: 'other-host' }
      : { kind: 'no-endpoint' };
  }
  const host = hostOf(address.slice(0, api.index));
  const owner = host === undefined ? 'untold' : whose(host, ownHosts);
  if (owner === 'other') return { kind: 'other-host' };
  if (api[1] === '1') return { kind: 'removed-api', host: owner };
  const path = readPath(address.slice(api.index + api[0].length), /API\/V2/.test(api[0]));
  return path === undefined ? { kind: 'no-endpoint' } : { kind: 'endpoint', path, host: owner };
}

/** A path below `/api/v2`, its placeholders as `{names}`; undefined where nothing follows, or an ellipsis. */
export function readPath(written: string, isInCapitals = false): string | undefined {
  const segments = written.split('/').filter((segment) => segment !== '');
  if (segments.length === 0 || segments.some((segment) => /^\.{2,}$/.test(segment))) return undefined;
  return segments.map((segment) => `/${readSegment(segment, isInCapitals)}`).join('');
}

const PLACEHOLDERS: readonly RegExp[] = [
  /^\$?\{+\s*([^{}]*?)\s*\}+$/,
  /^:([a-z]\w*)$/i,
  /^<([^<>]+)>$/,
  /^\[([^[\]]+)\]$/,
  /^\$(?:env:)?(\w+)$/i,
  /^%(?:\d+\$)?[sdv]()$/,
  /^%([a-z_]\w*)%$/i,
  /^[*…]+()$/,
];

function readSegment(segment: string, isInCapitals: boolean): string {
  const decoded = percentDecoded(segment);
  for (const form of PLACEHOLDERS) {
    const name = form.exec(decoded)?.[1];
    if (name !== undefined) return `{${/^\w*[a-z_]\w*$/i.test(name) ? name : 'value'}}`;
  }
  // Source files are not masked before they are read, and this is told to others.
  if (decoded.search(SECRET_SHAPE) >= 0) return '{value}';
  return isInCapitals ? decoded.toLowerCase() : decoded;
}

function percentDecoded(segment: string): string {
  try {
    const decoded = decodeURIComponent(segment);
    return decoded.includes('/') ? segment : decoded;
  } catch {
    return segment;
  }
}

/** What stands for a host before a path, without a port and a name with a password; undefined where none is written. */
function hostOf(before: string): string | undefined {
  const authority = /^(?:[a-z][a-z\d+.-]{0,30}:)?\/\/([^/]*)/i.exec(before)?.[1] ?? bareHost(before);
  if (authority === undefined) return undefined;
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:(?:\d+|[{$<%].*)?$/, '')
    .toLowerCase();
}

function bareHost(before: string): string | undefined {
  const first = before.split('/', 1)[0] ?? '';
  return /^[\w{}$<>.-]+\.[a-z{][\w{}$<>.-]*(?::\d+)?$/i.test(first) ? first : undefined;
}

/** Whose a host is; one with a placeholder in it is judged by what is written behind the last. */
function whose(host: string, ownHosts: readonly string[]): 'genesys' | 'untold' | 'other' {
  if (isLoopbackHost(host) || ownHosts.includes(host)) return 'genesys';
  if (isGenesysHost(host)) return 'genesys';
  if (!/[{$<%*…]/.test(host)) return 'other';
  const tail = host.slice(Math.max(...[...'}>%*…'].map((end) => host.lastIndexOf(end))) + 1);
  if (host.startsWith('$') && /^\$\w+$/.test(host)) return 'untold';
  if (!tail.includes('.')) return 'untold';
  return isGenesysHost(tail) || regions.some(({ domain }) => domain.endsWith(tail)) ? 'genesys' : 'other';
}

function isGenesysHost(host: string): boolean {
  return regions.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}
