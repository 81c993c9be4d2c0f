import { permissionsBeyond, permissionsOf, readPermission } from '../clients/permissions.ts';
import { ALL_DIVISIONS, type Role } from '../platform/authorization.ts';
import type { CalledOperation } from './calledOperations.ts';
import type { Operation } from './operation.ts';
import { type PermissionWant, permissionWants } from './permissionWants.ts';
import { rolesFor } from './rolesFor.ts';

/** A role of a client, and the divisions in which it has it. */
export type SizedRole = {
  readonly roleId: string;
  readonly divisionIds: readonly string[];
  /** Undefined where the org does not tell what it holds; then nothing is said about it. */
  readonly role: Role | undefined;
  /** The client needs it whatever it called. */
  readonly isNeeded?: boolean;
};

/** What there is to choose smaller roles from. */
export type RolesOfOrg = {
  readonly operations: readonly Operation[];
  /** None where they could not be read. */
  readonly roles: readonly Role[];
  /** What whoever is signed in holds, and so can give; undefined where that is not known. */
  readonly held: { readonly roleIds: ReadonlySet<string> } | undefined;
};

type KnownRole = SizedRole & { readonly role: Role };

/** A role of a client that no call needed, or more of it than any call needed. */
export type RoleExcess =
  /** It holds nothing that any of the calls asks for. */
  | { readonly kind: 'role-unused'; readonly role: KnownRole }
  /** Other roles of the client hold, in all its divisions, whatever it holds that the calls ask for. */
  | { readonly kind: 'role-spare'; readonly role: KnownRole; readonly besides: readonly Role[] }
  /** Roles that hold nothing beyond it, and less, hold whatever it holds that the calls ask for (`needed`). */
  | {
      readonly kind: 'role-too-large';
      readonly role: KnownRole;
      readonly needed: readonly string[];
      readonly instead: readonly Role[];
    };

/** A role that stays although it holds more than the calls ask for (`needed`): none that is smaller does instead. */
export type RoleInNeed = { readonly role: KnownRole; readonly needed: readonly string[] };

/** A role with what the calls ask for and it holds. */
type RoleInUse = {
  readonly of: KnownRole;
  readonly held: readonly string[];
  /** It holds them, be it under conditions, so it may have let the calls in. */
  readonly may: readonly PermissionWant[];
  /** It holds them under no condition. */
  readonly does: ReadonlySet<PermissionWant>;
};

/**
 * What of the roles is in excess. Each can be taken away whether or not the others are: what stands in for a spare one stays,
 * or becomes roles that hold the same of what the calls ask for.
 */
export function sizedRoles(
  roles: readonly SizedRole[],
  called: readonly CalledOperation[],
  org: RolesOfOrg,
): {
  readonly excesses: readonly RoleExcess[];
  readonly inNeed: readonly RoleInNeed[];
  readonly untoldRoles: readonly string[];
} {
  const wants = permissionWants(called.map(({ operation }) => ({ operation: asked(operation), calls: [] })));
  const all = roles.filter(isKnown).map((of) => inUse(of, wants));
  const kept = withoutSpare(all.filter(({ may }) => may.length > 0));
  const excesses: RoleExcess[] = [];
  const inNeed: RoleInNeed[] = [];
  for (const each of all) {
    const { of: role, may, held } = each;
    if (role.isNeeded) continue;
    if (may.length === 0) {
      excesses.push({ kind: 'role-unused', role });
      continue;
    }
    if (!kept.includes(each)) {
      const besides = kept.filter((other) => may.some((want) => standsIn(other, each, want)));
      excesses.push({ kind: 'role-spare', role, besides: besides.map(({ of }) => of.role) });
      continue;
    }
    const needed = neededOf(each);
    const instead = smallerRoles(each, org);
    if (instead !== undefined) excesses.push({ kind: 'role-too-large', role, needed, instead });
    else if (permissionsBeyond(held, needed).length > 0) inNeed.push({ role, needed });
  }
  const untoldRoles = roles.filter((role) => !isKnown(role)).map(({ roleId }) => roleId);
  return { excesses, inNeed, untoldRoles };
}

/** What a role holds, be it under conditions, and the calls ask for. */
function neededOf({ may, held }: RoleInUse): string[] {
  const named = [...new Set(may.flatMap(({ anyOf }) => anyOf))];
  const names = held.map((permission) => readPermission(permission).name);
  const lacked = new Set(permissionsBeyond(named, names));
  return named.filter((permission) => !lacked.has(permission)).sort();
}

/** Where it is not told whether one permission suffices, all of them count as needed. */
function asked(operation: Operation): Operation {
  const { mode, of } = operation.permissions;
  return mode === 'unknown' ? { ...operation, permissions: { mode: 'all', of } } : operation;
}

function isKnown(role: SizedRole): role is KnownRole {
  return role.role !== undefined;
}

function inUse(of: KnownRole, wants: readonly PermissionWant[]): RoleInUse {
  const held = permissionsOf(of.role.permissionPolicies ?? []);
  const names = held.map((permission) => readPermission(permission).name);
  return {
    of,
    held,
    may: wants.filter((want) => holds(names, want)),
    does: new Set(wants.filter((want) => holds(held, want))),
  };
}

function holds(held: readonly string[], { anyOf }: PermissionWant): boolean {
  return permissionsBeyond(anyOf, held).length < anyOf.length;
}

/** Goes without one role after the other as long as the rest holds the same of what is asked for: the largest ones first. */
function withoutSpare(used: readonly RoleInUse[]): readonly RoleInUse[] {
  let kept = used;
  for (const each of [...used].sort((one, other) => other.held.length - one.held.length)) {
    const rest = kept.filter((other) => other !== each);
    if (each.may.every((want) => rest.some((other) => standsIn(other, each, want)))) kept = rest;
  }
  return kept;
}

/** In which divisions the calls were made, nobody tells: so another role counts where it is given in all of them. */
function standsIn(other: RoleInUse, { of }: RoleInUse, want: PermissionWant): boolean {
  const there = other.of.divisionIds;
  return (
    other.does.has(want) &&
    (there.includes(ALL_DIVISIONS) || of.divisionIds.every((division) => there.includes(division)))
  );
}

/** Roles that hold what is asked for of one, nothing beyond it, and less; none where conditions let the calls in. */
function smallerRoles({ of, held, may, does }: RoleInUse, org: RolesOfOrg): readonly Role[] | undefined {
  if (!may.every((want) => does.has(want))) return undefined;
  const within = org.roles.filter(
    (role) => role.id !== of.roleId && permissionsBeyond(allOf(role), held).length === 0,
  );
  const choice = rolesFor(may, { ...org, roles: within });
  const chosen = choice.roles.map(({ role }) => role);
  if (choice.uncovered.length > 0 || choice.ofOthers.length > 0) return undefined;
  return permissionsBeyond(held, chosen.flatMap(allOf)).length > 0 ? chosen : undefined;
}

function allOf({ permissionPolicies }: Role): string[] {
  return permissionsOf(permissionPolicies ?? []);
}
