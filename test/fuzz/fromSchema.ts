import fc from 'fast-check';
import * as z from 'zod/mini';

/** What is used of JSON Schema to describe the messages. A word that is not here is refused, not overlooked. */
const Described = z.strictObject({
  $schema: z.optional(z.string()),
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  exclusiveMinimum: z.optional(z.number()),
  minLength: z.optional(z.number()),
  pattern: z.optional(z.string()),
  minItems: z.optional(z.number()),
  required: z.optional(z.array(z.string())),
  /** Of what may have any others beside them. */
  additionalProperties: z.optional(z.strictObject({})),
  get properties() {
    return z.optional(z.record(z.string(), Described));
  },
  get items() {
    return z.optional(Described);
  },
  get anyOf() {
    return z.optional(z.array(Described));
  },
  get oneOf() {
    return z.optional(z.array(Described));
  },
});
type Described = z.infer<typeof Described>;

/**
 * Any value that a schema accepts. Strings are often one of `strings`, because most of what is done with any other one is
 * to find that it is unknown. What JSON Schema cannot tell of a schema is tried on the values.
 */
export function anyOf<T>(schema: z.ZodMiniType<T>, strings: readonly string[]): fc.Arbitrary<T> {
  const described = Described.parse(z.toJSONSchema(schema, { io: 'input' }));
  return arbitrary(described, strings)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value));
}

function arbitrary(described: Described, strings: readonly string[]): fc.Arbitrary<unknown> {
  const { anyOf: some, oneOf: one, enum: values, type, properties, items } = described;
  const inside = (each: Described) => arbitrary(each, strings);
  if (some ?? one) return fc.oneof(...(some ?? one ?? []).map(inside));
  if (described.const !== undefined) return fc.constant(described.const);
  if (values !== undefined) return fc.constantFrom(...values);
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => inside({ ...described, type: each })));
  switch (type) {
    case 'object': {
      const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, inside(each)] as const);
      const known = fc.record(Object.fromEntries(fields), { requiredKeys: [...(described.required ?? [])] });
      if (described.additionalProperties === undefined) return known;
      const others = fc.dictionary(fc.constantFrom(...strings), fc.jsonValue(), { maxKeys: 2 });
      return fc.tuple(others, known).map(([more, each]) => ({ ...more, ...each }));
    }
    case 'array':
      return fc.array(inside(items ?? {}), { minLength: described.minItems ?? 0, maxLength: 4 });
    case 'string':
      return stringOf(described, strings);
    case 'integer': {
      const { minimum = -1000, exclusiveMinimum = minimum - 1, maximum = 1000 } = described;
      const min = Math.max(minimum, exclusiveMinimum + 1);
      // Those that come close to the end break first; those in between are many.
      return fc.oneof(
        fc.integer({ min, max: Math.max(min, Math.min(maximum, min + 100)) }),
        fc.constant(maximum),
      );
    }
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

/** Where a pattern is asked for, those of `strings` that have it. */
function stringOf({ pattern, minLength = 0 }: Described, strings: readonly string[]): fc.Arbitrary<string> {
  const known = strings.filter(({ length }) => length >= minLength);
  if (pattern === undefined) {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength }) },
    );
  }
  const asked = new RegExp(pattern);
  return fc.constantFrom(...known.filter((each) => asked.test(each)));
}
