import * as z from 'zod/mini';
import type { ChangeEffects } from '../clients/changeClient.ts';
import { bodyOf } from '../clients/changedClient.ts';
import { answerOf, type PlatformError, type Result } from '../platform/errors.ts';

/** The only ways in which a deletion touches the world. None of them throws. */
export type DeletionEffects = ChangeEffects & {
  /** Sends the request that deletes; the org accepts it for an inactive client only. */
  remove(): Promise<Result<unknown>>;
};

/** What a deletion that failed has left: the client as it was, one that nobody can use any more, or nobody knows. */
export const Left = z.enum(['as-it-was', 'inactive', 'unknown']);
export type Left = z.infer<typeof Left>;

export type Deletion =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: PlatformError; readonly left: Left };

/**
 * Deletes a client in the two steps that Genesys Cloud asks for: inactive first (Genesys facts 1.4). One that is younger
 * than 30 days is gone at once and for good; one that is gone already counts as deleted, because the answer to a former
 * try may have been lost. Where a step fails, the client itself is asked what it left.
 */
export async function deleteClient(effects: DeletionEffects): Promise<Deletion> {
  const found = await effects.read();
  if (!found.ok) return isGone(found.error) ? { ok: true } : failed(found.error, 'as-it-was');
  if (found.value.state !== 'inactive') {
    const inactive = await effects.write({ ...bodyOf(found.value), state: 'inactive' });
    if (!inactive.ok) return await afterFailure(effects, inactive.error);
  }
  const removed = await effects.remove();
  return removed.ok ? { ok: true } : await afterFailure(effects, removed.error);
}

async function afterFailure(effects: DeletionEffects, error: PlatformError): Promise<Deletion> {
  if (isGone(error)) return { ok: true };
  const look = await effects.read();
  if (!look.ok) return isGone(look.error) ? { ok: true } : failed(error, 'unknown');
  return failed(error, look.value.state === 'inactive' ? 'inactive' : 'as-it-was');
}

function failed(error: PlatformError, left: Left): Deletion {
  return { ok: false, error, left };
}

function isGone(error: PlatformError): boolean {
  return answerOf(error)?.code === 'client.not.found';
}
