import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import { listAll } from './paging.ts';
import type { Connection } from './request.ts';

/** Stands for every division of the org, those to come included. */
export const ALL_DIVISIONS = '*';

export const Division = z.object({
  id: z.string(),
  name: z.string(),
  homeDivision: z.optional(z.nullable(z.boolean())),
});
export type Division = z.infer<typeof Division>;

/** All divisions of the org; needs no permission (Genesys facts 2). */
export async function listDivisions(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<Division[]>> {
  return await listAll(connection, '/api/v2/authorization/divisions', Division, signal);
}
