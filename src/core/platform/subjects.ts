import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/** A role that somebody holds in a division; the division `*` is all of them. */
export const RoleGrant = z.object({
  role: z.object({ id: z.string(), name: z.string() }),
  division: z.object({ id: z.string() }),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

const Subject = z.object({ grants: z.optional(z.array(RoleGrant)) });

/** The roles that the caller holds, be it a person or a client, and where; needs no permission (Genesys facts 2). */
export async function getOwnGrants(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<RoleGrant[]>> {
  const subject = await send(
    connection,
    { method: 'GET', path: '/api/v2/authorization/subjects/me', answer: Subject },
    signal,
  );
  return subject.ok ? { ok: true, value: subject.value.grants ?? [] } : subject;
}
