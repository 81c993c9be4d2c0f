import assert from 'node:assert/strict';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { plan } from '../../src/core/procedures/index.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import { contextOf, savedIn } from '../wizard/context.ts';
import { anOrg, clients, developer, toEdit } from '../wizard/samples.ts';
import type { WizardOptions } from './harness.ts';

const [desktop, , directory, nightly] = clients;
assert.ok(desktop && directory && nightly);

/** A name that would be more than text if anybody took it for that. */
export const ODD_NAME = '<img src=x onerror=alert(1)> **CRM** $(zap) [x](command:y) 営業支援';

const changes: Draft = {
  name: 'Agent desktop of the help line',
  description: '',
  duration: '3600',
  redirectUris: `${desktop.registeredRedirectUri?.join('\n')}\nhttps://crm.example.com/a/very/long/path/that/ends/nowhere/near/the/edge/of/the/page/callback`,
};

/** The views of changing a client that exists. */
export const editViews: Record<string, WizardOptions> = {
  'edit-details': edits(desktop, 'details', {}),
  'edit-details-odd': edits({ ...desktop, name: ODD_NAME }, 'details', {}),
  'edit-grant-type': edits(desktop, 'grant-type', { grantType: 'SAML2-BEARER' }),
  'edit-roles-not-held': edits(
    { ...nightly, roleDivisions: [{ roleId: 'role-quality', divisionId: '*' }] },
    'roles',
    {},
  ),
  'duplicate-roles': {
    memory: {
      procedure: 'general',
      step: 'roles',
      draft: {
        name: 'Nightly export copy',
        grantType: 'CLIENT-CREDENTIALS',
        roles: [{ roleId: 'role-export', divisionIds: ['division-home'] }],
        withoutCounterpart: [{ role: 'Quality <b>Lead</b>' }, { role: 'Analytics Export', division: '神戸' }],
      },
    },
    files: [],
  },
  'edit-review': edits(desktop, 'review', changes),
  'edit-review-roles': edits(directory, 'review', {
    roles: [{ roleId: 'role-scim', divisionIds: ['division-home'] }],
  }),
  'edit-review-unchanged': edits(desktop, 'review', {}),
  'edit-forbidden': { ...edits(desktop, 'connect', {}), org: anOrg({ caller: developer }) },
  'edit-elsewhere': { ...edits(desktop, 'connect', changes), org: anOrg({ id: 'org-2', name: 'Acme' }) },
  'edit-changed-meanwhile': ran(desktop, changes, (done, before) => ({
    ...done,
    kind: 'stopped',
    done: 0,
    failure: {
      kind: 'changed-meanwhile',
      differences: [
        { kind: 'value', field: 'description', before: before.description ?? '', after: 'For everybody' },
        { kind: 'list', field: 'scope', added: ['alerting'], removed: ['users'] },
      ],
      now: { ...before, description: 'For everybody' },
    },
  })),
  'edit-finished': ran(desktop, changes, (done, { id, name }) => ({
    ...done,
    kind: 'finished',
    client: { id, name },
  })),
  'edit-finished-unexpected': ran(desktop, changes, ({ change, ...done }, { id, name }) => ({
    ...done,
    kind: 'finished',
    client: { id, name },
    ...(change && {
      change: {
        ...change,
        unexpected: [{ kind: 'value', field: 'accessTokenValiditySeconds', before: '3600', after: '86400' }],
      },
    }),
    undoing: {
      kind: 'changed-since',
      differences: [{ kind: 'list', field: 'scope', added: ['alerting'], removed: [] }],
    },
  })),
  'edit-undone': ran(desktop, changes, (done, client) => ({
    ...done,
    kind: 'finished',
    client,
    undoing: { kind: 'undone', record: { ...client } },
  })),
};

/** The wizard where a client is changed, with these answers. */
export function edits(client: OAuthClient, step: StepId, draft: Draft): WizardOptions {
  return { memory: { procedure: 'edit', step, draft: { ...draft, edits: toEdit(client) } }, files: [] };
}

type Run = NonNullable<WizardOptions['run']>;
type Done = Omit<Extract<Run, { kind: 'running' }>, 'kind' | 'client'>;

function ran(
  client: OAuthClient,
  draft: Draft,
  run: (done: Done, client: OAuthClient) => Run,
): WizardOptions {
  const options = edits(client, 'review', draft);
  const context = contextOf({ files: [], org: anOrg() });
  const answers = { ...draft, edits: toEdit(client) };
  const steps = plan('edit', answers, context);
  const [step] = steps ?? [];
  assert.ok(steps && step?.kind === 'change-client');
  const { before, body } = step;
  const done: Done = {
    saved: savedIn('edit', answers, context),
    plan: steps,
    done: 1,
    hasSecret: false,
    unsavedFile: false,
    change: { before, sent: body, after: { ...before, ...body }, unexpected: [] },
  };
  return { ...options, run: run(done, client) };
}
