import { type Edit, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits } from '../framework/textEdit.ts';

/** A text and its syntax tree; offsets are the text's. */
export type JsonDocument = { readonly text: string; readonly root: Node | undefined };

/** Steps from the root: names of properties and positions in lists. */
export type Path = readonly (string | number)[];

/** Lists and objects in each other. Whoever walks the tree calls itself at each; what is written for us has five. */
const DEEPEST = 200;

/**
 * Reads JSON, with or without comments, trailing commas and a byte order mark. Never throws: `errorOffset` is where the
 * text stops being JSON, undefined when it is sound. What is nested too deep is not taken for JSON.
 */
export function readJson(text: string): JsonDocument & { readonly errorOffset: number | undefined } {
  if (isTooDeep(text)) return { text, root: undefined, errorOffset: 0 };
  const errors: ParseError[] = [];
  // The parser does not know the byte order mark; a blank in its place keeps all offsets.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return { text, root, errorOffset: errors[0]?.offset };
}

/**
 * Asked before the parse, because one that ends with the stack takes many times as long. A bracket that closes no other is
 * passed over, so that the parser, which leaves out what it cannot make sense of, gets no deeper than is counted here.
 */
function isTooDeep(text: string): boolean {
  const closers: string[] = [];
  for (let at = 0; at < text.length && closers.length <= DEEPEST; at += 1) {
    const character = text[at];
    switch (character) {
      case '"':
        at = endOfString(text, at);
        break;
      case '/':
        at = endOfComment(text, at);
        break;
      case '[':
        closers.push(']');
        break;
      case '{':
        closers.push('}');
        break;
      case ']':
      case '}':
        if (closers.at(-1) === character) closers.pop();
        break;
    }
  }
  return closers.length > DEEPEST;
}

/** The second quote of the string that begins here, or the end of its line. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === '\n' || character === '\r') return at;
    if (character === '\\') at += 1;
  }
  return text.length;
}

/** The last character of the comment that begins here; where none does, the slash itself. */
function endOfComment(text: string, start: number): number {
  if (text.startsWith('/*', start)) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (!text.startsWith('//', start)) return start;
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
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
  return object?.type === 'object'
    ? object.children?.findLast((property) => isNamed(property, name))
    : undefined;
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
