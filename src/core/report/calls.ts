import * as z from 'zod/mini';
import { FRAMEWORK_SCOPES, regionOfPage } from '../clients/frameworkNeeds.ts';
import { speaksForItself } from '../clients/usable.ts';
import type { Role } from '../platform/authorization.ts';
import type { CalledEndpoints } from '../platform/calledEndpoints.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { OperationIndex } from '../privileges/findOperations.ts';
import { type Excess, rightSize, type SizedClient } from '../privileges/rightSize.ts';
import type { RolesOfOrg } from '../privileges/rightSizeRoles.ts';

const EXCESSES = [
  ...(['scope-unused', 'scope-only-reads', 'scope-spare'] as const),
  ...(['role-unused', 'role-spare', 'role-too-large'] as const),
] satisfies readonly Excess['kind'][];

/** A scope or a role that no call needed, or of which a part would have been enough, by name. */
const UnusedRight = z.object({
  kind: z.enum(EXCESSES),
  right: z.string(),
  /** What would have been enough; none where nothing of it was used. */
  instead: z.readonly(z.array(z.string())),
});
export type UnusedRight = z.infer<typeof UnusedRight>;

/** What a client called, held against what it may do: so little of it that 10,000 can be kept. */
export const CallsRead = z.discriminatedUnion('kind', [
  /** The org does not tell. */
  z.object({ kind: z.literal('untold') }),
  z.object({ kind: z.literal('nothing-called') }),
  /** What its calls need is not known. */
  z.object({ kind: z.literal('only-unknown') }),
  z.object({
    kind: z.literal('compared'),
    unused: z.readonly(z.array(UnusedRight)),
    /** What all of the calls need is known; otherwise something that seems unused may be among the rest. */
    isWhole: z.boolean(),
  }),
]);
export type CallsRead = z.infer<typeof CallsRead>;

/** What calls are held against: what an org describes, and its roles by their IDs. */
export type Yardstick = {
  readonly index: OperationIndex;
  readonly org: RolesOfOrg;
  readonly roles: ReadonlyMap<string, Role>;
};

/** Holds what a client may do against what it called. */
export function callsRead(client: OAuthClient, calls: CalledEndpoints, by: Yardstick): CallsRead {
  const size = rightSize(sizedClient(client, by.roles), calls, by.index, by.org);
  if (size.kind !== 'compared') return { kind: size.kind };
  const isWhole = size.unknown.length === 0 && !size.hasMore;
  const unused = size.excesses.map(unusedRight).filter(({ right }) => !isNeededAnyway(client, right));
  return { kind: 'compared', unused, isWhole };
}

/** The framework is given its scopes whatever agents did with it in some weeks (procedure rule E5). */
function isNeededAnyway({ registeredRedirectUri }: OAuthClient, right: string): boolean {
  const hasItsPage = (registeredRedirectUri ?? []).some((uri) => regionOfPage(uri) !== undefined);
  return hasItsPage && FRAMEWORK_SCOPES.includes(right);
}

/** What a client may do, as far as the roles (by their IDs) tell. */
export function sizedClient(client: OAuthClient, roles: ReadonlyMap<string, Role>): SizedClient {
  if (!speaksForItself(client)) return { callsAs: 'person', scopes: client.scope ?? [] };
  const divisions = new Map<string, string[]>();
  for (const { roleId, divisionId } of client.roleDivisions ?? [])
    divisions.set(roleId, [...(divisions.get(roleId) ?? []), divisionId]);
  return {
    callsAs: 'client',
    roles: [...divisions].map(([roleId, divisionIds]) => ({ roleId, divisionIds, role: roles.get(roleId) })),
  };
}

function unusedRight(excess: Excess): UnusedRight {
  switch (excess.kind) {
    case 'scope-unused':
      return { kind: excess.kind, right: excess.scope, instead: [] };
    case 'scope-only-reads':
      return { kind: excess.kind, right: excess.scope, instead: [excess.readonly] };
    case 'scope-spare':
      return { kind: excess.kind, right: excess.scope, instead: excess.besides };
    case 'role-unused':
      return { kind: excess.kind, right: excess.role.role.name, instead: [] };
    case 'role-spare':
      return { kind: excess.kind, right: excess.role.role.name, instead: namesOf(excess.besides) };
    case 'role-too-large':
      return { kind: excess.kind, right: excess.role.role.name, instead: namesOf(excess.instead) };
  }
}

function namesOf(roles: readonly Role[]): string[] {
  return roles.map(({ name }) => name);
}
