import type { Method } from './operation.ts';

type Methods = readonly (Method | 'HEAD')[];

/** The operations of the API's description that touch clients, roles, divisions, tokens, people and the org, below /api/v2. */
const described: Readonly<Record<string, Methods>> = {
  '/authorization/divisions': ['GET', 'POST'],
  '/authorization/divisions/deleted': ['GET'],
  '/authorization/divisions/home': ['GET'],
  '/authorization/divisions/limit': ['GET'],
  '/authorization/divisions/query': ['GET'],
  '/authorization/divisions/{divisionId}': ['GET', 'PUT', 'DELETE'],
  '/authorization/divisions/{divisionId}/grants': ['GET'],
  '/authorization/divisions/{divisionId}/objects/{objectType}': ['POST'],
  '/authorization/divisions/{divisionId}/restore': ['POST'],
  '/authorization/divisionspermitted/me': ['GET'],
  '/authorization/divisionspermitted/paged/me': ['GET'],
  '/authorization/divisionspermitted/paged/{subjectId}': ['GET'],
  '/authorization/permissions': ['GET'],
  '/authorization/products': ['GET'],
  '/authorization/roles': ['GET', 'POST'],
  '/authorization/roles/default': ['POST', 'PUT'],
  '/authorization/roles/settings': ['GET', 'PUT'],
  '/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}': ['GET', 'POST'],
  '/authorization/roles/{roleId}': ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
  '/authorization/roles/{roleId}/subjectgrants': ['GET'],
  '/authorization/roles/{roleId}/users': ['GET'],
  '/authorization/roles/{roleId}/users/add': ['PUT'],
  '/authorization/roles/{roleId}/users/remove': ['PUT'],
  '/authorization/settings': ['GET', 'PATCH'],
  '/authorization/subjects/me': ['GET'],
  '/authorization/subjects/rolecounts': ['GET'],
  '/authorization/subjects/{subjectId}': ['GET'],
  '/authorization/subjects/{subjectId}/bulkadd': ['POST'],
  '/authorization/subjects/{subjectId}/bulkremove': ['POST'],
  '/authorization/subjects/{subjectId}/bulkreplace': ['POST'],
  '/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}': ['POST', 'DELETE'],
  '/oauth/authorizations': ['GET'],
  '/oauth/authorizations/{clientId}': ['GET'],
  '/oauth/clients': ['GET', 'POST'],
  '/oauth/clients/{clientId}': ['GET', 'PUT', 'DELETE'],
  '/oauth/clients/{clientId}/secret': ['POST'],
  '/oauth/clients/{clientId}/usage/query': ['POST'],
  '/oauth/clients/{clientId}/usage/query/results/{executionId}': ['GET'],
  '/oauth/clients/{clientId}/usage/summary': ['GET'],
  '/oauth/scopes': ['GET'],
  '/oauth/scopes/{scopeId}': ['GET'],
  '/organizations/features/{featureName}': ['PATCH'],
  '/organizations/ipaddressauthentication': ['GET', 'PUT'],
  '/organizations/limits/docs': ['GET'],
  '/organizations/limits/docs/freetrial': ['GET'],
  '/organizations/me': ['GET', 'PUT'],
  '/orgauthorization/trustees': ['GET', 'POST'],
  '/orgauthorization/trustees/{trusteeOrgId}': ['GET', 'PUT', 'DELETE'],
  '/orgauthorization/trustors': ['GET'],
  '/orgauthorization/trustors/{trustorOrgId}': ['GET', 'DELETE'],
  '/tokens/me': ['GET', 'HEAD', 'DELETE'],
  '/tokens/timeout': ['GET', 'PUT'],
  '/tokens/{userId}': ['DELETE'],
  '/users/me': ['GET'],
  '/users/query': ['GET'],
  '/users/{subjectId}/roles': ['GET', 'PUT'],
};

/** Those of SCIM, which stand below two addresses (Genesys facts 7.1). */
const describedOfScim: Readonly<Record<string, Methods>> = {
  '/groups': ['GET'],
  '/groups/{groupId}': ['GET', 'PUT', 'PATCH'],
  '/resourcetypes': ['GET'],
  '/resourcetypes/{resourceType}': ['GET'],
  '/schemas': ['GET'],
  '/schemas/{schemaId}': ['GET'],
  '/serviceproviderconfig': ['GET'],
  '/users': ['GET', 'POST'],
  '/users/{userId}': ['GET', 'PUT', 'DELETE', 'PATCH'],
};

/** What only the SDKs have (Genesys facts 12). */
const inSdksOnly: Readonly<Record<string, Methods>> = {
  '/organizations/authentication/settings': ['GET', 'PATCH'],
};

/** An operation of the Platform API, and what it is known from. */
export type PublishedOperation = {
  readonly method: Method | 'HEAD';
  /** As published, below the API host: `/api/v2/oauth/clients/{clientId}`. */
  readonly path: string;
  readonly knownFrom: 'description' | 'sdks';
};

/** Every operation that somebody who works with clients may ask an org for, whether or not the practice org has it. */
export const published: readonly PublishedOperation[] = [
  ...below('/api/v2', described, 'description'),
  ...below('/api/v2/scim', describedOfScim, 'description'),
  ...below('/api/v2/scim/v2', describedOfScim, 'description'),
  ...below('/api/v2', inSdksOnly, 'sdks'),
];

function below(
  base: string,
  paths: Readonly<Record<string, Methods>>,
  knownFrom: PublishedOperation['knownFrom'],
): PublishedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    methods.map((method) => ({ method, path: base + path, knownFrom })),
  );
}
