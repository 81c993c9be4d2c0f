import assert from 'node:assert/strict';
import type { ReadBack, Run } from '../../src/core/operations/run.ts';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import { plan } from '../../src/core/procedures/index.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import type { Stage } from '../../src/core/proof/proof.ts';
import { contextOf, savedIn } from '../wizard/context.ts';
import { NEW_ID } from '../wizard/effects.ts';
import {
  aClient,
  alteredScimRole,
  anAccess,
  anOrg,
  aRole,
  divisions,
  home,
  integrator,
  loadingAccess,
  manyDivisions,
  manyRoles,
  scimRole,
  uncheckedScimRole,
  unreadableAccess,
} from '../wizard/samples.ts';
import type { WizardOptions } from './harness.ts';

export const service: Draft = {
  name: 'Nightly export',
  grantType: 'CLIENT-CREDENTIALS',
  roles: [{ roleId: 'role-export', divisionIds: [home.id] }],
};
export const site: Draft = {
  name: 'Wallboard',
  redirectUris: 'https://wallboard.example.com/callback',
  scopes: ['analytics:readonly'],
};
export const directory: Draft = { name: 'Entra ID', provider: 'entra' };

const withoutRole = anAccess({ roles: [aRole('role-1', { name: 'Master Admin' })] });
const roleOfOthers = anAccess({ held: [aRole('role-1', { name: 'Master Admin' })] });
const alteredRole = anAccess({ roles: [alteredScimRole] });
const uncheckedRole = anAccess({ roles: [uncheckedScimRole] });
const twin = { ...aRole('role-twin', { name: 'Directory sync' }), permissions: scimRole.permissions };

