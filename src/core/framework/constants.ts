import type { AnyNode, Identifier, VariableDeclaration } from 'acorn';
import { type Names, type NameUse, namesIn } from './names.ts';
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

/** For a text that is looked at without what is around it. */
export const NO_CONSTANTS: Constants = { at: () => undefined };

/** Finds constants. The text is walked through at the first question, which most files never raise. */
export function constantsIn(text: string, { tree, exact }: Pick<Reading, 'tree' | 'exact'>): Constants {
  let names: Names | undefined;
  return {
    at: (name) => {
      names ??= namesIn(tree);
      const constant = names.opaque ? undefined : constantAt(names, name);
      return constant === undefined || exact || isReadWhole(text, names, name.name) ? constant : undefined;
    },
  };
}

type Declared = {
  readonly use: NameUse;
  readonly declaration: VariableDeclaration;
  readonly value: AnyNode;
};

function constantAt(names: Names, { name, start }: Pick<Identifier, 'name' | 'start'>): Constant | undefined {
  const uses = names.uses.get(name) ?? [];
  const [declared, ...again] = uses.flatMap((use) => declaredBy(names, use));
  if (declared === undefined || again.length > 0) return undefined;
  const others = uses.filter((use) => use !== declared.use);
  const isUsedHere = others.some(({ node }) => node.start === start);
  if (!isUsedHere || !isSetAt(names, declared, name, start)) return undefined;
  const { value, declaration } = declared;
  if (others.length === 1) return { value, shared: false };
  const isText = value.type === 'Literal' || value.type === 'TemplateLiteral';
  const isOnlyRead = declaration.kind === 'const' && others.every((use) => isRead(names, use));
  return isText && isOnlyRead ? { value, shared: true } : undefined;
}

function declaredBy({ parents }: Names, use: NameUse): readonly Declared[] {
  const { parent, field } = use;
  if (parent.type !== 'VariableDeclarator' || field !== 'id' || parent.init == null) return [];
  const declaration = parents.get(parent);
  return declaration?.type === 'VariableDeclaration' ? [{ use, declaration, value: parent.init }] : [];
}

/**
 * Whether the variable has its value wherever this place is reached. A `var` is there, without one, before its
 * declaration is, and as a property of `window`; all others fail then, so that nothing is made with a wrong value.
 * What is exported stands in no block.
 */
function isSetAt(
  { parents, members, hoisted }: Names,
  { declaration }: Declared,
  name: string,
  start: number,
): boolean {
  const block = parents.get(declaration);
  if (block === undefined || !isBlock(block) || !holds(block, start)) return false;
  if (declaration.kind !== 'var') return true;
  const isCalledEarlier = hoisted.some((each) => holds(each, start) && !holds(each, declaration.start));
  return declaration.end <= start && !isCalledEarlier && !members.has(name);
}

function isBlock({ type }: AnyNode): boolean {
  return type === 'Program' || type === 'BlockStatement' || type === 'StaticBlock' || type === 'SwitchCase';
}

function holds({ start, end }: AnyNode, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Where a name is looked up. Everywhere else it may be set, or be another variable of the same name. */
function isRead({ parents }: Names, { parent, field }: NameUse): boolean {
  switch (parent.type) {
    case 'Property':
      return field === 'value' && parents.get(parent)?.type === 'ObjectExpression';
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

/**
 * Whether the tolerant parser, which leaves out what it cannot make sense of, left out no use of this name: wherever the
 * text has it, outside of comments, some node has it, too.
 */
function isReadWhole(text: string, { words }: Names, name: string): boolean {
  const escaped = name.replaceAll('$', '\\$');
  const pattern = new RegExp(
    `//[^\\n\\r]*|/\\*(?:[^*]|\\*(?!/))*(?:\\*/|$)|(?<![\\p{ID_Continue}$])${escaped}(?![\\p{ID_Continue}$])`,
    'gu',
  );
  const found = [...text.matchAll(pattern)].filter(([match]) => match === name).map(({ index }) => index);
  const inOrder = words.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return found.every((index) => {
    while ((inOrder[next]?.end ?? text.length) <= index) next += 1;
    const word = inOrder[next];
    return word !== undefined && holds(word, index);
  });
}
