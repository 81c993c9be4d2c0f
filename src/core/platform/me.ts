import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

const Organization = z.object({
  id: z.string(),
  name: z.string(),
  /** `hipaa` is the flag behind rule G5 (Genesys facts 2.4). */
  features: z.optional(z.record(z.string(), z.boolean())),
});
type Organization = z.infer<typeof Organization>;

/** The org that the token belongs to. */
export async function getOrganization(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<Organization>> {
  return await send(
    connection,
    { method: 'GET', path: '/api/v2/organizations/me', answer: Organization, tolerant: true },
    signal,
  );
}

const Me = z.object({
  id: z.string(),
  name: z.string(),
  authorization: z.object({
    permissions: z.array(z.string()),
    roles: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
  }),
});
type Me = z.infer<typeof Me>;

/** Who is signed in and what they may do; answers rule G1 in one call. Fails for client credentials. */
export async function getMe(connection: Connection, signal?: AbortSignal): Promise<Result<Me>> {
  return await send(
    connection,
    { method: 'GET', path: '/api/v2/users/me?expand=authorization', answer: Me, tolerant: true },
    signal,
  );
}
