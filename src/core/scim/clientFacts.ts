import { scimJudgement } from '../clients/forScim.ts';
import { meantBy, type NamedClient, type OrgClients } from '../clients/whereabouts.ts';
import { type OAuthClient, roleIdsOf } from '../platform/oauthClients.ts';
import type { ScimFit } from '../procedures/context.ts';
import type { OrgRole } from '../procedures/loadedOrg.ts';
import type { ScimClientFacts } from './inspectConfig.ts';

/** What orgs say of a client that a file names. `rolesOf`: the roles of an org, where they are known. */
export function scimClientFacts(
  orgs: readonly OrgClients[],
  rolesOf: (org: OrgClients) => readonly OrgRole[] | undefined,
): (named: NamedClient) => ScimClientFacts | undefined {
  return (named) => {
    const [found] = meantBy(named, orgs);
    return found && factsOf(found.client, found.org.practice, rolesOf(found.org));
  };
}

/** Undefined where the org does not say how long tokens of the client last. */
function factsOf(
  { accessTokenValiditySeconds, roleDivisions }: OAuthClient,
  practice: boolean,
  roles: readonly OrgRole[] | undefined,
): ScimClientFacts | undefined {
  if (accessTokenValiditySeconds === undefined) return undefined;
  const ids = roleIdsOf(roleDivisions);
  const known = new Map(roles?.map((role) => [role.id, role]));
  const judge = scimJudgement(roles ?? []);
  return {
    accessTokenValiditySeconds,
    practice,
    roles: ids.map((id) => {
      const role = known.get(id);
      const fit: ScimFit = role === undefined ? { kind: 'unchecked', isLikely: false } : judge(role);
      return { id, name: role?.name ?? id, fit };
    }),
  };
}
