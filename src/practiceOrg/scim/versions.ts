import type { Answer, Call } from '../api/operation.ts';
import { ScimError } from './scimError.ts';

/** The entity tag of a resource's version. */
export function etagOf({ version }: { readonly version: number }): string {
  return `W/"${version}"`;
}

/** 200 with the resource and its tag, or 304 when the client already has this version. */
export function current(call: Call, resource: { readonly version: number }, body: unknown): Answer {
  const etag = etagOf(resource);
  return call.header('if-none-match') === etag ? { status: 304 } : { status: 200, body, etag };
}

/** Throws 409 when the client means another version than the one there is. */
export function requireVersion(call: Call, resource: { readonly version: number }): void {
  const meant = call.header('if-match');
  if (meant === undefined || meant === '*' || meant === etagOf(resource)) return;
  throw new ScimError(409, 'The resource has changed since it was read.', 'invalidVers');
}
