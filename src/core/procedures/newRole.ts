import * as z from 'zod/mini';
import type { RoleRequest, SubjectType } from '../platform/authorization.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { exactRole } from '../privileges/exactRole.ts';
import type { Org, Permission } from './context.ts';

/** Stands for the ID of a role wherever it is shown, or planned, before the role exists. */
export const NEW_ROLE_ID = '{new-role-id}';

/** A permission, and the calls that it is for: the first of them, such as `GET /api/v2/users/me`, and how many. */
export const NeededPermission = z.object({
  permission: z.string(),
  for: z.object({ first: z.array(z.string()), total: z.int() }),
});

/** A role that is made for the client, with exactly what its calls need, and in which divisions the client gets it. */
export const NewRole = z.object({
  /** As typed. */
  name: z.string(),
  description: z.string(),
  permissions: z.array(NeededPermission).check(z.minLength(1)),
  divisionIds: z.array(z.string()),
});
export type NewRole = z.infer<typeof NewRole>;

/** The role as it is asked for. */
export function roleRequestOf({ name, description, permissions }: NewRole): RoleRequest {
  return exactRole(
    name.trim(),
    description,
    permissions.map(({ permission }) => permission),
  );
}

/** A request for a client, with the ID of the role that was made for it in its place. */
export function withNewRole(request: OAuthClientRequest, roleId: string | undefined): OAuthClientRequest {
  const { roleDivisions } = request;
  if (roleId === undefined || roleDivisions === undefined) return request;
  return {
    ...request,
    roleDivisions: roleDivisions.map((pair) => (pair.roleId === NEW_ROLE_ID ? { ...pair, roleId } : pair)),
  };
}

/** Whether a role of the org and a new one would have the same name. The practice org does not mind capitals; orgs may. */
export function hasSameName(role: { readonly name: string }, { name }: Pick<NewRole, 'name'>): boolean {
  return role.name.toLowerCase() === name.trim().toLowerCase();
}

const NEEDED_FOR_ROLE: readonly Permission[] = ['authorization:role:add', 'authorization:grant:add'];

/** What whoever is signed in lacks to make a role and give it to themselves, as far as the org told. */
export function lackedForRole({ caller }: Pick<Org, 'caller'>): readonly Permission[] {
  return caller.kind === 'user'
    ? NEEDED_FOR_ROLE.filter((permission) => !caller.permissions.includes(permission))
    : [];
}

/** Whoever is signed in, as somebody who can be given a role; undefined where the org did not say who that is. */
export function ownSubject({
  caller,
  signedInWith,
}: Pick<Org, 'caller' | 'signedInWith'>): { readonly type: SubjectType; readonly id: string } | undefined {
  switch (caller.kind) {
    case 'user':
      return { type: 'PC_USER', id: caller.id };
    case 'client':
      return signedInWith === undefined ? undefined : { type: 'PC_OAUTH_CLIENT', id: signedInWith };
    case 'unknown':
      return undefined;
  }
}
