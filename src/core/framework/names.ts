import type { AnyNode, Identifier, Program } from 'acorn';
import { memberName } from './nodes.ts';

/** A variable, where it is declared or looked up: neither a key nor the name of a member. */
export type NameUse = {
  readonly node: Identifier;
  readonly parent: AnyNode;
  /** The property of the parent that holds it. */
  readonly field: string;
};

/** All names in a tree. */
export type Names = {
  readonly uses: ReadonlyMap<string, readonly NameUse[]>;
  readonly parents: ReadonlyMap<AnyNode, AnyNode>;
  /** Names of members, as in `window.name`. */
  readonly members: ReadonlySet<string>;
  /** Texts and keys, by which something may reach a property of `window` of that name. */
  readonly strings: ReadonlySet<string>;
  /** Functions that can be called further up than they stand. */
  readonly hoisted: readonly AnyNode[];
  /** What takes up text: names, keys included, and the pieces of strings. */
  readonly words: readonly AnyNode[];
  /** Code is made while the file runs, or names are looked up in an object: no name is certain then. */
  readonly opaque: boolean;
};

/** Collects the names of a tree; without a call per level, so that no nesting is too deep. */
export function namesIn(tree: Program): Names {
  const uses = new Map<string, NameUse[]>();
  const parents = new Map<AnyNode, AnyNode>();
  const members = new Set<string>();
  const hoisted: AnyNode[] = [];
  const strings = new Set<string>();
  const words: AnyNode[] = [];
  let opaque = false;
  const pending: AnyNode[] = [tree];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    if (parent.type === 'FunctionDeclaration') hoisted.push(parent);
    if (parent.type === 'WithStatement') opaque = true;
    for (const [field, node] of childrenOf(parent)) {
      const name =
        parent.type === 'MemberExpression' && node === parent.property ? memberName(parent) : undefined;
      if (name !== undefined) members.add(name);
      if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
      if (node.type === 'Identifier' && isKey(parent, field)) strings.add(node.name);
      if (node.type === 'Literal' || node.type === 'TemplateElement' || node.type === 'Identifier')
        words.push(node);
      if (node.type !== 'Identifier') {
        parents.set(node, parent);
        pending.push(node);
      } else if (name === undefined && !isKey(parent, field)) {
        opaque ||= node.name === 'eval' || node.name === 'Function';
        const others = uses.get(node.name);
        const use = { node, parent, field };
        if (others === undefined) uses.set(node.name, [use]);
        else others.push(use);
      }
    }
  }
  return { uses, parents, members, strings, hoisted, words, opaque };
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

function childrenOf(node: AnyNode): [string, AnyNode][] {
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, AnyNode] => [field, child]),
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
