import { type Edit, getNodeValue, type Node } from 'jsonc-parser';
import {
  edited,
  type JsonDocument,
  nodeAt,
  type Path,
  propertyNode,
  propertyNodes,
  propertyValue,
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
    const neighbour = names.slice(0, index).findLast((other) => propertyNode(object, other) !== undefined);
    const after = neighbour === undefined ? undefined : propertyNode(object, neighbour);
    return addProperty(before, object, after, name, value);
  }, document);
}

/** However often it is there. */
function withoutProperty(document: JsonDocument, path: Path, name: string): JsonDocument {
  const properties = propertyNodes(nodeAt(document, path), name);
  return properties.length === 0 ? document : removeMembers(document, properties);
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
  const elements = new Map(
    nodeAt(kept, path)?.children?.map((element) => [stringProperty(element, 'id'), element]),
  );
  const missing = wanted.filter((value) => !elements.has(idOf(value)));
  const edits = wanted.flatMap((value) => {
    const element = elements.get(idOf(value));
    return element === undefined ? [] : elementEdits(kept, element, value);
  });
  const merged = edits.length === 0 ? kept : edited(kept, ...edits);
  const list = nodeAt(merged, path);
  return list === undefined || missing.length === 0 ? merged : appendElements(merged, list, missing);
}

/** Each element is merged by itself: whoever read the whole text again for each would take time with its square. */
function elementEdits({ text }: JsonDocument, element: Node, value: Json): Edit[] {
  const inPlace = plainEdits(element, value);
  if (inPlace !== undefined) return inPlace;
  const { offset, length } = element;
  const own = readJson(text.slice(offset, offset + length));
  const merged = mergeValue(own, [], value);
  return merged === own ? [] : [{ offset, length, content: merged.text }];
}

/** Where nothing but texts, numbers and the like that are there already change, there is nothing to read anew. */
function plainEdits(element: Node, value: Json): Edit[] | undefined {
  if (typeof value !== 'object' || isList(value)) return undefined;
  const edits: Edit[] = [];
  for (const [name, wanted] of Object.entries(value)) {
    const node = propertyValue(element, name);
    if (node === undefined || wanted === undefined || typeof wanted === 'object') return undefined;
    const { offset, length } = node;
    if (node.value !== wanted) edits.push({ offset, length, content: JSON.stringify(wanted) });
  }
  return edits;
}

/** Without the elements that have another `id`, or that of an element before them. */
function withoutOthers(document: JsonDocument, path: Path, ids: ReadonlySet<Json | undefined>): JsonDocument {
  const seen = new Set<string>();
  const others = (nodeAt(document, path)?.children ?? []).filter((element) => {
    const id = stringProperty(element, 'id');
    if (id === undefined || !ids.has(id) || seen.has(id)) return true;
    seen.add(id);
    return false;
  });
  return others.length === 0 ? document : removeMembers(document, others);
}

function idOf(value: Json): string | undefined {
  const id = typeof value === 'object' && !isList(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
