import { permissionWants } from '../../privileges/permissionWants.ts';
import { rolesFor } from '../../privileges/rolesFor.ts';
import type { PermissionsAsked } from '../answer.ts';
import type { Look } from '../look.ts';
import type { Symptom } from '../symptom.ts';

type Refused = Extract<Symptom, { kind: 'api-error' }>;

/**
 * What refused calls ask of their caller, each once: the permissions that the answers name, or else those that the API's
 * description names for the calls.
 */
export function permissionsAsked({ facts }: Look, errors: readonly Refused[]): readonly PermissionsAsked[] {
  const named = errors.flatMap(({ permissions, anyPermission }) => {
    if (anyPermission && permissions.length > 0) return [permissions];
    return permissions.map((permission) => [permission]);
  });
  const { calls } = facts;
  const asked =
    named.length > 0 || calls.kind !== 'known'
      ? named
      : permissionWants(calls.value.calls.uses).map(({ anyOf }) => anyOf);
  const once = new Map(asked.map((anyOf) => [[...anyOf].sort().join(' '), anyOf]));
  return [...once.values()].map((anyOf) => ({ anyOf: [...anyOf], ...smallestRole(facts.calls, anyOf) }));
}

/** Of several permissions, the one that a role of the org has, and the least besides; nothing where no role is known to. */
function smallestRole(
  calls: Look['facts']['calls'],
  anyOf: readonly string[],
): Pick<PermissionsAsked, 'role'> {
  if (anyOf.length < 2 || calls.kind !== 'known') return {};
  const { operations, choices } = calls.value;
  if (choices.roles === undefined) return {};
  const org = { operations, roles: choices.roles, held: undefined };
  const [smallest] = rolesFor([{ anyOf, for: [] }], org).roles;
  const has = smallest?.gives[0];
  return smallest === undefined || has === undefined ? {} : { role: { name: smallest.role.name, has } };
}
