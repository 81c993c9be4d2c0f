import { getNodeValue } from 'jsonc-parser';
import { type JsonDocument, nodeAt, type Path, propertyNode, stringProperty } from './jsonDocument.ts';
import { addProperty, appendElements, removeMember, replaceValue } from './jsonEdit.ts';
import type { Json, JsonObject } from './jsonSetting.ts';

/**
 * Gives the object at the path these properties, undefined for what it shall not have, and leaves its others alone. A
 * missing one is set behind the nearest that comes before it here. What is right already is not touched.
 */
export function mergeProperties(document: JsonDocument, path: Path, wanted: JsonObject): JsonDocument {
  const names = Object.keys(wanted);
  return names.reduce((before, name, index) => {
    const object = nodeAt(before, path);
    const value = wanted[name];
    if (object === undefined) return before;
    if (value === undefined) return withoutProperty(before, path, name);
    if (propertyNode(object, name) !== undefined) return mergeValue(before, [...path, name], value);
    const neighbour = names.slice(0, index).findLast((other) => propertyNode(object, other) !== undefined);
    const after = neighbour === undefined ? undefined : propertyNode(object, neighbour);
    return addProperty(before, object, after, name, value);
  }, document);
}

/** However often it is there. */
function withoutProperty(document: JsonDocument, path: Path, name: string): JsonDocument {
  const property = propertyNode(nodeAt(document, path), name);
  return property === undefined ? document : withoutProperty(removeMember(document, property), path, name);
}

function mergeValue(document: JsonDocument, path: Path, value: Json): JsonDocument {
  const node = nodeAt(document, path);
  if (node === undefined) return document;
  if (typeof value !== 'object') {
    const current: unknown = getNodeValue(node);
    return current === value ? document : replaceValue(document, node, value);
  }
  if (isList(value)) {
    return node.type === 'array' ? mergeList(document, path, value) : replaceValue(document, node, value);
  }
  return node.type === 'object'
    ? mergeProperties(document, path, value)
    : replaceValue(document, node, value);
}

/** Elements are the same when their `id` is; the order is the file's. */
function mergeList(document: JsonDocument, path: Path, wanted: readonly Json[]): JsonDocument {
  const kept = withoutOthers(document, path, new Set(wanted.map(idOf)));
  const elements = nodeAt(kept, path)?.children ?? [];
  const positions = new Map(elements.map((element, index) => [stringProperty(element, 'id'), index]));
  const missing = wanted.filter((value) => !positions.has(idOf(value)));
  const merged = wanted.reduce<JsonDocument>((before, value) => {
    const index = positions.get(idOf(value));
    return index === undefined ? before : mergeValue(before, [...path, index], value);
  }, kept);
  const list = nodeAt(merged, path);
  return list === undefined || missing.length === 0 ? merged : appendElements(merged, list, missing);
}

/** Without the elements that have another `id`, or that of an element before them. */
function withoutOthers(document: JsonDocument, path: Path, ids: ReadonlySet<Json | undefined>): JsonDocument {
  const seen = new Set<string>();
  const other = nodeAt(document, path)?.children?.find((element) => {
    const id = stringProperty(element, 'id');
    if (id === undefined || !ids.has(id) || seen.has(id)) return true;
    seen.add(id);
    return false;
  });
  return other === undefined ? document : withoutOthers(removeMember(document, other), path, ids);
}

function idOf(value: Json): string | undefined {
  const id = typeof value === 'object' && !isList(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
