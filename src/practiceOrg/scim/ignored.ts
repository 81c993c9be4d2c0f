import { chainOf, isDocument, named } from './document.ts';
import type { Attribute, ResourceType } from './schemas.ts';

/**
 * The names of what a document says and the resource does not take: attributes, and parts of them, that are unknown or
 * read-only. `schemas` only says which attributes may come.
 */
export function attributesIgnored(type: ResourceType, body: unknown): string[] {
  if (!isDocument(body)) return [];
  return Object.entries(body)
    .filter(([name]) => name.toLowerCase() !== 'schemas')
    .flatMap(([name, value]) => ignoredAt(type, name, value));
}

/** The same of what a PATCH request says. */
export function ignoredByPatch(type: ResourceType, body: unknown): string[] {
  const operations = isDocument(body) ? body['Operations'] : undefined;
  if (!Array.isArray(operations)) return [];
  return operations.filter(isDocument).flatMap(({ path, value }) => {
    if (path === undefined || path === null) return attributesIgnored(type, value);
    return typeof path === 'string' ? ignoredAt(type, withoutFilter(path), value) : [];
  });
}

function ignoredAt(type: ResourceType, name: string, value: unknown): string[] {
  const chain = chainOf(type, name) ?? [];
  const attribute = chain.at(-1);
  if (attribute === undefined || chain.some(({ mutability }) => mutability === 'readOnly')) return [name];
  return partsIgnored(attribute, value).map((part) => `${name}.${part}`);
}

function partsIgnored(attribute: Attribute, value: unknown): string[] {
  if (attribute.type !== 'complex') return [];
  const values = Array.isArray(value) ? value : [value];
  return values.filter(isDocument).flatMap((each) =>
    Object.entries(each).flatMap(([name, inner]) => {
      const part = named(attribute.subAttributes, name);
      if (part === undefined || part.mutability === 'readOnly') return [name];
      return partsIgnored(part, inner).map((deeper) => `${name}.${deeper}`);
    }),
  );
}

/** A filter in a path has values in it. */
function withoutFilter(path: string): string {
  const [begin, end] = [path.indexOf('['), path.lastIndexOf(']')];
  return begin < 0 ? path : path.slice(0, begin) + (end < begin ? '' : path.slice(end + 1));
}
