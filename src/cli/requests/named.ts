import * as l10n from '@vscode/l10n';
import { entriesNamed, nearestWords } from '../../core/named.ts';
import { ALL_DIVISIONS } from '../../core/platform/authorization.ts';
import type { ChosenRole } from '../../core/procedures/draft.ts';
import type { Loaded } from '../../core/procedures/known.ts';
import type { LoadedAccess } from '../../core/procedures/loadedOrg.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { insteadText } from '../insteadText.ts';
import type { FieldPath } from './fault.ts';
import { EVERYWHERE, type RequestedRole } from './forms.ts';

/** What a request names that the org does not have, or has several of. */
export type NameFault = { readonly path: FieldPath; readonly message: string };

/** Something found, or why not. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly NameFault[] };

type Entry = { readonly id: string; readonly name: string };

/** The roles that a request names, as the org has them. */
export function chosenRoles(
  requested: readonly RequestedRole[],
  access: LoadedAccess,
  path: FieldPath,
): Found<ChosenRole[]> {
  const found = requested.map((each, index) => chosenRole(each, access, [...path, index]));
  return all(found);
}

function chosenRole(
  { role, divisions }: RequestedRole,
  access: LoadedAccess,
  path: FieldPath,
): Found<ChosenRole> {
  const roleId = idOf(role, rolesKnown(access), [...path, 'role']);
  const divisionIds = chosenDivisions(divisions, access, [...path, 'divisions']);
  if (roleId.ok && divisionIds.ok)
    return { ok: true, value: { roleId: roleId.value, divisionIds: divisionIds.value } };
  return { ok: false, faults: [roleId, divisionIds].flatMap((each) => (each.ok ? [] : each.faults)) };
}

/** The roles of the org; where it does not tell them, those that the caller holds. */
function rolesKnown({ roles, held }: LoadedAccess): Loaded<readonly Entry[]> {
  if (roles.kind === 'known' || held.kind !== 'known') return roles;
  return { kind: 'known', value: held.value.map(({ roleId, roleName }) => ({ id: roleId, name: roleName })) };
}

/** The IDs of the divisions that a request names; where it names none, that of the Home division (rule G13). */
export function chosenDivisions(
  names: readonly string[] | undefined,
  { divisions }: LoadedAccess,
  path: FieldPath,
): Found<string[]> {
  if (names === undefined) {
    const homes = divisions.kind === 'known' ? divisions.value.filter(({ isHome }) => isHome) : [];
    return { ok: true, value: homes.map(({ id }) => id) };
  }
  return all(
    names.map(
      (name, index): Found<string> =>
        name === EVERYWHERE ? { ok: true, value: ALL_DIVISIONS } : idOf(name, divisions, [...path, index]),
    ),
  );
}

function idOf(word: string, list: Loaded<readonly Entry[]>, path: FieldPath): Found<string> {
  if (list.kind !== 'known') return { ok: true, value: word };
  const named = entriesNamed(word, list.value);
  const [one, ...others] = named;
  if (one !== undefined && others.length === 0) return { ok: true, value: one.id };
  const message =
    one === undefined
      ? inOneText([l10n.t('The organization has none of this name or ID.'), nearText(word, list.value)])
      : l10n.t(
          'The organization has several of this name. Write the ID of the one that you mean: {0}.',
          idsOf(named),
        );
  return { ok: false, faults: [{ path, message }] };
}

/** A long list helps nobody, so of many only one that is near is told. */
function nearText(word: string, list: readonly Entry[]): string {
  const names = [...new Set(list.map(({ name }) => name))];
  const isWorthSaying =
    names.length > 0 && (names.length <= MOST_NAMED || nearestWords(word, names).length > 0);
  return isWorthSaying ? insteadText(word, names) : '';
}

const MOST_NAMED = 20;

function idsOf(entries: readonly Entry[]): string {
  return listed(entries.map(({ id }) => id));
}

/** All of them, or everything that is wrong with any. */
function all<T>(found: readonly Found<T>[]): Found<T[]> {
  const faults = found.flatMap((each) => (each.ok ? [] : each.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: found.flatMap((each) => (each.ok ? [each.value] : [])) };
}
