import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

export const OAuthScope = z.object({ id: z.string(), description: z.optional(z.string()) });
export type OAuthScope = z.infer<typeof OAuthScope>;

const Listing = z.object({ entities: z.array(OAuthScope) });

/** The scopes the org knows, described in the connection's language; needs no permission (Genesys facts 1.1). */
export async function listScopes(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<OAuthScope[]>> {
  const listing = await send(
    connection,
    { method: 'GET', path: '/api/v2/oauth/scopes', answer: Listing },
    signal,
  );
  return listing.ok ? { ok: true, value: listing.value.entities } : listing;
}
