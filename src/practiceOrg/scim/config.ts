import type { Call, Operation } from '../api/operation.ts';
import { listResponse, MOST_RESULTS } from './listing.ts';
import { belowScim, current, etagOf, locationOf } from './resource.ts';
import { CORE_GROUP, CORE_USER, ENTERPRISE, GENESYS, type Schema, schemas } from './schemas.ts';
import { ScimError } from './scimError.ts';

const scopes = ['scim', 'scim:readonly'];

/** What SCIM says about itself stays the same as long as the org runs. */
const firstAndLast = { version: 1 };

const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  filter: { supported: true, maxResults: MOST_RESULTS },
  etag: { supported: true },
  sort: { supported: false },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  changePassword: { supported: true },
  authenticationSchemes: [
    {
      name: 'OAuth Bearer Token',
      description: 'A token of an OAuth client with the client credentials grant.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      type: 'oauthbearertoken',
      primary: true,
    },
  ],
  meta: {
    resourceType: 'ServiceProviderConfig',
    location: locationOf('/serviceproviderconfig'),
    version: etagOf(firstAndLast),
  },
};

const resourceTypes = [
  {
    ...resourceType('User', 'A person of the organization.', '/Users', CORE_USER),
    schemaExtensions: [
      { schema: ENTERPRISE, required: false },
      { schema: GENESYS, required: false },
    ],
  },
  resourceType('Group', 'A group of people.', '/Groups', CORE_GROUP),
];

/** What SCIM says about itself. None of it needs a permission. */
export const scimConfig: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/serviceproviderconfig',
    scopes,
    handle: (call) => current(call, firstAndLast, serviceProviderConfig),
  },
  {
    method: 'GET',
    path: '/resourcetypes',
    scopes,
    handle: (call) => ({ status: 200, body: listResponse(unfiltered(call), resourceTypes, (type) => type) }),
  },
  {
    method: 'GET',
    path: '/resourcetypes/{resourceType}',
    scopes,
    handle({ path }) {
      const wanted = path('resourceType').toLowerCase();
      const found = resourceTypes.find(({ id }) => id.toLowerCase() === wanted);
      if (found === undefined) throw new ScimError(404, 'Resource type could not be found.');
      return { status: 200, body: found };
    },
  },
  {
    method: 'GET',
    path: '/schemas',
    scopes,
    handle: (call) => ({ status: 200, body: listResponse(unfiltered(call), schemas, schemaView) }),
  },
  {
    method: 'GET',
    path: '/schemas/{schemaId}',
    scopes,
    handle({ path }) {
      const wanted = path('schemaId').toLowerCase();
      const found = schemas.find(({ id }) => id.toLowerCase() === wanted);
      if (found === undefined) throw new ScimError(404, 'Schema could not be found.');
      return { status: 200, body: schemaView(found) };
    },
  },
]);

/** What is asked of such a list with a filter is refused (RFC 7644, 4; Genesys facts 7.1). */
function unfiltered(call: Call): Call {
  if (call.query('filter') === undefined) return call;
  throw new ScimError(403, 'This list cannot be filtered.');
}

function schemaView(schema: Schema) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    meta: { resourceType: 'Schema', location: locationOf(`/schemas/${schema.id}`) },
  };
}

function resourceType(name: 'User' | 'Group', description: string, endpoint: string, schema: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description,
    endpoint,
    schema,
    meta: { resourceType: 'ResourceType', location: locationOf(`/resourcetypes/${name}`) },
  };
}
