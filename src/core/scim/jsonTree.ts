import { type JSONVisitor, type Node, type NodeType, visit } from 'jsonc-parser';

/** Lists and objects in each other. Whoever walks the tree calls itself at each; what is written for us has five. */
const DEEPEST = 200;

/**
 * More than any file has that somebody wrote. To go on behind an error takes the parser many times as long as to read what
 * is sound.
 */
export const MOST_ERRORS = 100;

/** What was read of a text. */
export type JsonTree = {
  readonly root: Node | undefined;
  /** All properties, in the order of the text: one list is faster than a walk over the tree afterwards. */
  readonly properties: readonly Node[];
  /** Where the text stops being JSON; undefined when it is sound. */
  readonly errorOffset: number | undefined;
  /** It has too many errors, or is nested too deep, so that it is not taken for JSON: there is no root. */
  readonly isLeftAlone: boolean;
};

/** What other nodes are in. Its end is known once it is read. */
type Holder = {
  readonly type: 'object' | 'array' | 'property';
  readonly offset: number;
  length: number;
  readonly parent?: Holder;
  readonly children: Node[];
};

/** Thrown by what the parser tells, because it ends in no other way. */
const NOBODY_WROTE_THIS = new Error('Nobody wrote this.');

/**
 * Reads JSON with or without comments and trailing commas, as far as somebody may have written it. What the library's own
 * tree is made from, without going on to the end whatever is found, and without asking of each character first how deep it
 * stands.
 */
export function readTree(text: string): JsonTree {
  const properties: Node[] = [];
  let root: Node | undefined;
  let holder: Holder | undefined;
  let depth = 0;
  let errors = 0;
  let errorOffset: number | undefined;

  function put(node: Node): void {
    if (holder === undefined) root = node;
    else holder.children.push(node);
  }

  function open(type: Holder['type'], offset: number): Holder {
    const opened: Holder =
      holder === undefined
        ? { type, offset, length: 0, children: [] }
        : { type, offset, length: 0, parent: holder, children: [] };
    put(opened);
    holder = opened;
    return opened;
  }

  function close(end: number): void {
    if (holder === undefined) return;
    holder.length = end - holder.offset;
    holder = holder.parent;
  }

  /** A property ends with its value, or where what is behind it begins. */
  function closeProperty(end: number): void {
    if (holder?.type === 'property') close(end);
  }

  function goDeeper(type: 'object' | 'array', offset: number): void {
    depth += 1;
    if (depth > DEEPEST) {
      errorOffset = 0;
      throw NOBODY_WROTE_THIS;
    }
    open(type, offset);
  }

  function comeBack(offset: number, length: number): void {
    depth -= 1;
    closeProperty(offset);
    close(offset + length);
    closeProperty(offset + length);
  }

  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => goDeeper('object', offset),
    onArrayBegin: (offset) => goDeeper('array', offset),
    onObjectEnd: comeBack,
    onArrayEnd: comeBack,
    onObjectProperty: (name, offset, length) => {
      closeProperty(offset);
      const property = open('property', offset);
      property.children.push({ type: 'string', value: name, offset, length, parent: property });
      properties.push(property);
    },
    onLiteralValue: (value: unknown, offset, length) => {
      const type = typeOf(value);
      put(
        holder === undefined
          ? { type, offset, length, value }
          : { type, offset, length, parent: holder, value },
      );
      closeProperty(offset + length);
    },
    onError: (_, offset) => {
      errors += 1;
      errorOffset ??= offset;
      if (errors > MOST_ERRORS) throw NOBODY_WROTE_THIS;
    },
  };
  try {
    // The parser does not know the byte order mark; a blank in its place keeps all offsets.
    visit(text.replace(/^\uFEFF/, ' '), visitor, { allowTrailingComma: true });
  } catch (error) {
    if (error !== NOBODY_WROTE_THIS) throw error;
    return { root: undefined, properties: [], errorOffset, isLeftAlone: true };
  }
  return { root, properties, errorOffset, isLeftAlone: false };
}

function typeOf(literal: unknown): NodeType {
  switch (typeof literal) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'null';
  }
}
