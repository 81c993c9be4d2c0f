import * as z from 'zod/mini';
import { ScimError } from './scimError.ts';

/** A body that fits the schema; throws `invalidValue` (or `invalidSyntax` when it is no object) for its first fault. */
export function parseScimBody<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    throw new ScimError(400, `There is no attribute ${issue.keys.join(', ')}.`, 'invalidSyntax');
  }
  if (place === '') throw new ScimError(400, 'The request body must be a JSON object.', 'invalidSyntax');
  throw new ScimError(400, `The value of ${place} is missing or not valid.`, 'invalidValue');
}
