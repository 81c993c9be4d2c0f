import { SCIM_ROLE_NAME, scimCandidates, scimJudgement } from '../clients/forScim.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { Access, OrgRole } from './context.ts';

/** What stands between whoever is signed in and a SCIM client (rules S1 and S4). */
export type ScimRoleStanding =
  | {
      kind: 'held';
      roles: readonly { id: string; name: string }[];
      /** Absent where it is certain that the roles are right. */
      doubt?: ScimRoleDoubt;
    }
  /** The org has the role, but whoever is signed in does not hold it. */
  | { kind: 'not-held'; role: OrgRole }
  /** The role is no longer as shipped: with it, tokens end after a day. */
  | { kind: 'altered'; role: OrgRole; added: readonly string[]; taken: readonly string[] }
  /** The org lacks the role; it can be restored. */
  | { kind: 'missing' }
  /** Not known yet, or the org does not tell. */
  | { kind: 'unclear' };

/** How the role is shipped was not told: whether the org marks it as altered, and why it could not be read. */
export type ScimRoleDoubt = { isMarkedAltered: boolean; error: PlatformError | undefined };

/** Judging thousands of roles at every keystroke would be felt; what the org told stays the same object meanwhile. */
const standings = new WeakMap<Access, ScimRoleStanding>();

/** Whether the caller holds a role that a SCIM client may have. */
export function scimRoleStanding(access: Access): ScimRoleStanding {
  const standing = standings.get(access) ?? readStanding(access);
  standings.set(access, standing);
  return standing;
}

function readStanding({ roles, held }: Access): ScimRoleStanding {
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
  const altered = judged.flatMap(({ role, fit }) => (fit.kind === 'altered' ? [{ role, ...fit }] : []));

  const heldIds = new Set(held.value.map(({ roleId }) => roleId));
  const isOwn = ({ id }: OrgRole) => heldIds.has(id);
  const own = right.filter(isOwn);
  if (own.length > 0) return { kind: 'held', roles: own, ...doubtAbout(roles.value, judge) };
  const ownAltered = altered.find(({ role }) => isOwn(role));
  if (ownAltered !== undefined) return ownAltered;
  const [other] = right;
  return other === undefined ? (altered[0] ?? { kind: 'missing' }) : { kind: 'not-held', role: other };
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
