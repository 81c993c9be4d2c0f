import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';

/** A field that only an answer fills. It is let through and left alone, because clients send back what they have read. */
export const leftAlone = z.optional(
  z.pipe(
    z.unknown(),
    z.transform(() => undefined),
  ),
);

/**
 * A body that fits the schema, or the refusal that the platform gives for its first fault.
 * `object` is the schema's published name, for the message.
 */
export function parseBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  object: string,
): z.output<Schema> {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined ? new ApiError('bad.request') : refusal(issue, body, object);
}

function refusal(issue: z.core.$ZodIssue, body: unknown, object: string): ApiError {
  const field = issue.path.join('.');
  const value = valueAt(body, issue.path);
  if (field === '' && issue.code === 'invalid_type') return new ApiError('bad.request');
  if (value === undefined || value === null) {
    return new ApiError('constraint.validation', { finding: `${field} may not be null` });
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return new ApiError('invalid.property', { property: issue.keys.join(', '), object });
    case 'invalid_type':
      return new ApiError('invalid.value', { value: shown(value), type: field, allowed: issue.expected });
    case 'invalid_value':
      return new ApiError('invalid.value', {
        value: shown(value),
        type: field,
        allowed: issue.values.map(String).join(', '),
      });
    default:
      return new ApiError('constraint.validation', { finding: `${field} is not valid` });
  }
}

/** The names of the fields of a body that are not in what was taken of it. */
export function fieldsIgnored(body: unknown, taken: unknown): string[] {
  if (Array.isArray(body)) {
    return body.flatMap((each, index) =>
      fieldsIgnored(each, Array.isArray(taken) ? taken[index] : undefined),
    );
  }
  if (!isObject(body) || !isObject(taken)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const left = taken[name];
    return left === undefined ? [name] : fieldsIgnored(value, left).map((inner) => `${name}.${inner}`);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
