import { ApiError } from '../errors.ts';
import { findClient } from '../world/clients.ts';
import { grantsOf } from '../world/grants.ts';
import type { Grant, RoleDivision } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { isoDate } from './dates.ts';
import { grantDivisionView } from './divisions.ts';
import { type Operation, ok } from './operation.ts';
import { flag } from './paging.ts';

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
];

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
