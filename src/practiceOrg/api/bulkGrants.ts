import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { ALL_DIVISIONS, type RoleDivision, roleDivisionRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { give, givenTo, includes, requireIn, requireSubject, requireSubjectType, take } from './granting.ts';
import { type Call, done, type Operation } from './operation.ts';

const path = '/api/v2/authorization/subjects/{subjectId}';
const ADD = 'authorization:grant:add';
const DELETE = 'authorization:grant:delete';

const roleDivisionGrants = z.strictObject({ grants: z.array(roleDivisionRecord) });

/** Giving and taking many roles of one subject, all of them or none. */
export const bulkGrants: readonly Operation[] = [
  {
    method: 'POST',
    path: `${path}/bulkadd`,
    scopes: ['authorization'],
    permissions: { all: [ADD] },
    codes: ['bad.role.divisions', 'missing.division.permissions'],
    takesBody: true,
    handle(call) {
      const subjectId = typedSubject(call);
      const asked = grantsAsked(call);
      requireKnown(call.world, asked);
      requireIn(call, divisionsOf(asked), ADD);
      give(call, subjectId, asked);
      return done;
    },
  },
  {
    method: 'POST',
    path: `${path}/bulkremove`,
    scopes: ['authorization'],
    permissions: { all: [DELETE] },
    codes: ['missing.division.permissions'],
    takesBody: true,
    handle(call) {
      const subjectId = call.path('subjectId');
      requireSubject(call, call.world.people.has(subjectId) ? 'PC_USER' : 'PC_OAUTH_CLIENT', subjectId);
      const asked = grantsAsked(call);
      requireIn(call, divisionsOf(asked), DELETE);
      take(call, subjectId, asked);
      return done;
    },
  },
  {
    method: 'POST',
    path: `${path}/bulkreplace`,
    scopes: ['authorization'],
    permissions: { all: [ADD, DELETE] },
    codes: ['bad.role.divisions', 'missing.division.permissions'],
    takesBody: true,
    handle(call) {
      const subjectId = typedSubject(call);
      const asked = grantsAsked(call);
      requireKnown(call.world, asked);
      const rest = givenTo(call, subjectId).filter((held) => !includes(asked, held));
      requireIn(call, divisionsOf(asked), ADD);
      requireIn(call, divisionsOf(rest), DELETE);
      take(call, subjectId, rest);
      give(call, subjectId, asked);
      return done;
    },
  },
];

/** The subject of the path; throws 404 when there is none of the type that the query names. */
function typedSubject(call: Call): string {
  const id = call.path('subjectId');
  requireSubject(call, requireSubjectType(call), id);
  return id;
}

function grantsAsked({ readBody }: Call): RoleDivision[] {
  return readBody(roleDivisionGrants, 'RoleDivisionGrants').grants;
}

/** Refuses roles and divisions that do not exist. */
function requireKnown(world: World, grants: readonly RoleDivision[]): void {
  const isKnown = ({ roleId, divisionId }: RoleDivision) =>
    world.roles.has(roleId) && (divisionId === ALL_DIVISIONS || world.divisions.has(divisionId));
  if (!grants.every(isKnown)) throw new ApiError('bad.role.divisions');
}

function divisionsOf(grants: readonly RoleDivision[]): string[] {
  return grants.map(({ divisionId }) => divisionId);
}
