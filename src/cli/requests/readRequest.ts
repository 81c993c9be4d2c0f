import * as l10n from '@vscode/l10n';
import { getNodeValue, type Node } from 'jsonc-parser';
import type * as z from 'zod/mini';
import { locator } from '../../core/framework/places.ts';
import { type JsonDocument, nodeAt, propertyNode, readJson } from '../../core/scim/jsonDocument.ts';
import { type Fault, type FieldPath, fieldText } from './fault.ts';
import { issueText } from './issueText.ts';

/** A request as it was read, and the places of its fields in the text; or all that is wrong with it. */
export type RequestReading<T> =
  | { readonly ok: true; readonly request: T; at(path: FieldPath): Fault['position'] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the text of a request file by its form. Values are never part of what is said: one may be a secret. */
export function readRequest<T>(text: string, form: z.ZodMiniType<T>): RequestReading<T> {
  const { errorOffset, root } = readJson(text);
  const document: Located = { text, root, positionOf: positions(text) };
  if (text.trim() === '') return refused({ message: l10n.t('The request is empty.') });
  if (errorOffset !== undefined || root === undefined) {
    const position = document.positionOf(errorOffset ?? 0);
    return refused({ position, message: l10n.t('From here on it is no JSON.') });
  }
  const twice = repeated(root, []).map(({ path, node }) => ({
    ...{ field: fieldText(path), position: document.positionOf(node.offset) },
    message: l10n.t('This field is there twice, and nobody can tell which one is meant.'),
  }));
  if (twice.length > 0) return { ok: false, faults: twice };
  const read = form.safeParse(getNodeValue(root));
  const at = (path: FieldPath) => placeOf(document, path);
  if (read.success) return { ok: true, request: read.data, at };
  return { ok: false, faults: read.error.issues.flatMap((issue) => faultsOf(issue, document)) };
}

type Issue = z.core.$ZodIssue;

type Position = NonNullable<Fault['position']>;

/** A request as JSON, in which positions are found without reading the text from its start again. */
type Located = JsonDocument & { positionOf(offset: number): Position };

function refused({ message, position }: Pick<Fault, 'message'> & Partial<Fault>): {
  ok: false;
  faults: readonly Fault[];
} {
  return { ok: false, faults: [{ field: undefined, position, message }] };
}

/** Of fields that nobody knows each is a fault of its own. */
function faultsOf(issue: Issue, document: Located): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code !== 'unrecognized_keys') {
    const isThere = nodeAt(document, path) !== undefined;
    return [
      {
        field: path.length === 0 ? undefined : fieldText(path),
        position: placeOf(document, path),
        message: issueText(issue, isThere),
      },
    ];
  }
  const object = nodeAt(document, path) ?? document.root;
  const properties = new Map(object?.children?.map((property) => [nameOf(property), property]));
  return issue.keys.map((key) => ({
    field: fieldText([...path, key]),
    position: positionIn(document, properties.get(key) ?? object),
    message: l10n.t('There is no such field here.'),
  }));
}

/** Where a field is, or would be: the object that it should be in. */
function placeOf(document: Located, path: FieldPath): Fault['position'] {
  const last = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  const property = typeof last === 'string' ? propertyNode(parent, last) : undefined;
  return positionIn(document, property ?? nodeAt(document, path) ?? parent ?? document.root);
}

function positionIn({ positionOf }: Located, node: Node | undefined): Fault['position'] {
  return node === undefined ? undefined : positionOf(node.offset);
}

function positions(text: string): Located['positionOf'] {
  const locate = locator(text);
  return (offset) => {
    const { line, column } = locate(offset);
    return { line: line + 1, column: column + 1 };
  };
}

/** Each property that has the name of one before it. */
function repeated(node: Node, path: FieldPath): readonly { path: FieldPath; node: Node }[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => repeated(child, [...path, index]));
  if (node.type !== 'object') return [];
  const names = new Set<string>();
  return children.flatMap((property) => {
    const name = nameOf(property);
    const value = property.children?.[1];
    const own = [...path, name];
    const isRepeated = names.has(name);
    names.add(name);
    return [...(isRepeated ? [{ path: own, node: property }] : []), ...(value ? repeated(value, own) : [])];
  });
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}
