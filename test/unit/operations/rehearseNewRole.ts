import assert from 'node:assert/strict';
import type { Effects } from '../../../src/core/operations/effects.ts';
import type { Failure, Run } from '../../../src/core/operations/run.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { NEW_ROLE_ID } from '../../../src/core/procedures/newRole.ts';
import type { Plan } from '../../../src/core/procedures/plan.ts';
import { stopText } from '../../../src/core/texts/failures.ts';
import { CLIENT, ROLE, rehearse } from './rehearse.ts';

export const LOST: PlatformError = { kind: 'no-answer', reason: 'socket hang up' };
export const REFUSED: PlatformError = { kind: 'rejected', answer: { status: 400, code: 'bad.client.role' } };
const API = 'https://api.mypurecloud.jp/api/v2';
const body: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 86_400,
  roleDivisions: [{ roleId: NEW_ROLE_ID, divisionId: '*' }],
};
export const STEPS: Plan = [
  {
    kind: 'create-role',
    orgName: 'Practice Org',
    url: `${API}/authorization/roles`,
    body: {
      name: 'CRM',
      description: '',
      permissions: [],
      permissionPolicies: [{ domain: 'directory', entityName: 'user', actionSet: ['view'] }],
    },
  },
  {
    kind: 'give-role',
    name: 'CRM',
    url: `${API}/authorization/roles/${NEW_ROLE_ID}?subjectType=PC_USER`,
    subjectType: 'PC_USER',
    body: { subjectIds: ['me'], divisionIds: ['*'] },
  },
  { kind: 'create-client', orgName: 'Practice Org', url: `${API}/oauth/clients`, body },
  { kind: 'keep-secret' },
  { kind: 'read-back', url: `${API}/oauth/clients/`, body },
];
/** What a Save that makes a role does, in order. */
export const ALL = ['role', 'give', 'create', 'keep', 'read'];
const made = { ...CLIENT, ...body, roleDivisions: [{ roleId: ROLE.id, divisionId: '*' }] };

/** Such a Save, in a world where everything succeeds unless a test replaces it. */
export function begin(replaced: Partial<Effects> = {}, before = {}) {
  return rehearse(
    { readClient: async () => ({ ok: true, value: made }), ...replaced },
    { procedure: 'general', steps: STEPS, before },
  );
}

/** Why it stopped. */
export function failureOf(run: Run | undefined): Failure {
  assert.ok(run?.kind === 'stopped', run?.kind);
  return run.failure;
}

/** What it says, where it stopped. */
export function saysOf(run: Run | undefined): string {
  assert.ok(run?.kind === 'stopped', run?.kind);
  const { what, why, next } = stopText(run);
  return `${what} ${why} ${next}`;
}
