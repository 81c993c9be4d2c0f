import * as z from 'zod/mini';
import { settleDurations } from '../world/clients.ts';
import { defaultRoles } from '../world/defaultRoles.ts';
import type { PermissionPolicy, Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { parseBody } from './body.ts';
import { type Answer, type Call, type Operation, ok } from './operation.ts';
import { flag, pageOf } from './paging.ts';
import { requireRole } from './roles.ts';
import { policyView, roleView } from './roleView.ts';

const path = '/api/v2/authorization/roles/default';
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
      const asked = parseBody(rolesToRestore, call.body, 'List<DomainOrganizationRole>');
      return restore(call, ({ id, defaultRoleId }) =>
        asked.some((role) => role.id === id || role.defaultRoleId === defaultRoleId),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}',
    scopes: ['authorization', 'authorization:readonly'],
    permissions: { any: ['authorization:role:view'] },
    handle({ world, path }) {
      const held = requireRole(world, path('leftRoleId'));
      const right = path('rightRoleId');
      const shipped = defaultRoles().find(({ id, defaultRoleId }) => id === right || defaultRoleId === right);
      const other = shipped ?? requireRole(world, right);
      const isIn = (role: Role) => (policy: PermissionPolicy) =>
        role.policies.some((each) => equal(each, policy));
      return ok({
        removedPermissionPolicies: other.policies.filter((policy) => !isIn(held)(policy)).map(policyView),
        addedPermissionPolicies: held.policies.filter((policy) => !isIn(other)(policy)).map(policyView),
        samePermissionPolicies: held.policies.filter(isIn(other)).map(policyView),
        userOrgRole: roleView(held),
        roleFromDefault: roleView(other),
      });
    },
  },
];

/** Puts the chosen default roles back as shipped, a changed one under the id that it has; custom roles stay as they are. */
function restore(call: Call, isChosen: (role: Role) => boolean): Answer {
  const { world } = call;
  const restored = defaultRoles()
    .filter(isChosen)
    .map((role) => ({ ...role, id: heldDefaultRole(world, role.defaultRoleId)?.id ?? role.id }));
  for (const role of restored) world.roles.set(role.id, role);
  settleDurations(world);
  return ok(pageOf(call, path, restored, roleView));
}

function hasDefaultRole(world: World, defaultRoleId: string | null): boolean {
  return heldDefaultRole(world, defaultRoleId) !== undefined;
}

function heldDefaultRole(world: World, defaultRoleId: string | null): Role | undefined {
  return [...world.roles.values()].find((role) => role.defaultRoleId === defaultRoleId);
}

function equal(a: PermissionPolicy, b: PermissionPolicy): boolean {
  const actions = (policy: PermissionPolicy) => [...policy.actionSet].sort().join();
  return a.domain === b.domain && a.entityName === b.entityName && actions(a) === actions(b);
}