/** The views of the general procedure and of SCIM, in the order of a walk. */
export const proceduresViews: Record<string, WizardOptions> = {
  'general-details': on('general', 'details', service),
  'general-grant-type': on('general', 'grant-type', service),
  'general-grant-type-implicit': on('general', 'grant-type', { ...site, grantType: 'TOKEN' }),
  'general-roles': on('general', 'roles', service),
  'general-roles-wrong': {
    ...on('general', 'roles', { ...service, roles: [{ roleId: 'role-quality', divisionIds: [] }] }, [
      'roles',
    ]),
  },
  'general-roles-loading': on('general', 'roles', service, [], { access: loadingAccess }),
  'general-roles-unreadable': on('general', 'roles', service, [], { access: unreadableAccess }),
  'general-roles-none-held': on('general', 'roles', { ...service, roles: [] }, [], {
    access: anAccess({ held: [] }),
  }),
  'general-roles-held-unknown': on('general', 'roles', service, [], {
    access: { ...anAccess(), held: unreadableAccess.held },
  }),
  'general-roles-many': on(
    'general',
    'roles',
    { ...service, roles: [{ roleId: 'many-3', divisionIds: ['many-division-2'] }] },
    [],
    { access: anAccess({ roles: manyRoles(2000), divisions: { kind: 'known', value: manyDivisions(40) } }) },
  ),
  'general-roles-without-signing-in': {
    ...on('general', 'roles', service),
    adminPageRegion: 'mypurecloud.jp',
  },
  'general-redirect-uris': on('general', 'redirect-uris', { ...site, redirectUris: '' }),
  'general-scopes': on('general', 'scopes', site),
  'general-admin-page': {
    ...on('general', 'admin-page', {
      ...service,
      roleNames: 'Reporting\nSupervisor',
      divisionNames: 'Home\nSales',
    }),
    adminPageRegion: 'mypurecloud.jp',
  },
  'general-review': on('general', 'review', service),
  'general-stopped': ran('general', service, (steps) => ({
    ...steps,
    kind: 'stopped',
    done: 1,
    failure: { kind: 'secret-not-kept', reason: 'The keyring is locked.' },
  })),
  'general-taking-back': ran('general', service, (steps) => ({ ...steps, kind: 'taking-back' })),
  'general-taken-back': ran('general', service, (steps) => ({
    ...steps,
    kind: 'taken-back',
    hasSecret: false,
  })),
  'general-finished': finished('general', service, { kind: 'as-asked' }),
  'general-finished-code': finished('general', site, {
    kind: 'unread',
    error: { kind: 'forbidden', answer: { status: 403 } },
  }),
  'general-finished-saml2': finished('general', { ...site, grantType: 'SAML2-BEARER' }, { kind: 'as-asked' }),
  'general-finished-proving': proving({ kind: 'under-way', stage: 'in-browser' }),
  'general-finished-proved': proving({
    kind: 'proved',
    person: 'Practice Administrator',
    orgName: 'Practice Org',
    tokenEnded: true,
  }),
  'general-finished-proved-by-token-alone': proving({ kind: 'proved', tokenEnded: false }),
  'general-finished-proved-at-one': proving(
    { kind: 'proved', person: 'Practice Administrator', orgName: 'Practice Org', tokenEnded: true },
    { ...site, redirectUris: 'https://wallboard.example.com/callback\nhttp://localhost:8080/callback' },
  ),
  'general-finished-login-left': proving({ kind: 'left' }),
  'general-finished-not-proven': proving({
    kind: 'failed',
    failure: { kind: 'redirect-uri-refused', redirectUri: 'https://wallboard.example.com/callback' },
  }),
  'scim-connect': on('scim', 'connect', {}),
  'scim-connect-loading': on('scim', 'connect', {}, [], { access: loadingAccess }),
  'scim-connect-unclear': on('scim', 'connect', {}, [], { access: unreadableAccess }),
  'scim-connect-role-missing': on('scim', 'connect', {}, [], { access: withoutRole }),
  'scim-connect-role-not-held': on('scim', 'connect', {}, ['connect'], { access: roleOfOthers }),
  'scim-connect-role-not-held-by-integrator': on('scim', 'connect', {}, [], {
    access: roleOfOthers,
    caller: integrator,
  }),
  'scim-connect-role-not-held-by-client': on('scim', 'connect', {}, [], {
    access: withoutRole,
    caller: aClient,
  }),
  'scim-connect-role-altered': on('scim', 'connect', {}, [], { access: alteredRole }),
  'scim-connect-role-altered-asking': {
    ...on('scim', 'connect', {}, [], { access: alteredRole }),
    press: '.note.error .actions vscode-button',
  },
  'scim-connect-role-altered-for-integrator': on('scim', 'connect', {}, [], {
    access: alteredRole,
    caller: integrator,
  }),
  'scim-connect-role-still-altered': {
    ...on('scim', 'connect', {}, [], { access: alteredRole }),
    roleChange: { kind: 'still-altered' },
  },
  'scim-connect-role-unchecked': on('scim', 'connect', {}, [], { access: uncheckedRole }),
  'scim-connect-waiting': {
    ...on('scim', 'connect', {}, [], { access: roleOfOthers }),
    roleChange: { kind: 'waiting' },
  },
  'scim-connect-failed': {
    ...on('scim', 'connect', {}, [], { access: withoutRole }),
    roleChange: { kind: 'failed', error: { kind: 'forbidden', answer: { status: 403 } } },
  },
  'scim-connect-not-visible': {
    ...on('scim', 'connect', {}, [], { access: roleOfOthers }),
    roleChange: { kind: 'not-visible', seconds: 60 },
  },
  'scim-identity-provider': on('scim', 'identity-provider', {}),
  'scim-identity-provider-other': {
    ...on('scim', 'identity-provider', { provider: 'other' }),
    scimFiles: [
      {
        uri: 'file:///crm/ops/genesys-scim.json',
        path: 'ops/genesys-scim.json',
        exists: true,
        connections: [],
      },
    ],
  },
  'scim-details': on('scim', 'details', directory),
  'scim-details-short': on('scim', 'details', { ...directory, duration: '86400' }),
  'scim-details-role-unchecked': on('scim', 'details', directory, [], { access: uncheckedRole }),
  'scim-divisions': on('scim', 'divisions', directory),
  'scim-divisions-several-roles': on('scim', 'divisions', directory, [], {
    access: anAccess({
      roles: [scimRole, twin],
      divisions: { kind: 'known', value: manyDivisions(12) },
    }),
  }),
  'scim-divisions-role-missing': on('scim', 'divisions', directory, [], { access: withoutRole }),
  'scim-divisions-role-altered': on('scim', 'divisions', directory, [], { access: alteredRole }),
  'scim-divisions-loading': on('scim', 'divisions', directory, ['divisions'], { access: loadingAccess }),
  'scim-divisions-without-signing-in': {
    ...on('scim', 'divisions', directory),
    adminPageRegion: 'mypurecloud.jp',
  },
  'scim-admin-page': { ...on('scim', 'admin-page', directory), adminPageRegion: 'mypurecloud.jp' },
  'scim-review': on('scim', 'review', directory),
  'scim-saving': ran('scim', directory, (steps) => ({ ...steps, kind: 'running', done: 4 })),
  'scim-stopped-not-proven': ran('scim', directory, (steps) => ({
    ...steps,
    kind: 'stopped',
    done: 3,
    failure: { kind: 'not-proven', error: { kind: 'login-refused', code: 'invalid_client' } },
  })),
  'scim-stopped-file-refused': ran('scim', directory, (steps) => ({
    ...steps,
    kind: 'stopped',
    done: 5,
    failure: { kind: 'scim-file-refused', path: 'genesys-scim.json', reason: 'not-json', line: 7 },
  })),
  'scim-finished': finished('scim', directory, { kind: 'as-asked' }),
  'scim-finished-different': finished('scim', directory, {
    kind: 'different',
    durationSeconds: { asked: 38_880_000, made: 86_400 },
    fields: ['roleDivisions'],
  }),
  'scim-finished-pingone': finished('scim', { name: 'PingOne', provider: 'pingone' }, { kind: 'as-asked' }),
  'scim-finished-without-signing-in': finishedThere({ ...directory, clientId: NEW_ID }),
};

