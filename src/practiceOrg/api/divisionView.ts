import { ALL_DIVISIONS, type Division } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** The published `AuthzDivision`. */
export function divisionView(division: Division) {
  return {
    id: division.id,
    name: division.name,
    description: division.description,
    homeDivision: division.home,
    selfUri: `/api/v2/authorization/divisions/${division.id}`,
  };
}

/** The division of a grant, as `AuthzDivision`: one of the org's, or `*` for all of them. */
export function grantDivisionView(world: World, id: string) {
  const division = world.divisions.get(id);
  if (division !== undefined) return divisionView(division);
  const name = id === ALL_DIVISIONS ? 'All divisions' : '';
  return divisionView({ id, name, description: '', home: false });
}
