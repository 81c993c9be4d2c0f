import type { Call } from '../api/operation.ts';
import { ScimError } from './scimError.ts';

const DEFAULT_COUNT = 25;

/** The published list response for `resources`: the part that `startIndex` (from 1) and `count` ask for. */
export function listResponse<Item>(call: Call, resources: readonly Item[], view: (item: Item) => unknown) {
  const startIndex = Math.max(wholeNumber(call, 'startIndex', 1), 1);
  const count = Math.max(wholeNumber(call, 'count', DEFAULT_COUNT), 0);
  const shown = resources.slice(startIndex - 1, startIndex - 1 + count).map(view);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: resources.length,
    startIndex,
    itemsPerPage: shown.length,
    Resources: shown,
  };
}

function wholeNumber(call: Call, name: string, otherwise: number): number {
  const value = call.query(name);
  if (value === undefined) return otherwise;
  if (/^-?\d{1,9}$/.test(value)) return Number(value);
  throw new ScimError(400, `The value of ${name} is not a number.`, 'invalidValue');
}

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

/** What one can ask of a resource by `filter`: the attribute's name in lower case → its value. */
export type Filterable<Item> = Readonly<Record<string, (item: Item) => string | undefined>>;

/** Whether a resource passes, and which attributes (in lower case) were asked about. */
export type Filter<Item> = {
  readonly passes: (item: Item) => boolean;
  readonly attributes: readonly string[];
};

const CLAUSE = /^\s*([\w:.]+)\s+eq\s+("(?:[^"\\]|\\.)*"|[^\s"]+)\s*$/i;

/**
 * Reads `attribute eq value`, or several of them joined by `and`; the value may be quoted. Attributes are
 * compared without regard to letter case, like the values. Throws `invalidFilter` for anything else: the
 * platform supports no more (Genesys facts 7.1).
 */
export function parseFilter<Item>(text: string, known: Filterable<Item>): Filter<Item> {
  const clauses = text.split(/\s+and\s+/i).map((clause) => {
    const [, attribute = '', value = ''] = CLAUSE.exec(clause) ?? [];
    const name = attribute.toLowerCase().replace(/^urn:.*:/, '');
    const read = known[name];
    if (read === undefined) throw new ScimError(400, `The filter ${text} is not supported.`, 'invalidFilter');
    return { name, read, value: unquoted(value, text).toLowerCase() };
  });
  return {
    passes: (item) => clauses.every(({ read, value }) => read(item)?.toLowerCase() === value),
    attributes: clauses.map(({ name }) => name),
  };
}

function unquoted(value: string, filter: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    throw new ScimError(400, `The filter ${filter} is malformed.`, 'invalidFilter');
  }
}
