import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { findClient, settleDurations } from '../world/clients.ts';
import { addGrant, removeGrant } from '../world/grants.ts';
import { ALL_DIVISIONS, type Client, type RoleDivision } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { parseBody } from './body.ts';
import { divisionsWith, requireDivision } from './divisions.ts';
import { type Call, done, type Operation } from './operation.ts';
import { requireRole } from './roles.ts';

const subjectTypes = ['PC_USER', 'PC_GROUP', 'PC_OAUTH_CLIENT'] as const;
const subjectDivisions = z.strictObject({
  subjectIds: z.array(z.string()).check(z.minLength(1)),
  divisionIds: z.array(z.string()).check(z.minLength(1)),
});
const grantPath = '/api/v2/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}';

/** Giving and taking roles. */
export const grants: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v2/authorization/roles/{roleId}',
    scopes: ['authorization'],
    permissions: { all: ['authorization:grant:add'] },
    codes: ['invalid.subject.type', 'missing.division.permissions'],
    takesBody: true,
    handle(call) {
      const type = subjectTypeOf(call);
      if (type === undefined) throw new ApiError('invalid.subject.type');
      const { subjectIds, divisionIds } = parseBody(subjectDivisions, call.body, 'SubjectDivisions');
      grant(call, type, call.path('roleId'), subjectIds, divisionIds);
      return done;
    },
  },
  {
    method: 'POST',
    path: grantPath,
    scopes: ['authorization'],
    permissions: { all: ['authorization:grant:add'] },
    codes: ['missing.division.permissions'],
    handle(call) {
      const type = subjectTypeOf(call);
      if (type === undefined) {
        const value = call.query('subjectType') ?? '';
        const allowed = subjectTypes.join(', ');
        throw new ApiError('invalid.query.param.value', { value, parameter: 'subjectType', allowed });
      }
      grant(call, type, call.path('roleId'), [call.path('subjectId')], [call.path('divisionId')]);
      return done;
    },
  },
  {
    method: 'DELETE',
    path: grantPath,
    scopes: ['authorization'],
    permissions: { all: ['authorization:grant:delete'] },
    codes: ['missing.division.permissions'],
    handle(call) {
      const [subjectId, divisionId] = [call.path('subjectId'), call.path('divisionId')];
      const roleId = requireRole(call.world, call.path('roleId')).id;
      requireDivisions(call, [divisionId], 'authorization:grant:delete');
      removeGrant(call.world, { subjectId, roleId, divisionId });
      const client = clientOf(call, subjectId);
      if (client !== undefined) setRoleDivisions(call.world, client, without(client, roleId, divisionId));
      return done;
    },
  },
];

function subjectTypeOf(call: Call): (typeof subjectTypes)[number] | undefined {
  const asked = call.query('subjectType') ?? 'PC_USER';
  return subjectTypes.find((type) => type === asked);
}

/** Gives the role to every subject in every division; nobody gets anything when one of them does not exist. */
function grant(
  call: Call,
  type: (typeof subjectTypes)[number],
  roleId: string,
  subjectIds: readonly string[],
  divisionIds: readonly string[],
): void {
  const { world, org } = call;
  requireRole(world, roleId);
  requireDivisions(call, divisionIds, 'authorization:grant:add');
  const exists = (id: string) =>
    type === 'PC_USER' ? world.people.has(id) : clientOf(call, id) !== undefined;
  if (type === 'PC_GROUP' || !subjectIds.every(exists)) throw new ApiError('not.found');
  const delayMs = org.switches.grantsVisibleAfterSeconds * 1000;
  for (const subjectId of subjectIds) {
    for (const divisionId of divisionIds) {
      if (type === 'PC_USER') addGrant(world, { subjectId, roleId, divisionId }, delayMs);
      else grantToClient(call, subjectId, roleId, divisionId);
    }
  }
}

function grantToClient(call: Call, clientId: string, roleId: string, divisionId: string): void {
  const client = clientOf(call, clientId);
  if (client === undefined) return;
  setRoleDivisions(call.world, client, [...without(client, roleId, divisionId), { roleId, divisionId }]);
}

function without({ roleDivisions }: Client, roleId: string, divisionId: string): RoleDivision[] {
  return roleDivisions.filter((pair) => pair.roleId !== roleId || pair.divisionId !== divisionId);
}

function setRoleDivisions(world: World, client: Client, roleDivisions: RoleDivision[]): void {
  world.clients.set(client.id, { ...client, roleDivisions });
  settleDurations(world);
}

/** A client that can hold roles: the org's own, with client credentials. */
function clientOf({ world }: Call, id: string): Client | undefined {
  const client = findClient(world, id);
  return client?.owner === 'org' && client.grantType === 'CLIENT-CREDENTIALS' ? client : undefined;
}

/** Refuses unless each division exists and the caller has the permission in it. */
function requireDivisions(call: Call, divisionIds: readonly string[], permission: string): void {
  for (const id of divisionIds) if (id !== ALL_DIVISIONS) requireDivision(call.world, id);
  const permitted = divisionsWith(call, permission);
  const may = permitted.has(ALL_DIVISIONS) || divisionIds.every((id) => permitted.has(id));
  if (!may) throw new ApiError('missing.division.permissions');
}
