import { ApiError } from '../errors.ts';
import { findClient, orgClients } from '../world/clients.ts';
import { grantsOf } from '../world/grants.ts';
import type { Grant, RoleDivision } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { isoDate } from './dates.ts';
import { grantDivisionView } from './divisions.ts';
import { type Operation, ok } from './operation.ts';
import { flag, pageOf } from './paging.ts';
import { requireRole } from './roles.ts';

const path = '/api/v2/authorization/subjects';
const scopes = ['authorization', 'authorization:readonly'];

/** Who holds which role in which division. */
export const subjects: readonly Operation[] = [
  {
    method: 'GET',
    path: `${path}/me`,
    scopes,
    handle(call) {
      flag(call, 'includeDuplicates', false);
      const { person, client } = call.caller;
      return ok(subjectView(call.world, person?.id ?? client.id));
    },
  },
  {
    method: 'GET',
    path: `${path}/{subjectId}`,
    scopes,
    permissions: { any: ['authorization:grant:view'] },
    handle(call) {
      flag(call, 'includeDuplicates', false);
      return ok(subjectView(call.world, call.path('subjectId')));
    },
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/roles/{roleId}/subjectgrants',
    scopes,
    permissions: { any: ['authorization:role:view'] },
    handle(call) {
      const { id } = requireRole(call.world, call.path('roleId'));
      const listing = `/api/v2/authorization/roles/${id}/subjectgrants`;
      return ok(pageOf(call, listing, holdersOf(call.world, id), (holder) => holderView(call.world, holder)));
    },
  },
];

type Holder = { id: string; name: string; type: 'PC_USER' | 'PC_OAUTH_CLIENT'; divisionIds: string[] };

/** Everybody who was given a role, noticed by the org or not: people by their names, and then clients. */
function holdersOf(world: World, roleId: string): Holder[] {
  const divisionsIn = (pairs: readonly RoleDivision[]) =>
    pairs.filter((pair) => pair.roleId === roleId).map(({ divisionId }) => divisionId);
  const people = [...world.people.values()].map(({ id, name }): Holder => {
    return { id, name, type: 'PC_USER', divisionIds: divisionsIn(world.grants.get(id) ?? []) };
  });
  const clients = orgClients(world).map(({ id, name, roleDivisions }): Holder => {
    return { id, name, type: 'PC_OAUTH_CLIENT', divisionIds: divisionsIn(roleDivisions) };
  });
  return [people, clients].flatMap((all) =>
    all
      .filter(({ divisionIds }) => divisionIds.length > 0)
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
  );
}

/** The published `SubjectDivisionGrants`. */
function holderView(world: World, { id, name, type, divisionIds }: Holder) {
  const divisions = divisionIds.map((each) => {
    const { id: divisionId, name: divisionName, selfUri } = grantDivisionView(world, each);
    return { id: divisionId, name: divisionName, selfUri };
  });
  return { id, name, type, divisions, selfUri: `${path}/${id}` };
}

/** The published `AuthzSubject` of a person or of a client; throws 404 for anybody else. */
function subjectView(world: World, id: string) {
  const person = world.people.get(id);
  const client = findClient(world, id);
  const subject = person ?? client;
  if (subject === undefined) throw new ApiError('not.found');
  const grants = person ? grantsOf(world, id) : (client?.roleDivisions ?? []).map(sinceCreation);
  return {
    id,
    name: subject.name,
    grants: grants.map((grant) => grantView(world, grant)),
    version: 1,
    selfUri: `${path}/${id}`,
  };

  function sinceCreation({ roleId, divisionId }: RoleDivision): Grant {
    const madeAt = client?.dateCreated ?? 0;
    return { subjectId: id, roleId, divisionId, madeAt, visibleAt: madeAt };
  }
}

function grantView(world: World, { subjectId, roleId, divisionId, madeAt }: Grant) {
  const role = world.roles.get(roleId);
  return {
    subjectId,
    division: grantDivisionView(world, divisionId),
    role: {
      id: roleId,
      name: role?.name ?? '',
      description: role?.description ?? '',
      policies: (role?.policies ?? []).map(({ domain, entityName, actionSet }) => ({
        domain,
        entityName,
        actions: actionSet,
      })),
      default: role?.defaultRoleId != null,
      selfUri: `/api/v2/authorization/roles/${roleId}`,
    },
    grantMadeAt: isoDate(madeAt),
  };
}
