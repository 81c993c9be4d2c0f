import { ALL_DIVISIONS } from '../../platform/authorization.ts';
import type { OAuthClient, RoleDivision } from '../../platform/oauthClients.ts';
import type { Draft } from '../draft.ts';
import type { ClientSettings } from './clientSettings.ts';

type Named = { readonly id: string; readonly name: string };

/** What roles and divisions of an org are called. */
export type AccessNames = {
  readonly roles: readonly Named[];
  readonly divisions: readonly (Named & { readonly isHome: boolean })[];
};

/** What of a client has no counterpart in the other org, by its names here; for the person to replace. */
type WithoutCounterpart = NonNullable<Draft['withoutCounterpart']>;

/**
 * The settings of a client for another org: there its roles and divisions have other IDs, so they are found by their
 * names, and the Home division as what it is. Of a role whose divisions are not there, the person says where it applies.
 */
export function settingsElsewhere(
  client: OAuthClient,
  from: AccessNames,
  to: AccessNames,
): { settings: ClientSettings; withoutCounterpart: WithoutCounterpart } {
  const given = client.roleDivisions ?? [];
  const found: RoleDivision[] = [];
  const rolesWithoutDivision: string[] = [];
  const withoutCounterpart: WithoutCounterpart = [];
  for (const roleId of new Set(given.map((each) => each.roleId))) {
    const role = nameOf(from.roles, roleId);
    const there = onlyOne(to.roles, role);
    if (there === undefined) {
      withoutCounterpart.push({ role });
      continue;
    }
    rolesWithoutDivision.push(there.id);
    for (const { divisionId } of given.filter((each) => each.roleId === roleId)) {
      const division = divisionThere(divisionId, from, to);
      if (division === undefined)
        withoutCounterpart.push({ role, division: nameOf(from.divisions, divisionId) });
      else found.push({ roleId: there.id, divisionId: division });
    }
  }
  return { settings: { ...client, roleDivisions: found, rolesWithoutDivision }, withoutCounterpart };
}

function divisionThere(id: string, from: AccessNames, to: AccessNames): string | undefined {
  if (id === ALL_DIVISIONS) return ALL_DIVISIONS;
  const isHome = from.divisions.find((each) => each.id === id)?.isHome === true;
  const home = isHome ? to.divisions.find((each) => each.isHome) : undefined;
  return (home ?? onlyOne(to.divisions, nameOf(from.divisions, id)))?.id;
}

function nameOf(list: readonly Named[], id: string): string {
  return list.find((each) => each.id === id)?.name ?? id;
}

/** Of several with one name nobody here knows which is meant. */
function onlyOne(list: readonly Named[], name: string): Named | undefined {
  const [first, ...others] = list.filter((each) => each.name === name);
  return others.length === 0 ? first : undefined;
}
