import { bodyOf } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import { CLIENTS_PATH } from '../platform/oauthClients.ts';
import { requestOf } from './clientSteps.ts';
import { type Context, orgOf } from './context.ts';
import type { Answers, Draft } from './draft.ts';
import { answersOfClient, bodyOfEdit } from './edited.ts';
import { general } from './general.ts';
import type { Plan } from './plan.ts';
import type { Procedure } from './procedure.ts';
import {
  grantTypeLasts,
  hasRoles,
  hasScopes,
  orgKnowsScopes,
  rolesHaveDivisions,
  scopesAddSomething,
} from './rules/access.ts';
import { hasName } from './rules/details.ts';
import {
  editsInItsOrg,
  hasDurationOfEdit,
  holdsRolesOfClient,
  keepsGrantType,
  mayEditClients,
  signsNobodyOut,
} from './rules/edited.ts';
import { leavesWhatFilesNeed, saysWhatUsesIt } from './rules/editedUse.ts';
import { tokenHasScopes } from './rules/org.ts';
import { callsFromAllowedNetwork, lastsWhileIdle } from './rules/orgSettings.ts';
import { hasRedirectUris, redirectUriRules } from './rules/redirectUris.ts';

/** A client that exists, changed: the questions of a client for any application, answered by what it is. */
export const edit: Procedure = {
  steps: general.steps.flatMap((step) => {
    if (step.id === 'admin-page') return [];
    // A role is made for a new client alone, and what it is keeps its grant type (rule G6).
    const fields = step.fields.filter((field) => field !== 'newRole');
    const asked = step.id === 'connect' ? [...fields, 'edits' as const] : fields;
    return [{ ...step, fields: asked, because: undefined }];
  }),
  presets,
  request: requestOf,
  rules: [
    editsInItsOrg,
    mayEditClients,
    tokenHasScopes,
    lastsWhileIdle,
    callsFromAllowedNetwork,
    signsNobodyOut,
    saysWhatUsesIt,
    leavesWhatFilesNeed,
    hasName,
    hasDurationOfEdit,
    keepsGrantType,
    grantTypeLasts,
    holdsRolesOfClient,
    hasRoles,
    rolesHaveDivisions,
    hasRedirectUris,
    ...redirectUriRules,
    hasScopes,
    orgKnowsScopes,
    scopesAddSomething,
  ],
  plan,
};

function presets(draft: Draft, context: Context): Answers {
  const usual = general.presets(draft, context);
  if (draft.edits === undefined) return usual;
  const { grantType = usual.grantType, ...others } = answersOfClient(draft.edits);
  return { ...usual, ...others, grantType, edits: draft.edits };
}

/** Empty where nothing would change. */
function plan(answers: Answers, context: Context): Plan | undefined {
  const { edits } = answers;
  const org = orgOf(context);
  const body = edits && bodyOfEdit(edits, answers);
  if (edits === undefined || org === undefined || body === undefined) return undefined;
  const before = edits.record;
  if (compareRecords(bodyOf(before), body).length === 0) return [];
  const url = `${org.apiUrl}${CLIENTS_PATH}/${before.id}`;
  return [{ kind: 'change-client', orgName: org.name, url, before, body }];
}
