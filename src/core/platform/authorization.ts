import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

const Texts = z.optional(z.nullable(z.array(z.string())));

/** What a role allows, as far as it is used; the other fields stay with it, because a restored role is sent whole. */
const PermissionPolicy = z.looseObject({
  domain: z.string(),
  /** Absent for every entity of the domain. */
  entityName: z.optional(z.nullable(z.string())),
  /** Absent for every action. */
  actionSet: Texts,
  namedResources: Texts,
  /** Under which conditions; nothing here reads them, they are only compared. */
  resourceConditionNode: z.optional(z.unknown()),
});
export type PermissionPolicy = z.infer<typeof PermissionPolicy>;

const Policies = z.optional(z.nullable(z.array(PermissionPolicy)));

/** A role of an org, as far as it is used (Genesys facts 2). */
export const Role = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.nullable(z.string())),
  /** One of the roles that Genesys Cloud ships, changed or not. */
  default: z.optional(z.nullable(z.boolean())),
  /** Which of them it is. */
  defaultRoleId: z.optional(z.nullable(z.string())),
  /** It is no longer what Genesys Cloud ships. */
  roleNeedsUpdate: z.optional(z.nullable(z.boolean())),
  permissionPolicies: Policies,
});
export type Role = z.infer<typeof Role>;

/** A default role as Genesys Cloud ships it, with every field, because restoring sends all of them back. */
const RoleFromDefault = z.looseObject({ name: z.string(), permissionPolicies: z.array(PermissionPolicy) });

/** A default role as the org has it, beside how it is shipped. */
const RoleDifference = z.object({
  /** What the org itself finds different. Which of the lists is which side's is not published. */
  addedPermissionPolicies: Policies,
  removedPermissionPolicies: Policies,
  userOrgRole: z.optional(z.nullable(z.object({ permissionPolicies: Policies }))),
  roleFromDefault: RoleFromDefault,
});
export type RoleDifference = z.infer<typeof RoleDifference>;

export const ROLES_PATH = '/api/v2/authorization/roles';

/** All roles of the org; needs `authorization:role:view`. */
export async function listRoles(connection: Connection, signal?: AbortSignal): Promise<Result<Role[]>> {
  return await listAll(connection, `${ROLES_PATH}?userCount=false`, Role, signal);
}

/** Adds the default roles that the org lacks; those it has are left as they are (procedure rule S1: never with force). */
export async function restoreDefaultRoles(connection: Connection): Promise<Result<unknown>> {
  return await send(connection, { method: 'POST', path: `${ROLES_PATH}/default`, answer: z.unknown() });
}

/** Compares a role of the org with the default role of this ID. Needs `authorization:role:view`. */
export async function compareWithDefault(
  connection: Connection,
  roleId: string,
  defaultRoleId: string,
  signal?: AbortSignal,
): Promise<Result<RoleDifference>> {
  const path = `${ROLES_PATH}/${encodeURIComponent(roleId)}/comparedefault/${encodeURIComponent(defaultRoleId)}`;
  return await send(connection, { method: 'GET', path, answer: RoleDifference }, signal);
}

/**
 * Makes one default role of the org what it is as shipped, and changes no other. It is sent whole, so that it is right
 * whether the org goes by its ID or by what it is sent. Needs `authorization:role:edit`.
 */
export async function restoreDefaultRole(
  connection: Connection,
  role: { id: string; defaultRoleId: string },
  shipped: RoleDifference['roleFromDefault'],
): Promise<Result<unknown>> {
  const body = [{ ...shipped, ...role }];
  return await send(connection, { method: 'PUT', path: `${ROLES_PATH}/default`, body, answer: z.unknown() });
}

/** What a role allows with one entity. */
const ExactPolicy = z.object({ domain: z.string(), entityName: z.string(), actionSet: z.array(z.string()) });
export type ExactPolicy = z.infer<typeof ExactPolicy>;

/** A role as it is asked for (Genesys facts 2). */
export const RoleRequest = z.object({
  name: z.string(),
  description: z.string(),
  /** Rights of an older kind, which have no domain. */
  permissions: z.array(z.string()),
  permissionPolicies: z.array(ExactPolicy),
});
export type RoleRequest = z.infer<typeof RoleRequest>;

/** A role that was made for a client. */
export const MadeRole = z.object({ id: z.string(), name: z.string() });
export type MadeRole = z.infer<typeof MadeRole>;

/** Of the answer nothing but the ID is needed: a role that has one is there. */
const CreatedRole = z.object({ id: z.string() });

/** Makes a role. Needs `authorization:role:add`. */
export async function createRole(connection: Connection, request: RoleRequest): Promise<Result<MadeRole>> {
  const made = await send(connection, {
    method: 'POST',
    path: ROLES_PATH,
    body: request,
    answer: CreatedRole,
  });
  return made.ok ? { ok: true, value: { id: made.value.id, name: request.name } } : made;
}

/** Deletes a role, which nobody holds any more then. Needs `authorization:role:delete`. */
export async function deleteRole(connection: Connection, roleId: string): Promise<Result<unknown>> {
  const path = `${ROLES_PATH}/${encodeURIComponent(roleId)}`;
  return await send(connection, { method: 'DELETE', path, answer: z.unknown() });
}

