import type { Answer, Call, Operation } from '../api/operation.ts';
import { ScimError } from './scimError.ts';

/** Where SCIM is reached; the first is the one that `location` and `$ref` name (Genesys facts 7.1). */
const bases = ['/api/v2/scim/v2', '/api/v2/scim'] as const;

/** The operations below both of SCIM's bases; their paths come without one. */
export function belowScim(operations: readonly Omit<Operation, 'family'>[]): Operation[] {
  return bases.flatMap((base) =>
    operations.map((operation) => ({
      ...operation,
      path: `${base}${operation.path}`,
      family: 'scim' as const,
    })),
  );
}

/** The address of a SCIM resource. */
export function locationOf(resource: string): string {
  return `${bases[0]}${resource}`;
}

/** The entity tag of a resource's version, as the platform writes it (Genesys facts 7.1). */
export function etagOf({ version }: { readonly version: number }): string {
  return `"${version}"`;
}

/** 200 with the resource and its tag, or 304 when the client already has this version. */
export function current(call: Call, resource: { readonly version: number }, body: unknown): Answer {
  const etag = etagOf(resource);
  return names(call.header('if-none-match'), etag) ? { status: 304 } : { status: 200, body, etag };
}

/** Throws 409 when the client means another version than the one there is. */
export function requireVersion(call: Call, resource: { readonly version: number }): void {
  const meant = call.header('if-match');
  if (meant === undefined || names(meant, etagOf(resource))) return;
  throw new ScimError(409, 'The resource has changed since it was read.', 'invalidVers');
}

/** Whether a condition names a tag, among others perhaps; RFC 7644 (3.14) writes tags as weak ones. */
function names(condition = '', etag: string): boolean {
  const tags = condition.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
