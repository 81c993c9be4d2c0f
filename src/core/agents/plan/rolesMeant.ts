import { entriesNamed, nearestWords } from '../../named.ts';
import type { Draft } from '../../procedures/draft.ts';
import type { LoadedAccess } from '../../procedures/loadedOrg.ts';

/** A role that an agent names, and where the client is to have it. */
type NamedRole = { readonly role: string; readonly divisions: readonly string[] };

type Named = { readonly id: string; readonly name: string };

type Meant<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** The roles that are meant, by their IDs; or which name is none, with the real ones near it. Undefined where none is named. */
export function rolesMeant(
  wanted: readonly NamedRole[] | undefined,
  { roles, divisions }: LoadedAccess,
): Meant<Draft['roles']> {
  if (wanted === undefined) return { ok: true, value: undefined };
  if (roles.kind !== 'known' || divisions.kind !== 'known')
    return {
      ok: false,
      reason:
        'The org does not tell its roles and divisions, so none can be named. Leave `roles` out: a person chooses them in the wizard.',
    };
  const home = divisions.value.filter(({ isHome }) => isHome).map(({ id }) => id);
  const chosen: NonNullable<Draft['roles']> = [];
  for (const { role, divisions: where } of wanted) {
    const found = entryMeant('role', role, roles.value);
    if (!found.ok) return found;
    const places: string[] = [];
    for (const division of where) {
      const place = entryMeant('division', division, divisions.value);
      if (!place.ok) return place;
      places.push(place.value.id);
    }
    chosen.push({ roleId: found.value.id, divisionIds: places.length === 0 ? home : places });
  }
  return { ok: true, value: chosen };
}

function entryMeant(what: 'role' | 'division', wanted: string, all: readonly Named[]): Meant<Named> {
  const found = entriesNamed(wanted, all);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return { ok: true, value: only };
  if (only !== undefined)
    return {
      ok: false,
      reason: `Several ${what}s are called "${wanted}". Give the ID: ${found.map(({ id }) => id).join(', ')}.`,
    };
  const near = nearestWords(
    wanted,
    all.map(({ name }) => name),
  );
  return {
    ok: false,
    reason: `The org has no ${what} "${wanted}". ${near.length === 0 ? 'None is near it.' : `Real ones near it: ${near.map((name) => `"${name}"`).join(', ')}.`}`,
  };
}