/** Somebody who holds a role: a person, a group, or a client that calls as itself. */
const RoleHolder = z.object({ id: z.string(), name: z.optional(z.nullable(z.string())) });
export type RoleHolder = z.infer<typeof RoleHolder>;

/** Everybody who holds a role; needs `authorization:role:view` (Genesys facts 2). */
export async function listRoleHolders(connection: Connection, roleId: string): Promise<Result<RoleHolder[]>> {
  return await listAll(connection, `${ROLES_PATH}/${encodeURIComponent(roleId)}/subjectgrants`, RoleHolder);
}

/** Who holds roles: a person, or a client that calls as itself. */
export const SubjectType = z.enum(['PC_USER', 'PC_OAUTH_CLIENT']);
export type SubjectType = z.infer<typeof SubjectType>;

/** Who is given a role, and in which divisions; `*` is all of them. */
export const Grant = z.object({ subjectIds: z.array(z.string()), divisionIds: z.array(z.string()) });
export type Grant = z.infer<typeof Grant>;

/** Gives somebody a role. Needs `authorization:grant:add`. */
export async function grantRole(
  connection: Connection,
  roleId: string,
  grant: Grant,
  subjectType: SubjectType = 'PC_USER',
): Promise<Result<unknown>> {
  const path = grantPath(encodeURIComponent(roleId), subjectType);
  return await send(connection, { method: 'POST', path, body: grant, answer: z.unknown() });
}

/** Where a role is given to somebody of this type. */
export function grantPath(roleId: string, subjectType: SubjectType): string {
  return `${ROLES_PATH}/${roleId}?subjectType=${subjectType}`;
}

/** Stands for every division of the org, those to come included. */
export const ALL_DIVISIONS = '*';

export const Division = z.object({
  id: z.string(),
  name: z.string(),
  homeDivision: z.optional(z.nullable(z.boolean())),
});
export type Division = z.infer<typeof Division>;

/** All divisions of the org; needs no permission (Genesys facts 2). */
export async function listDivisions(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<Division[]>> {
  return await listAll(connection, '/api/v2/authorization/divisions', Division, signal);
}

/** A role that somebody holds in a division; the division `*` is all of them. */
export const RoleGrant = z.object({
  role: z.object({ id: z.string(), name: z.string() }),
  division: z.object({ id: z.string() }),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

const Subject = z.object({ grants: z.optional(z.array(RoleGrant)) });

/** The roles that the caller holds, be it a person or a client, and where; needs no permission (Genesys facts 2). */
export async function getOwnGrants(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<RoleGrant[]>> {
  return await grantsAt(connection, 'me', signal);
}

/** The same of anybody by their ID; needs `authorization:grant:view`. */
export async function getGrants(
  connection: Connection,
  subjectId: string,
  signal?: AbortSignal,
): Promise<Result<RoleGrant[]>> {
  return await grantsAt(connection, encodeURIComponent(subjectId), signal);
}

async function grantsAt(
  connection: Connection,
  subject: string,
  signal: AbortSignal | undefined,
): Promise<Result<RoleGrant[]>> {
  const path = `/api/v2/authorization/subjects/${subject}`;
  const answer = await send(connection, { method: 'GET', path, answer: Subject }, signal);
  return answer.ok ? { ok: true, value: answer.value.grants ?? [] } : answer;
}

/** The most that one page may hold, to ask for as few as possible. */
const PAGE_SIZE = 500;

/** How many pages are asked for at the same time: few enough that an org of thousands does not meet its rate limit. */
const SIDE_BY_SIDE = 6;

/** 100,000 of whatever it is; no org was seen to have as many. */
const MOST_PAGES = 200;

/**
 * Reads every page of a listing: the first, which says how many there are, and then the others side by side. `path` may
 * have a query. What stands on two pages, because the list has grown meanwhile, is there once. A list that goes on after
 * very many pages is an error, not a part of it.
 */
export async function listAll<T extends { readonly id: string }>(
  connection: Connection,
  path: string,
  entity: z.ZodMiniType<T>,
  signal?: AbortSignal,
): Promise<Result<T[]>> {
  const answer = z.object({ entities: z.array(entity), pageCount: z.optional(z.number()) });
  const read = async (page: number) => {
    const query = `${path.includes('?') ? '&' : '?'}pageSize=${PAGE_SIZE}&pageNumber=${page}`;
    return await send(connection, { method: 'GET', path: path + query, answer }, signal);
  };
  const all = new Map<string, T>();
  for (let next = 1, pages = 1; next <= pages; ) {
    if (next > MOST_PAGES) return { ok: false, error: { kind: 'too-much', unit: 'pages', most: MOST_PAGES } };
    // Of the first nobody knows yet whether another one follows.
    const count = next === 1 ? 1 : Math.min(SIDE_BY_SIDE, pages - next + 1);
    const listings = await Promise.all(Array.from({ length: count }, (_, at) => read(next + at)));
    next += count;
    for (const listing of listings) {
      if (!listing.ok) return listing;
      const { entities, pageCount } = listing.value;
      // An empty page is the last one, whatever was announced.
      if (entities.length === 0) return { ok: true, value: [...all.values()] };
      for (const each of entities) all.set(each.id, each);
      pages = pageCount ?? 0;
    }
  }
  return { ok: true, value: [...all.values()] };
}
