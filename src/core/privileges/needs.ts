import { permissionsBeyond, permissionsOf } from '../clients/permissions.ts';
import type { Role } from '../platform/authorization.ts';
import type { Operation } from './operation.ts';
import { type PermissionWant, permissionWants, type Use, usesOf } from './permissionWants.ts';
import { type RoleChoice, rolesFor } from './rolesFor.ts';
import { type Cost, smallestCoverInParts } from './smallestCover.ts';

/** As whom the application calls: scopes hold for people's tokens alone, roles of the client for its own alone. */
export type CallsAs = 'person' | 'client';

/** What there is to choose from. */
export type Choices = {
  /** Every operation that the description has: what else a scope opens, and what a `*` stands for. */
  readonly operations: readonly Operation[];
  /** The org's roles (`listRoles`, which needs `authorization:role:view`); undefined where they could not be read. */
  readonly roles: readonly Role[] | undefined;
  /** What whoever is signed in holds (`getMe`, `getOwnGrants`); undefined where that could not be read. */
  readonly held:
    | { readonly roleIds: ReadonlySet<string>; readonly permissions: readonly string[] }
    | undefined;
};

/** What an org has to choose from. */
export type OrgChoices = Omit<Choices, 'operations'>;

/**
 * What there is to choose from in an org with these roles; `own`: the IDs of those that whoever is signed in holds, undefined
 * where that could not be read. They may do what their roles let them do.
 */
export function choicesOf(roles: readonly Role[], own: ReadonlySet<string> | undefined): OrgChoices {
  if (own === undefined) return { roles, held: undefined };
  const held = roles.filter(({ id }) => own.has(id));
  const permissions = held.flatMap(({ permissionPolicies }) => permissionsOf(permissionPolicies ?? []));
  return { roles, held: { roleIds: own, permissions } };
}

/** What calls need, each with what it is for. */
export type Needs = {
  readonly callsAs: CallsAs;
  /** The smallest set of scopes; empty where the application calls as itself, because scopes do not hold for it. */
  readonly scopes: readonly { readonly scope: string; readonly for: readonly Use[] }[];
  readonly areScopesSmallest: boolean;
  /** The permissions that a role made for the purpose would have; `isHeld`: undefined where that could not be read. */
  readonly permissions: readonly {
    readonly permission: string;
    readonly isHeld: boolean | undefined;
    readonly for: readonly Use[];
  }[];
  readonly arePermissionsSmallest: boolean;
  /** Roles of the org that hold what is needed; undefined where the org's roles could not be read. */
  readonly roles: RoleChoice | undefined;
  /** Nothing is asked of whoever makes these calls, but to be signed in. */
  readonly free: readonly Use[];
  /** Of these it is not told what they need. */
  readonly unknown: readonly {
    readonly use: Use;
    readonly of: 'scopes' | 'permissions';
  }[];
  /** Calls that are refused whatever the client has, because only a person may make them. */
  readonly onlyPeople: readonly Use[];
};

/** What an application needs for what it calls, and no more. Nothing is guessed: what is not known is said. */
export function needsOf(uses: readonly Use[], callsAs: CallsAs, choices: Choices): Needs {
  const isRefused = ({ operation }: Use) => callsAs === 'client' && operation.callers === 'people';
  const possible = uses.filter((use) => !isRefused(use));
  const wants = permissionWants(possible);
  const scopes = callsAs === 'person' ? scopesFor(possible, choices.operations) : NO_SCOPES;
  const permissions = permissionsFor(wants, choices.held?.permissions);
  return {
    callsAs,
    scopes: scopes.needed,
    areScopesSmallest: scopes.isSmallest,
    permissions: permissions.needed,
    arePermissionsSmallest: permissions.isSmallest,
    roles: choices.roles && rolesFor(wants, { ...choices, roles: choices.roles }),
    free: possible.filter(({ operation }) => isFree(operation, callsAs)),
    unknown: possible.flatMap((use) => unknownOf(use, callsAs)),
    onlyPeople: uses.filter(isRefused),
  };
}

const NO_SCOPES = { needed: [], isSmallest: true };

function scopesFor(uses: readonly Use[], operations: readonly Operation[]) {
  const opened = new Map<string, number>();
  for (const scope of operations.flatMap(({ scopes = [] }) => scopes)) {
    opened.set(scope, (opened.get(scope) ?? 0) + 1);
  }
  const cost = costBy((scope) => [scope.endsWith(':readonly') ? 0 : 1, 1, opened.get(scope) ?? 0]);
  const wants = new Map(
    uses.map(({ operation }) => [...(operation.scopes ?? [])].sort()).map((want) => [want.join(), want]),
  );
  const { chosen, isSmallest } = smallestCoverInParts([...wants.values()], cost);
  const needed = [...chosen].sort().map((scope) => ({
    scope,
    for: uses.filter(({ operation }) => operation.scopes?.includes(scope)),
  }));
  return { needed, isSmallest };
}

function permissionsFor(wants: readonly PermissionWant[], held: readonly string[] | undefined) {
  const all = [...new Set(wants.flatMap(({ anyOf }) => anyOf))];
  const lacked = new Set(held === undefined ? [] : permissionsBeyond(all, held));
  // What one holds oneself can be given; what only looks does the least.
  const cost = costBy((permission) => [
    lacked.has(permission) ? 1 : 0,
    permission.endsWith(':view') ? 0 : 1,
    1,
  ]);
  const { chosen, isSmallest } = smallestCoverInParts(
    wants.map(({ anyOf }) => [...anyOf].sort()),
    cost,
  );
  const needed = [...chosen].sort().map((permission) => ({
    permission,
    isHeld: held && !lacked.has(permission),
    for: usesOf(wants.filter(({ anyOf }) => anyOf.includes(permission))),
  }));
  return { needed, isSmallest };
}

/** Costs that add up, the first of them before the others. */
function costBy(weigh: (item: string) => readonly number[]): Cost<string, readonly number[]> {
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((weight, at) => weight - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return {
    nothing: weigh('').map(() => 0),
    with: (state, item) => weigh(item).map((weight, at) => weight + (state[at] ?? 0)),
    compare,
    addsNoMore: (a, b) => compare(weigh(a), weigh(b)) <= 0,
  };
}

/** Every call that something was worked out for, or told of, each once. */
export function usesIn({ scopes, permissions, free, unknown, onlyPeople }: Needs): Use[] {
  const needing = [...scopes, ...permissions].flatMap((each) => each.for);
  return [...new Set([...needing, ...free, ...unknown.map(({ use }) => use), ...onlyPeople])];
}

function isFree({ scopes, permissions }: Operation, callsAs: CallsAs): boolean {
  return permissions.of.length === 0 && (callsAs === 'client' || scopes?.length === 0);
}

function unknownOf(use: Use, callsAs: CallsAs): Needs['unknown'][number][] {
  const { scopes, permissions } = use.operation;
  return [
    ...(scopes === undefined && callsAs === 'person' ? [{ use, of: 'scopes' } as const] : []),
    ...(permissions.mode === 'unknown' && permissions.of.length > 1
      ? [{ use, of: 'permissions' } as const]
      : []),
  ];
}
