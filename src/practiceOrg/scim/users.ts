import type { Call, Operation } from '../api/operation.ts';
import type { Person } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Filterable, listResponse, parseFilter, projected } from './listing.ts';
import { patched } from './patch.ts';
import { belowScim, current, etagOf, requireVersion } from './resource.ts';
import { parseScimBody, ScimError } from './scimError.ts';
import { removeUser, storeUser } from './storeUser.ts';
import { type UserRequest, userRequest } from './userRequest.ts';
import { userView } from './userView.ts';

const reading = ['scim', 'scim:readonly'];
const assigning = [
  'authorization:grant:add',
  'authorization:grant:delete',
  'routing:skill:assign',
  'routing:language:assign',
  'telephony:extension:assign',
];
const editing = { any: ['directory:user:edit', 'directory:user:setPassword', ...assigning] };
const readOnly = ['id', 'meta', 'groups', 'schemas'];

export const scimUsers: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/users',
    scopes: reading,
    handle(call) {
      const view = (person: Person) => projected(call, userView(call.world, person));
      return { status: 200, body: listResponse(call, usersAsked(call), view) };
    },
  },
  {
    method: 'POST',
    path: '/users',
    scopes: ['scim'],
    permissions: { any: ['directory:user:add', ...assigning] },
    takesBody: true,
    handle({ world, body }) {
      const person = storeUser(world, parseScimBody(userRequest, body), undefined);
      return { status: 201, body: userView(world, person), etag: etagOf(person) };
    },
  },
  {
    method: 'GET',
    path: '/users/{userId}',
    scopes: reading,
    handle(call) {
      const person = requireUser(call);
      return current(call, person, projected(call, userView(call.world, person)));
    },
  },
  {
    method: 'PUT',
    path: '/users/{userId}',
    scopes: ['scim'],
    permissions: editing,
    takesBody: true,
    handle: (call) => change(call, (body) => body),
  },
  {
    method: 'PATCH',
    path: '/users/{userId}',
    scopes: ['scim'],
    permissions: editing,
    takesBody: true,
    handle: (call) =>
      change(call, (body, person) => patched(writable(userView(call.world, person)), body, readOnly)),
  },
  {
    method: 'DELETE',
    path: '/users/{userId}',
    scopes: ['scim'],
    permissions: { any: ['directory:user:delete'] },
    handle(call) {
      const person = requireUser(call);
      requireVersion(call, person);
      removeUser(call.world, person);
      return { status: 204 };
    },
  },
]);

function change(call: Call, wanted: (body: unknown, person: Person) => unknown) {
  const before = requireUser(call);
  requireVersion(call, before);
  const request: UserRequest = parseScimBody(userRequest, wanted(call.body, before));
  const person = storeUser(call.world, request, before);
  return { status: 200, body: userView(call.world, person), etag: etagOf(person) } as const;
}

function requireUser({ world, path }: Call): Person {
  const person = world.people.get(path('userId'));
  if (person === undefined) throw new ScimError(404, 'User could not be found.');
  return person;
}

/** Without a filter all who are active; a filter decides by itself. */
function usersAsked(call: Call): Person[] {
  const people = [...call.world.people.values()];
  const text = call.query('filter');
  if (text === undefined) return people.filter(({ state }) => state === 'active');
  return people.filter(parseFilter(text, filterable(call.world)).passes);
}

function filterable(world: World): Filterable<Person> {
  return {
    id: ({ id }) => id,
    username: ({ email }) => email,
    email: ({ email }) => email,
    active: ({ state }) => String(state === 'active'),
    externalid: ({ directory }) => directory.externalId,
    employeenumber: ({ directory }) => directory.employeeNumber,
    manager: ({ directory }) => directory.managerId,
    division: ({ divisionId }) => world.divisions.get(divisionId)?.name,
  };
}

function writable({ id: _, meta: __, groups: ___, schemas: ____, ...document }: ReturnType<typeof userView>) {
  return document;
}
