import assert from 'node:assert/strict';
import type { Run } from '../../src/core/operations/run.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { plan } from '../../src/core/procedures/index.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import type { PracticeGuide } from '../../src/core/wizard/practiceGuide.ts';
import { contextOf, savedIn } from '../wizard/context.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { aClient, aFile, anOrg, developer, hoursFromNow, IDS_IN_USE } from '../wizard/samples.ts';
import { editViews } from './editViews.ts';
import type { WizardOptions } from './harness.ts';
import { needsViews } from './needsViews.ts';
import { newRoleViews } from './newRoleViews.ts';
import { proceduresViews } from './proceduresViews.ts';
import { regionsViews } from './regionsViews.ts';
import { startFromViews } from './startFromViews.ts';

const draft: Draft = { name: 'Agent desktop of the help line' };
const files = [aFile({ script: 'window.PureCloud.User.getAuthToken(start);' })];

/** Every view the page has, and the host's state that brings it up; the order is that of a walk. */
export const views: Record<string, WizardOptions> = {
  'choose-procedure': { memory: { procedure: undefined }, connected: false, files },
  'choose-procedure-former-drafts': {
    memory: {
      procedure: undefined,
      formerDrafts: ['Agent desktop of the help line', '', 'Entra ID', 'Wallboard'].map((name, id) => ({
        id,
        procedure: 'embeddable',
        step: 'details',
        draft: { name },
        attempted: [],
        changedAt: hoursFromNow(-2 - 30 * id),
      })),
    },
    connected: false,
  },
  'connect-disconnected': { connected: false, files },
  'connect-failed': {
    connected: false,
    connecting: {
      kind: 'disconnected',
      failure: { kind: 'practice-org-not-started', reason: 'spawn ENOENT' },
    },
  },
  'connect-wrong-region': {
    connected: false,
    connecting: {
      kind: 'disconnected',
      failure: { kind: 'client-unknown', region: 'mypurecloud.ie', description: 'client not found: x' },
    },
  },
  'connect-under-way': { connected: false, connecting: { kind: 'signing-in', where: 'browser' } },
  'connect-preparing': {
    connected: false,
    connecting: { kind: 'preparing-client', region: 'mypurecloud.jp' },
  },
  connect: { files, org: anOrg({ hipaa: true }) },
  'connect-other-account-failed': {
    files,
    connecting: {
      kind: 'connected',
      failure: { kind: 'no-return', region: 'mypurecloud.ie', minutes: 5 },
    },
  },
  'connect-forbidden': { files, org: anOrg({ caller: developer }) },
  'connect-client': {
    org: anOrg({ caller: aClient, practice: false, name: 'Help line' }),
    outlastsWindow: false,
  },
  'connect-lacking': {
    org: anOrg({ tokenScopes: { kind: 'known', value: ['oauth'] }, tokenEndsAt: hoursFromNow(0.3) }),
  },
  'practice-guide-starting': guide({ kind: 'starting', region: 'mypurecloud.com' }),
  'practice-guide-failed': guide({
    kind: 'failed',
    region: 'mypurecloud.com',
    failure: {
      kind: 'practice-org-state-unusable',
      reason: 'The state file practice-org.json is not JSON, or was cut off.',
    },
  }),
  'practice-guide': guide({
    kind: 'running',
    region: 'mypurecloud.de',
    baseUrl: 'http://127.0.0.1:52001',
  }),
  'connect-without-signing-in': { adminPageRegion: 'mypurecloud.jp' },
  details: step('details', draft),
  'details-wrong': step('details', { duration: '299' }, ['connect', 'details']),
  'grant-type': step('grant-type', { ...draft, grantType: 'TOKEN' }),
  'redirect-uris': step('redirect-uris', draft),
  'redirect-uris-wrong': step(
    'redirect-uris',
    {
      redirectUris: 'crm/index.html\nhttp://crm.example.com/\nhttps://a.example.com/\nhttps://a.example.com',
    },
    ['redirect-uris'],
  ),
  'redirect-uris-pasted': step(
    'redirect-uris',
    {
      ...draft,
      redirectUris:
        'https://apps.mypurecloud.jp/crm/acmecti/index.html\n1. "https://crm.example.com/cb",\nhttps://apps.{{region}}/crm/index.html\nhttps://me@crm.example.com/',
    },
    ['redirect-uris'],
  ),
  'redirect-uris-partner': step('redirect-uris', {
    ...draft,
    deployment: 'partner',
    partnerPage: 'acmecti',
    dedicatedLoginWindow: true,
  }),
  'redirect-uris-partner-wrong': step(
    'redirect-uris',
    { ...draft, deployment: 'partner', partnerPage: 'acme cti' },
    ['redirect-uris'],
  ),
  scopes: step('scopes', draft),
  'scopes-unknown': {
    memory: { step: 'scopes', draft },
    org: anOrg({ scopes: { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } }),
  },
  'framework-file': step('framework-file', draft),
  'framework-file-in-use': {
    memory: { step: 'framework-file', draft },
    files: [aFile({ clientIds: IDS_IN_USE }), aFile({ path: 'dist/framework.js' })],
  },
  'framework-file-by-hand': step('framework-file', { ...draft, target: { kind: 'by-hand' } }),
  'scopes-without-signing-in': { memory: { step: 'scopes', draft }, adminPageRegion: 'mypurecloud.jp' },
  'admin-page': onAdminPage({ ...draft, description: 'Opens the CRM beside each call.' }),
  'admin-page-wrong': onAdminPage({ duration: '299', clientId: 'the secret' }, ['admin-page']),
  review: step('review', { ...draft, grantType: 'TOKEN' }, ['connect', 'details']),
  'review-without-signing-in': {
    memory: { step: 'review', draft: { ...draft, clientId: NEW_ID } },
    files,
    adminPageRegion: 'mypurecloud.jp',
  },
  'review-missing': step('review', { duration: '299' }),
  saving: run({ kind: 'running', ...progress(1) }),
  'saving-cancelled': run({ kind: 'running', ...progress(0), cancelled: true }),
  'saving-cancelled-at-once': run({ kind: 'stopped', ...progress(0), failure: { kind: 'cancelled' } }),
  'saving-cancelled-on-the-way': run({ kind: 'stopped', ...progress(2), failure: { kind: 'cancelled' } }),
  'saving-cancelled-not-certain': run({
    kind: 'stopped',
    ...progress(0),
    failure: {
      kind: 'perhaps-created',
      error: { kind: 'timeout', seconds: 30 },
      lookup: { kind: 'cancelled' },
    },
  }),
  'stopped-not-created': run({
    kind: 'stopped',
    ...progress(0),
    failure: { kind: 'not-created', error: { kind: 'server-error', answer: { status: 500 } } },
  }),
  'stopped-signed-out': run(signedOut()),
  'stopped-signing-in': {
    ...run(signedOut()),
    connecting: { kind: 'signing-in', where: 'here' },
  },
  'stopped-perhaps-created': run({
    kind: 'stopped',
    ...progress(0),
    failure: {
      kind: 'perhaps-created',
      error: { kind: 'timeout', seconds: 30 },
      lookup: { kind: 'no-answer', reason: 'ECONNRESET' },
    },
  }),
  'stopped-file-changed': run({
    kind: 'stopped',
    ...progress(2),
    failure: { kind: 'file-changed', path: 'src/framework.js' },
  }),
  'stopped-interrupted': run({
    kind: 'stopped',
    ...progress(1),
    failure: { kind: 'interrupted', client: 'there' },
  }),
  'stopped-interrupted-before-the-answer': run({
    kind: 'stopped',
    ...progress(0),
    failure: { kind: 'interrupted', client: 'not-certain' },
  }),
  'stopped-not-noted': run({
    kind: 'stopped',
    ...progress(0),
    failure: { kind: 'creation-not-noted', reason: 'ENOSPC' },
  }),
  'stopped-deletion-not-noted': run({
    kind: 'stopped',
    ...progress(3),
    failure: { kind: 'deletion-not-noted', reason: 'ENOSPC', left: 'as-it-was' },
  }),
  'stopped-not-taken-back': run({
    kind: 'stopped',
    ...progress(3),
    failure: {
      kind: 'not-taken-back',
      error: { kind: 'server-error', answer: { status: 500 } },
      left: 'inactive',
    },
  }),
  'stopped-not-activated': run({
    kind: 'stopped',
    ...progress(3),
    failure: {
      kind: 'not-activated',
      error: { kind: 'forbidden', answer: { status: 403 } },
      left: 'inactive',
    },
  }),
  finished: run({ kind: 'finished', ...progress(3), client: client() }),
  'finished-cancelled-too-late': run({
    kind: 'finished',
    ...progress(3),
    client: client(),
    cancelled: true,
  }),
  'finished-by-hand': run({
    kind: 'finished',
    ...progress(2, { ...draft, target: { kind: 'by-hand' } }),
    hasSecret: false,
    client: client(),
  }),
  'finished-without-signing-in': { ...finishedByThePerson(), adminPageRegion: 'mypurecloud.jp' },
  ...regionsViews,
  ...proceduresViews,
  ...startFromViews,
  ...editViews,
  ...needsViews,
  ...newRoleViews,
};

