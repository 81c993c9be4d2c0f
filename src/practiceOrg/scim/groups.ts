import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { isoDate } from '../api/dates.ts';
import type { Answer, Call, Operation } from '../api/operation.ts';
import type { Group } from '../world/records.ts';
import { type Document, readDocument } from './document.ts';
import { parseFilter, passes } from './filter.ts';
import { attributesIgnored, ignoredByPatch } from './ignored.ts';
import { listResponse, projected } from './listing.ts';
import { patched } from './patch.ts';
import { belowScim, current, etagOf, locationOf, requireVersion } from './resource.ts';
import { CORE_GROUP, GROUP } from './schemas.ts';
import { parseScimBody, ScimError } from './scimError.ts';

const permissions = { any: ['directory:group:edit'] };
const reading = ['scim', 'scim:readonly'];

/** What PUT groups (`ScimV2Group`) needs of a document. A group's name is not SCIM's to change. */
const groupRequest = z.object({
  displayName: z.string(),
  externalId: z.optional(z.string()),
  members: z.optional(z.array(z.object({ value: z.string() }))),
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
      const filter = text === undefined ? undefined : parseFilter(GROUP, text);
      const asked = filter ? groups.filter((group) => passes(filter, groupView(group))) : groups;
      const view = (group: Group) => projected(call, GROUP, groupView(group));
      return { status: 200, body: listResponse(call, asked, view) };
    },
  },
  {
    method: 'GET',
    path: '/groups/{groupId}',
    scopes: reading,
    permissions,
    handle(call) {
      const group = requireGroup(call);
      return current(call, group, projected(call, GROUP, groupView(group)));
    },
  },
  {
    method: 'PUT',
    path: '/groups/{groupId}',
    scopes: ['scim'],
    permissions,
    takesBody: true,
    handle(call) {
      call.ignore(attributesIgnored(GROUP, call.body));
      return change(call, (body) => readDocument(GROUP, body));
    },
  },
  {
    method: 'PATCH',
    path: '/groups/{groupId}',
    scopes: ['scim'],
    permissions,
    takesBody: true,
    handle(call) {
      call.ignore(ignoredByPatch(GROUP, call.body));
      return change(call, (body, group) => patched(GROUP, groupView(group), body));
    },
  },
]);

/** What changes nothing makes no new version. */
function change(call: Call, wanted: (body: unknown, group: Group) => Document): Answer {
  const before = requireGroup(call);
  requireVersion(call, before);
  const request = parseScimBody(groupRequest, wanted(call.body, before));
  if (request.displayName !== before.name) {
    throw new ScimError(400, 'The attribute displayName is read-only.', 'mutability');
  }
  const memberIds = [...new Set(request.members?.map(({ value }) => value) ?? [])];
  const stranger = memberIds.find((id) => !call.world.people.has(id));
  if (stranger !== undefined) throw new ScimError(400, `There is no user ${stranger}.`, 'invalidValue');
  const { externalId: _, ...rest } = before;
  const wished: Group = {
    ...rest,
    ...(request.externalId !== undefined && { externalId: request.externalId }),
    memberIds,
  };
  const group = isDeepStrictEqual(wished, before)
    ? before
    : { ...wished, version: before.version + 1, dateModified: call.world.clock.now() };
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
    schemas: [CORE_GROUP],
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
