import { SCIM_ROLE_NAME, scimCandidates, scimJudgement } from '../clients/forScim.ts';
import { remembered } from '../remembered.ts';
import type { ScimRoleDoubt, ScimRoleStanding } from './context.ts';
import type { LoadedAccess, OrgRole } from './loadedOrg.ts';

/** Whether the caller holds a role that a SCIM client may have. */
export const scimRoleStanding = remembered(readStanding);

function readStanding({ roles, held }: LoadedAccess): ScimRoleStanding {
  if (held.kind !== 'known' || roles.kind === 'loading') return { kind: 'unclear' };
  if (roles.kind === 'unknown') {
    const own = held.value.find(({ roleName }) => roleName === SCIM_ROLE_NAME);
    if (own === undefined) return { kind: 'unclear' };
    const doubt = { isMarkedAltered: false, error: roles.error };
    return { kind: 'held', roles: [{ id: own.roleId, name: own.roleName }], doubt };
  }
  const judge = scimJudgement(roles.value);
  const judged = defaultFirst(roles.value).map((role) => ({ role, fit: judge(role) }));
  const right = judged
    .filter(({ fit }) => fit.kind === 'fits' || (fit.kind === 'unchecked' && fit.isLikely))
    .map(({ role }) => role);
  const altered = judged.flatMap(({ role, fit }) =>
    fit.kind === 'altered' ? [{ role: named(role), ...fit }] : [],
  );

  const heldIds = new Set(held.value.map(({ roleId }) => roleId));
  const isOwn = ({ id }: { id: string }) => heldIds.has(id);
  const own = right.filter(isOwn);
  if (own.length > 0) return { kind: 'held', roles: own.map(named), ...doubtAbout(roles.value, judge) };
  const ownAltered = altered.find(({ role }) => isOwn(role));
  if (ownAltered !== undefined) return ownAltered;
  const [other] = right;
  return other === undefined ? (altered[0] ?? { kind: 'missing' }) : { kind: 'not-held', role: named(other) };
}

function named({ id, name }: OrgRole): { id: string; name: string } {
  return { id, name };
}

function doubtAbout(
  roles: readonly OrgRole[],
  judge: ReturnType<typeof scimJudgement>,
): { doubt?: ScimRoleDoubt } {
  const [likeliest] = scimCandidates(roles);
  if (likeliest === undefined || judge(likeliest).kind !== 'unchecked') return {};
  const { shipped, isMarkedAltered = false } = likeliest;
  return { doubt: { isMarkedAltered, error: shipped?.kind === 'unknown' ? shipped.error : undefined } };
}

/** The one that everybody knows stands before those that an org has made. */
function defaultFirst(roles: readonly OrgRole[]): OrgRole[] {
  return [...roles.filter(({ isDefault }) => isDefault), ...roles.filter(({ isDefault }) => !isDefault)];
}
