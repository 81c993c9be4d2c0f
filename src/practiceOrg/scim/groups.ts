import * as z from 'zod/mini';
import { isoDate } from '../api/dates.ts';
import type { Answer, Call, Operation } from '../api/operation.ts';
import type { Group } from '../world/records.ts';
import { type Filterable, listResponse, parseFilter, projected } from './listing.ts';
import { patched } from './patch.ts';
import { belowScim, current, etagOf, locationOf, requireVersion } from './resource.ts';
import { parseScimBody, ScimError } from './scimError.ts';

const permissions = { any: ['directory:group:edit'] };
const reading = ['scim', 'scim:readonly'];
const readOnly = ['id', 'meta', 'schemas', 'displayname'];

/** The body of PUT groups: `ScimV2Group`. A group's name is not SCIM's to change. */
const groupRequest = z.strictObject({
  displayName: z.string(),
  externalId: z.optional(z.nullable(z.string())),
  members: z.optional(z.nullable(z.array(z.object({ value: z.string() })))),
  id: z.optional(z.unknown()),
  schemas: z.optional(z.unknown()),
  meta: z.optional(z.unknown()),
});

/** Groups can be read and changed through SCIM, not made or deleted (Genesys facts 7.1). */
export const scimGroups: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/groups',
    scopes: reading,
    permissions,
    handle(call) {
      const text = call.query('filter');
      const groups = [...call.world.groups.values()];
      const asked = text === undefined ? groups : groups.filter(parseFilter(text, filterable).passes);
      return { status: 200, body: listResponse(call, asked, (group) => projected(call, groupView(group))) };
    },
  },
  {
    method: 'GET',
    path: '/groups/{groupId}',
    scopes: reading,
    permissions,
    handle(call) {
      const group = requireGroup(call);
      return current(call, group, projected(call, groupView(group)));
    },
  },
  {
    method: 'PUT',
    path: '/groups/{groupId}',
    scopes: ['scim'],
    permissions,
    takesBody: true,
    handle: (call) => change(call, (body) => body),
  },
  {
    method: 'PATCH',
    path: '/groups/{groupId}',
    scopes: ['scim'],
    permissions,
    takesBody: true,
    handle: (call) => change(call, (body, group) => patched(writable(groupView(group)), body, readOnly)),
  },
]);

const filterable: Filterable<Group> = {
  id: ({ id }) => id,
  displayname: ({ name }) => name,
  externalid: ({ externalId }) => externalId,
};

function change(call: Call, wanted: (body: unknown, group: Group) => unknown): Answer {
  const before = requireGroup(call);
  requireVersion(call, before);
  const request = parseScimBody(groupRequest, wanted(call.body, before));
  if (request.displayName !== before.name) {
    throw new ScimError(400, 'The attribute displayName is read-only.', 'mutability');
  }
  const memberIds = [...new Set(request.members?.map(({ value }) => value) ?? [])];
  const stranger = memberIds.find((id) => !call.world.people.has(id));
  if (stranger !== undefined) throw new ScimError(400, `There is no user ${stranger}.`, 'invalidValue');
  const group: Group = {
    id: before.id,
    name: before.name,
    ...(request.externalId != null && { externalId: request.externalId }),
    memberIds,
    version: before.version + 1,
    dateModified: call.world.clock.now(),
  };
  call.world.groups.set(group.id, group);
  return { status: 200, body: groupView(group), etag: etagOf(group) };
}

function requireGroup({ world, path }: Call): Group {
  const group = world.groups.get(path('groupId'));
  if (group === undefined) throw new ScimError(404, 'Group could not be found.');
  return group;
}

/** The published `ScimV2Group`. */
function groupView(group: Group) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    id: group.id,
    displayName: group.name,
    ...(group.externalId !== undefined && { externalId: group.externalId }),
    members: group.memberIds.map((value) => ({
      type: 'User',
      value,
      $ref: locationOf(`/users/${value}`),
    })),
    meta: {
      resourceType: 'Group',
      lastModified: isoDate(group.dateModified),
      location: locationOf(`/groups/${group.id}`),
      version: etagOf(group),
    },
  };
}

function writable({ id: _, meta: __, schemas: ___, ...document }: ReturnType<typeof groupView>) {
  return document;
}
