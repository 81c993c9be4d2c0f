import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import type { Language } from '../language.ts';
import { settleDurations } from '../world/clients.ts';
import { defaultRoles, shippedAs } from '../world/defaultRoles.ts';
import { limitsOf } from '../world/permissions.ts';
import type { PermissionPolicy, Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Answer, type Call, type Operation, ok } from './operation.ts';
import { flag, pageOf } from './paging.ts';
import { allowanceAsked, policyView, roleRequest, roleView } from './roleRecord.ts';
import { requireRole } from './roles.ts';

const path = '/api/v2/authorization/roles/default';
const comparison = '/api/v2/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}';
const rolesToRestore = z.array(
  z.object({ id: z.optional(z.string()), defaultRoleId: z.optional(z.string()) }),
);

/** Restoring the platform's default roles, and comparing with them (Genesys facts 2.1). */
export const restoreDefaultRoles: readonly Operation[] = [
  {
    method: 'POST',
    path,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:edit'] },
    handle(call) {
      const force = flag(call, 'force', false);
      return restore(call, ({ defaultRoleId }) => force || !hasDefaultRole(call.world, defaultRoleId));
    },
  },
  {
    method: 'PUT',
    path,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:edit'] },
    takesBody: true,
    handle(call) {
      const asked = call.readBody(rolesToRestore, 'List<DomainOrganizationRole>');
      const chosen = new Set(asked.map((role) => defaultRoleMeant(call.world, role)));
      return restore(call, ({ defaultRoleId }) => chosen.has(defaultRoleId));
    },
  },
  {
    method: 'GET',
    path: comparison,
    scopes: ['authorization', 'authorization:readonly'],
    permissions: { any: ['authorization:role:view'] },
    handle({ world, language, path }) {
      const held = requireRole(world, path('leftRoleId'));
      return ok(differenceView(held, requireShipped(world, path('rightRoleId')), language));
    },
  },
  {
    // The same for a role as somebody is about to save it: nothing is changed.
    method: 'POST',
    path: comparison,
    scopes: ['authorization', 'authorization:readonly'],
    permissions: { any: ['authorization:role:view'] },
    takesBody: true,
    handle({ world, language, path, readBody }) {
      const held = requireRole(world, path('leftRoleId'));
      const shipped = requireShipped(world, path('rightRoleId'));
      const request = readBody(roleRequest, 'DomainOrganizationRole');
      const unsaved = { ...held, name: request.name, ...allowanceAsked(request) };
      return ok(differenceView(unsaved, shipped, language));
    },
  },
];

/** The published `DomainOrgRoleDifference`: what was added to a role, and removed from it, since it was shipped. */
function differenceView(held: Role, shipped: Role, language: Language) {
  const isIn = (role: Role) => (policy: PermissionPolicy) =>
    role.policies.some((each) => equal(each, policy));
  return {
    removedPermissionPolicies: shipped.policies.filter((policy) => !isIn(held)(policy)).map(policyView),
    addedPermissionPolicies: held.policies.filter((policy) => !isIn(shipped)(policy)).map(policyView),
    samePermissionPolicies: held.policies.filter(isIn(shipped)).map(policyView),
    userOrgRole: roleView(held, language),
    roleFromDefault: roleView(shipped, language),
  };
}

/** A default role as shipped, by the ID that the platform has for it or by that of the org's own; throws 404 for any other. */
function requireShipped(world: World, id: string): Role {
  const own = world.roles.get(id);
  const shipped = defaultRoles().find(({ defaultRoleId }) => defaultRoleId === id) ?? (own && shippedAs(own));
  if (shipped === undefined) throw new ApiError('not.found');
  return shipped;
}

/** Which default role a role to be restored is; throws 404 for one that is none. */
function defaultRoleMeant(
  world: World,
  { id, defaultRoleId }: z.infer<typeof rolesToRestore>[number],
): string | null {
  const own = id === undefined ? undefined : world.roles.get(id);
  return requireShipped(world, own?.defaultRoleId ?? defaultRoleId ?? '').defaultRoleId;
}

/** Puts the chosen default roles back as shipped, a changed one under the id that it has; custom roles stay as they are. */
function restore(call: Call, isChosen: (role: Role) => boolean): Answer {
  const { world } = call;
  const restored = defaultRoles()
    .filter(isChosen)
    .map((role) => ({ ...role, id: heldDefaultRole(world, role.defaultRoleId)?.id ?? role.id }));
  for (const role of restored) world.roles.set(role.id, role);
  settleDurations(world);
  return ok(pageOf(call, path, restored, (role) => roleView(role, call.language)));
}

function hasDefaultRole(world: World, defaultRoleId: string | null): boolean {
  return heldDefaultRole(world, defaultRoleId) !== undefined;
}

function heldDefaultRole(world: World, defaultRoleId: string | null): Role | undefined {
  return [...world.roles.values()].find((role) => role.defaultRoleId === defaultRoleId);
}

function equal(a: PermissionPolicy, b: PermissionPolicy): boolean {
  const actions = (policy: PermissionPolicy) => [...policy.actionSet].sort().join();
  const isSame = a.domain === b.domain && a.entityName === b.entityName && actions(a) === actions(b);
  return isSame && limitsOf(a) === limitsOf(b);
}