function finishedByThePerson(): WizardOptions {
  const answers = { ...draft, clientId: NEW_ID };
  const context = contextOf({ files, adminPageRegion: 'mypurecloud.jp' });
  const steps = plan('embeddable', answers, context);
  assert.ok(steps);
  const saved = savedIn('embeddable', answers, context);
  const done = {
    saved,
    plan: steps,
    done: steps.length,
    hasSecret: false,
    unsavedFile: false,
    client: client(),
  };
  return { memory: { step: 'review', draft: answers }, files, run: { kind: 'finished', ...done } };
}

function guide(shown: PracticeGuide): WizardOptions {
  return { guide: shown };
}

function step(id: StepId, answers: Draft, attempted: StepId[] = []): WizardOptions {
  return { memory: { step: id, draft: answers, attempted }, files };
}

function onAdminPage(answers: Draft, attempted: StepId[] = []): WizardOptions {
  return { memory: { step: 'admin-page', draft: answers, attempted }, adminPageRegion: 'mypurecloud.jp' };
}

function signedOut(): Run {
  const error = { kind: 'signed-out', answer: { status: 401 } } as const;
  return { kind: 'stopped', ...progress(0), failure: { kind: 'not-created', error } };
}

function run(state: Run): WizardOptions {
  return { memory: { step: 'review', draft }, files, run: state };
}

function client() {
  return { id: NEW_ID, name: 'Agent desktop of the help line' };
}

/** A run with this many steps done. Throws when its answers would not be saved. */
function progress(done: number, answers: Draft = draft) {
  const context = contextOf({ files, org: anOrg() });
  const steps = plan('embeddable', answers, context);
  assert.ok(steps);
  const created = done === 0 ? {} : { client: client() };
  const saved = savedIn('embeddable', answers, context);
  return { saved, plan: steps, done, hasSecret: done > 1, unsavedFile: false, ...created };
}
