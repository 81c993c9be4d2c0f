import { permissionsBeyond, permissionsOf, readPermission } from '../clients/permissions.ts';
import type { Role } from '../platform/authorization.ts';
import type { Operation } from './operation.ts';
import { type PermissionWant, type Use, usesOf } from './permissionWants.ts';
import { type Cost, type Cover, smallestCover } from './smallestCover.ts';

/** A role that was chosen. */
export type NeededRole = {
  readonly role: Role;
  /** What is needed of what it holds. */
  readonly gives: readonly string[];
  /** What it holds besides: the excess. A `*` is written out where it stands for known permissions. */
  readonly besides: readonly string[];
  readonly for: readonly Use[];
};

/** What no role holds; `underConditions`: roles that hold it where a condition is met, which is not told here. */
export type Uncovered = PermissionWant & { readonly underConditions: readonly Role[] };

/** Roles of an org for what is needed, with the least besides. */
export type RoleChoice = {
  /** Those that whoever is signed in can give, because they hold them (Genesys facts 2.3). All, where that is not known. */
  readonly roles: readonly NeededRole[];
  /** For what none of these holds: only somebody who holds them can give them. */
  readonly ofOthers: readonly NeededRole[];
  /** Otherwise there may be a choice with less besides. */
  readonly areSmallest: boolean;
  readonly uncovered: readonly Uncovered[];
};

/** A role beside what it does for the wants. */
type Candidate = Omit<NeededRole, 'for' | 'gives'> & {
  readonly gives: ReadonlySet<string>;
  readonly extras: Extras;
};

/** Which permissions, a bit for each; a union of many is taken while searching. */
type Extras = Uint32Array;

/** The roles that together hold what is wanted, and as little else as can be. */
export function rolesFor(
  wants: readonly PermissionWant[],
  org: {
    readonly operations: readonly Operation[];
    readonly roles: readonly Role[];
    readonly held: { readonly roleIds: ReadonlySet<string> } | undefined;
  },
): RoleChoice {
  const candidates = candidatesFor(wants, org);
  const givable = candidates.filter(({ role }) => org.held === undefined || org.held.roleIds.has(role.id));
  const own = cover(wants, givable);
  const open = wants.filter((want) => !isCovered(want, givable));
  const others = cover(open, candidates);
  return {
    roles: neededRoles(own, wants),
    ofOthers: neededRoles(others, open),
    areSmallest: own.isSmallest && others.isSmallest,
    uncovered: open
      .filter((want) => !isCovered(want, candidates))
      .map((want) => ({ ...want, underConditions: org.roles.filter((role) => holdsLimited(role, want)) })),
  };
}

function cover(wants: readonly PermissionWant[], candidates: readonly Candidate[]): Cover<Candidate> {
  const words = candidates[0]?.extras.length ?? 0;
  const cost: Cost<Candidate, { extras: Extras; count: number }> = {
    nothing: { extras: new Uint32Array(words), count: 0 },
    with: ({ extras, count }, candidate) => ({ extras: union(extras, candidate.extras), count: count + 1 }),
    compare: (a, b) => sizeOf(a.extras) - sizeOf(b.extras) || a.count - b.count,
    addsNoMore: (a, b) => a.extras.every((word, at) => (word & ~(b.extras[at] ?? 0)) === 0),
  };
  return smallestCover(
    wants.map((want) => candidates.filter((candidate) => meets(candidate, want))),
    cost,
  );
}

function meets({ gives }: Candidate, { anyOf }: PermissionWant): boolean {
  return anyOf.some((permission) => gives.has(permission));
}

function isCovered(want: PermissionWant, candidates: readonly Candidate[]): boolean {
  return candidates.some((candidate) => meets(candidate, want));
}

function neededRoles({ chosen }: Cover<Candidate>, wants: readonly PermissionWant[]): NeededRole[] {
  return chosen.map((candidate) => {
    const { role, gives, besides } = candidate;
    return { role, gives: [...gives], besides, for: usesOf(wants.filter((want) => meets(candidate, want))) };
  });
}

/** The roles that hold something of what is wanted. */
function candidatesFor(
  wants: readonly PermissionWant[],
  { operations, roles }: { readonly operations: readonly Operation[]; readonly roles: readonly Role[] },
): Candidate[] {
  const wanted = [...new Set(wants.flatMap(({ anyOf }) => anyOf))];
  const known = [...new Set(operations.flatMap(({ permissions }) => permissions.of))];
  const found = roles.flatMap((role) => {
    const held = permissionsOf(role.permissionPolicies ?? []);
    const lacked = new Set(permissionsBeyond(wanted, held));
    const gives = new Set(wanted.filter((permission) => !lacked.has(permission)));
    return gives.size === 0 ? [] : [{ role, gives, besides: besides(held, wanted, known) }];
  });
  const numbers = new Map([...new Set(found.flatMap((each) => each.besides))].map((name, at) => [name, at]));
  return found.map((each) => {
    const extras = new Uint32Array(Math.ceil(numbers.size / 32));
    for (const name of each.besides) {
      const at = numbers.get(name) ?? 0;
      extras[at >>> 5] = (extras[at >>> 5] ?? 0) | (1 << (at & 31));
    }
    return { ...each, extras };
  });
}

/** What a role holds and nothing asks for. A `*` that stands for nothing that is known stays what it is. */
function besides(held: readonly string[], wanted: readonly string[], known: readonly string[]): string[] {
  const names = held.flatMap((permission) => {
    const { name } = readPermission(permission);
    if (!name.includes('*')) return [name];
    const beyond = new Set(permissionsBeyond(known, [name]));
    const meant = known.filter((each) => !beyond.has(each));
    return meant.length === 0 ? [name] : meant;
  });
  const asked = new Set(wanted);
  return [...new Set(names)].filter((name) => !asked.has(name)).sort();
}

/** Whether a role holds one of these under conditions, which the wanted call may meet or not. */
function holdsLimited({ permissionPolicies }: Role, { anyOf }: PermissionWant): boolean {
  const names = permissionsOf(permissionPolicies ?? []).map((permission) => readPermission(permission).name);
  return permissionsBeyond(anyOf, names).length < anyOf.length;
}

function union(a: Extras, b: Extras): Extras {
  return a.map((word, at) => word | (b[at] ?? 0));
}

function sizeOf(extras: Extras): number {
  let size = 0;
  for (let word of extras) for (; word !== 0; word &= word - 1) size++;
  return size;
}
