import * as z from 'zod/mini';
import { mayHaveBeenCarriedOut, type PlatformError, type Result } from '../platform/errors.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { reasonOf } from '../reason.ts';

/** The only ways in which a rotation touches the world. */
export type RotationEffects = {
  /** Notes that the request is about to be sent. Rejects when the storage does. */
  begin(): Promise<void>;
  /** Forgets that note: nothing is uncertain any more. Rejects when the storage does. */
  end(): Promise<void>;
  /** Makes the org give the client a new secret. Never rejects. */
  reset(): Promise<Result<{ client: OAuthClient; secret: string | undefined }>>;
  /** Keeps a secret in place of the old one. Rejects when the keyring does. */
  keep(secret: string): Promise<void>;
  /** Lets whoever is signed in with the client itself go on with its new secret. Rejects when the keyring does. */
  renewSessions(secret: string): Promise<void>;
};

/** What a rotation has come to, and so what stands. */
export type Rotation =
  /** The secret is the old one. */
  | { readonly kind: 'not-changed'; readonly error: PlatformError }
  /** The answer with the new secret was lost: the old one may be dead, and nobody knows the new one. */
  | { readonly kind: 'lost' }
  /** The old one is dead, and the new one is here and nowhere else. */
  | { readonly kind: 'not-kept'; readonly secret: string; readonly reason: string }
  /** `signedOut` says why whoever is signed in with the client itself has to sign in again, if they have to. */
  | { readonly kind: 'kept'; readonly secret: string; readonly signedOut: string | undefined };

/**
 * Makes a new secret for a client and keeps it (rule G16). Cannot be cancelled, because the secret comes only once. After
 * a lost answer it may be called again: the last secret counts. What came of it is noted as uncertain until it is certain
 * and kept; whoever tells the person of a secret that is lost or not kept ends the note then. Without a note it goes on:
 * the person wants the old secret dead, and is here to be told.
 */
export async function rotateSecret(effects: RotationEffects): Promise<Rotation> {
  await trouble(effects.begin());
  const rotation = await rotate(effects);
  if (rotation.kind === 'not-changed' || rotation.kind === 'kept') await trouble(effects.end());
  return rotation;
}

async function rotate({ reset, keep, renewSessions }: RotationEffects): Promise<Rotation> {
  const answer = await reset();
  if (!answer.ok && !mayHaveBeenCarriedOut(answer.error)) return { kind: 'not-changed', error: answer.error };
  const secret = answer.ok ? answer.value.secret : undefined;
  if (secret === undefined) return { kind: 'lost' };
  const kept = await trouble(keep(secret));
  const signedOut = await trouble(renewSessions(secret));
  return kept === undefined
    ? { kind: 'kept', secret, signedOut }
    : { kind: 'not-kept', secret, reason: kept };
}

/** Why something was not done; undefined when it was. */
async function trouble(work: Promise<void>): Promise<string | undefined> {
  return await work.then(
    () => undefined,
    (thrown) => reasonOf(thrown),
  );
}

/** A client whose secret is being rotated, so that a crash leaves something to tell of. Never a secret. */
export const NotedRotation = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
  /** Whether it is of the practice org; not known of those from before. */
  practice: z.optional(z.boolean()),
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
