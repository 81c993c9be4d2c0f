import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { SIGN_IN_SCOPES } from '../signIn/scopes.ts';
import { asksForRoles } from './grantTypes.ts';
import type { NamedAccess } from './namedAccess.ts';
import { typedLines } from './redirectUris.ts';

/** A field of the page on which Genesys Cloud's administrators add an OAuth client. */
export const AdminPageField = z.enum([
  'name',
  'description',
  'duration',
  'grant-type',
  'roles',
  'divisions',
  'redirect-uris',
  'scopes',
]);
export type AdminPageField = z.infer<typeof AdminPageField>;

/**
 * What to enter on the admin page, field by field in its order, so that the client is the one described. `lines` are
 * what is copied: one value a line; a grant type is picked there, not typed. Roles and divisions have the names that
 * they are picked by (rules G12, S4).
 */
export function adminPageFields(
  request: OAuthClientRequest,
  access?: NamedAccess,
): { field: AdminPageField; lines: readonly string[] }[] {
  const { name, description, accessTokenValiditySeconds, authorizedGrantType } = request;
  const hasRoles = asksForRoles(authorizedGrantType);
  return [
    { field: 'name' as const, lines: [name] },
    { field: 'description' as const, lines: description === undefined ? [] : [description] },
    { field: 'duration' as const, lines: [String(accessTokenValiditySeconds)] },
    { field: 'grant-type' as const, lines: [authorizedGrantType] },
    { field: 'roles' as const, lines: hasRoles ? typedLines(access?.roleNames ?? '') : [] },
    { field: 'divisions' as const, lines: hasRoles ? typedLines(access?.divisionNames ?? '') : [] },
    { field: 'redirect-uris' as const, lines: request.registeredRedirectUri ?? [] },
    { field: 'scopes' as const, lines: request.scope ?? [] },
  ].filter(({ lines }) => lines.length > 0);
}

/**
 * The client to sign in with, which somebody must make before anybody can sign in through a browser. A loopback
 * redirect URI without a port stands for every port (Genesys facts 6.2).
 */
export function signInClient(): OAuthClientRequest {
  return {
    name: 'OAuth Client Wizard for VS Code',
    description: l10n.t('Signs administrators in to the OAuth Client Wizard.'),
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 28_800,
    registeredRedirectUri: ['http://localhost'],
    scope: [...SIGN_IN_SCOPES],
  };
}
