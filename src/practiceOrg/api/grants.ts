import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { ALL_DIVISIONS } from '../world/records.ts';
import { requireDivision } from './divisions.ts';
import {
  give,
  requireIn,
  requireSubject,
  requireSubjectType,
  type SubjectType,
  subjectTypeOf,
  take,
} from './granting.ts';
import { type Call, done, type Operation } from './operation.ts';
import { requireRole } from './roles.ts';

const subjectDivisions = z.strictObject({
  subjectIds: z.array(z.string()).check(z.minLength(1)),
  divisionIds: z.array(z.string()).check(z.minLength(1)),
});
const grantPath = '/api/v2/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}';

/** Giving and taking one role. */
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
      const { subjectIds, divisionIds } = call.readBody(subjectDivisions, 'SubjectDivisions');
      giveEverybody(call, type, call.path('roleId'), subjectIds, divisionIds);
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
      const type = requireSubjectType(call);
      giveEverybody(call, type, call.path('roleId'), [call.path('subjectId')], [call.path('divisionId')]);
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
      const divisionId = call.path('divisionId');
      const roleId = requireRole(call.world, call.path('roleId')).id;
      requireDivisions(call, [divisionId]);
      requireIn(call, [divisionId], 'authorization:grant:delete');
      take(call, call.path('subjectId'), [{ roleId, divisionId }]);
      return done;
    },
  },
];

/** Gives the role to every subject in every division; nobody gets anything when one of them does not exist. */
function giveEverybody(
  call: Call,
  type: SubjectType,
  roleId: string,
  subjectIds: readonly string[],
  divisionIds: readonly string[],
): void {
  requireRole(call.world, roleId);
  requireDivisions(call, divisionIds);
  requireIn(call, divisionIds, 'authorization:grant:add');
  for (const id of subjectIds) requireSubject(call, type, id);
  const pairs = divisionIds.map((divisionId) => ({ roleId, divisionId }));
  for (const id of subjectIds) give(call, id, pairs);
}

/** Throws 404 unless each division exists. */
function requireDivisions({ world }: Call, ids: readonly string[]): void {
  for (const id of ids) if (id !== ALL_DIVISIONS) requireDivision(world, id);
}