function on(
  procedure: ProcedureId,
  step: StepId,
  draft: Draft,
  attempted: StepId[] = [],
  org: Parameters<typeof anOrg>[0] = {},
): WizardOptions {
  return { memory: { procedure, step, draft, attempted }, org: anOrg(org), files: [] };
}

type Progress = Extract<Run, { kind: 'finished' }>;

function ran(
  procedure: ProcedureId,
  draft: Draft,
  run: (done: Omit<Progress, 'kind'>) => Run,
): WizardOptions {
  const org = anOrg({ access: anAccess({ divisions: { kind: 'known', value: divisions } }) });
  return doneIn(procedure, draft, { org }, run);
}

function finished(procedure: ProcedureId, draft: Draft, readBack: ReadBack): WizardOptions {
  return ran(procedure, draft, (steps) => ({
    ...steps,
    kind: 'finished',
    readBack,
    ...(steps.plan.some(({ kind }) => kind === 'make-token') && { tokenEndsAt: '2028-02-15T09:00:00Z' }),
  }));
}

function proving(proof: Stage, draft: Draft = site): WizardOptions {
  return { ...finished('general', draft, { kind: 'as-asked' }), proof };
}

function finishedThere(draft: Draft): WizardOptions {
  return doneIn('scim', draft, { adminPageRegion: 'mypurecloud.jp' }, (steps) => ({
    ...steps,
    kind: 'finished',
    hasSecret: false,
  }));
}

/** A run whose steps are all done, unless `run` says otherwise. Throws when the answers would not be saved. */
function doneIn(
  procedure: ProcedureId,
  draft: Draft,
  where: Pick<WizardOptions, 'org' | 'adminPageRegion'>,
  run: (done: Omit<Progress, 'kind'>) => Run,
): WizardOptions {
  const context = contextOf({ files: [], ...where });
  const steps = plan(procedure, draft, context);
  assert.ok(steps, `${procedure} has a plan`);
  const client = { id: NEW_ID, name: draft.name ?? '' };
  const saved = savedIn(procedure, draft, context);
  const done = { saved, plan: steps, done: steps.length, hasSecret: true, unsavedFile: false, client };
  return { memory: { procedure, step: 'review', draft }, files: [], ...where, run: run(done) };
}
