import { habitualOperations } from './habitualOperations.ts';
import type { Method } from './operation.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly (
  | Method
  | 'HEAD'
)[];

/** The methods of a path, each with the name of its operation. */
type Named = Readonly<Partial<Record<(typeof methods)[number], string>>>;

/** The operations of the API's description that touch clients, roles, divisions, tokens, people and the org, below /api/v2. */
const described: Readonly<Record<string, Named>> = {
  '/authorization/divisions': { GET: 'getAuthorizationDivisions', POST: 'postAuthorizationDivisions' },
  '/authorization/divisions/deleted': { GET: 'getAuthorizationDivisionsDeleted' },
  '/authorization/divisions/home': { GET: 'getAuthorizationDivisionsHome' },
  '/authorization/divisions/limit': { GET: 'getAuthorizationDivisionsLimit' },
  '/authorization/divisions/query': { GET: 'getAuthorizationDivisionsQuery' },
  '/authorization/divisions/{divisionId}': {
    GET: 'getAuthorizationDivision',
    PUT: 'putAuthorizationDivision',
    DELETE: 'deleteAuthorizationDivision',
  },
  '/authorization/divisions/{divisionId}/grants': { GET: 'getAuthorizationDivisionGrants' },
  '/authorization/divisions/{divisionId}/objects/{objectType}': { POST: 'postAuthorizationDivisionObject' },
  '/authorization/divisions/{divisionId}/restore': { POST: 'postAuthorizationDivisionRestore' },
  '/authorization/divisionspermitted/me': { GET: 'getAuthorizationDivisionspermittedMe' },
  '/authorization/divisionspermitted/paged/me': { GET: 'getAuthorizationDivisionspermittedPagedMe' },
  '/authorization/divisionspermitted/paged/{subjectId}': {
    GET: 'getAuthorizationDivisionspermittedPagedSubjectId',
  },
  '/authorization/permissions': { GET: 'getAuthorizationPermissions' },
  '/authorization/products': { GET: 'getAuthorizationProducts' },
  '/authorization/roles': { GET: 'getAuthorizationRoles', POST: 'postAuthorizationRoles' },
  '/authorization/roles/default': {
    POST: 'postAuthorizationRolesDefault',
    PUT: 'putAuthorizationRolesDefault',
  },
  '/authorization/roles/settings': {
    GET: 'getAuthorizationRolesSettings',
    PUT: 'putAuthorizationRolesSettings',
  },
  '/authorization/roles/{leftRoleId}/comparedefault/{rightRoleId}': {
    GET: 'getAuthorizationRoleComparedefaultRightRoleId',
    POST: 'postAuthorizationRoleComparedefaultRightRoleId',
  },
  '/authorization/roles/{roleId}': {
    GET: 'getAuthorizationRole',
    POST: 'postAuthorizationRole',
    PUT: 'putAuthorizationRole',
    DELETE: 'deleteAuthorizationRole',
    PATCH: 'patchAuthorizationRole',
  },
  '/authorization/roles/{roleId}/subjectgrants': { GET: 'getAuthorizationRoleSubjectgrants' },
  '/authorization/roles/{roleId}/users': { GET: 'getAuthorizationRoleUsers' },
  '/authorization/roles/{roleId}/users/add': { PUT: 'putAuthorizationRoleUsersAdd' },
  '/authorization/roles/{roleId}/users/remove': { PUT: 'putAuthorizationRoleUsersRemove' },
  '/authorization/settings': { GET: 'getAuthorizationSettings', PATCH: 'patchAuthorizationSettings' },
  '/authorization/subjects/me': { GET: 'getAuthorizationSubjectsMe' },
  '/authorization/subjects/rolecounts': { GET: 'getAuthorizationSubjectsRolecounts' },
  '/authorization/subjects/{subjectId}': { GET: 'getAuthorizationSubject' },
  '/authorization/subjects/{subjectId}/bulkadd': { POST: 'postAuthorizationSubjectBulkadd' },
  '/authorization/subjects/{subjectId}/bulkremove': { POST: 'postAuthorizationSubjectBulkremove' },
  '/authorization/subjects/{subjectId}/bulkreplace': { POST: 'postAuthorizationSubjectBulkreplace' },
  '/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}': {
    POST: 'postAuthorizationSubjectDivisionRole',
    DELETE: 'deleteAuthorizationSubjectDivisionRole',
  },
  '/oauth/authorizations': { GET: 'getOauthAuthorizations' },
  '/oauth/authorizations/{clientId}': { GET: 'getOauthAuthorization' },
  '/oauth/clients': { GET: 'getOauthClients', POST: 'postOauthClients' },
  '/oauth/clients/{clientId}': { GET: 'getOauthClient', PUT: 'putOauthClient', DELETE: 'deleteOauthClient' },
  '/oauth/clients/{clientId}/secret': { POST: 'postOauthClientSecret' },
  '/oauth/clients/{clientId}/usage/query': { POST: 'postOauthClientUsageQuery' },
  '/oauth/clients/{clientId}/usage/query/results/{executionId}': { GET: 'getOauthClientUsageQueryResult' },
  '/oauth/clients/{clientId}/usage/summary': { GET: 'getOauthClientUsageSummary' },
  '/oauth/scopes': { GET: 'getOauthScopes' },
  '/oauth/scopes/{scopeId}': { GET: 'getOauthScope' },
  '/organizations/features/{featureName}': { PATCH: 'patchOrganizationsFeature' },
  '/organizations/ipaddressauthentication': {
    GET: 'getOrganizationsIpaddressauthentication',
    PUT: 'putOrganizationsIpaddressauthentication',
  },
  '/organizations/limits/docs': { GET: 'getOrganizationsLimitsDocs' },
  '/organizations/limits/docs/freetrial': { GET: 'getOrganizationsLimitsDocsFreetrial' },
  '/organizations/me': { GET: 'getOrganizationsMe', PUT: 'putOrganizationsMe' },
  '/orgauthorization/trustees': { GET: 'getOrgauthorizationTrustees', POST: 'postOrgauthorizationTrustees' },
  '/orgauthorization/trustees/{trusteeOrgId}': {
    GET: 'getOrgauthorizationTrustee',
    PUT: 'putOrgauthorizationTrustee',
    DELETE: 'deleteOrgauthorizationTrustee',
  },
  '/orgauthorization/trustors': { GET: 'getOrgauthorizationTrustors' },
  '/orgauthorization/trustors/{trustorOrgId}': {
    GET: 'getOrgauthorizationTrustor',
    DELETE: 'deleteOrgauthorizationTrustor',
  },
  '/tokens/me': { GET: 'getTokensMe', HEAD: 'headTokensMe', DELETE: 'deleteTokensMe' },
  '/tokens/timeout': { GET: 'getTokensTimeout', PUT: 'putTokensTimeout' },
  '/tokens/{userId}': { DELETE: 'deleteToken' },
  '/users/me': { GET: 'getUsersMe' },
  '/users/query': { GET: 'getUsersQuery' },
  '/users/{subjectId}/roles': { GET: 'getUserRoles', PUT: 'putUserRoles' },
};

