import {
  FRAMEWORK_DURATION_SECONDS,
  FRAMEWORK_SCOPES,
  implicitGrantMayBeRefused,
} from '../clients/frameworkNeeds.ts';
import { newFrameworkFile } from '../framework/newFile.ts';
import { clientSteps, requestOf } from './clientSteps.ts';
import { type Context, clientRegion } from './context.ts';
import { filesMeant, presetDeployment } from './deployment.ts';
import type { Answers, Draft, Target } from './draft.ts';
import { frameworkPages, frameworkRegions } from './frameworkRegions.ts';
import { NEW_CLIENT_ID } from './placement.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Procedure } from './procedure.ts';
import { hasScopes, orgKnowsScopes, scopesAddSomething } from './rules/access.ts';
import { adoptedLastsWorkingDay, adoptsUsable } from './rules/adopted.ts';
import { hasClientId, hasDuration, hasName } from './rules/details.ts';
import { redirectsToNoOtherRegion, suitsFramework } from './rules/framework.ts';
import { mayAddClients, tokenHasScopes } from './rules/org.ts';
import { lastsWhileIdle, mayBeEmbedded, mayNeedAuthorization } from './rules/orgSettings.ts';
import { hasRedirectUrisOnceNamed, namesPartnerPage, redirectUriRules } from './rules/redirectUris.ts';
import { hasTarget } from './rules/target.ts';
import { isNew, settledByAdoption } from './startFrom/adopt.ts';

/** The client of the Embeddable Framework, whose ID goes into `clientIds` of framework.js (rules E1 to E7). */
export const embeddable: Procedure = {
  steps: [
    { id: 'connect', fields: ['org'] },
    { id: 'details', fields: ['adopts', 'name', 'description', 'duration'] },
    { id: 'grant-type', fields: ['grantType'], when: isNew },
    {
      id: 'redirect-uris',
      fields: ['deployment', 'partnerPage', 'dedicatedLoginWindow', 'moreRegions', 'redirectUris'],
      when: isNew,
    },
    { id: 'scopes', fields: ['scopes'], when: isNew },
    { id: 'framework-file', fields: ['target', 'mayReplace'] },
    {
      id: 'admin-page',
      fields: ['clientId'],
      when: (_answers, { destination }) => destination.kind === 'admin-page',
    },
    { id: 'review', fields: [] },
  ],
  presets,
  settle: settledByAdoption,
  request: requestOf,
  rules: [
    mayAddClients,
    tokenHasScopes,
    mayBeEmbedded,
    lastsWhileIdle,
    mayNeedAuthorization,
    adoptsUsable('embeddable'),
    hasName,
    hasDuration,
    adoptedLastsWorkingDay,
    namesPartnerPage,
    hasRedirectUrisOnceNamed,
    ...redirectUriRules,
    suitsFramework,
    redirectsToNoOtherRegion,
    hasScopes,
    orgKnowsScopes,
    scopesAddSomething,
    hasTarget,
    hasClientId,
  ],
  plan,
};

function presets(draft: Draft, context: Context): Answers {
  const target = draft.target ?? presetTarget(context);
  const dedicatedLoginWindow = draft.dedicatedLoginWindow ?? opensLoginWindow(target, context);
  const moreRegions = draft.moreRegions ?? [];
  const preset = presetDeployment(draft, target, context);
  const deployment = draft.deployment ?? preset.deployment;
  const partnerPage = draft.partnerPage ?? preset.partnerPage;
  const decides = { deployment, partnerPage, dedicatedLoginWindow, moreRegions };
  return {
    adopts: null,
    name: '',
    description: '',
    duration: String(FRAMEWORK_DURATION_SECONDS),
    grantType: implicitGrantMayBeRefused(context.today) ? 'CODE' : 'TOKEN',
    ...decides,
    redirectUris: frameworkPages(decides, context).join('\n'),
    scopes: [...FRAMEWORK_SCOPES],
    roles: [],
    roleNames: '',
    divisionNames: '',
    holdsToken: false,
    target,
    mayReplace: [],
    clientId: '',
  };
}

/** The only source file, or a new one where there is none; between several the person chooses (rule E6). */
function presetTarget({ workspace }: Context): Target | undefined {
  const sources = workspace.files.filter(({ builtCopy }) => !builtCopy);
  const [source] = sources;
  const [place] = workspace.newFiles;
  if (source !== undefined) {
    return sources.length === 1 ? { kind: 'existing-file', uri: source.uri } : undefined;
  }
  if (workspace.files.length > 0) return undefined;
  return place === undefined ? { kind: 'by-hand' } : { kind: 'new-file', uri: place.uri };
}

/** What the file says; where the target is not settled, a second URI does no harm and a missing one does. */
function opensLoginWindow(target: Target | undefined, context: Context): boolean {
  return filesMeant(target, context).some(
    ({ dedicatedLoginWindow: { kind } }) => kind === 'on' || kind === 'dynamic',
  );
}

function plan(answers: Answers, context: Context): Plan | undefined {
  const regions = frameworkRegions(answers, clientRegion(context));
  const request = requestOf(answers);
  const fileSteps = frameworkFileSteps(answers, regions, context);
  if (regions.length === 0 || request === undefined || fileSteps === undefined) return undefined;
  return [...clientSteps(answers, request, context), ...fileSteps];
}

/** Undefined while it is not known what the change of the file would be. */
function frameworkFileSteps(
  { target, dedicatedLoginWindow, grantType }: Answers,
  regions: readonly string[],
  { workspace }: Context,
): PlanStep[] | undefined {
  switch (target?.kind) {
    case 'existing-file': {
      const file = workspace.files.find(({ uri }) => uri === target.uri);
      if (file?.placement?.kind !== 'possible' || !isSame(file.placement.regions, regions)) return undefined;
      const { uri, path, placement } = file;
      const { entries, diff } = placement;
      return [{ kind: 'edit-framework-file', uri, path, regions: [...regions], entries, diff }];
    }
    case 'new-file': {
      const place = workspace.newFiles.find(({ uri }) => uri === target.uri);
      if (place === undefined) return undefined;
      const settings = { regions: [...regions], dedicatedLoginWindow, pkce: grantType === 'CODE' };
      const text = newFrameworkFile({ ...settings, clientId: NEW_CLIENT_ID });
      return [{ kind: 'create-framework-file', ...place, ...settings, text }];
    }
    case 'by-hand':
    case undefined:
      return [];
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
