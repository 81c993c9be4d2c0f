import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** How a field is typed: a type's or definition's name, the values of an enumeration, or many of something. */
const fieldType = z.union([
  z.string(),
  z.array(z.string()),
  z.object({ each: z.union([z.string(), z.array(z.string())]) }),
]);
export type FieldType = z.infer<typeof fieldType>;

/** What is not in the API's description is known from the SDKs alone. */
const knownFrom = z.optional(z.literal('sdks'));

const schema = z.strictObject({
  /** Codes that any operation may give, by status. */
  sharedCodes: z.record(z.string(), z.array(z.string())),
  operations: z.record(
    z.string(),
    z.strictObject({
      knownFrom,
      scopes: z.array(z.string()),
      permissions: z.optional(
        z.union([z.strictObject({ any: z.array(z.string()) }), z.strictObject({ all: z.array(z.string()) })]),
      ),
      query: z.optional(z.record(z.string(), fieldType)),
      body: z.optional(fieldType),
      /** What comes back, by status; null: no body. */
      answers: z.record(z.string(), z.nullable(fieldType)),
      /** The operation's own codes, by status. */
      codes: z.optional(z.record(z.string(), z.array(z.string()))),
    }),
  ),
  definitions: z.record(
    z.string(),
    z.strictObject({
      knownFrom,
      required: z.optional(z.array(z.string())),
      fields: z.record(z.string(), fieldType),
    }),
  ),
});
export type OperationFacts = z.infer<typeof schema>['operations'][string];

/** The published facts about every operation that the org claims to have. */
export const contract = schema.parse(
  JSON.parse(readFileSync(new URL('contract.json', import.meta.url), 'utf8')),
);

/** The facts of an operation. SCIM's two base paths have the same operations. */
export function factsOf(method: string, path: string): OperationFacts {
  const published = path.replace(/^\/api\/v2\/scim\/(?!v2\/)/, '/api/v2/scim/v2/');
  const facts = contract.operations[`${method} ${published}`];
  if (facts === undefined) throw new Error(`The contract has no ${method} ${path}.`);
  return facts;
}

/** Every code that an operation may give, its own and the shared ones, by status. */
export function codesOf(facts: OperationFacts, status: number | string): string[] {
  return [...(contract.sharedCodes[status] ?? []), ...(facts.codes?.[status] ?? [])];
}

/** What RFC 7643 (7) asks of a schema and the API description leaves out; a strict client reads no schema without it. */
const UNPUBLISHED: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  ScimV2SchemaDefinition: { schemas: { each: 'string' } },
};

/** Where a value is not as published: a field that does not exist, a missing one, a wrong type. */
export function findingsOf(type: FieldType, value: unknown, place = 'body'): string[] {
  if (Array.isArray(type))
    return type.includes(String(value)) ? [] : [`${place}: ${value} is none of ${type}`];
  if (typeof type === 'object') {
    if (!Array.isArray(value)) return [`${place}: not an array`];
    return value.flatMap((item, index) => findingsOf(type.each, item, `${place}.${index}`));
  }
  const definition = contract.definitions[type];
  if (definition === undefined) return isOfType(type, value) ? [] : [`${place}: not of type ${type}`];
  if (typeof value !== 'object' || value === null) return [`${place}: not a ${type}`];
  const missing = (definition.required ?? []).filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${place}: ${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const field = definition.fields[name] ?? UNPUBLISHED[type]?.[name];
      return field === undefined
        ? [`${place}: ${type} has no ${name}`]
        : findingsOf(field, item, `${place}.${name}`);
    }),
  ];
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date-time':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
    case 'string':
    case 'uri':
      return typeof value === 'string';
    case 'object':
      return typeof value === 'object' && value !== null;
    default:
      return false;
  }
}
