import type { AnyNode, AssignmentExpression, Comment, ObjectExpression, Property } from 'acorn';
import { type Constants, constantsIn, NO_CONSTANTS } from './constants.ts';
import { isComplete, isInert, keyOf, memberName } from './nodes.ts';
import type { Reading } from './reading.ts';

const SETTING_NAMES = ['clientIds', 'dedicatedLoginWindow', 'usePKCEAuthFlow'] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** A place where a setting gets its value. `hiddenBy` follows it in the same object and may override it. */
export type Setting = { readonly value: AnyNode; readonly hiddenBy: AnyNode | undefined };

/** `complete`: it has no elements but the ones that its text names. */
export type Config = { readonly object: ObjectExpression; readonly complete: boolean };

/** A setting without effect. `inert`: nothing else happens while its value is evaluated. */
type Overridden = {
  readonly name: SettingName;
  readonly property: Property;
  readonly by: Property;
  readonly object: ObjectExpression;
  readonly inert: boolean;
};

/** What the nodes of a framework.js tell; lists are in the order of the text. */
export type Survey = {
  readonly settings: Readonly<Record<SettingName, readonly Setting[]>>;
  /** Objects that look like the framework's `config`. */
  readonly configs: readonly Config[];
  /** Settings that the same object has again further down, which is the one that counts. */
  readonly overridden: readonly Overridden[];
  /** Statements that change an entry of some `clientIds` after its object was made. */
  readonly clientIdsChanges: readonly AnyNode[];
  /** Names in calls of, and references to, `getAuthToken`. */
  readonly authTokenNames: readonly AnyNode[];
  /** As they were read. */
  readonly comments: readonly Comment[];
  readonly constants: Constants;
  /** The text is valid JavaScript. */
  readonly exact: boolean;
};

function settingName(name: string | undefined): SettingName | undefined {
  return SETTING_NAMES.find((setting) => setting === name);
}

/** Looks for everything that matters in the nodes of a text. */
export function survey(text: string, reading: Reading): Survey {
  const { nodes, comments, exact } = reading;
  const settings: Record<SettingName, Setting[]> = {
    clientIds: [],
    dedicatedLoginWindow: [],
    usePKCEAuthFlow: [],
  };
  const configs: Config[] = [];
  const overridden: Overridden[] = [];
  const clientIdsChanges: AnyNode[] = [];
  const authTokenNames: AnyNode[] = [];

  function surveyObject(object: ObjectExpression): void {
    // Three at most, for which a map would take longer to make than to search.
    const found: { name: SettingName; property: Property; hiddenBy: AnyNode | undefined }[] = [];
    for (const property of object.properties) {
      const key = keyOf(property);
      const name = settingName(key);
      if (key === undefined) for (const setting of found) setting.hiddenBy ??= property;
      if (property.type !== 'Property') continue;
      if (key === 'config' && isConfig(property.value)) {
        configs.push({ object: property.value, complete: isComplete(property.value) });
      }
      if (name === undefined) continue;
      const earlier = found.find((setting) => setting.name === name);
      if (earlier === undefined) {
        found.push({ name, property, hiddenBy: undefined });
        continue;
      }
      if (property.kind === 'init') {
        const inert = isInert(earlier.property.value);
        overridden.push({ name, property: earlier.property, by: property, object, inert });
      }
      earlier.property = property;
      earlier.hiddenBy = undefined;
    }
    for (const { name, property, hiddenBy } of found) {
      settings[name].push({ value: property.value, hiddenBy });
    }
  }

  function surveyAssignment({ left, operator, right }: AssignmentExpression): void {
    if (left.type !== 'MemberExpression') return;
    const name = settingName(memberName(left));
    if (name === undefined) return;
    settings[name].push({ value: right, hiddenBy: operator === '=' ? undefined : left });
  }

  for (const node of nodes) {
    if (node.type === 'ObjectExpression') {
      surveyObject(node);
      continue;
    }
    if (changesClientIds(node)) clientIdsChanges.push(node);
    const authTokenName = authTokenNameIn(node);
    if (authTokenName !== undefined) authTokenNames.push(authTokenName);
    if (node.type === 'AssignmentExpression') surveyAssignment(node);
  }

  const inOrder = (a: AnyNode, b: AnyNode) => a.start - b.start;
  for (const name of SETTING_NAMES) settings[name].sort((a, b) => inOrder(a.value, b.value));
  configs.sort((a, b) => inOrder(a.object, b.object));
  overridden.sort((a, b) => inOrder(a.property, b.property));
  clientIdsChanges.sort(inOrder);
  authTokenNames.sort(inOrder);
  const constants = reading.dense ? NO_CONSTANTS : constantsIn(text, reading);
  return { settings, configs, overridden, clientIdsChanges, authTokenNames, comments, constants, exact };
}

const CONFIG_KEYS = new Set(['name', 'clientIds', 'settings', 'customInteractionAttributes']);

/** Other objects have something under `config`, too; the framework's has keys of its own (Genesys facts 5.1). */
function isConfig(value: AnyNode): value is ObjectExpression {
  if (value.type !== 'ObjectExpression') return false;
  return value.properties.some((property) => CONFIG_KEYS.has(keyOf(property) ?? ''));
}

/** The node, or what it is where a `?.` stands in it. */
function unchained(node: AnyNode | undefined): AnyNode | undefined {
  return node?.type === 'ChainExpression' ? node.expression : node;
}

/** `x.clientIds` or `clientIds` itself. */
function isClientIds(node: AnyNode | undefined): boolean {
  const plain = unchained(node);
  if (plain?.type === 'MemberExpression') return memberName(plain) === 'clientIds';
  return plain?.type === 'Identifier' && plain.name === 'clientIds';
}

/** `x.clientIds.y` */
function isEntry(node: AnyNode): boolean {
  const plain = unchained(node);
  return plain?.type === 'MemberExpression' && isClientIds(plain.object);
}

/** An entry set or deleted, or everything at once by `Object.assign` and its like. */
function changesClientIds(node: AnyNode): boolean {
  switch (node.type) {
    case 'AssignmentExpression':
      return isEntry(node.left);
    case 'UnaryExpression':
      return node.operator === 'delete' && isEntry(node.argument);
    case 'CallExpression':
      if (node.callee.type !== 'MemberExpression' || !isClientIds(node.arguments[0])) return false;
      return ['assign', 'defineProperty', 'defineProperties'].includes(memberName(node.callee) ?? '');
    default:
      return false;
  }
}

/** A member of some object, a name taken out of one by destructuring, or a plain call. */
function authTokenNameIn(node: AnyNode): AnyNode | undefined {
  switch (node.type) {
    case 'MemberExpression':
      return memberName(node) === 'getAuthToken' ? node.property : undefined;
    case 'ObjectPattern':
      return node.properties.find(
        (property) => property.type === 'Property' && keyOf(property) === 'getAuthToken',
      );
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'getAuthToken'
        ? node.callee
        : undefined;
    default:
      return undefined;
  }
}
