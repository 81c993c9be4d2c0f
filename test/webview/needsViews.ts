import type { Draft } from '../../src/core/procedures/draft.ts';
import type { OrgRole } from '../../src/core/procedures/loadedOrg.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import { aDescription } from '../wizard/description.ts';
import { anAccess, anOrg, aRole, home } from '../wizard/samples.ts';
import type { WizardOptions } from './harness.ts';

const CALLS = `GET /api/v2/users/me
get_users
POST /api/v2/analytics/conversations/details/query
GET /api/v2/users?expand=groups
/api/v2/users
GET /api/v2/usr/me
getUserz
curl https://api.mypurecloud.jp/api/v1/users`;

const SERVICE_CALLS = `${CALLS}
PATCH /api/v2/users/1
DELETE /api/v2/quality/forms/1
getRoutingQueues`;

const scopes: Draft = { name: 'Wallboard', grantType: 'CODE', calls: CALLS };
const roles: Draft = { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS', calls: SERVICE_CALLS };

/** Roles that hold some of what the calls need; the caller holds all but "Quality Admin". */
export const rolesForCalls: readonly OrgRole[] = [
  aRole('role-export', {
    name: 'Analytics Export',
    permissions: ['analytics:conversationDetail:view', 'analytics:dataExport:add'],
  }),
  aRole('role-directory', {
    name: 'Directory editor',
    permissions: ['directory:user:view', 'directory:user:edit'],
  }),
  aRole('role-quality', { name: 'Quality Admin', permissions: ['quality:form:delete'] }),
];

/** The pages that begin with what the application calls, as far as that can be. */
export const needsViews: Record<string, WizardOptions> = {
  'needs-scopes': on('scopes', { ...scopes, scopes: ['users:readonly', 'alerting'] }, { calls: CALLS }),
  'needs-scopes-embeddable': {
    memory: { procedure: 'embeddable', step: 'scopes', draft: scopes },
    calls: CALLS,
  },
  'needs-reading': on('scopes', scopes, { calls: CALLS, description: 'held' }),
  'needs-failed': on('scopes', scopes, {
    calls: CALLS,
    description: {
      ok: false,
      why: { kind: 'not-answered', error: { kind: 'no-answer', reason: 'ENOTFOUND' } },
    },
  }),
  'needs-other-region': on('scopes', scopes, {
    calls: CALLS,
    description: {
      ok: true,
      description: aDescription({ host: 'api.mypurecloud.com' }),
      insteadOf: { kind: 'not-answered', error: { kind: 'no-answer', reason: 'ENOTFOUND' } },
    },
  }),
  'needs-nothing-recognized': on('scopes', { ...scopes, calls: 'hello' }, { calls: 'hello' }),
  'needs-not-connected': on('scopes', scopes, { connected: false }),
  'needs-roles': on(
    'roles',
    { ...roles, roles: [{ roleId: 'role-export', divisionIds: [home.id] }] },
    { calls: SERVICE_CALLS, org: anOrg({ access: anAccess({ roles: rolesForCalls }) }) },
  ),
  'needs-roles-without-signing-in': on('roles', roles, {
    calls: SERVICE_CALLS,
    adminPageRegion: 'mypurecloud.jp',
  }),
};

function on(step: StepId, draft: Draft, others: WizardOptions): WizardOptions {
  return { memory: { procedure: 'general', step, draft }, ...others };
}
