import type { Call } from '../api/operation.ts';

/** Always returned, whatever is asked for (RFC 7643, 2.4). */
const ALWAYS = new Set(['schemas', 'id']);
const EXTENSION = /^(urn:ietf:params:scim:schemas:extension:.+:2\.0:user)(?::(.+))?$/;
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/;

type Document = Readonly<Record<string, unknown>>;

/** The attributes of a resource that `attributes` and `excludedAttributes` leave. */
export function projected(call: Call, document: Document): Document {
  const wanted = pathsOf(call.queryList('attributes'));
  const unwanted = pathsOf(call.queryList('excludedAttributes'));
  return keep(document, (path, hasParts) => {
    if (ALWAYS.has(path)) return true;
    if (unwanted.includes(path)) return false;
    if (wanted.length === 0) return true;
    const isAsked = wanted.some((each) => each === path || path.startsWith(`${each}/`));
    return isAsked || (hasParts && wanted.some((each) => each.startsWith(`${path}/`)));
  });
}

/** Attribute names as they are written in a query, as paths in lower case: `meta/version`. */
function pathsOf(names: readonly string[]): string[] {
  return names.map((name) => {
    const short = name.toLowerCase().replace(CORE, '');
    const [, extension, attribute] = EXTENSION.exec(short) ?? [];
    if (extension === undefined) return short.replaceAll('.', '/');
    return attribute === undefined ? extension : `${extension}/${attribute.replaceAll('.', '/')}`;
  });
}

function keep(
  document: Document,
  isKept: (path: string, hasParts: boolean) => boolean,
  above = '',
): Document {
  const kept = Object.entries(document).flatMap(([name, value]): [string, unknown][] => {
    const path = `${above}${name.toLowerCase()}`;
    const parts = isDocument(value) ? value : undefined;
    if (!isKept(path, parts !== undefined)) return [];
    return [[name, parts === undefined ? value : keep(parts, isKept, `${path}/`)]];
  });
  return Object.fromEntries(kept);
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
