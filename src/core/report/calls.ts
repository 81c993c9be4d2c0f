import * as z from 'zod/mini';
import { madeWithin } from '../clients/age.ts';
import type { Role } from '../platform/authorization.ts';
import { CALLED_DAYS, type CalledEndpoints } from '../platform/calledEndpoints.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { OperationIndex } from '../privileges/findOperations.ts';
import { type Excess, rightSize } from '../privileges/rightSize.ts';
import type { RolesOfOrg } from '../privileges/rightSizeRoles.ts';
import { sizedClient } from '../privileges/sizedClient.ts';

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
  /** It is younger than the days that are read: what it did not need so far, it may need yet. `madeAt`: ISO 8601. */
  z.object({ kind: z.literal('too-early'), madeAt: z.string(), calledNothing: z.boolean() }),
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

/** Holds what a client may do against what it called; of one that is too young for that, nothing. */
export function callsRead(client: OAuthClient, calls: CalledEndpoints, by: Yardstick, now: Date): CallsRead {
  const madeAt = madeWithin(CALLED_DAYS, client, now);
  const calledNothing = calls.endpoints.length === 0 && !calls.hasMore;
  if (madeAt !== undefined) return { kind: 'too-early', madeAt, calledNothing };
  const size = rightSize(sizedClient(client, by.roles), calls, by.index, by.org);
  if (size.kind !== 'compared') return { kind: size.kind };
  const isWhole = size.unknown.length === 0 && !size.hasMore;
  return { kind: 'compared', unused: size.excesses.map(unusedRight), isWhole };
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
