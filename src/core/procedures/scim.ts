import { SCIM_ROLE_NAME } from '../clients/forScim.ts';
import { type DiffLine, previewChange } from '../framework/preview.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { connectionText, inPlaceOf, type PlannedConnection } from '../scim/configFile.ts';
import { type Provider, providers, providerUrls } from '../scim/providers.ts';
import { clientSteps, requestOf, targetOf } from './clientSteps.ts';
import { type Access, type Context, type Org, orgOf } from './context.ts';
import type { Answers, ChosenRole, Draft, ScimTarget } from './draft.ts';
import { LONGEST_SCIM_DURATION_SECONDS } from './duration.ts';
import { divisionName, homeIn, roleName } from './namedAccess.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Procedure } from './procedure.ts';
import { rolesHaveDivisions } from './rules/access.ts';
import { adoptedHasScimRoleAlone, adoptedSecretKept, adoptsUsable } from './rules/adopted.ts';
import { hasClientId, hasName } from './rules/details.ts';
import { hasProvider, tokenLastsLong } from './rules/identityProvider.ts';
import { mayAddClients, tokenHasScopes } from './rules/org.ts';
import { callsFromAllowedNetwork, mayNeedAuthorization } from './rules/orgSettings.ts';
import { hasScimRoleAlone, holdsScimRole, knowsScimRole } from './scimRole.ts';
import { hasAdoptedSecret, isNew, settledByAdoption } from './startFrom/adopt.ts';

/** Seconds a token lasts where the identity system makes its own (rule S2): one day. */
const SCIM_DURATION_SECONDS = 86_400;

/** The client of an identity system that keeps the users of the org in step (rules S1 to S7). */
export const scim: Procedure = {
  steps: [
    { id: 'connect', fields: ['org'] },
    { id: 'identity-provider', fields: ['provider', 'holdsToken', 'scimTarget'] },
    { id: 'details', fields: ['adopts', 'name', 'description', 'duration'] },
    { id: 'divisions', fields: ['roles', 'divisionNames'], when: isNew },
    {
      id: 'admin-page',
      fields: ['clientId'],
      when: (_answers, { destination }) => destination.kind === 'admin-page',
    },
    { id: 'review', fields: [] },
  ],
  presets,
  // S3, S4 and S6: the grant type is no choice, nor is the role, and most providers leave none in what they hold.
  settle: (answers, context) => ({
    ...settledByAdoption(answers, context),
    grantType: 'CLIENT-CREDENTIALS',
    roleNames: SCIM_ROLE_NAME,
    holdsToken: holdsToken(answers),
  }),
  request: requestOf,
  rules: [
    mayAddClients,
    holdsScimRole,
    tokenHasScopes,
    callsFromAllowedNetwork,
    mayNeedAuthorization,
    hasProvider,
    adoptsUsable('scim'),
    adoptedSecretKept,
    hasName,
    tokenLastsLong,
    hasScimRoleAlone,
    knowsScimRole,
    adoptedHasScimRoleAlone,
    rolesHaveDivisions,
    hasClientId,
  ],
  plan,
};

function presets(draft: Draft, context: Context): Answers {
  const holds = holdsToken(draft);
  return {
    adopts: null,
    name: presetName(draft),
    description: '',
    // A provider that holds a token stops with it, so the token lasts as long as it may (Genesys facts 7.2).
    duration: String(holds ? LONGEST_SCIM_DURATION_SECONDS : SCIM_DURATION_SECONDS),
    grantType: 'CLIENT-CREDENTIALS',
    partnerPage: '',
    dedicatedLoginWindow: false,
    moreRegions: [],
    redirectUris: '',
    scopes: [],
    roles: presetRoles(orgOf(context)),
    roleNames: '',
    divisionNames: '',
    holdsToken: holds,
    scimTarget: presetTarget(context),
    target: { kind: 'by-hand' },
    mayReplace: [],
    clientId: '',
  };
}

/** A name that tells what the client connects; nothing where the provider is not chosen, or is one that is not known here. */
function presetName({ provider }: Draft): string {
  return provider === undefined || provider === 'other' ? '' : `SCIM – ${providers[provider].name}`;
}

