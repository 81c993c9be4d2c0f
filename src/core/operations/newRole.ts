import * as z from 'zod/mini';
import { allowTheSame, permissionsOf } from '../clients/permissions.ts';
import {
  createRole,
  deleteRole,
  grantRole,
  listRoleHolders,
  listRoles,
  type MadeRole,
  type Role,
  type RoleHolder,
  type RoleRequest,
} from '../platform/authorization.ts';
import { answerOf, mayHaveBeenCarriedOut, PlatformError, type Result } from '../platform/errors.ts';
import type { PlanStep } from '../procedures/plan.ts';
import type { Connected } from './changeClient.ts';
import { heldRoleIds, MOST_SECONDS_UNTIL_HELD, untilHeld } from './noticedGrant.ts';
import { lookAFewTimes } from './once.ts';

type GiveRoleStep = Extract<PlanStep, { kind: 'give-role' }>;

/** Why a role was not deleted. */
export const RoleNotDeleted = z.union([
  PlatformError,
  /** Others were given it, too: so many, and the names of the first of them. Nothing was sent. */
  z.object({ kind: z.literal('held-by-others'), total: z.int(), first: z.array(z.string()) }),
  /** The org did not say whether others were given it, too. Nothing was sent. */
  z.object({ kind: z.literal('holders-unknown'), error: PlatformError }),
]);
export type RoleNotDeleted = z.infer<typeof RoleNotDeleted>;

/** What went wrong with a request for it; undefined where nothing did. */
export function requestErrorOf(error: RoleNotDeleted): PlatformError | undefined {
  switch (error.kind) {
    case 'held-by-others':
      return undefined;
    case 'holders-unknown':
      return error.error;
    default:
      return error;
  }
}

/** Why Save stopped at the role that it makes for a client. */
export const RoleFailure = z.discriminatedUnion('kind', [
  /** The org did not make it: it said so, or it was looked for and is not there. */
  z.object({ kind: z.literal('role-not-created'), error: PlatformError }),
  /** The answer was lost, and the org could not be asked whether the role exists. */
  z.object({ kind: z.literal('role-perhaps-created'), error: PlatformError, lookup: PlatformError }),
  /** It is there, and whoever is signed in was not given it, as far as anybody knows. */
  z.object({ kind: z.literal('role-not-given'), error: PlatformError }),
  /** Somebody has deleted it before the client was made. */
  z.object({ kind: z.literal('role-gone') }),
  /** It was given, and the org has not noticed in the time that was waited. */
  z.object({ kind: z.literal('role-not-noticed'), seconds: z.number() }),
  /** VS Code was closed, or ended, before the request for the client was sent. */
  z.object({ kind: z.literal('role-interrupted'), role: z.enum(['there', 'not-certain']) }),
  /** The client is gone, or was never made; the role is still there, as far as anybody knows. */
  z.object({ kind: z.literal('role-not-taken-back'), error: RoleNotDeleted }),
]);
export type RoleFailure = z.infer<typeof RoleFailure>;

/** What became of giving a role to whoever is signed in. */
export type RoleGiven =
  | { readonly kind: 'held' | 'cancelled' }
  | Extract<RoleFailure, { kind: 'role-not-given' | 'role-not-noticed' | 'role-gone' }>;

export type RoleDeletion = { readonly ok: true } | { readonly ok: false; readonly error: RoleNotDeleted };

/** How Save makes a role, and takes it back. None of them throws. */
export type RoleTools = {
  createRole(request: RoleRequest): Promise<Result<MadeRole>>;
  /** Looks for the role that a lost request may have made. */
  findCreatedRole(request: RoleRequest): Promise<Result<MadeRole | undefined>>;
  /** Gives it to whoever is signed in, and waits until the org has noticed. */
  giveRole(step: GiveRoleStep, role: MadeRole, signal: AbortSignal): Promise<RoleGiven>;
  /** Undefined where the org does not say. */
  isRoleThere(role: MadeRole): Promise<boolean | undefined>;
  /**
   * Deletes it where nobody but these, by their IDs, was given it: nobody holds it any more then. One that is gone already
   * counts as deleted.
   */
  deleteRole(role: MadeRole, ours: readonly string[]): Promise<RoleDeletion>;
};

type Clock = { now(): Date; wait(milliseconds: number): Promise<void> };

/** The same, in an org. */
export function roleTools(connected: Connected, { now, wait }: Clock): RoleTools {
  /** Undefined where the org does not say. */
  const isThere = async (id: string) => {
    const roles = await connected(listRoles);
    return roles.ok ? roles.value.some((role) => role.id === id) : undefined;
  };
  return {
    createRole: async (request) => await connected(async (to) => await createRole(to, request)),
    findCreatedRole: async (request) =>
      await lookAFewTimes(wait, async () => {
        const roles = await connected(listRoles);
        if (!roles.ok) return roles;
        const found = roles.value.find((role) => isAsAsked(role, request));
        return { ok: true, value: found && { id: found.id, name: found.name } };
      }),
    giveRole: async ({ body, subjectType }, { id }, signal) => {
      const given = await connected(async (to) => await grantRole(to, id, body, subjectType));
      if (!given.ok && !mayHaveBeenCarriedOut(given.error)) {
        const isMissing = (await isThere(id)) === false;
        return isMissing ? { kind: 'role-gone' } : { kind: 'role-not-given', error: given.error };
      }
      const looking = { held: async () => await connected(heldRoleIds), now, wait };
      if (await untilHeld(id, looking, signal)) return { kind: 'held' };
      if (signal.aborted) return { kind: 'cancelled' };
      if ((await isThere(id)) === false) return { kind: 'role-gone' };
      return given.ok
        ? { kind: 'role-not-noticed', seconds: MOST_SECONDS_UNTIL_HELD }
        : { kind: 'role-not-given', error: given.error };
    },
    isRoleThere: async ({ id }) => await isThere(id),
    deleteRole: async ({ id }, ours) => {
      const holders = await connected(async (to) => await listRoleHolders(to, id));
      if (!holders.ok)
        return (await isThere(id)) === false
          ? { ok: true }
          : { ok: false, error: { kind: 'holders-unknown', error: holders.error } };
      const others = holders.value.filter((holder) => !ours.includes(holder.id));
      if (others.length > 0) return { ok: false, error: heldByOthers(others) };
      const deleted = await connected(async (to) => await deleteRole(to, id));
      if (deleted.ok) return deleted;
      const saysItIsGone = answerOf(deleted.error)?.status === 404;
      if (!saysItIsGone && !mayHaveBeenCarriedOut(deleted.error)) return deleted;
      const isGone = !((await isThere(id)) ?? !saysItIsGone);
      return isGone ? { ok: true } : deleted;
    },
  };
}

/** Names that are told of those who hold a role; a role may have thousands. */
const MOST_NAMED = 10;

function heldByOthers(others: readonly RoleHolder[]): RoleNotDeleted {
  const first = others.slice(0, MOST_NAMED).map(({ id, name }) => name ?? id);
  return { kind: 'held-by-others', total: others.length, first };
}

/** Save makes none of a name that is there, so one that is like it in everything is its own. */
function isAsAsked(role: Role, { name, description, permissionPolicies }: RoleRequest): boolean {
  return (
    role.name === name &&
    (role.description ?? '') === description &&
    allowTheSame(permissionsOf(role.permissionPolicies ?? []), permissionsOf(permissionPolicies))
  );
}
