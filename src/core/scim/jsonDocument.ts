import { type Edit, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits } from '../framework/textEdit.ts';
import { remembered } from '../remembered.ts';

/** A text and its syntax tree; offsets are the text's. */
export type JsonDocument = { readonly text: string; readonly root: Node | undefined };

/** Steps from the root: names of properties and positions in lists. */
export type Path = readonly (string | number)[];

/** Lists and objects in each other. Whoever walks the tree calls itself at each; what is written for us has five. */
const DEEPEST = 200;

/**
 * More than any file has that somebody wrote. To go on behind an error takes the parser many times as long as to read what
 * is sound.
 */
export const MOST_ERRORS = 100;

/** What was read. */
export type JsonReading = JsonDocument & {
  /** Where the text stops being JSON; undefined when it is sound. */
  readonly errorOffset: number | undefined;
  /** It has too many errors, or is nested too deep, so that it is not taken for JSON: there is no root. */
  readonly isLeftAlone: boolean;
};

/** Reads JSON, with or without comments, trailing commas and a byte order mark. Never throws. */
export function readJson(text: string): JsonReading {
  if (isTooDeep(text)) return { text, root: undefined, errorOffset: 0, isLeftAlone: true };
  const errors = new FirstErrors();
  const root = parse(text, errors);
  return { text, root, errorOffset: errors[0]?.offset, isLeftAlone: errors.length > MOST_ERRORS };
}

function parse(text: string, errors: FirstErrors): Node | undefined {
  try {
    // The parser does not know the byte order mark; a blank in its place keeps all offsets.
    return parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch (error) {
    if (errors.length <= MOST_ERRORS) throw error;
    return undefined;
  }
}

/** A list that ends the parse that fills it, with the first error that is too many: the parser cannot be told to. */
class FirstErrors extends Array<ParseError> {
  override push(error: ParseError): number {
    const length = super.push(error);
    if (length > MOST_ERRORS) throw new Error('Nobody wrote this.');
    return length;
  }
}

/**
 * Asked before the parse, because one that ends with the stack takes many times as long. A bracket that closes no other is
 * passed over, so that the parser, which leaves out what it cannot make sense of, gets no deeper than is counted here.
 */
function isTooDeep(text: string): boolean {
  const closers: number[] = [];
  // Numbers, because a text for each character takes as long as half of the parse.
  for (let at = 0; at < text.length && closers.length <= DEEPEST; at += 1) {
    const character = text.charCodeAt(at);
    switch (character) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case SLASH:
        at = endOfComment(text, at);
        break;
      case OPENING_BRACKET:
      case OPENING_BRACE:
        closers.push(character + TO_CLOSING);
        break;
      case CLOSING_BRACKET:
      case CLOSING_BRACE:
        if (closers.at(-1) === character) closers.pop();
        break;
    }
  }
  return closers.length > DEEPEST;
}

const [QUOTE, SLASH, BACKSLASH, LINE_FEED, CARRIAGE_RETURN] = [34, 47, 92, 10, 13] as const;
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125] as const;
const TO_CLOSING = CLOSING_BRACKET - OPENING_BRACKET;

/** The second quote of the string that begins here, or the end of its line. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE || isLineEnd(character)) return at;
    if (character === BACKSLASH) at += 1;
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
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

function isLineEnd(character: number): boolean {
  return character === LINE_FEED || character === CARRIAGE_RETURN;
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
  return object?.type === 'object' ? propertiesOf(object).get(name) : undefined;
}

/** The properties of an object by their names: a dozen are asked for, whatever else is in it. */
const propertiesOf = remembered(
  ({ children = [] }: Node): ReadonlyMap<unknown, Node> =>
    new Map(children.map((property) => [property.children?.[0]?.value, property])),
);

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
