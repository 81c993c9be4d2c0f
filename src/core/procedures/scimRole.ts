import { SCIM_ROLE_NAME, scimCandidates, scimJudgement } from '../clients/forScim.ts';
import type { PlatformError } from '../platform/errors.ts';
import { type Access, type OrgRole, orgOf } from './context.ts';
import type { Field } from './draft.ts';
import { type DraftFinding, finding } from './draftFinding.ts';
import { LONGEST_DURATION_SECONDS, parseDuration } from './duration.ts';
import type { Rule } from './procedure.ts';

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

/** S1 and S4: before anything else, whoever creates the client holds the SCIM Integration role, as it is shipped. */
export const holdsScimRole: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = scimRoleStanding(org.access);
  switch (standing.kind) {
    case 'held':
    case 'unclear':
      return [];
    case 'missing':
      return [finding('scim-role-missing', 'org', { org: org.name })];
    case 'not-held':
      return [finding('scim-role-not-held', 'org', { role: standing.role.name, org: org.name })];
    case 'altered':
      return [roleAltered('org', 'error', standing)];
  }
};

/**
 * S4: exactly that role and no other, or Genesys Cloud quietly makes tokens end after a day. So nothing is saved while
 * nobody knows which role that is.
 */
export const hasScimRoleAlone: Rule = ({ roles }, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = scimRoleStanding(org.access);
  if (standing.kind === 'unclear') return [finding('scim-role-unclear', 'roles', { org: org.name })];
  if (standing.kind !== 'held') return [];
  const [chosen] = roles;
  const isRight = roles.length === 1 && standing.roles.some(({ id }) => id === chosen?.roleId);
  const [role] = standing.roles;
  if (isRight || role === undefined) return [];
  const divisionIds = chosen?.divisionIds ?? [];
  return [
    finding(
      'scim-role-alone',
      'roles',
      { role: role.name },
      {
        fixes: [
          {
            code: 'use-scim-role',
            args: { role: role.name },
            change: { roles: [{ roleId: role.id, divisionIds }] },
          },
        ],
      },
    ),
  ];
};

/** S2 and S4: more than two days last only with the role as shipped. Where nobody could look at that, it is said. */
export const knowsScimRole: Rule = ({ adopts, duration }, context) => {
  const org = orgOf(context);
  const seconds = parseDuration(duration);
  if (org === undefined || adopts !== null) return [];
  if (seconds === undefined || seconds <= LONGEST_DURATION_SECONDS) return [];
  const standing = scimRoleStanding(org.access);
  if (standing.kind !== 'held' || standing.doubt === undefined) return [];
  const [role] = standing.roles;
  const code = standing.doubt.isMarkedAltered ? 'scim-role-marked' : 'scim-role-unchecked';
  return [finding(code, 'duration', { role: role?.name ?? '' })];
};

/** S4: a role that is SCIM Integration no more, with what it allows beyond that and what it lacks. */
export function roleAltered(
  at: Field,
  severity: DraftFinding['severity'],
  { role, added, taken }: { role: OrgRole; added: readonly string[]; taken: readonly string[] },
): DraftFinding {
  return finding('altered-role', at, { role: role.name, added, taken }, { severity });
}
