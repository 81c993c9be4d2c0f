import { getOwnGrants, listRoles, type Role, type RoleGrant } from '../platform/authorization.ts';
import type { Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import { choicesOf, type OrgChoices } from './needs.ts';

/** Nothing is known of what an org has to choose from. */
export const NO_CHOICES: OrgChoices = { roles: undefined, held: undefined };

/** Calls one org as whoever is signed in to it. Never rejects. */
type CallsOrg = <T>(call: (to: Connection) => Promise<Result<T>>) => Promise<Result<T>>;

/** Reads what there is to choose from in an org; what may not be read is not known. Never rejects. */
export async function readOrgChoices(callOrg: CallsOrg, signal: AbortSignal): Promise<OrgChoices> {
  const [roles, grants] = await Promise.all([
    callOrg(async (to) => await listRoles(to, signal)),
    callOrg(async (to) => await getOwnGrants(to, signal)),
  ]);
  return choicesTold(roles, grants);
}

/** The same of what an org has told already: its roles, and what whoever is signed in holds. */
export function choicesTold(roles: Result<Role[]>, grants: Result<RoleGrant[]>): OrgChoices {
  if (!roles.ok) return NO_CHOICES;
  return choicesOf(roles.value, grants.ok ? new Set(grants.value.map(({ role }) => role.id)) : undefined);
}
