import { orgOf } from '../context.ts';
import type { Answers } from '../draft.ts';
import { finding, findingsOfEach } from '../draftFinding.ts';
import { answersOfClient, mayLastLong } from '../edited.ts';
import { asksForRoles } from '../grantTypes.ts';
import { isMissing } from '../known.ts';
import { roleName } from '../namedAccess.ts';
import type { Rule } from '../procedure.ts';
import { hasDuration, hasScimDuration } from './details.ts';

/** G1: a client is changed where it is; the same ID elsewhere is another client. */
export const editsInItsOrg: Rule = ({ edits }, { destination }) => {
  if (edits === undefined) return [finding('not-connected', 'org')];
  const org = destination.kind === 'org' ? destination.org : undefined;
  const isHere = org?.id === edits.orgId && org.region === edits.region && org.practice === edits.practice;
  if (isHere) return [];
  const args = { client: edits.record.name, org: edits.orgName };
  return [finding(destination.kind === 'undecided' ? 'edit-not-connected' : 'edit-elsewhere', 'org', args)];
};

/** G1, of a client that exists: who may look at it need not be allowed to change it (Genesys facts 1.1). */
export const mayEditClients: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const { caller, name } = org;
  if (caller.kind !== 'user') return [finding('edit-permission-unknown', 'org', { org: name })];
  if (caller.permissions.includes('oauth:client:edit')) return [];
  return [finding('edit-permission-missing', 'org', { person: caller.name, org: name })];
};

/** G4 and S2. */
export const hasDurationOfEdit: Rule = (answers, context) =>
  (mayLastLong(answers) ? hasScimDuration : hasDuration)(answers, context);

/** G6: another grant type takes away the way in which the client is used now. */
export const keepsGrantType: Rule = ({ edits, grantType }) => {
  const before = edits && answersOfClient(edits).grantType;
  if (before === undefined || before === grantType) return [];
  const change: Partial<Answers> = { grantType: before };
  const fixes = [{ code: 'keep-grant-type' as const, args: { grant: before }, change }];
  return [finding('edit-grant-type', 'grantType', { grant: before }, { fixes })];
};

/** Whoever changes the client that they are signed in with may have to sign in again, or not get in any more. */
export const signsNobodyOut: Rule = ({ edits }, context) => {
  const org = orgOf(context);
  if (edits === undefined || org?.signedInWith !== edits.record.id) return [];
  return [finding('edit-signs-in', 'edits', { client: edits.record.name })];
};

/** G12, of a client that exists: whoever changes it needs all roles that it has (Genesys facts 1.4, help only). */
export const holdsRolesOfClient: Rule = ({ edits }, context) => {
  const access = orgOf(context)?.access;
  if (edits === undefined || access === undefined) return [];
  const { roles, grantType } = answersOfClient(edits);
  if (grantType === undefined || !asksForRoles(grantType)) return [];
  return findingsOfEach(roles, ({ roleId }) =>
    isMissing(access.held, roleId)
      ? [finding('edit-role-not-held', 'roles', { role: roleName(roleId, access) })]
      : [],
  );
};
