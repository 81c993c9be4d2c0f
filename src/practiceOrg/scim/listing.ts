import type { Call } from '../api/operation.ts';
import { chainOf, type Document, isDocument } from './document.ts';
import type { ResourceType } from './schemas.ts';
import { ScimError } from './scimError.ts';

const DEFAULT_COUNT = 25;

/** The most resources in an answer, as the service provider config says. */
export const MOST_RESULTS = 100;

/** The published list response for `resources`: the part that `startIndex` (from 1) and `count` ask for. */
export function listResponse<Item>(call: Call, resources: readonly Item[], view: (item: Item) => unknown) {
  const startIndex = Math.max(wholeNumber(call, 'startIndex', 1), 1);
  const count = Math.min(Math.max(wholeNumber(call, 'count', DEFAULT_COUNT), 0), MOST_RESULTS);
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

/**
 * What `attributes` and `excludedAttributes` leave of a resource. What is always returned stays (Genesys facts
 * 7.1), but of `meta` one can have a part. Names that the resource does not have ask for nothing.
 */
export function projected(call: Call, type: ResourceType, document: Document): Document {
  const asked = call.queryList('attributes').filter((name) => name !== '');
  const wanted = pathsOf(type, asked);
  const unwanted = new Set(pathsOf(type, call.queryList('excludedAttributes')));
  const always = new Set(['schemas']);
  for (const { name, returned } of type.attributes) if (returned === 'always') always.add(name);
  return kept(document, asked.length === 0, '');

  function kept(part: Document, isWhole: boolean, above: string): Document {
    const entries = Object.entries(part).flatMap(([name, value]): [string, unknown][] => {
      const path = `${above}${name}`;
      if (unwanted.has(path) && !always.has(path)) return [];
      const hasWanted = wanted.some((each) => each.startsWith(`${path}/`));
      const isWanted = isWhole || wanted.includes(path) || (always.has(path) && !hasWanted);
      if (!isWanted && !hasWanted) return [];
      const keepParts = (each: unknown) => (isDocument(each) ? kept(each, isWanted, `${path}/`) : each);
      return [[name, Array.isArray(value) ? value.map(keepParts) : keepParts(value)]];
    });
    return Object.fromEntries(entries);
  }
}

/** Attributes as paths from the resource's top: `meta/version`. */
function pathsOf(type: ResourceType, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const chain = chainOf(type, name.trim()) ?? [];
    return chain.length === 0 ? [] : [chain.map((attribute) => attribute.name).join('/')];
  });
}
