import type {
  AnyNode,
  AssignmentProperty,
  MemberExpression,
  ObjectExpression,
  Property,
  SpreadElement,
} from 'acorn';

/** The text of a string literal or of a template without expressions, as JavaScript reads it. */
export function stringValue(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function staticName(key: AnyNode, computed: boolean): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return stringValue(key);
}

/**
 * The key under which an object's element is found, when the text tells: not for spread elements, computed
 * keys, and `__proto__: …`, all of which can bring in any key.
 */
export function keyOf(property: Property | AssignmentProperty | SpreadElement): string | undefined {
  if (property.type === 'SpreadElement') return undefined;
  const name = staticName(property.key, property.computed);
  return name === '__proto__' && !property.computed ? undefined : name;
}

/** The name in `object.name` or `object['name']`, also put together of strings (`object['na' + 'me']`), when the text tells. */
export function memberName({ property, computed }: MemberExpression): string | undefined {
  return staticName(property, computed) ?? (computed ? sumOfStrings(property, MOST_SUMMANDS) : undefined);
}

/** Names have a few parts at most; each is a call. */
const MOST_SUMMANDS = 20;

function sumOfStrings(node: AnyNode, most: number): string | undefined {
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return stringValue(node);
  if (most === 0) return undefined;
  const left = sumOfStrings(node.left, most - 1);
  const right = left === undefined ? undefined : sumOfStrings(node.right, most - 1);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Whether an object has no elements but the ones whose keys the text tells. */
export function isComplete({ properties }: ObjectExpression): boolean {
  return properties.every((property) => keyOf(property) !== undefined);
}

/** Whether nothing else can happen while this is evaluated, so that it may go when nobody uses it. */
export function isInert(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && !property.computed && isInert(property.value),
      );
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isInert(element));
    default:
      return false;
  }
}
