import { type ScimPatchOperation, scimPatch } from 'scim-patch';
import * as z from 'zod/mini';
import { parseScimBody, ScimError } from './scimError.ts';

const SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The published `ScimV2PatchRequest`; the names of operations are taken in any letter case. */
const patchRequest = z.object({
  schemas: z.array(z.string()).check(z.minLength(1)),
  Operations: z.array(
    z.object({ op: z.string(), path: z.optional(z.string()), value: z.optional(z.unknown()) }),
  ),
});

/** A resource as a JSON document. */
export type ScimDocument = Readonly<Record<string, unknown>>;

/**
 * The document as the PATCH request (RFC 7644, 3.5.2) changes it. Throws `mutability` when the request names
 * an attribute of `readOnly`, `noTarget`, `invalidPath` or `invalidSyntax` when it cannot be followed.
 */
export function patched(document: ScimDocument, body: unknown, readOnly: readonly string[]): ScimDocument {
  const request = parseScimBody(patchRequest, body);
  if (!request.schemas.includes(SCHEMA))
    throw new ScimError(400, `schemas must name ${SCHEMA}.`, 'invalidSyntax');
  const operations = request.Operations.map(operationOf);
  for (const operation of operations) {
    refuseUnsafe(operation);
    refuseReadOnly(operation, readOnly);
  }
  const now = new Date();
  const resource = { ...document, schemas: [], meta: { created: now, lastModified: now } };
  try {
    const { meta: _, schemas: __, ...changed } = scimPatch(resource, operations, { mutateDocument: false });
    return changed;
  } catch (error) {
    throw refusalOf(error);
  }
}

function operationOf({
  op,
  path,
  value,
}: z.infer<typeof patchRequest>['Operations'][number]): ScimPatchOperation {
  switch (op.toLowerCase()) {
    case 'add':
      return { op: 'add', ...(path !== undefined && { path }), value };
    case 'replace':
      return { op: 'replace', ...(path !== undefined && { path }), value };
    case 'remove':
      if (path === undefined) throw new ScimError(400, 'A remove operation needs a path.', 'noTarget');
      return { op: 'remove', path, ...(value !== undefined && { value }) };
    default:
      throw new ScimError(400, `There is no operation ${op}.`, 'invalidSyntax');
  }
}

function refuseReadOnly({ path, value }: ScimPatchOperation, readOnly: readonly string[]): void {
  const named = path === undefined ? Object.keys(Object(value)) : [path.split(/[.[]/)[0]];
  const refused = named.find((name) => name !== undefined && readOnly.includes(name.toLowerCase()));
  if (refused !== undefined) throw new ScimError(400, `The attribute ${refused} is read-only.`, 'mutability');
}

/** The library follows a path wherever it leads, even into the prototype of all objects: not these. */
const UNSAFE = /__proto__|constructor|prototype/;

function refuseUnsafe({ path = '', value }: ScimPatchOperation): void {
  if ([path, ...keysIn(value)].some((name) => UNSAFE.test(name))) {
    throw new ScimError(400, 'There is no such attribute.', 'invalidPath');
  }
}

/** The names in a JSON value, however deep. */
function keysIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...keysIn(value)]);
}

function refusalOf(error: unknown): ScimError {
  const detail = error instanceof Error ? error.message : 'The operations cannot be followed.';
  const isNoTarget = error instanceof Error && 'scimCode' in error && error.scimCode === 'noTarget';
  return new ScimError(400, detail, isNoTarget ? 'noTarget' : 'invalidPath');
}
