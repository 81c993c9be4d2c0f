/** What a type of resource calls: method and path below `/api/v2`. */
type Calls = readonly `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`[];

const ROLES_OF_A_SUBJECT: Calls = [
  'GET /authorization/subjects/{subjectId}',
  'GET /authorization/divisions/home',
  'POST /authorization/subjects/{subjectId}/bulkadd',
  'DELETE /authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}',
];

/**
 * What the Terraform provider for Genesys Cloud calls for a resource, as its documentation lists it under "API Usage"
 * (Genesys facts 14). A type that is not here is told as unknown.
 */
export const TERRAFORM_CALLS: ReadonlyMap<string, Calls> = new Map<string, Calls>([
  [
    'genesyscloud_oauth_client',
    [
      'GET /oauth/clients',
      'GET /oauth/clients/{clientId}',
      'POST /oauth/clients',
      'PUT /oauth/clients/{clientId}',
      'DELETE /oauth/clients/{clientId}',
      'GET /integrations/credentials/{credentialId}',
      'PUT /integrations/credentials/{credentialId}',
      'DELETE /integrations/credentials/{credentialId}',
      'POST /integrations/credentials',
      'GET /tokens/me',
      'GET /users/me',
      'GET /users/{subjectId}/roles',
      'PUT /users/{subjectId}/roles',
    ],
  ],
  [
    'genesyscloud_auth_role',
    [
      'POST /authorization/roles',
      'GET /authorization/roles',
      'GET /authorization/roles/{roleId}',
      'PUT /authorization/roles/{roleId}',
      'PUT /authorization/roles/default',
      'DELETE /authorization/roles/{roleId}',
      'GET /authorization/permissions',
    ],
  ],
  [
    'genesyscloud_auth_division',
    [
      'GET /authorization/divisions/home',
      'POST /authorization/divisions',
      'GET /authorization/divisions/{divisionId}',
      'GET /authorization/divisions',
      'PUT /authorization/divisions/{divisionId}',
      'DELETE /authorization/divisions/{divisionId}',
    ],
  ],
  [
    'genesyscloud_user',
    [
      'POST /users',
      'GET /users/{userId}',
      'PATCH /users/{userId}',
      'DELETE /users/{userId}',
      'POST /users/search',
      'PUT /users/{userId}/routingskills/bulk',
      'DELETE /users/{userId}/routinglanguages/{languageId}',
      'PATCH /users/{userId}/routinglanguages/bulk',
      'GET /users/{userId}/routinglanguages',
      'PUT /users/{userId}/profileskills',
      'POST /users/{userId}/password',
      'GET /routing/users/{userId}/utilization',
      'PUT /routing/users/{userId}/utilization',
      'DELETE /routing/users/{userId}/utilization',
      'GET /voicemail/userpolicies/{userId}',
      'PATCH /voicemail/userpolicies/{userId}',
      'GET /telephony/providers/edges/extensionpools',
      'GET /telephony/providers/edges/extensionpools/{extensionPoolId}',
      'GET /users',
    ],
  ],
  ['genesyscloud_user_roles', ROLES_OF_A_SUBJECT],
  ['genesyscloud_group_roles', ROLES_OF_A_SUBJECT],
  [
    'genesyscloud_group',
    [
      'GET /groups',
      'GET /groups/{groupId}',
      'POST /groups',
      'PUT /groups/{groupId}',
      'DELETE /groups/{groupId}',
      'GET /groups/{groupId}/individuals',
      'POST /groups/{groupId}/members',
      'DELETE /groups/{groupId}/members',
    ],
  ],
  [
    'genesyscloud_location',
    [
      'GET /locations',
      'POST /locations',
      'GET /locations/{locationId}',
      'PATCH /locations/{locationId}',
      'DELETE /locations/{locationId}',
      'POST /locations/search',
    ],
  ],
  [
    'genesyscloud_routing_queue',
    [
      'POST /routing/queues',
      'GET /routing/queues/{queueId}/members',
      'GET /routing/queues/{queueId}',
      'POST /routing/queues/{queueId}/members',
      'PATCH /routing/queues/{queueId}/members/{memberId}',
      'DELETE /routing/queues/{queueId}',
      'GET /routing/queues/{queueId}/wrapupcodes',
      'POST /routing/queues/{queueId}/wrapupcodes',
      'DELETE /routing/queues/{queueId}/wrapupcodes/{codeId}',
    ],
  ],
  [
    'genesyscloud_routing_skill',
    [
      'GET /routing/skills',
      'POST /routing/skills',
      'GET /routing/skills/{skillId}',
      'DELETE /routing/skills/{skillId}',
    ],
  ],
  [
    'genesyscloud_routing_language',
    [
      'GET /routing/languages',
      'POST /routing/languages',
      'GET /routing/languages/{languageId}',
      'DELETE /routing/languages/{languageId}',
    ],
  ],
  [
    'genesyscloud_routing_wrapupcode',
    [
      'GET /routing/wrapupcodes',
      'GET /routing/wrapupcodes/{codeId}',
      'POST /routing/wrapupcodes',
      'PUT /routing/wrapupcodes/{codeId}',
      'DELETE /routing/wrapupcodes/{codeId}',
    ],
  ],
  [
    'genesyscloud_integration',
    [
      'GET /integrations',
      'POST /integrations',
      'GET /integrations/{integrationId}',
      'DELETE /integrations/{integrationId}',
      'PATCH /integrations/{integrationId}',
      'GET /integrations/{integrationId}/config/current',
      'PUT /integrations/{integrationId}/config/current',
      'GET /integrations/types/{typeId}',
      'GET /integrations/types/{typeId}/configschemas/{configType}',
    ],
  ],
  [
    'genesyscloud_integration_credential',
    [
      'POST /integrations/credentials',
      'GET /integrations/credentials/types',
      'GET /integrations/credentials/{credentialId}',
      'PUT /integrations/credentials/{credentialId}',
      'DELETE /integrations/credentials/{credentialId}',
      'GET /integrations/credentials/listing',
      'GET /integrations/{integrationId}',
    ],
  ],
  [
    'genesyscloud_architect_datatable',
    [
      'GET /flows/datatables',
      'POST /flows/datatables',
      'GET /flows/datatables/{datatableId}',
      'PUT /flows/datatables/{datatableId}',
      'DELETE /flows/datatables/{datatableId}',
    ],
  ],
]);