/** Those of SCIM, which stand below two addresses (Genesys facts 7.1), with the end of their names. */
const describedOfScim: Readonly<Record<string, Named>> = {
  '/groups': { GET: 'Groups' },
  '/groups/{groupId}': { GET: 'Group', PUT: 'Group', PATCH: 'Group' },
  '/resourcetypes': { GET: 'Resourcetypes' },
  '/resourcetypes/{resourceType}': { GET: 'Resourcetype' },
  '/schemas': { GET: 'Schemas' },
  '/schemas/{schemaId}': { GET: 'Schema' },
  '/serviceproviderconfig': { GET: 'Serviceproviderconfig' },
  '/users': { GET: 'Users', POST: 'Users' },
  '/users/{userId}': { GET: 'User', PUT: 'User', DELETE: 'User', PATCH: 'User' },
};

/** What only the SDKs have (Genesys facts 12). */
const inSdksOnly: Readonly<Record<string, Named>> = {
  '/organizations/authentication/settings': {
    GET: 'getOrganizationsAuthenticationSettings',
    PATCH: 'patchOrganizationsAuthenticationSettings',
  },
};

/** An operation of the Platform API, and what it is known from. */
export type PublishedOperation = {
  readonly method: Method | 'HEAD';
  /** As published, below the API host: `/api/v2/oauth/clients/{clientId}`. */
  readonly path: string;
  /** Its `operationId`, which is its name in the SDKs, too. */
  readonly name: string;
  readonly knownFrom: 'description' | 'sdks' | 'habits';
};

/**
 * Every operation that somebody who works with clients may ask an org for, and what its clients call, whether or not the
 * practice org has it.
 */
export const published: readonly PublishedOperation[] = [
  ...below('/api/v2', described, 'description'),
  ...below('/api/v2/scim', describedOfScim, 'description', 'Scim'),
  ...below('/api/v2/scim/v2', describedOfScim, 'description', 'ScimV2'),
  ...below('/api/v2', inSdksOnly, 'sdks'),
  ...habitualOperations.map(({ method, path, name }) => ({
    method,
    path,
    name,
    knownFrom: 'habits' as const,
  })),
];

/** `family`: what stands in a name between the method and the end that is listed; left out, the whole name is. */
function below(
  base: string,
  paths: Readonly<Record<string, Named>>,
  knownFrom: PublishedOperation['knownFrom'],
  family?: string,
): PublishedOperation[] {
  return Object.entries(paths).flatMap(([path, named]) =>
    methods.flatMap((method) => {
      const listed = named[method];
      if (listed === undefined) return [];
      const name = family === undefined ? listed : `${method.toLowerCase()}${family}${listed}`;
      return [{ method, path: base + path, name, knownFrom }];
    }),
  );
}
