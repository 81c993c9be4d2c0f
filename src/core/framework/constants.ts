import type { AnyNode, Identifier, Program, VariableDeclaration } from 'acorn';
import { memberName } from './nodes.ts';
import type { Reading } from './reading.ts';

/** What a name stands for. `shared`: it is read elsewhere, too, so that another value would count there as well. */
export type Constant = { readonly value: AnyNode; readonly shared: boolean };

/** The constants of one text. */
export type Constants = {
  /**
   * What this name stands for: a variable that is declared once, with this value, and not changed by anything in the
   * text. Undefined where that is not certain. An object that something else gets hold of, too, may be changed there.
   */
  readonly at: (name: Pick<Identifier, 'name' | 'start'>) => Constant | undefined;
};

/** For a text that is looked at without what is around it, or that a tool made so dense that to walk through it takes long. */
export const NO_CONSTANTS: Constants = { at: () => undefined };

/** Names that people write are shorter; a regular expression cannot hold any length. */
const LONGEST_NAME = 200;

/** Finds constants. The text is walked through at the first question, which most files never raise. */
export function constantsIn(text: string, { tree, exact }: Pick<Reading, 'tree' | 'exact'>): Constants {
  const known = new Map<string, Declared | undefined>();
  let names: Names | undefined;
  let lost: ReadonlySet<string> | undefined;
  return {
    at: ({ name, start }) => {
      if (name.length > LONGEST_NAME) return undefined;
      names ??= namesIn(tree);
      if (names.opaque) return undefined;
      if (!known.has(name)) known.set(name, declaredAs(names, name));
      const declared = known.get(name);
      const use = declared?.reads.get(start);
      if (declared === undefined || use === undefined || !isSetAt(names, declared, use)) return undefined;
      if (!exact) lost ??= lostNames(text, names);
      return lost?.has(name) === true
        ? undefined
        : { value: declared.value, shared: declared.reads.size > 1 };
    },
  };
}

/** A variable that keeps the value of its only declaration, and where it is read. */
type Declared = {
  readonly declaration: VariableDeclaration;
  /** What the declaration stands in. */
  readonly block: AnyNode | undefined;
  readonly value: AnyNode;
  readonly reads: ReadonlyMap<number, NameUse>;
};

function declaredAs(names: Names, name: string): Declared | undefined {
  const uses = names.uses.get(name) ?? [];
  const declared = firstDeclared(uses);
  if (declared === undefined) return undefined;
  const { value, declaration, block } = declared;
  const isText = value.type === 'Literal' || value.type === 'TemplateLiteral';
  const mayBeShared = isText && declaration.kind === 'const';
  // One is the declaration.
  if (uses.length !== 2 && !mayBeShared) return undefined;
  const others = uses.filter((use) => use !== declared.use);
  if (others.length !== 1 && !others.every(isRead)) return undefined;
  return { declaration, block, value, reads: new Map(others.map((use) => [use.node.start, use])) };
}

function firstDeclared(uses: readonly NameUse[]) {
  for (const use of uses) {
    const declared = declaredBy(use);
    if (declared !== undefined) return declared;
  }
  return undefined;
}

function declaredBy(use: NameUse) {
  const { inside, field } = use;
  const { node: parent, inside: outer } = inside;
  if (parent.type !== 'VariableDeclarator' || field !== 'id' || parent.init == null) return undefined;
  const declaration = outer?.node;
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  return { use, declaration, block: outer?.inside?.node, value: parent.init };
}

/**
 * Whether the variable has its value wherever this place is reached. A `var` is there, without one, before its
 * declaration is, and as a property of `window`; all others fail then, so that nothing is made with a wrong value.
 * What is exported may be changed by others.
 */
function isSetAt(
  { members, strings }: Names,
  { declaration, block }: Pick<Declared, 'declaration' | 'block'>,
  { node: { name, start }, inside }: NameUse,
): boolean {
  if (block === undefined || block.type === 'ExportNamedDeclaration' || !holds(block, start)) return false;
  if (declaration.kind !== 'var') return true;
  const mayBeReached = members.has(name) || strings.has(name);
  return declaration.end <= start && !mayBeReached && !mayBeCalledEarlier(inside, declaration);
}

/** A function that is declared around a use, but not around this declaration, can be called further up than it stands. */
function mayBeCalledEarlier(inside: Nested, { start }: VariableDeclaration): boolean {
  for (let around: Nested | undefined = inside; around !== undefined; around = around.inside) {
    if (around.node.type === 'FunctionDeclaration' && !holds(around.node, start)) return true;
  }
  return false;
}

