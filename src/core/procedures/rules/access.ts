import { implicitGrantEnds } from '../../clients/frameworkNeeds.ts';
import { ALL_DIVISIONS } from '../../platform/authorization.ts';
import { nearScopes } from '../../privileges/scopes/knownScopes.ts';
import { type Access, orgOf } from '../context.ts';
import type { Answers, Draft } from '../draft.ts';
import { type DraftFinding, finding, findingsOfEach } from '../draftFinding.ts';
import { asksForRoles, asksForScopes } from '../grantTypes.ts';
import { isMissing } from '../known.ts';
import { homeIn, roleName } from '../namedAccess.ts';
import type { Rule } from '../procedure.ts';
import { isUntold } from '../startFrom/adopt.ts';

/** G9 and E3: the implicit grant still works to the end, but its end is announced. */
export const grantTypeLasts: Rule = ({ grantType }) => {
  if (grantType !== 'TOKEN') return [];
  return [
    finding(
      'implicit-grant-ending',
      'grantType',
      { month: implicitGrantEnds.existingClientsEnd },
      { severity: 'warning', fixes: [{ code: 'use-pkce', args: {}, change: { grantType: 'CODE' } }] },
    ),
  ];
};

/** G15: at least one scope, where the grant type has scopes. */
export const hasScopes: Rule = (answers, context) => {
  const { grantType, scopes } = answers;
  if (!asksForScopes(grantType) || isUntold(answers, context, 'scope') || scopes.length > 0) return [];
  return [finding('scopes-missing', 'scopes')];
};

/** G15 and E5: each scope is one that the org knows; one it does not know makes it refuse the client. */
export const orgKnowsScopes: Rule = ({ grantType, scopes }, context) => {
  const org = orgOf(context);
  if (!asksForScopes(grantType) || org?.scopes.kind !== 'known') return [];
  const known = new Set(org.scopes.value.map(({ id }) => id));
  const unknown = scopes.filter((scope) => !known.has(scope));
  return findingsOfEach(unknown, (scope) => {
    const others = scopes.filter((other) => other !== scope);
    const lets = new Set(others.flatMap((other) => [other, `${other}${READ_ONLY}`]));
    const replacing = nearScopes(scope, known)
      .filter((near) => !lets.has(near))
      .map((near) => ({
        code: 'replace-scope' as const,
        args: { near },
        change: { scopes: scopes.map((other) => (other === scope ? near : other)) },
      }));
    const removing = { code: 'remove-scope' as const, args: { scope }, change: { scopes: others } };
    const fixes = [...replacing, removing];
    return [finding('scope-unknown', 'scopes', { scope, org: org.name }, { fixes })];
  });
};

/** G15: the fewest scopes; what lets read adds nothing to what lets read and write. */
export const scopesAddSomething: Rule = ({ grantType, scopes }) => {
  if (!asksForScopes(grantType)) return [];
  const chosen = new Set(scopes);
  const needless = scopes.filter(
    (scope) => scope.endsWith(READ_ONLY) && !OPEN_MORE.has(scope) && chosen.has(widerThan(scope)),
  );
  return findingsOfEach(needless, (scope) => {
    const change = { scopes: scopes.filter((other) => other !== scope) };
    const fixes = [{ code: 'remove-scope' as const, args: { scope }, change }];
    const words = { scope, wider: widerThan(scope) };
    return [finding('scope-adds-nothing', 'scopes', words, { severity: 'hint', fixes })];
  });
};

const READ_ONLY = ':readonly';

/** Each opens an operation that the scope for reading and writing does not (Genesys facts 4). */
const OPEN_MORE: ReadonlySet<string> = new Set(['billing:readonly', 'quality:readonly']);

function widerThan(scope: string): string {
  return scope.slice(0, -READ_ONLY.length);
}

/** G12: a client of client credentials has at least one role, and only roles that whoever creates it holds. */
export const hasRoles: Rule = ({ grantType, roles, newRole }, context) => {
  // On the admin page they are picked by name, and nothing of ours names them.
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  if (roles.length === 0 && newRole == null) return [finding('roles-missing', 'roles')];
  const access = orgOf(context)?.access;
  if (access === undefined) return [];
  return findingsOfEach(roles, (chosen) => {
    const { roleId } = chosen;
    const change = (): Partial<Answers> => ({ roles: roles.filter((other) => other !== chosen) });
    const fixes = () => [{ code: 'remove-role' as const, args: {}, change: change() }];
    if (isMissing(access.roles, roleId))
      return [finding('role-gone', 'roles', { role: roleId }, { fixes: fixes() })];
    if (isMissing(access.held, roleId))
      return [finding('role-not-held', 'roles', { role: roleName(roleId, access) }, { fixes: fixes() })];
    return [];
  });
};

/** G13: each role applies in at least one division that there is. */
export const rolesHaveDivisions: Rule = ({ grantType, roles }, context) => {
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  const access = orgOf(context)?.access;
  return findingsOfEach(roles, (chosen) => {
    const role = () => (access === undefined ? chosen.roleId : roleName(chosen.roleId, access));
    const withDivisions = (divisionIds: string[]): Draft => ({
      roles: roles.map((other) => (other === chosen ? { ...chosen, divisionIds } : other)),
    });
    return divisionFindings('roles', role, chosen.divisionIds, access, withDivisions);
  });
};

/** Where a role applies, be it one of the org or one that is made; `withDivisions`: the answers with others for it. */
export function divisionFindings(
  place: 'roles' | 'newRole',
  role: () => string,
  divisionIds: readonly string[],
  access: Access | undefined,
  withDivisions: (divisionIds: string[]) => Draft,
): DraftFinding[] {
  if (divisionIds.length === 0) {
    const home = access === undefined ? [] : homeIn(access);
    const fixes =
      home.length === 0
        ? []
        : [{ code: 'use-home-division' as const, args: {}, change: withDivisions(home) }];
    return [finding('role-without-division', place, { role: role() }, { fixes })];
  }
  const isGone = (id: string) =>
    access !== undefined && id !== ALL_DIVISIONS && isMissing(access.divisions, id);
  const gone = divisionIds.filter(isGone);
  if (gone.length === 0) return [];
  const left = divisionIds.filter((id) => !isGone(id));
  return [
    finding(
      'division-gone',
      place,
      { role: role(), division: gone },
      { fixes: [{ code: 'remove-division', args: {}, change: withDivisions(left) }] },
    ),
  ];
}

/** G12 and G13, of a client copied from another org: what is not here is asked about, and not left out in silence. */
export const replacesWithoutCounterpart: Rule = ({ grantType, withoutCounterpart = [] }, context) => {
  const org = orgOf(context);
  if (!asksForRoles(grantType) || org === undefined) return [];
  return findingsOfEach(withoutCounterpart, (lacking) => {
    const others = withoutCounterpart.filter((other) => other !== lacking);
    const fixes = [{ code: 'leave-out' as const, args: {}, change: { withoutCounterpart: others } }];
    const { role, division } = lacking;
    return division === undefined
      ? [finding('role-without-counterpart', 'roles', { role, org: org.name }, { fixes })]
      : [finding('division-without-counterpart', 'roles', { role, division, org: org.name }, { fixes })];
  });
};
