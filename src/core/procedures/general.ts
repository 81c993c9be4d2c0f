import { DEFAULT_DURATION_SECONDS } from '../platform/oauthClients.ts';
import { clientSteps, requestOf } from './clientSteps.ts';
import { type Context, type Org, orgOf } from './context.ts';
import type { Answers } from './draft.ts';
import { asksForRedirectUris, asksForRoles, asksForScopes } from './grantTypes.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Procedure } from './procedure.ts';
import {
  grantTypeLasts,
  hasRoles,
  hasScopes,
  orgKnowsScopes,
  replacesWithoutCounterpart,
  rolesHaveDivisions,
  scopesAddSomething,
} from './rules/access.ts';
import { hasClientId, hasDuration, hasName } from './rules/details.ts';
import { mayMakeRole, newRoleIsSound } from './rules/newRole.ts';
import { mayAddClients, tokenHasScopes } from './rules/org.ts';
import { callsFromAllowedNetwork, lastsWhileIdle, mayNeedAuthorization } from './rules/orgSettings.ts';
import { hasRedirectUris, redirectUriRules } from './rules/redirectUris.ts';

/** A client for an application of any kind (rules G1 to G16). */
export const general: Procedure = {
  steps: [
    { id: 'connect', fields: ['org'] },
    { id: 'details', fields: ['name', 'description', 'duration'] },
    { id: 'grant-type', fields: ['grantType'] },
    {
      id: 'roles',
      fields: ['roles', 'newRole', 'roleNames', 'divisionNames', 'withoutCounterpart'],
      because: 'grantType',
      when: ({ grantType }) => asksForRoles(grantType),
    },
    {
      id: 'redirect-uris',
      fields: ['redirectUris'],
      because: 'grantType',
      when: ({ grantType }) => asksForRedirectUris(grantType),
    },
    {
      id: 'scopes',
      fields: ['scopes'],
      because: 'grantType',
      when: ({ grantType }) => asksForScopes(grantType),
    },
    {
      id: 'admin-page',
      fields: ['clientId'],
      when: (_answers, { destination }) => destination.kind === 'admin-page',
    },
    { id: 'review', fields: [] },
  ],
  presets,
  request: requestOf,
  rules: [
    mayAddClients,
    tokenHasScopes,
    lastsWhileIdle,
    callsFromAllowedNetwork,
    mayNeedAuthorization,
    hasName,
    hasDuration,
    grantTypeLasts,
    hasRoles,
    rolesHaveDivisions,
    newRoleIsSound,
    mayMakeRole,
    replacesWithoutCounterpart,
    hasRedirectUris,
    ...redirectUriRules,
    hasScopes,
    orgKnowsScopes,
    scopesAddSomething,
    hasClientId,
  ],
  plan,
};

/** G8: Code Authorization is the safest of the four, so it is what one departs from. */
function presets(): Answers {
  return {
    adopts: null,
    name: '',
    description: '',
    duration: String(DEFAULT_DURATION_SECONDS),
    grantType: 'CODE',
    partnerPage: '',
    dedicatedLoginWindow: false,
    moreRegions: [],
    redirectUris: '',
    scopes: [],
    roles: [],
    roleNames: '',
    divisionNames: '',
    holdsToken: false,
    target: { kind: 'by-hand' },
    mayReplace: [],
    clientId: '',
  };
}

function plan(answers: Answers, context: Context): Plan | undefined {
  const request = requestOf(answers);
  if (request === undefined) return undefined;
  return [...clientSteps(answers, request, context), ...proof(answers, orgOf(context))];
}

/** A client that speaks for itself can show at once that it works. */
function proof({ grantType }: Answers, org: Org | undefined): PlanStep[] {
  if (org === undefined || grantType !== 'CLIENT-CREDENTIALS') return [];
  return [{ kind: 'prove', by: 'token', url: `${org.loginUrl}/oauth/token` }];
}
