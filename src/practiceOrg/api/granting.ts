import { ApiError } from '../errors.ts';
import { findClient, settleDurations } from '../world/clients.ts';
import { addGrant, removeGrant } from '../world/grants.ts';
import { ALL_DIVISIONS, type Client, type RoleDivision } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { divisionsWith } from './divisions.ts';
import type { Call } from './operation.ts';

const subjectTypes = ['PC_USER', 'PC_GROUP', 'PC_OAUTH_CLIENT'] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** The type of subject that the query names; undefined for a word that is none. */
export function subjectTypeOf(call: Call): SubjectType | undefined {
  const asked = call.query('subjectType') ?? 'PC_USER';
  return subjectTypes.find((type) => type === asked);
}

/** The same, for the operations that have no code of their own for such a word. */
export function requireSubjectType(call: Call): SubjectType {
  const type = subjectTypeOf(call);
  if (type !== undefined) return type;
  const value = call.query('subjectType') ?? '';
  const allowed = subjectTypes.join(', ');
  throw new ApiError('invalid.query.param.value', { value, parameter: 'subjectType', allowed });
}

/** Throws 404 unless there is such a subject that can hold roles: in this org no group can. */
export function requireSubject({ world }: Call, type: SubjectType, id: string): void {
  if (!exists()) throw new ApiError('not.found');

  function exists(): boolean {
    switch (type) {
      case 'PC_USER':
        return world.people.has(id);
      case 'PC_OAUTH_CLIENT':
        return clientOf(world, id) !== undefined;
      case 'PC_GROUP':
        return false;
    }
  }
}

/** Refuses unless the caller has the permission in each of the divisions. */
export function requireIn(call: Call, divisionIds: readonly string[], permission: string): void {
  const permitted = divisionsWith(call, permission);
  const may = permitted.has(ALL_DIVISIONS) || divisionIds.every((id) => permitted.has(id));
  if (!may) throw new ApiError('missing.division.permissions');
}

/** Gives a person or a client roles; what they hold already stays as it is. */
export function give({ org, world }: Call, subjectId: string, pairs: readonly RoleDivision[]): void {
  const client = clientOf(world, subjectId);
  if (client === undefined) {
    const delayMs = org.switches.grantsVisibleAfterSeconds * 1000;
    for (const pair of pairs) addGrant(world, { subjectId, ...pair }, delayMs);
    return;
  }
  const roleDivisions = [...client.roleDivisions];
  for (const pair of pairs) if (!includes(roleDivisions, pair)) roleDivisions.push(pair);
  setRoleDivisions(world, client, roleDivisions);
}

/** Takes roles from a person or a client; what they do not hold changes nothing. */
export function take({ world }: Call, subjectId: string, pairs: readonly RoleDivision[]): void {
  const client = clientOf(world, subjectId);
  if (client === undefined) {
    for (const pair of pairs) removeGrant(world, { subjectId, ...pair });
    return;
  }
  const left = client.roleDivisions.filter((held) => !includes(pairs, held));
  setRoleDivisions(world, client, left);
}

/** What a person or a client was given, noticed by the org or not. */
export function givenTo({ world }: Call, subjectId: string): readonly RoleDivision[] {
  return clientOf(world, subjectId)?.roleDivisions ?? world.grants.get(subjectId) ?? [];
}

/** Whether a role in a division is one of these. */
export function includes(pairs: readonly RoleDivision[], { roleId, divisionId }: RoleDivision): boolean {
  return pairs.some((pair) => pair.roleId === roleId && pair.divisionId === divisionId);
}

function setRoleDivisions(world: World, client: Client, roleDivisions: RoleDivision[]): void {
  world.clients.set(client.id, { ...client, roleDivisions });
  settleDurations(world);
}

/** A client that can hold roles: the org's own, with client credentials. */
function clientOf(world: World, id: string): Client | undefined {
  const client = findClient(world, id);
  return client?.owner === 'org' && client.grantType === 'CLIENT-CREDENTIALS' ? client : undefined;
}