function holds({ start, end }: AnyNode, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Where a name is looked up. Everywhere else it may be set, or be another variable of the same name. */
function isRead({ inside, field }: NameUse): boolean {
  switch (inside.node.type) {
    case 'Property':
      return field === 'value' && inside.inside?.node.type === 'ObjectExpression';
    case 'AssignmentExpression':
      return field === 'right';
    case 'VariableDeclarator':
      return field === 'init';
    case 'MemberExpression':
    case 'CallExpression':
    case 'NewExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'UnaryExpression':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'ReturnStatement':
    case 'IfStatement':
    case 'ExpressionStatement':
      return true;
    default:
      return false;
  }
}

const COMMENT_OR_NAME = /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/**
 * The names that the text has somewhere outside of comments where no node has them: the tolerant parser leaves out what it
 * cannot make sense of, and with it perhaps the use of a variable.
 */
function lostNames(text: string, { words }: Names): ReadonlySet<string> {
  const inOrder = words.toSorted((a, b) => a.start - b.start);
  const lost = new Set<string>();
  let next = 0;
  for (const { 0: name, index } of text.matchAll(COMMENT_OR_NAME)) {
    if (name.startsWith('/')) continue;
    while ((inOrder[next]?.end ?? text.length) <= index) next += 1;
    const word = inOrder[next];
    if (word === undefined || !holds(word, index)) lost.add(name);
  }
  return lost;
}

/** A variable, where it is declared or looked up: neither a key nor the name of a member. */
type NameUse = {
  readonly node: Identifier;
  readonly inside: Nested;
  /** The property of the node around it that holds it. */
  readonly field: string;
};

/** A node and what it stands in, which takes less time to keep than a map of all parents. */
type Nested = { readonly node: AnyNode; readonly inside: Nested | undefined };

/** All names in a tree. */
type Names = {
  readonly uses: ReadonlyMap<string, readonly NameUse[]>;
  /** Names of members, as in `window.name`. */
  readonly members: ReadonlySet<string>;
  /** Texts and keys, by which something may reach a property of `window` of that name. */
  readonly strings: ReadonlySet<string>;
  /** What takes up text: names, keys included, and the pieces of strings. */
  readonly words: readonly AnyNode[];
  /** Code is made while the file runs, or names are looked up in an object: no name is certain then. */
  readonly opaque: boolean;
};

/** Collects the names of a tree; without a call per level, so that no nesting is too deep. */
function namesIn(tree: Program): Names {
  const uses = new Map<string, NameUse[]>();
  const members = new Set<string>();
  const strings = new Set<string>();
  const words: AnyNode[] = [];
  let opaque = false;

  function addUse(use: NameUse): void {
    const { name } = use.node;
    opaque ||= name === 'eval' || name === 'Function';
    const others = uses.get(name);
    if (others === undefined) uses.set(name, [use]);
    else others.push(use);
  }

  const pending: Nested[] = [{ node: tree, inside: undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inside = next;
    const { node: parent } = inside;
    if (parent.type === 'WithStatement') opaque = true;
    const member = parent.type === 'MemberExpression' ? parent : undefined;
    const memberOf = member === undefined ? undefined : memberName(member);
    if (memberOf !== undefined) members.add(memberOf);
    forEachChild(parent, (field, node) => {
      switch (node.type) {
        case 'Literal':
          words.push(node);
          if (typeof node.value === 'string') strings.add(node.value);
          break;
        case 'TemplateElement':
          words.push(node);
          break;
        case 'Identifier':
          words.push(node);
          if (isKey(parent, field)) strings.add(node.name);
          else if (memberOf === undefined || node !== member?.property) addUse({ node, inside, field });
          break;
        default:
          pending.push({ node, inside });
      }
    });
  }
  return { uses, members, strings, words, opaque };
}

function isKey(parent: AnyNode, field: string): boolean {
  switch (parent.type) {
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return field === 'key' && !parent.computed;
    default:
      return false;
  }
}

/** Makes no list of them: most of the time of a walk through a large tree would go there. */
function forEachChild(node: AnyNode, visit: (field: string, child: AnyNode) => void): void {
  if (!hasFields(node)) return;
  for (const field in node) {
    const value = node[field];
    if (!Array.isArray(value)) {
      if (isNode(value)) visit(field, value);
    } else {
      for (const child of value) if (isNode(child)) visit(field, child);
    }
  }
}

function hasFields(node: object): node is Readonly<Record<string, unknown>> {
  return !Array.isArray(node);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
