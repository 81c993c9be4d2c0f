import { FRAMEWORK_DURATION_SECONDS } from '../../clients/frameworkNeeds.ts';
import { isKnownGrantType, worksInState } from '../../clients/usable.ts';
import type { OAuthClient } from '../../platform/oauthClients.ts';
import { orgOf, type ScimFit } from '../context.ts';
import type { ChosenRole, ProcedureId } from '../draft.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import { parseDuration } from '../duration.ts';
import { entryOf, isMissing } from '../known.ts';
import { roleName } from '../namedAccess.ts';
import type { Rule } from '../procedure.ts';
import { roleAltered } from '../scimRole.ts';
import { adoptedClient, hasAdoptedSecret, unfitFor } from '../startFrom/adopt.ts';

/** E3 and S3: an adopted client is there, active, and of a grant type that can work. */
export function adoptsUsable(procedure: ProcedureId): Rule {
  return (answers, context) => {
    const org = orgOf(context);
    if (answers.adopts === null || org === undefined) return [];
    const client = adoptedClient(answers, context);
    const args = { org: org.name, client: client?.name ?? answers.adopts };
    if (client === undefined) {
      const isGone = org.clients.kind === 'unknown' || isMissing(org.clients, answers.adopts);
      return isGone ? [finding('adopted-gone', 'adopts', args)] : [];
    }
    return unfitFor(procedure, client) === undefined
      ? unknownWords(client)
      : [finding('adopted-unfit', 'adopts', args)];
  };
}

/** What the API's documentation does not have is neither right nor wrong. */
function unknownWords({ name, state, authorizedGrantType: grant }: OAuthClient): readonly DraftFinding[] {
  const findings: DraftFinding[] = [];
  if (grant !== undefined && !isKnownGrantType(grant))
    findings.push(finding('adopted-grant-type-unknown', 'adopts', { client: name, grant }));
  if (state !== undefined && worksInState(state) === 'unknown')
    findings.push(finding('adopted-state-unknown', 'adopts', { client: name, state }));
  return findings;
}

/** E2: tokens end outside an agent's working day. Whoever makes a new client is told where they choose. */
export const adoptedLastsWorkingDay: Rule = ({ adopts, duration }) => {
  const seconds = parseDuration(duration);
  if (adopts === null || seconds === undefined || seconds >= FRAMEWORK_DURATION_SECONDS) return [];
  return [finding('adopted-duration-short', 'duration', { seconds })];
};

/** S4: exactly the role for SCIM, or one that allows exactly the same; the caller need not hold it. */
export const adoptedHasScimRoleAlone: Rule = ({ adopts, roles }, context) => {
  const access = orgOf(context)?.access;
  if (adopts === null || roles.length === 0 || access?.roles.kind !== 'known') return [];
  const isLookedFor = ({ roleId }: ChosenRole) =>
    entryOf(access.roles, roleId) !== undefined || isMissing(access.roles, roleId);
  if (!roles.every(isLookedFor)) return [];
  const judged = roles.map(({ roleId }) => {
    const role = entryOf(access.roles, roleId);
    const fit: ScimFit = role?.scimFit ?? { kind: 'other' };
    return { roleId, role, fit };
  });
  const [only] = judged;
  if (only?.role !== undefined && only.fit.kind === 'altered' && judged.length === 1) {
    return [roleAltered('roles', 'warning', { role: only.role, ...only.fit })];
  }
  const extra = judged.filter(({ fit }) => fit.kind === 'other' || fit.kind === 'altered');
  if (extra.length === 0 && roles.length === 1) return [];
  const names = (extra.length === 0 ? roles : extra).map(({ roleId }) => roleName(roleId, access));
  return [finding('adopted-role-extra', 'roles', { roles: names })];
};

/** S6 and S7: a token takes the secret, and only that of a client made here is kept here. */
export const adoptedSecretKept: Rule = (answers, context) => {
  if (adoptedClient(answers, context) === undefined || hasAdoptedSecret(answers, context)) return [];
  const code = answers.holdsToken ? 'adopted-secret-for-token' : 'adopted-secret-for-proof';
  return [finding(code, 'adopts')];
};
