import * as z from 'zod/mini';
import type { ApiError } from '../errors.ts';

export const SCIM_JSON = 'application/scim+json';

/** Why SCIM refuses a request (RFC 7644, 3.12). */
export type ScimType =
  | 'invalidFilter'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers';

/** What a request says goes into a detail, but not how much it says. */
const LONGEST_DETAIL = 200;

/** A refusal that only SCIM knows. */
export class ScimError extends Error {
  readonly status: 400 | 403 | 404 | 409;
  readonly scimType: ScimType | undefined;

  constructor(status: ScimError['status'], detail: string, scimType?: ScimType) {
    super(detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail);
    this.name = 'ScimError';
    this.status = status;
    this.scimType = scimType;
  }
}

/** The published `ScimError`: what every refusal below `/scim/` looks like, those of the platform too. */
export function scimErrorBody(error: ScimError | ApiError) {
  const scimType = 'scimType' in error ? error.scimType : undefined;
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(error.status),
    ...(scimType !== undefined && { scimType }),
    detail: error.message,
  };
}

/** A body that fits the schema; throws `invalidValue` (or `invalidSyntax` when it is no object) for its first fault. */
export function parseScimBody<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  if (place === '') throw new ScimError(400, 'The request body must be a JSON object.', 'invalidSyntax');
  throw new ScimError(400, `The value of ${place} is missing or not valid.`, 'invalidValue');
}
