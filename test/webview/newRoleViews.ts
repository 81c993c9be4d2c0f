import type { Run } from '../../src/core/operations/run.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { plan } from '../../src/core/procedures/index.ts';
import type { NewRole } from '../../src/core/procedures/newRole.ts';
import { contextOf, savedIn } from '../wizard/context.ts';
import { NEW_ID, NEW_ROLE } from '../wizard/effects.ts';
import { anAccess, anOrg, home } from '../wizard/samples.ts';
import type { WizardOptions } from './harness.ts';
import { rolesForCalls } from './needsViews.ts';

const calls = 'PATCH /api/v2/users/1\ngetRoutingQueues\nget_users';

/** An org in which one may make roles, and holds what two of the calls need. */
export const mayMakeRoles = anOrg({
  caller: {
    kind: 'user',
    id: 'user-1',
    name: 'Practice Administrator',
    permissions: [
      'oauth:client:add',
      'authorization:role:add',
      'authorization:role:delete',
      'authorization:grant:add',
    ],
    roles: [],
  },
  access: anAccess({ roles: rolesForCalls }),
});

const role: NewRole = {
  name: 'Nightly export',
  // As somebody else may have worded it: the page's own sentence would be English on a Japanese page.
  description: 'Nightly export, read only',
  permissions: [
    { permission: 'directory:user:edit', for: { first: ['PATCH /api/v2/users/{userId}'], total: 1 } },
    { permission: 'directory:user:view', for: { first: ['GET /api/v2/users'], total: 1 } },
  ],
  divisionIds: [home.id],
};

const draft: Draft = { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS', calls, newRole: role };

/** A role that is made for a client, from the choice to the end of its Save. */
export const newRoleViews: Record<string, WizardOptions> = {
  'new-role-offered': onRoles({ ...draft, newRole: null }),
  'new-role': onRoles(draft),
  'new-role-wrong': onRoles({ ...draft, newRole: { ...role, name: 'Quality Admin', divisionIds: [] } }),
  'new-role-of-former-calls': onRoles({
    ...draft,
    newRole: { ...role, permissions: role.permissions.slice(1) },
  }),
  'new-role-not-allowed': { ...onRoles(draft), org: anOrg({ access: anAccess({ roles: rolesForCalls }) }) },
  'new-role-without-signing-in': {
    memory: { procedure: 'general', step: 'roles', draft },
    adminPageRegion: 'mypurecloud.jp',
  },
  'new-role-review': {
    memory: { procedure: 'general', step: 'review', draft },
    org: mayMakeRoles,
    files: [],
  },
  'new-role-not-noticed': run({
    kind: 'stopped',
    ...progress(1),
    failure: { kind: 'role-not-noticed', seconds: 60 },
  }),
  'new-role-perhaps-created': run({
    kind: 'stopped',
    ...progress(0),
    failure: {
      kind: 'role-perhaps-created',
      error: { kind: 'timeout', seconds: 30 },
      lookup: { kind: 'forbidden', answer: { status: 403 } },
    },
  }),
  'new-role-without-client': run({
    kind: 'stopped',
    ...progress(2),
    failure: { kind: 'not-created', error: { kind: 'rejected', answer: { status: 400 } } },
  }),
  'new-role-not-taken-back': run({
    kind: 'stopped',
    ...progress(2),
    failure: {
      kind: 'role-not-taken-back',
      error: { kind: 'forbidden', answer: { status: 403 } },
    },
  }),
  'new-role-finished': run({ kind: 'finished', ...progress(6), client: client() }),
  'new-role-taken-back': run({ kind: 'taken-back', ...progress(2), role: undefined }),
};

function onRoles(answers: Draft): WizardOptions {
  return {
    memory: { procedure: 'general', step: 'roles', draft: answers, attempted: ['roles'] },
    org: mayMakeRoles,
    calls,
  };
}

function run(state: Run): WizardOptions {
  return {
    memory: { procedure: 'general', step: 'review', draft },
    org: mayMakeRoles,
    files: [],
    run: state,
  };
}

function client() {
  return { id: NEW_ID, name: 'Nightly export' };
}

/** A run with this many steps done. Throws when its answers would not be saved. */
function progress(done: number) {
  const context = contextOf({ files: [], org: mayMakeRoles });
  const steps = plan('general', draft, context);
  if (steps === undefined) throw new Error('There is no plan.');
  return {
    saved: savedIn('general', draft, context),
    plan: steps,
    done,
    hasSecret: done > 3,
    unsavedFile: false,
    ...(done > 0 && { role: { id: NEW_ROLE, name: role.name } }),
    ...(done > 2 && { client: client() }),
  };
}
