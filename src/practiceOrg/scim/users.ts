import type { Call, Operation } from '../api/operation.ts';
import type { Person } from '../world/records.ts';
import { type Document, readDocument } from './document.ts';
import { parseFilter, passes } from './filter.ts';
import { attributesIgnored, ignoredByPatch } from './ignored.ts';
import { listResponse, projected } from './listing.ts';
import { patched } from './patch.ts';
import { belowScim, current, etagOf, locationOf, requireVersion } from './resource.ts';
import { USER } from './schemas.ts';
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

export const scimUsers: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/users',
    scopes: reading,
    handle(call) {
      const view = (person: Person) => projected(call, USER, userView(call.world, person));
      return { status: 200, body: listResponse(call, usersAsked(call), view) };
    },
  },
  {
    method: 'POST',
    path: '/users',
    scopes: ['scim'],
    permissions: { any: ['directory:user:add', ...assigning] },
    takesBody: true,
    handle({ world, body, ignore }) {
      ignore(attributesIgnored(USER, body));
      const person = storeUser(world, parseScimBody(userRequest, readDocument(USER, body)), undefined);
      const location = locationOf(`/users/${person.id}`);
      return { status: 201, body: userView(world, person), etag: etagOf(person), location };
    },
  },
  {
    method: 'GET',
    path: '/users/{userId}',
    scopes: reading,
    handle(call) {
      const person = requireUser(call);
      return current(call, person, projected(call, USER, userView(call.world, person)));
    },
  },
  {
    method: 'PUT',
    path: '/users/{userId}',
    scopes: ['scim'],
    permissions: editing,
    takesBody: true,
    handle(call) {
      call.ignore(attributesIgnored(USER, call.body));
      return change(call, (body) => readDocument(USER, body));
    },
  },
  {
    method: 'PATCH',
    path: '/users/{userId}',
    scopes: ['scim'],
    permissions: editing,
    takesBody: true,
    // Without roles a PUT leaves them as they are, but a PATCH has removed them.
    handle(call) {
      call.ignore(ignoredByPatch(USER, call.body));
      return change(call, (body, person) => ({
        roles: [],
        ...patched(USER, userView(call.world, person), body),
      }));
    },
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

function change(call: Call, wanted: (body: unknown, person: Person) => Document) {
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
  const filter = parseFilter(USER, text);
  return people.filter((person) => passes(filter, userView(call.world, person)));
}
