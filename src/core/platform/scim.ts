import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { type Connection, send } from './request.ts';

const ServiceProviderConfig = z.object({ schemas: z.array(z.string()) });

/** Reads the SCIM service provider config below this path; needs a token and no permission (Genesys facts 7.1). */
export async function getServiceProviderConfig(
  connection: Connection,
  path: string,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  return await send(connection, { method: 'GET', path, answer: ServiceProviderConfig }, signal);
}
