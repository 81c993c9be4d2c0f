import * as z from 'zod/mini';

/** A client whose secret is being rotated, so that a crash leaves something to tell of. Never a secret. */
export const NotedRotation = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
  /** The ID of the account that it is done with. */
  account: z.string(),
  /** When the request was about to be sent (ISO 8601). */
  since: z.string(),
});
export type NotedRotation = z.infer<typeof NotedRotation>;

/** Where rotations are noted. Each call rejects where the storage refuses, or does not answer in some seconds. */
export type RotationNotes = {
  /** Resolves when the note outlives a crash. */
  begin(rotation: NotedRotation): Promise<void>;
  /** Nothing about this client is uncertain, or unknown to the person, any more. */
  end(clientId: string): Promise<void>;
};
