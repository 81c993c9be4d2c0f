import type { Edit, Node } from 'jsonc-parser';
import { applyEdits } from '../framework/textEdit.ts';
import { type JsonTree, readTree } from './jsonTree.ts';

/** A text and its syntax tree; offsets are the text's. */
export type JsonDocument = { readonly text: string; readonly root: Node | undefined };

/** Steps from the root: names of properties and positions in lists. */
export type Path = readonly (string | number)[];

/** What was read. */
export type JsonReading = JsonDocument & JsonTree;

/** Reads JSON, with or without comments, trailing commas and a byte order mark. Never throws. */
export function readJson(text: string): JsonReading {
  return { text, ...readTree(text) };
}

/** The document after the edits, which must not overlap. */
export function edited({ text }: JsonDocument, ...edits: Edit[]): JsonDocument {
  // Not jsonc-parser's own: it writes the whole text anew for each edit.
  const ranges = edits.map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    newText: content,
  }));
  return readJson(applyEdits(text, ranges));
}

/** What stands at the path, or undefined. */
export function nodeAt({ root }: JsonDocument, path: Path): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, step) => (typeof step === 'string' ? propertyValue(node, step) : node?.children?.[step]),
    root,
  );
}

/** The connections of a SCIM config file, whatever each is; none where they are no list. */
export function connectionNodes(root: Node | undefined): readonly Node[] {
  const connections = propertyValue(root, 'connections');
  return connections?.type === 'array' ? (connections.children ?? []) : [];
}

/** The value of a property; of the last one where an object has several of that name, because that one counts. */
export function propertyValue(object: Node | undefined, name: string): Node | undefined {
  return propertyNode(object, name)?.children?.[1];
}

/** The same with its name. */
export function propertyNode(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.findLast((property) => isNamed(property, name));
}

/** All properties of that name, each with its name. */
export function propertyNodes(object: Node | undefined, name: string): readonly Node[] {
  if (object?.type !== 'object') return [];
  return (object.children ?? []).filter((property) => isNamed(property, name));
}

function isNamed({ children }: Node, name: string): boolean {
  return children?.[0]?.value === name;
}

/** A property that is a text, or undefined. */
export function stringProperty(object: Node, name: string): string | undefined {
  const value: unknown = propertyValue(object, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A property that is a number, or undefined. */
export function numberProperty(object: Node, name: string): number | undefined {
  const value: unknown = propertyValue(object, name)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** What a value is removed with: its property, or itself in a list. Undefined for the root, and for the name of a property. */
export function propertyOrElement(value: Node): Node | undefined {
  const { parent } = value;
  switch (parent?.type) {
    case 'property':
      return parent.children?.[1] === value ? parent : undefined;
    case 'array':
      return value;
    default:
      return undefined;
  }
}
