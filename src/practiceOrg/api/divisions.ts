import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { roleDivisionsOf, takenFrom } from '../world/caller.ts';
import { countPeople, deleteDivision } from '../world/divisions.ts';
import { gives } from '../world/permissions.ts';
import { ALL_DIVISIONS, type Division } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { leftAlone } from './body.ts';
import { type Call, done, type Operation, ok } from './operation.ts';
import { cursorPageOf, flag, matches, pageOf } from './paging.ts';

const path = '/api/v2/authorization/divisions';
const reading = ['authorization', 'authorization:readonly'];

/** What the number really is, nobody has published (Genesys facts 2). */
const MOST_DIVISIONS = 1_000;

const divisionRequest = z.strictObject({
  name: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  id: leftAlone,
  homeDivision: leftAlone,
  objectCounts: leftAlone,
  selfUri: leftAlone,
});

export const divisions: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: reading,
    handle(call) {
      return ok(pageOf(call, path, divisionsAsked(call), withCounts(call)));
    },
  },
  {
    method: 'POST',
    path,
    scopes: ['authorization'],
    permissions: { all: ['authorization:division:add', 'authorization:grant:add'] },
    codes: ['division.name.invalid', 'max.scopes.exceeded', 'resource.already.exists'],
    takesBody: true,
    handle({ world, readBody }) {
      const asked = settingsAsked(readBody);
      if (named(world, asked.name) !== undefined) throw new ApiError('resource.already.exists');
      if (world.divisions.size >= MOST_DIVISIONS) throw new ApiError('max.scopes.exceeded');
      const id = world.random.uuid();
      const division: Division = { id, ...asked, home: false };
      world.divisions.set(id, division);
      return ok(divisionView(division));
    },
  },
  {
    method: 'GET',
    path: `${path}/home`,
    scopes: reading,
    handle: ({ world }) => ok(divisionView(homeDivision(world))),
  },
  {
    method: 'GET',
    path: `${path}/limit`,
    scopes: reading,
    handle: () => ok(MOST_DIVISIONS),
  },
  {
    method: 'GET',
    path: `${path}/query`,
    scopes: reading,
    codes: ['both.after.and.before.provided'],
    handle: (call) => ok(cursorPageOf(call, `${path}/query`, divisionsAsked(call), divisionView)),
  },
  {
    method: 'GET',
    path: `${path}/{divisionId}`,
    scopes: reading,
    handle: (call) => ok(withCounts(call)(requireDivision(call.world, call.path('divisionId')))),
  },
  {
    method: 'PUT',
    path: `${path}/{divisionId}`,
    scopes: ['authorization'],
    permissions: { any: ['authorization:division:edit'] },
    codes: ['division.name.invalid'],
    takesBody: true,
    handle({ world, path, readBody }) {
      const division = requireDivision(world, path('divisionId'));
      const asked = settingsAsked(readBody);
      // A name that is taken has no code of its own here, as it has on create.
      if ((named(world, asked.name) ?? division).id !== division.id) throw new ApiError('request.conflict');
      const changed: Division = { ...division, ...asked };
      world.divisions.set(changed.id, changed);
      return ok(divisionView(changed));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{divisionId}`,
    scopes: ['authorization'],
    permissions: { any: ['authorization:division:delete'] },
    codes: ['precondition.failure'],
    handle(call) {
      const division = requireDivision(call.world, call.path('divisionId'));
      const isForced = flag(call, 'force', false);
      if (division.home || (!isForced && countPeople(call.world, division) > 0)) {
        throw new ApiError('precondition.failure');
      }
      deleteDivision(call.world, division);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/divisionspermitted/paged/me',
    scopes: reading,
    codes: ['missing.permission.param'],
    handle(call) {
      const permission = call.query('permission');
      if (!permission) throw new ApiError('missing.permission.param');
      const permitted = divisionsWith(call, permission);
      const allDivsPermitted = permitted.has(ALL_DIVISIONS);
      const asked = sorted(call.world).filter(({ id }) => allDivsPermitted || permitted.has(id));
      const path = '/api/v2/authorization/divisionspermitted/paged/me';
      return ok({ ...pageOf(call, path, asked, divisionView), allDivsPermitted });
    },
  },
];

/** The division of this id; throws 404 when there is none. */
export function requireDivision(world: World, id: string): Division {
  const division = world.divisions.get(id);
  if (division === undefined) throw new ApiError('not.found');
  return division;
}

/** What a request says about a division. Throws `division.name.invalid` when it gives no name. */
function settingsAsked(readBody: Call['readBody']): Pick<Division, 'name' | 'description'> {
  const request = readBody(divisionRequest, 'AuthzDivision');
  const name = request.name?.trim() ?? '';
  if (name === '') throw new ApiError('division.name.invalid');
  return { name, description: request.description ?? '' };
}

/** The division of this name, letter case aside. */
function named(world: World, name: string): Division | undefined {
  return [...world.divisions.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** The ids of the divisions (`*`: all) in which the caller has a permission. */
export function divisionsWith({ world, caller }: Call, permission: string): Set<string> {
  if (takenFrom(world, caller).includes(permission)) return new Set();
  const giving = roleDivisionsOf(world, caller).filter(({ roleId }) =>
    gives(world.roles.get(roleId)?.policies ?? [], permission),
  );
  return new Set(giving.map(({ divisionId }) => divisionId));
}

/** The division that everything without another one belongs to. */
export function homeDivision(world: World): Division {
  const home = [...world.divisions.values()].find((division) => division.home);
  if (home === undefined) throw new Error('The org has lost its home division.');
  return home;
}

/** The divisions that the query's filters leave. */
function divisionsAsked(call: Call): Division[] {
  const ids = call.queryList('id');
  return sorted(call.world)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ name }) => matches(call.query('name'), name));
}

function withCounts(call: Call) {
  const isAsked = flag(call, 'objectCount', false);
  return (division: Division) => ({
    ...divisionView(division),
    ...(isAsked && { objectCounts: { USER: countPeople(call.world, division) } }),
  });
}

/** The home division first, the rest by name. */
function sorted(world: World): Division[] {
  return [...world.divisions.values()].sort(
    (a, b) => Number(b.home) - Number(a.home) || a.name.localeCompare(b.name, 'en'),
  );
}

/** The published `AuthzDivision`. */
function divisionView(division: Division) {
  return {
    id: division.id,
    name: division.name,
    description: division.description,
    homeDivision: division.home,
    selfUri: `/api/v2/authorization/divisions/${division.id}`,
  };
}

/** The division of a grant, as `AuthzDivision`: one of the org's, or `*` for all of them. */
export function grantDivisionView(world: World, id: string) {
  const division = world.divisions.get(id);
  if (division !== undefined) return divisionView(division);
  const name = id === ALL_DIVISIONS ? 'All divisions' : '';
  return divisionView({ id, name, description: '', home: false });
}
