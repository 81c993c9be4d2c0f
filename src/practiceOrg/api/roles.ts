import { ApiError } from '../errors.ts';
import { settleDurations } from '../world/clients.ts';
import { gives } from '../world/permissions.ts';
import type { Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Call, done, type Operation, ok } from './operation.ts';
import { flag, matches, pageOf } from './paging.ts';
import { allowanceAsked, descriptionAsked, roleRequest, roleUpdateNote, roleView } from './roleRecord.ts';

const path = '/api/v2/authorization/roles';
const reading = ['authorization', 'authorization:readonly'];
const MOST_IDS = 100;

export const roles: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: reading,
    permissions: { any: ['authorization:role:view'] },
    codes: ['max.role.ids'],
    handle(call) {
      const counts = flag(call, 'userCount', true) ? userCounts(call.world) : undefined;
      const view = (role: Role) => ({
        ...roleView(role, call.language),
        ...(counts && { userCount: counts.get(role.id) ?? 0 }),
      });
      return ok(pageOf(call, path, rolesAsked(call), view));
    },
  },
  {
    method: 'POST',
    path,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:add'] },
    codes: ['general.bad.request'],
    takesBody: true,
    handle({ world, language, readBody }) {
      const request = readBody(roleRequest, 'DomainOrganizationRoleCreate');
      if (nameIsTaken(world, request.name)) throw new ApiError('general.bad.request');
      const role: Role = {
        id: world.random.uuid(),
        name: request.name,
        description: request.description ?? '',
        defaultRoleId: null,
        ...allowanceAsked(request),
      };
      world.roles.set(role.id, role);
      return ok(roleView(role, language));
    },
  },
  {
    method: 'GET',
    path: `${path}/{roleId}`,
    scopes: reading,
    permissions: { any: ['authorization:role:view'] },
    handle(call) {
      const role = requireRole(call.world, call.path('roleId'));
      const userCount = flag(call, 'userCount', true) && {
        userCount: userCounts(call.world).get(role.id) ?? 0,
      };
      const unused = call.queryList('expand').includes('unusedPermissions') && { unusedPermissions: [] };
      return ok({ ...roleView(role, call.language), ...userCount, ...unused });
    },
  },
  {
    method: 'PUT',
    path: `${path}/{roleId}`,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:edit'] },
    codes: ['general.bad.request'],
    takesBody: true,
    handle({ world, language, path, readBody }) {
      const role = requireRole(world, path('roleId'));
      const request = readBody(roleRequest, 'DomainOrganizationRoleUpdate');
      if (request.name !== role.name && nameIsTaken(world, request.name)) {
        throw new ApiError('general.bad.request');
      }
      const changed: Role = {
        id: role.id,
        name: request.name,
        description: descriptionAsked(request.description, role, language),
        defaultRoleId: role.defaultRoleId,
        ...allowanceAsked(request),
      };
      world.roles.set(role.id, changed);
      settleDurations(world);
      return ok(roleView(changed, language));
    },
  },
  {
    method: 'PATCH',
    path: `${path}/{roleId}`,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:edit'] },
    takesBody: true,
    handle({ world, language, path, readBody }) {
      const role = requireRole(world, path('roleId'));
      const { roleNeedsUpdate } = readBody(roleUpdateNote, 'DomainOrganizationRole');
      const changed: Role = { ...role, needsUpdate: roleNeedsUpdate };
      world.roles.set(role.id, changed);
      return ok(roleView(changed, language));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{roleId}`,
    scopes: ['authorization'],
    permissions: { any: ['authorization:role:delete'] },
    handle({ world, path }) {
      world.roles.delete(requireRole(world, path('roleId')).id);
      settleDurations(world);
      return done;
    },
  },
];

/** The role of this id; throws 404 when there is none. */
export function requireRole(world: World, id: string): Role {
  const role = world.roles.get(id);
  if (role === undefined) throw new ApiError('not.found');
  return role;
}

/** The roles that the query's filters leave, by name. */
function rolesAsked(call: Call): Role[] {
  const ids = call.queryList('id');
  if (ids.length > MOST_IDS) throw new ApiError('max.role.ids');
  const defaults = call.queryList('defaultRoleId');
  const permissions = call.queryList('permission');
  return [...call.world.roles.values()]
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ name }) => matches(call.query('name'), name))
    .filter(({ defaultRoleId }) => defaults.length === 0 || defaults.includes(defaultRoleId ?? ''))
    .filter((role) =>
      permissions.every((each) => role.permissions.includes(each) || gives(role.policies, each)),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** How many people hold each role, by its id. */
function userCounts(world: World): Map<string, number> {
  const counts = new Map<string, number>();
  for (const grants of world.grants.values()) {
    for (const roleId of new Set(grants.map((grant) => grant.roleId))) {
      counts.set(roleId, (counts.get(roleId) ?? 0) + 1);
    }
  }
  return counts;
}

function nameIsTaken(world: World, name: string): boolean {
  return [...world.roles.values()].some((role) => role.name.toLowerCase() === name.toLowerCase());
}
