import * as z from 'zod/mini';
import { allowTheSame, permissionsOf } from '../clients/permissions.ts';
import {
  createRole,
  deleteRole,
  grantRole,
  listRoles,
  type MadeRole,
  type Role,
  type RoleRequest,
} from '../platform/authorization.ts';
import { answerOf, mayHaveBeenCarriedOut, PlatformError, type Result } from '../platform/errors.ts';
import type { PlanStep } from '../procedures/plan.ts';
import type { Connected } from './changeClient.ts';
import { heldRoleIds, MOST_SECONDS_UNTIL_HELD, untilHeld } from './noticedGrant.ts';

type GiveRoleStep = Extract<PlanStep, { kind: 'give-role' }>;

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
  z.object({ kind: z.literal('role-not-taken-back'), error: PlatformError }),
]);
export type RoleFailure = z.infer<typeof RoleFailure>;

/** What became of giving a role to whoever is signed in. */
export type RoleGiven =
  | { readonly kind: 'held' | 'cancelled' }
  | Extract<RoleFailure, { kind: 'role-not-given' | 'role-not-noticed' | 'role-gone' }>;

/** How Save makes a role, and takes it back. None of them throws. */
export type RoleTools = {
  createRole(request: RoleRequest): Promise<Result<MadeRole>>;
  /** Looks for the role that a lost request may have made. */
  findCreatedRole(request: RoleRequest): Promise<Result<MadeRole | undefined>>;
  /** Gives it to whoever is signed in, and waits until the org has noticed. */
  giveRole(step: GiveRoleStep, role: MadeRole, signal: AbortSignal): Promise<RoleGiven>;
  /** Undefined where the org does not say. */
  isRoleThere(role: MadeRole): Promise<boolean | undefined>;
  /** Nobody holds it any more then. One that is gone already counts as deleted. */
  deleteRole(role: MadeRole): Promise<Result<unknown>>;
};

/** Milliseconds before each look for what a lost request may have done: the org may still be at it. */
const LOOKS_AFTER = [0, 700, 1500];

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
    findCreatedRole: async (request) => {
      for (const milliseconds of LOOKS_AFTER) {
        await wait(milliseconds);
        const roles = await connected(listRoles);
        if (!roles.ok) return roles;
        const found = roles.value.find((role) => isAsAsked(role, request));
        if (found !== undefined) return { ok: true, value: { id: found.id, name: found.name } };
      }
      return { ok: true, value: undefined };
    },
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
    deleteRole: async ({ id }) => {
      const deleted = await connected(async (to) => await deleteRole(to, id));
      if (deleted.ok) return deleted;
      const saysItIsGone = answerOf(deleted.error)?.status === 404;
      if (!saysItIsGone && !mayHaveBeenCarriedOut(deleted.error)) return deleted;
      const isGone = !((await isThere(id)) ?? !saysItIsGone);
      return isGone ? { ok: true, value: undefined } : deleted;
    },
  };
}

/** Save makes none of a name that is there, so one that is like it in everything is its own. */
function isAsAsked(role: Role, { name, description, permissionPolicies }: RoleRequest): boolean {
  return (
    role.name === name &&
    (role.description ?? '') === description &&
    allowTheSame(permissionsOf(role.permissionPolicies ?? []), permissionsOf(permissionPolicies))
  );
}
