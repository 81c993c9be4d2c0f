import * as l10n from '@vscode/l10n';
import { getNodeValue, type Node } from 'jsonc-parser';
import type * as z from 'zod/mini';
import {
  type JsonDocument,
  nodeAt,
  propertyNode,
  propertyNodes,
  readJson,
} from '../../core/scim/jsonDocument.ts';
import { type Fault, type FieldPath, fieldText } from './fault.ts';
import { issueText } from './issueText.ts';

/** A request as it was read, and the places of its fields in the text; or all that is wrong with it. */
export type RequestReading<T> =
  | { readonly ok: true; readonly request: T; at(path: FieldPath): Fault['position'] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the text of a request file by its form. Values are never part of what is said: one may be a secret. */
export function readRequest<T>(text: string, form: z.ZodMiniType<T>): RequestReading<T> {
  const document = readJson(text);
  const { errorOffset, root } = document;
  if (text.trim() === '') return refused({ message: l10n.t('The request is empty.') });
  if (errorOffset !== undefined || root === undefined) {
    const position = positionOf(text, errorOffset ?? 0);
    return refused({ position, message: l10n.t('From here on it is no JSON.') });
  }
  const twice = repeated(root, []).map(({ path, node }) => ({
    ...{ field: fieldText(path), position: positionOf(text, node.offset) },
    message: l10n.t('This field is there twice, and nobody can tell which one is meant.'),
  }));
  if (twice.length > 0) return { ok: false, faults: twice };
  const read = form.safeParse(getNodeValue(root));
  const at = (path: FieldPath) => placeOf(document, path);
  if (read.success) return { ok: true, request: read.data, at };
  return { ok: false, faults: read.error.issues.flatMap((issue) => faultsOf(issue, document)) };
}

type Issue = z.core.$ZodIssue;

function refused({ message, position }: Pick<Fault, 'message'> & Partial<Fault>): {
  ok: false;
  faults: readonly Fault[];
} {
  return { ok: false, faults: [{ field: undefined, position, message }] };
}

/** Of fields that nobody knows each is a fault of its own. */
function faultsOf(issue: Issue, document: JsonDocument): readonly Fault[] {
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
  return issue.keys.map((key) => ({
    field: fieldText([...path, key]),
    position: placeOf(document, [...path, key]),
    message: l10n.t('There is no such field here.'),
  }));
}

/** Where a field is, or would be: the object that it should be in. */
function placeOf({ text, root }: JsonDocument, path: FieldPath): Fault['position'] {
  const last = path.at(-1);
  const parent = nodeAt({ text, root }, path.slice(0, -1));
  const property = typeof last === 'string' ? propertyNode(parent, last) : undefined;
  const node = property ?? nodeAt({ text, root }, path) ?? parent ?? root;
  return node === undefined ? undefined : positionOf(text, node.offset);
}

function positionOf(text: string, offset: number): NonNullable<Fault['position']> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Each property that has the name of one before it. */
function repeated(node: Node, path: FieldPath): readonly { path: FieldPath; node: Node }[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => repeated(child, [...path, index]));
  if (node.type !== 'object') return [];
  return children.flatMap((property) => {
    const [name, value] = property.children ?? [];
    const own = [...path, String(name?.value)];
    const isRepeated = propertyNodes(node, String(name?.value))[0] !== property;
    return [...(isRepeated ? [{ path: own, node: property }] : []), ...(value ? repeated(value, own) : [])];
  });
}
