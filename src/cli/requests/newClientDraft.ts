import * as l10n from '@vscode/l10n';
import type { GrantType } from '../../core/platform/oauthClients.ts';
import type { Context } from '../../core/procedures/context.ts';
import type { Draft } from '../../core/procedures/draft.ts';
import { clientIdsInUse } from '../../core/procedures/frameworkRegions.ts';
import { asksForRedirectUris, asksForRoles, asksForScopes } from '../../core/procedures/grantTypes.ts';
import type { LoadedOrg } from '../../core/procedures/loadedOrg.ts';
import { scimRoleStanding } from '../../core/procedures/scimRoleStanding.ts';
import { grantTypeName } from '../../core/texts/steps.ts';
import type { EmbeddableRequest, GeneralRequest, NewClientRequest, ScimRequest } from './forms.ts';
import { chosenDivisions, chosenRoles, type Found, type NameFault } from './named.ts';

/** The answers that a request for a new client gives in this org; what it leaves out follows the procedure's presets. */
export function newClientDraft(
  request: NewClientRequest,
  org: LoadedOrg,
  workspace: Context['workspace'],
): Found<Draft> {
  const { name, description, tokenDurationSeconds } = request;
  const common: Draft = {
    name,
    ...(description !== undefined && { description }),
    ...(tokenDurationSeconds !== undefined && { duration: String(tokenDurationSeconds) }),
  };
  const own = ownAnswers(request, org, workspace);
  return own.ok ? { ok: true, value: { ...common, ...own.value } } : own;
}

function ownAnswers(
  request: NewClientRequest,
  org: LoadedOrg,
  workspace: Context['workspace'],
): Found<Draft> {
  switch (request.procedure) {
    case 'general':
      return ofGeneral(request, org);
    case 'embeddable':
      return { ok: true, value: ofEmbeddable(request, workspace) };
    case 'scim':
      return ofScim(request, org, workspace);
  }
}

function ofGeneral(request: GeneralRequest, { access }: LoadedOrg): Found<Draft> {
  const { grantType = 'CODE', redirectUris, scopes, roles = [], newRole } = request;
  const chosen = chosenRoles(roles, access, ['roles']);
  const divisions = chosenDivisions(newRole?.divisions, access, ['newRole', 'divisions']);
  const faults = [
    ...unsuited(request, grantType),
    ...[chosen, divisions].flatMap((found) => (found.ok ? [] : found.faults)),
  ];
  if (faults.length > 0 || !chosen.ok || !divisions.ok) return { ok: false, faults };
  return {
    ok: true,
    value: {
      grantType,
      ...(redirectUris !== undefined && { redirectUris: redirectUris.join('\n') }),
      ...(scopes !== undefined && { scopes }),
      roles: chosen.value,
      ...(newRole !== undefined && {
        newRole: {
          name: newRole.name,
          description: newRole.description ?? '',
          permissions: newRole.permissions.map((permission) => ({
            permission,
            for: { first: [], total: 0 },
          })),
          divisionIds: divisions.value,
        },
      }),
    },
  };
}

/** What a client of a grant type does not have would be left out without a word. */
export function unsuited(
  asked: { readonly [field in keyof typeof OF_GRANT_TYPE]?: unknown },
  grantType: GrantType,
): readonly NameFault[] {
  return Object.entries(OF_GRANT_TYPE).flatMap(([field, isOf]) => {
    const isAsked = Object.entries(asked).some(([name, value]) => name === field && value !== undefined);
    if (!isAsked || isOf(grantType)) return [];
    const message = l10n.t('A client of the grant type {0} has no such thing.', grantTypeName(grantType));
    return [{ path: [field], message }];
  });
}

const OF_GRANT_TYPE = {
  redirectUris: asksForRedirectUris,
  addRedirectUris: asksForRedirectUris,
  removeRedirectUris: asksForRedirectUris,
  scopes: asksForScopes,
  addScopes: asksForScopes,
  removeScopes: asksForScopes,
  roles: asksForRoles,
  newRole: asksForRoles,
} satisfies Readonly<Record<string, (grantType: GrantType) => boolean>>;

/** Without a file, nobody is asked for one, and the Client ID is told. */
function ofEmbeddable(request: EmbeddableRequest, { files, newFiles }: Context['workspace']): Draft {
  const { redirectUris, mayReplace = [] } = request;
  const { grantType, deployment, partnerPage, dedicatedLoginWindow, moreRegions, scopes } = request;
  const [file] = files;
  const [place] = newFiles;
  const inUse = file === undefined ? [] : clientIdsInUse(file, { adopts: null, clientId: '' });
  const agreed = new Set(mayReplace.map((id) => id.trim().toLowerCase()));
  return {
    ...(grantType !== undefined && { grantType }),
    ...(deployment !== undefined && { deployment }),
    ...(partnerPage !== undefined && { partnerPage }),
    ...(dedicatedLoginWindow !== undefined && { dedicatedLoginWindow }),
    ...(moreRegions !== undefined && { moreRegions }),
    ...(redirectUris !== undefined && { redirectUris: redirectUris.join('\n') }),
    ...(scopes !== undefined && { scopes }),
    target:
      file !== undefined
        ? { kind: 'existing-file', uri: file.uri }
        : place !== undefined
          ? { kind: 'new-file', uri: place.uri }
          : { kind: 'by-hand' },
    mayReplace: inUse.filter(({ clientId }) => agreed.has(clientId.toLowerCase())),
  };
}

/** The role is no choice (rule S4), only where it applies. */
function ofScim(
  { provider, holdsToken, divisions }: ScimRequest,
  { access }: LoadedOrg,
  { scimFiles }: Context['workspace'],
): Found<Draft> {
  const chosen = chosenDivisions(divisions, access, ['divisions']);
  if (!chosen.ok) return chosen;
  const standing = scimRoleStanding(access);
  const [role] = standing.kind === 'held' ? standing.roles : [];
  const [file] = scimFiles;
  return {
    ok: true,
    value: {
      provider,
      ...(holdsToken !== undefined && { holdsToken }),
      ...(role !== undefined && { roles: [{ roleId: role.id, divisionIds: chosen.value }] }),
      scimTarget: file === undefined ? { kind: 'none' } : { kind: 'file', uri: file.uri },
    },
  };
}
