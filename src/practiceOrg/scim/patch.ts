import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { type Document, isDocument, onePrimary, readValue } from './document.ts';
import { type AttributePath, type Filter, parsePath, passes, valueFor } from './filter.ts';
import { type Attribute, mainPart, type ResourceType } from './schemas.ts';
import { parseScimBody, ScimError } from './scimError.ts';

const SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The published `ScimV2PatchRequest`. */
const patchRequest = z.object({
  schemas: z.array(z.string()).check(z.minLength(1)),
  Operations: z.array(
    z.object({
      op: z.string(),
      path: z.optional(z.nullable(z.string())),
      value: z.optional(z.unknown()),
    }),
  ),
});

/**
 * The document as the PATCH request (RFC 7644, 3.5.2) changes it. Names and operations are taken in any letter
 * case, values as `readValue` takes them, and what the resource does not have is passed over. Throws
 * `mutability` for another value of what is read-only, `noTarget`, `invalidPath`, `invalidFilter`,
 * `invalidValue` or `invalidSyntax` when the request cannot be followed.
 */
export function patched(type: ResourceType, document: Document, body: unknown): Document {
  const request = parseScimBody(patchRequest, body);
  if (!request.schemas.some((schema) => schema.toLowerCase() === SCHEMA.toLowerCase())) {
    throw new ScimError(400, `schemas must name ${SCHEMA}.`, 'invalidSyntax');
  }
  const changes = request.Operations.flatMap((operation) => changesOf(type, operation));
  return changes.reduce((resource, { path, ...change }) => {
    const after = changed(resource, path.chain, { ...change, among: path.among });
    const lost = type.attributes.find(({ name, required }) => required && after[name] === undefined);
    if (lost === undefined) return after;
    throw new ScimError(400, `The attribute ${lost.name} cannot be removed.`, 'mutability');
  }, document);
}

type Operation = z.infer<typeof patchRequest>['Operations'][number];

/** What an operation does to one attribute. `among`: to which of its values. */
type Change = {
  readonly op: 'add' | 'replace' | 'remove';
  readonly value: unknown;
  readonly among?: Filter | undefined;
};

/** An operation without a path is one for each name in its value. */
function changesOf(type: ResourceType, { op, path, value }: Operation): (Change & { path: AttributePath })[] {
  const kind = kindOf(op);
  if (kind !== 'remove' && value === undefined) {
    throw new ScimError(400, `An operation ${kind} needs a value.`, 'invalidValue');
  }
  const changeAt = (name: string, given: unknown) => {
    const target = parsePath(type, name);
    return target === undefined ? [] : [{ op: kind, path: target, value: given }];
  };
  if (path != null) return changeAt(path, value);
  if (kind === 'remove') throw new ScimError(400, 'A remove operation needs a path.', 'noTarget');
  if (!isDocument(value)) {
    throw new ScimError(400, 'An operation without a path needs an object as value.', 'invalidValue');
  }
  return Object.entries(value).flatMap(([name, each]) => changeAt(name, each));
}

function kindOf(op: string): Change['op'] {
  const kind = op.toLowerCase();
  if (kind === 'add' || kind === 'replace' || kind === 'remove') return kind;
  throw new ScimError(400, 'There is no such operation.', 'invalidSyntax');
}

/** The document with the attribute at the end of the chain changed; an attribute without a value is left out. */
function changed(document: Document, [attribute, ...below]: readonly Attribute[], change: Change): Document {
  if (attribute === undefined) return document;
  const before = document[attribute.name];
  if (attribute.mutability === 'readOnly') {
    refuseChange(attribute, before, below, change);
    return document;
  }
  const after = attribute.multiValued
    ? changedList(attribute, Array.isArray(before) ? before : [], below, change)
    : changedValue(attribute, before, below, change);
  const { [attribute.name]: _, ...others } = document;
  return isNothing(after) ? others : { ...others, [attribute.name]: after };
}

/** No value, an empty list or an object without parts. */
function isNothing(value: unknown): boolean {
  return value === undefined || (value instanceof Object && Object.keys(value).length === 0);
}

