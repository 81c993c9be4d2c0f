import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { listAll } from './paging.ts';
import { type Connection, send } from './request.ts';

/** A role of an org, as far as it is used (Genesys facts 2). */
export const Role = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.nullable(z.string())),
  /** One of the roles that Genesys Cloud ships, changed or not. */
  default: z.optional(z.boolean()),
  permissionPolicies: z.optional(
    z.nullable(
      z.array(
        z.object({
          domain: z.string(),
          entityName: z.optional(z.nullable(z.string())),
          actionSet: z.optional(z.nullable(z.array(z.string()))),
        }),
      ),
    ),
  ),
});
export type Role = z.infer<typeof Role>;

const PATH = '/api/v2/authorization/roles';

/** All roles of the org; needs `authorization:role:view`. */
export async function listRoles(connection: Connection, signal?: AbortSignal): Promise<Result<Role[]>> {
  return await listAll(connection, `${PATH}?userCount=false`, Role, signal);
}

/** Adds the default roles that the org lacks; those it has are left as they are (procedure rule S1: never with force). */
export async function restoreDefaultRoles(connection: Connection): Promise<Result<unknown>> {
  return await send(connection, { method: 'POST', path: `${PATH}/default`, answer: z.unknown() });
}

/** Gives people a role in these divisions; `*` is all of them. Needs `authorization:grant:add`. */
export async function grantRole(
  connection: Connection,
  roleId: string,
  grant: { subjectIds: readonly string[]; divisionIds: readonly string[] },
): Promise<Result<unknown>> {
  const path = `${PATH}/${encodeURIComponent(roleId)}?subjectType=PC_USER`;
  return await send(connection, { method: 'POST', path, body: grant, answer: z.unknown() });
}