/** S6: whether a token is made for the provider; of some, only the person knows. */
function holdsToken({ provider, holdsToken }: Draft): boolean {
  const { holds }: Pick<Provider, 'holds'> = providers[provider ?? 'other'];
  return holds === 'either' ? (holdsToken ?? false) : holds === 'bearer-token';
}

/** S4: the role is no choice, only where it applies; by default in the Home division (rule G13). */
function presetRoles(org: Org | undefined): Answers['roles'] {
  if (org === undefined) return [];
  const { scimRole } = org.access;
  const [role] = scimRole.kind === 'held' ? scimRole.roles : [];
  return role === undefined ? [] : [{ roleId: role.id, divisionIds: homeIn(org.access) }];
}

function presetTarget({ workspace }: Context): ScimTarget {
  const [file] = workspace.scimFiles;
  return file === undefined ? { kind: 'none' } : { kind: 'file', uri: file.uri };
}

function plan(answers: Answers, context: Context): Plan | undefined {
  const request = requestOf(answers);
  if (request === undefined || answers.provider === undefined) return undefined;
  const org = orgOf(context);
  return [
    ...clientSteps(answers, request, context),
    ...(org === undefined ? [] : handOverSteps(answers, answers.provider, request, org, context)),
  ];
}

function handOverSteps(
  answers: Answers,
  provider: NonNullable<Answers['provider']>,
  request: OAuthClientRequest,
  org: Org,
  context: Context,
): PlanStep[] {
  const { scimBaseUrl, tokenUrl } = providerUrls(provider, org);
  const hasSecret = isNew(answers) || hasAdoptedSecret(answers, context);
  return [
    ...(hasSecret
      ? [{ kind: 'prove' as const, by: 'scim' as const, url: `${scimBaseUrl}/serviceproviderconfig` }]
      : []),
    ...(hasSecret && answers.holdsToken
      ? [{ kind: 'make-token' as const, provider, url: tokenUrl, ...targetOf(context) }]
      : []),
    ...fileStep(answers, provider, request, org, context, hasSecret),
  ];
}

function fileStep(
  { adopts, scimTarget, roles }: Answers,
  provider: NonNullable<Answers['provider']>,
  { accessTokenValiditySeconds }: OAuthClientRequest,
  org: Org,
  { workspace, secretTarget }: Context,
  hasSecret: boolean,
): PlanStep[] {
  const [chosen] = roles;
  if (scimTarget?.kind !== 'file' || chosen === undefined) return [];
  const file = workspace.scimFiles.find(({ uri }) => uri === scimTarget.uri);
  if (file === undefined) return [];
  const { access, region, practice } = org;
  const connection: PlannedConnection = {
    provider,
    region,
    ...(practice && { practice }),
    ...providerUrls(provider, org),
    grantType: 'client_credentials',
    secret: { kept: hasSecret && secretTarget === undefined ? 'vscode-secret-storage' : 'elsewhere' },
    tokenDurationSeconds: accessTokenValiditySeconds,
    role: { id: chosen.roleId, name: roleName(chosen.roleId, access) },
    divisions: connectedDivisions(chosen, access),
  };
  const { uri, path, exists } = file;
  return [{ kind: 'write-scim-file', uri, path, exists, connection, ...changeOf(file, connection, adopts) }];
}

/** A client that exists may be in the file already: then its connection changes, and no other one. */
function changeOf(
  { connections }: Context['workspace']['scimFiles'][number],
  connection: PlannedConnection,
  adopts: string | null,
): { diff?: DiffLine[] } {
  const own = connections.find(
    ({ provider, region, clientId }) =>
      provider === connection.provider &&
      region === connection.region &&
      clientId?.toLowerCase() === adopts?.toLowerCase(),
  );
  if (own === undefined) return {};
  const after = inPlaceOf(own, { ...connection, clientId: own.clientId });
  return { diff: [...previewChange(connectionText(own), connectionText(after))] };
}

function connectedDivisions({ divisionIds }: ChosenRole, access: Access): PlannedConnection['divisions'] {
  if (divisionIds.includes(ALL_DIVISIONS)) return 'all';
  return divisionIds.map((id) => ({ id, name: divisionName(id, access) }));
}