/** Identity systems name what is read-only, too, when they mean something else: only another value is refused. */
function refuseChange(
  attribute: Attribute,
  before: unknown,
  below: readonly Attribute[],
  change: Change,
): void {
  const isSame =
    change.op !== 'remove' &&
    below.length === 0 &&
    isDeepStrictEqual(readValue(attribute, change.value), readValue(attribute, before));
  if (isSame) return;
  throw new ScimError(400, `The attribute ${attribute.name} is read-only.`, 'mutability');
}

/** One value, or a part of it. An object takes over the parts that are given and keeps the others. */
function changedValue(
  attribute: Attribute,
  before: unknown,
  below: readonly Attribute[],
  change: Change,
): unknown {
  const document = isDocument(before) ? before : {};
  if (below.length > 0) return changed(document, below, change);
  if (change.op === 'remove') return undefined;
  const given = readValue(attribute, change.value);
  if (!isDocument(given)) return given;
  return (attribute.subAttributes ?? [])
    .filter(({ name }) => Object.hasOwn(given, name))
    .reduce((value, part) => changed(value, [part], { ...change, value: given[part.name] }), document);
}

function changedList(
  attribute: Attribute,
  before: readonly unknown[],
  below: readonly Attribute[],
  { among, ...change }: Change,
): readonly unknown[] {
  if (among === undefined && below.length === 0) return changedWhole(attribute, before, change);
  const isMeant = (each: unknown) => among === undefined || (isDocument(each) && passes(among, each));
  if (change.op === 'remove' && below.length === 0) return before.filter((each) => !isMeant(each));
  const isThere = change.op === 'remove' || before.some(isMeant);
  const list = isThere ? before : [...before, newValue(change.op, among)];
  const one = { ...attribute, multiValued: false };
  const main = mainPart(attribute)?.name ?? '';
  const favoured: unknown[] = [];
  const after = list.flatMap((each) => {
    if (!isMeant(each)) return [each];
    const value = changedValue(one, each, below, change);
    // A number without its digits, or an address without its letters, is none.
    if (!isDocument(value) || value[main] === undefined) return [];
    favoured.push(value);
    return [value];
  });
  return onePrimary(after, favoured);
}

/** What an operation adds to that is not there yet: `phoneNumbers[type eq "work"].value`. */
function newValue(op: Change['op'], among: Filter | undefined): Document {
  const value = op === 'add' && among !== undefined ? valueFor(among) : undefined;
  if (value !== undefined) return value;
  throw new ScimError(400, 'No value is as the path of the operation asks.', 'noTarget');
}

function changedWhole(
  attribute: Attribute,
  before: readonly unknown[],
  { op, value }: Change,
): readonly unknown[] {
  if (op === 'remove' && value == null) return [];
  const given = readValue(attribute, value);
  const values = Array.isArray(given) ? given.filter(isDocument) : [];
  switch (op) {
    case 'add':
      return joined(attribute, before.filter(isDocument), values);
    case 'replace':
      return values;
    case 'remove':
      return without(before.filter(isDocument), values);
  }
}

/** A value that is there already takes over what is new about it. */
function joined(
  attribute: Attribute,
  before: readonly Document[],
  added: readonly Document[],
): readonly unknown[] {
  const names = (attribute.subAttributes ?? [])
    .filter(({ type, mutability }) => type === 'string' && mutability !== 'readOnly')
    .map(({ name }) => name);
  const list = new Map(before.map((each) => [identity(each, names), each]));
  for (const each of added) {
    const key = identity(each, names);
    list.set(key, { ...list.get(key), ...each });
  }
  const after = [...list.values()];
  const favoured = added.map((each) => list.get(identity(each, names)));
  return onePrimary(after, favoured);
}

/** What a request gives of a value says which one it means: often the id alone, without type and address. */
function without(before: readonly Document[], removed: readonly Document[]): readonly unknown[] {
  const byNames = new Map<string, Set<string>>();
  for (const each of removed) {
    const names = Object.keys(each).sort();
    const key = names.join();
    byNames.set(key, (byNames.get(key) ?? new Set()).add(identity(each, names)));
  }
  byNames.delete('');
  return before.filter((each) =>
    [...byNames].every(([names, identities]) => !identities.has(identity(each, names.split(',')))),
  );
}

function identity(value: Document, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => value[name]));
}
