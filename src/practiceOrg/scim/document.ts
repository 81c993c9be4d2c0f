import { type Attribute, mainPart, type ResourceType } from './schemas.ts';
import { ScimError } from './scimError.ts';

/** A resource, or a part of one, as a JSON object. */
export type Document = Readonly<Record<string, unknown>>;

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The attributes from a resource's top down to the one that is named, in any letter case: an extension, an
 * attribute, a part of it. Undefined: the resource has no such attribute.
 */
export function chainOf(type: ResourceType, name: string): readonly Attribute[] | undefined {
  const [top, rest] = withoutSchema(type, name);
  if (top === undefined) return undefined;
  if (rest === '') return top;
  const chain = [...top];
  for (const each of rest.split('.')) {
    const among = chain.length === 0 ? type.attributes : chain.at(-1)?.subAttributes;
    const found = named(among, each);
    if (found === undefined) return undefined;
    chain.push(found);
  }
  return chain;
}

/** The attribute of a list that is called so, in any letter case. */
export function named(attributes: readonly Attribute[] = [], name: string): Attribute | undefined {
  const wanted = name.toLowerCase();
  return attributes.find((each) => each.name.toLowerCase() === wanted);
}

/** The URN of a schema before an attribute's name is the way into an extension; that of the core is none. */
function withoutSchema(type: ResourceType, name: string): [readonly Attribute[] | undefined, string] {
  const lower = name.toLowerCase();
  const core = `${type.core.id.toLowerCase()}:`;
  if (lower.startsWith(core)) return [[], name.slice(core.length)];
  for (const attribute of type.attributes) {
    const urn = attribute.name.toLowerCase();
    if (lower === urn) return [[attribute], ''];
    if (lower.startsWith(`${urn}:`)) return [[attribute], name.slice(urn.length + 1)];
  }
  return lower.startsWith('urn:') ? [undefined, ''] : [[], name];
}

/**
 * A request's body as a document of the resource: names are taken in any letter case, and what the resource
 * does not have is left out. Throws `invalidSyntax` when it is no object, `invalidValue` as `readValue` does.
 */
export function readDocument(type: ResourceType, body: unknown): Document {
  if (!isDocument(body)) throw new ScimError(400, 'The request body must be a JSON object.', 'invalidSyntax');
  let document: Document = {};
  for (const [name, value] of Object.entries(body)) {
    const [top, part, ...deeper] = chainOf(type, name) ?? [];
    if (top === undefined || deeper.length > 0) continue;
    const given = part === undefined ? value : { [part.name]: value };
    const read = readValue(top, given);
    const before = document[top.name];
    document = {
      ...document,
      [top.name]: isDocument(before) && isDocument(read) ? { ...before, ...read } : read,
    };
  }
  return document;
}

/**
 * A value for an attribute, in the form that the attribute has, from the forms in which identity systems send
 * it: one value for a list of one and the other way round, only what an object is known by for the object,
 * `"False"` for `false`. Without parts that are unknown or read-only; undefined for null or an empty list.
 * Throws `invalidValue` when it cannot be read so.
 */
export function readValue(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  const values = Array.isArray(value) ? value : [value];
  const read = values.flatMap((each) => readOne(attribute, each) ?? []);
  if (attribute.multiValued) return read.length === 0 ? undefined : onePrimary(read, read);
  if (read.length > 1) throw notValid(attribute);
  const [only] = read;
  return isDocument(only) && Object.keys(only).length === 0 ? undefined : only;
}

function readOne(attribute: Attribute, value: unknown): unknown {
  if (value === null) return undefined;
  if (attribute.type === 'complex') return readParts(attribute, value);
  const plain = isDocument(value) ? value['value'] : value;
  if (typeof plain === 'object' || plain === undefined) throw notValid(attribute);
  return attribute.type === 'boolean' ? truthOf(plain) : plain;
}

function readParts(attribute: Attribute, value: unknown): Document {
  if (!isDocument(value)) {
    const main = mainPart(attribute);
    if (main === undefined || typeof value === 'object') throw notValid(attribute);
    return { [main.name]: value };
  }
  const parts: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const part = named(attribute.subAttributes, name);
    if (part === undefined || part.mutability === 'readOnly') continue;
    const read = readValue(part, each);
    if (read !== undefined) parts[part.name] = read;
  }
  return parts;
}

/** What is no truth value in either form stays as it is, for the request's schema to refuse. */
function truthOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const lower = value.toLowerCase();
  return lower === 'true' || (lower === 'false' ? false : value);
}

/** The list with one primary value at most: of those that are to have their way, the last (RFC 7644, 3.5.2). */
export function onePrimary(list: readonly unknown[], favoured: readonly unknown[]): readonly unknown[] {
  const primary = favoured.findLast(isPrimary);
  if (primary === undefined) return list;
  return list.map((each) => (each !== primary && isPrimary(each) ? { ...each, primary: false } : each));
}

function isPrimary(value: unknown): value is Document {
  return isDocument(value) && value['primary'] === true;
}

function notValid({ name }: Attribute): ScimError {
  return new ScimError(400, `The value of ${name} is not valid.`, 'invalidValue');
}
