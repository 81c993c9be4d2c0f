import { type Edit, getNodeValue, type Node } from 'jsonc-parser';
import {
  edited,
  type JsonDocument,
  nodeAt,
  type Path,
  propertyNode,
  propertyNodes,
  readJson,
  stringProperty,
} from './jsonDocument.ts';
import type { Json, JsonObject } from './jsonEdit.ts';
import { addProperty, appendElements, removeMembers, replaceValue } from './jsonEdit.ts';

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
    const after = names.slice(0, index).flatMap((other) => propertyNode(object, other) ?? []);
    return addProperty(before, object, after.at(-1), name, value);
  }, document);
}

/** However often it is there. */
function withoutProperty(document: JsonDocument, path: Path, name: string): JsonDocument {
  return removeMembers(document, propertyNodes(nodeAt(document, path), name));
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
  const elements = new Map(elementsAt(kept, path).map((element) => [stringProperty(element, 'id'), element]));
  const missing = wanted.filter((value) => !elements.has(idOf(value)));
  const edits = wanted.flatMap((value) => {
    const element = elements.get(idOf(value));
    return element === undefined ? [] : [elementEdit(kept, element, value)];
  });
  const merged = edited(kept, ...edits);
  const list = nodeAt(merged, path);
  return list === undefined || missing.length === 0 ? merged : appendElements(merged, list, missing);
}

/** Each element is merged by itself: whoever read the whole text again for each would take time with its square. */
function elementEdit({ text }: JsonDocument, { offset, length }: Node, value: Json): Edit {
  const own = readJson(text.slice(offset, offset + length));
  return { offset, length, content: mergeValue(own, [], value).text };
}

/** Without the elements that have another `id`, or that of an element before them. */
function withoutOthers(document: JsonDocument, path: Path, ids: ReadonlySet<Json | undefined>): JsonDocument {
  const seen = new Set<string>();
  const others = elementsAt(document, path).filter((element) => {
    const id = stringProperty(element, 'id');
    if (id === undefined || !ids.has(id) || seen.has(id)) return true;
    seen.add(id);
    return false;
  });
  return removeMembers(document, others);
}

function elementsAt(document: JsonDocument, path: Path): readonly Node[] {
  return nodeAt(document, path)?.children ?? [];
}

function idOf(value: Json): string | undefined {
  const id = typeof value === 'object' && !isList(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
