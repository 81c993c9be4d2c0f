import type { Operation } from '../api/operation.ts';
import { listResponse } from './listing.ts';
import { belowScim, locationOf } from './paths.ts';
import { schemas } from './schemas.ts';
import { ScimError } from './scimError.ts';
import { ENTERPRISE, GENESYS } from './userRequest.ts';

const scopes = ['scim', 'scim:readonly'];

const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  filter: { supported: true, maxResults: 100 },
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
  },
};

const resourceTypes = [
  {
    ...resourceType('User', 'A person of the organization.', '/Users'),
    schemaExtensions: [
      { schema: ENTERPRISE, required: false },
      { schema: GENESYS, required: false },
    ],
  },
  resourceType('Group', 'A group of people.', '/Groups'),
];

/** What SCIM says about itself. None of it needs a permission. */
export const scimConfig: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/serviceproviderconfig',
    scopes,
    handle: () => ({ status: 200, body: serviceProviderConfig }),
  },
  {
    method: 'GET',
    path: '/resourcetypes',
    scopes,
    handle: (call) => ({ status: 200, body: listResponse(call, resourceTypes, (type) => type) }),
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
    handle: (call) => ({ status: 200, body: listResponse(call, schemas, schemaView) }),
  },
  {
    method: 'GET',
    path: '/schemas/{schemaId}',
    scopes,
    handle({ path }) {
      const found = schemas.find(({ id }) => id === path('schemaId'));
      if (found === undefined) throw new ScimError(404, 'Schema could not be found.');
      return { status: 200, body: schemaView(found) };
    },
  },
]);

function schemaView(schema: (typeof schemas)[number]) {
  return { ...schema, meta: { resourceType: 'Schema', location: locationOf(`/schemas/${schema.id}`) } };
}

function resourceType(name: 'User' | 'Group', description: string, endpoint: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description,
    endpoint,
    schema: `urn:ietf:params:scim:schemas:core:2.0:${name}`,
    meta: { resourceType: 'ResourceType', location: locationOf(`/resourcetypes/${name}`) },
  };
}
