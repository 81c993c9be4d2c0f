import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/** The published `TokenInfo`, as far as it is used. */
const TokenInfo = z.object({
  organization: z.object({ id: z.string(), name: z.optional(z.string()) }),
  authorizedScope: z.optional(z.array(z.string())),
  /** ISO 8601; only where the org lets idle tokens end. */
  dateTokenIdles: z.optional(z.string()),
  OAuthClient: z.optional(z.object({ id: z.string(), name: z.optional(z.string()) })),
});
export type TokenInfo = z.infer<typeof TokenInfo>;

const PATH = '/api/v2/tokens/me';

/** What the org says about the token of this connection (Genesys facts 2.4). */
export async function getToken(connection: Connection, signal?: AbortSignal): Promise<Result<TokenInfo>> {
  return await send(connection, { method: 'GET', path: PATH, answer: TokenInfo, tolerant: true }, signal);
}

/** Signs out: the token of this connection ends at the server. */
export async function deleteToken(connection: Connection): Promise<Result<unknown>> {
  return await send(connection, { method: 'DELETE', path: PATH, answer: z.unknown() });
}

/**
 * When a token ends that was issued then (ISO 8601, UTC); undefined when nobody said how many seconds it lives, or a
 * number that leads to no day.
 */
export function tokenEndsAt(issuedAt: Date, lifeSeconds: number | undefined): string | undefined {
  const end = new Date(issuedAt.getTime() + (lifeSeconds ?? Number.NaN) * 1000);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}

/** Whole seconds until a moment (ISO 8601); none where it is over. */
export function secondsUntil(end: string, now: Date): number {
  return Math.max(0, Math.floor((new Date(end).getTime() - now.getTime()) / 1000));
}

const ServiceProviderConfig = z.object({ schemas: z.array(z.string()) });

/** Reads the SCIM service provider config below this path; needs a token and no permission (Genesys facts 7.1). */
export async function getServiceProviderConfig(
  connection: Connection,
  path: string,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  return await send(connection, { method: 'GET', path, answer: ServiceProviderConfig }, signal);
}
