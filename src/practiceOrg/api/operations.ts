import { scimConfig } from '../scim/config.ts';
import { scimGroups } from '../scim/groups.ts';
import { scimUsers } from '../scim/users.ts';
import { authenticationSettings } from './authenticationSettings.ts';
import { bulkGrants } from './bulkGrants.ts';
import { oauthScopes, permissions, products } from './catalogues.ts';
import { restoreDefaultRoles } from './defaultRoles.ts';
import { divisions } from './divisions.ts';
import { grants } from './grants.ts';
import { organizationsMe, usersMe } from './me.ts';
import { oauthAuthorizations } from './oauthAuthorizations.ts';
import { oauthClients } from './oauthClients.ts';
import { oauthClientUsage } from './oauthClientUsage.ts';
import type { Operation } from './operation.ts';
import { type PublishedOperation, published } from './published.ts';
import { roles } from './roles.ts';
import { subjects } from './subjects.ts';
import { tokensMe } from './tokensMe.ts';
import { tokensTimeout } from './tokensTimeout.ts';
import { userRoles } from './userRoles.ts';

/** Every operation of the Platform API that the org has. */
export const operations: readonly Operation[] = [
  ...oauthClients,
  ...oauthClientUsage,
  ...oauthScopes,
  ...oauthAuthorizations,
  ...restoreDefaultRoles,
  ...roles,
  ...grants,
  ...bulkGrants,
  ...divisions,
  ...subjects,
  ...permissions,
  ...products,
  ...organizationsMe,
  ...authenticationSettings,
  ...tokensMe,
  ...tokensTimeout,
  ...usersMe,
  ...userRoles,
  ...scimConfig,
  ...scimUsers,
  ...scimGroups,
];

/** The published operations that the org does not have. HEAD is answered as GET is, which the org's server does by itself. */
export const notSimulated: readonly PublishedOperation[] = published.filter(
  ({ method, path }) =>
    !operations.some((has) => has.path === path && has.method === (method === 'HEAD' ? 'GET' : method)),
);
