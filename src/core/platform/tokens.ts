import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

/** Signs out: the token of this connection ends at the server. */
export async function deleteToken(connection: Connection): Promise<Result<unknown>> {
  return await send(connection, { method: 'DELETE', path: '/api/v2/tokens/me', answer: z.unknown() });
}
