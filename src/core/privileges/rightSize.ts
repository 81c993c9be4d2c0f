import type { CalledEndpoint, CalledEndpoints } from '../platform/calledEndpoints.ts';
import { type CalledOperation, matchEndpoints } from './calledOperations.ts';
import type { OperationIndex } from './findOperations.ts';
import {
  type RoleExcess,
  type RoleInNeed,
  type RolesOfOrg,
  type SizedRole,
  sizedRoles,
} from './rightSizeRoles.ts';
import { type ScopeExcess, scopeExcesses } from './rightSizeScopes.ts';

/** What a client may do: by its scopes for the people who log in, or by its roles for itself. */
export type SizedClient =
  | {
      readonly callsAs: 'person';
      readonly scopes: readonly string[];
      /** Scopes that it needs whatever it called. */
      readonly needed: readonly string[];
    }
  | { readonly callsAs: 'client'; readonly roles: readonly SizedRole[] };

/** Something that a client may do, and that no call of the days that were read needed. */
export type Excess = ScopeExcess | RoleExcess;

/** What a client may do, held against what it called. */
export type RightSize =
  /** It called nothing, so nothing can be said about what it needs. */
  | { readonly kind: 'nothing-called' }
  /** It called something, of which nobody knows what it needs. */
  | { readonly kind: 'only-unknown'; readonly unknown: readonly CalledEndpoint[] }
  | {
      readonly kind: 'compared';
      /** Taking away any of these, or all, leaves every call of `called` with what it needs. */
      readonly excesses: readonly Excess[];
      readonly inNeed: readonly RoleInNeed[];
      /** IDs of roles of which the org does not tell what they hold, so that nothing is said about them. */
      readonly untoldRoles: readonly string[];
      readonly called: readonly CalledOperation[];
      /** What these calls need is not known: something of the excesses may be among it. */
      readonly unknown: readonly CalledEndpoint[];
      /** There were more calls, which the org did not tell. */
      readonly hasMore: boolean;
    };

/**
 * What a client may do beyond what it called. A right counts as needed where any known call may have been let in by it, refused
 * ones included; nothing is said about a day that was not read.
 */
export function rightSize(
  client: SizedClient,
  { endpoints, hasMore }: CalledEndpoints,
  index: OperationIndex,
  org: RolesOfOrg,
): RightSize {
  if (endpoints.length === 0 && !hasMore) return { kind: 'nothing-called' };
  const { called, unknown } = matchEndpoints(endpoints, index, client.callsAs);
  if (called.length === 0) return { kind: 'only-unknown', unknown };
  const sized =
    client.callsAs === 'person'
      ? { excesses: scopeExcesses(client, called), inNeed: [], untoldRoles: [] }
      : sizedRoles(client.roles, called, org);
  return { kind: 'compared', ...sized, called, unknown, hasMore };
}

/** What is left of a client's scopes or roles without what is taken away. */
export function resized(
  client: SizedClient,
  taken: readonly Excess[],
): { readonly scopes: string[] } | { readonly roles: { roleId: string; divisionIds: string[] }[] } {
  return client.callsAs === 'person'
    ? { scopes: [...new Set(client.scopes.flatMap((scope) => scopesLeft(scope, taken)))] }
    : { roles: mergedRoles(client.roles.flatMap((role) => rolesLeft(role, taken))) };
}

function scopesLeft(scope: string, taken: readonly Excess[]): readonly string[] {
  for (const excess of taken) {
    if ('scope' in excess && excess.scope === scope)
      return excess.kind === 'scope-only-reads' ? [excess.readonly] : [];
  }
  return [scope];
}

type GivenRole = Pick<SizedRole, 'roleId' | 'divisionIds'>;

function rolesLeft(role: GivenRole, taken: readonly Excess[]): readonly GivenRole[] {
  for (const excess of taken) {
    if (!('role' in excess) || excess.role.roleId !== role.roleId) continue;
    const instead = excess.kind === 'role-too-large' ? excess.instead : [];
    return instead.map(({ id }) => ({ roleId: id, divisionIds: role.divisionIds }));
  }
  return [role];
}

/** Each role once, in all the divisions that it is given in. */
function mergedRoles(roles: readonly GivenRole[]): { roleId: string; divisionIds: string[] }[] {
  const divisions = new Map<string, Set<string>>();
  for (const { roleId, divisionIds } of roles) {
    divisions.set(roleId, new Set([...(divisions.get(roleId) ?? []), ...divisionIds]));
  }
  return [...divisions].map(([roleId, ids]) => ({ roleId, divisionIds: [...ids] }));
}
