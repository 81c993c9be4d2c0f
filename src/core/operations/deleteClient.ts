import * as z from 'zod/mini';
import { bodyOf, changedClient, isActive } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import { dayOfDeletion } from '../clients/usable.ts';
import type { ClientBody, ClientRecord } from '../platform/clientRecord.ts';
import { answerOf, mayHaveBeenCarriedOut, type PlatformError } from '../platform/errors.ts';
import type { ClientEffects } from './changeClient.ts';
import { type ChangeEffects, lookFor, mayBeCarriedOutLate, writeClient } from './changeClient.ts';

/** What a request that failed has left: the client as it was, one that nobody can use any more, or nobody knows. */
export const Left = z.enum(['as-it-was', 'inactive', 'unknown']);
export type Left = z.infer<typeof Left>;

type Unfinished = { readonly ok: false; readonly error: PlatformError; readonly left: Left };
export type Deletion = { readonly ok: true } | Unfinished;

/** The org does what it was asked, as it is told to a person. */
export const ToldDeletion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deleted') }),
  /** The org accepted it, and could not be asked whether the client is gone or waits. */
  z.object({ kind: z.literal('accepted') }),
  /** An older one: the org keeps it, inactive, until it deletes it by itself (ISO 8601, where it says so). */
  z.object({ kind: z.literal('waiting'), until: z.optional(z.string()) }),
]);
export type ToldDeletion = z.infer<typeof ToldDeletion>;

/** The same, with what the client is now where it is still there. */
export type AcceptedDeletion =
  | Exclude<ToldDeletion, { kind: 'waiting' }>
  | (Extract<ToldDeletion, { kind: 'waiting' }> & { readonly record: ClientRecord });

/** What became of the deletion of a client that the person was asked about, once they are through with it. */
export type Removal =
  | AcceptedDeletion
  /** It was called off, or failed. */
  | { readonly kind: 'not-deleted'; readonly error: PlatformError; readonly left: Left };

/** What became of the deletion of a client that the person has seen. */
export type AgreedDeletion =
  | Removal
  /** Nothing was sent: somebody has changed the client since. */
  | { readonly kind: 'changed-meanwhile'; readonly now: ClientRecord };

/**
 * Deletes a client in the two steps that Genesys Cloud asks for: inactive first (Genesys facts 1.4). One that is younger
 * than 30 days is gone at once and for good; one that is gone already counts as deleted, because the answer to a former
 * try may have been lost. Where a step fails, the client itself is asked what it left.
 */
export async function deleteClient(effects: ClientEffects): Promise<Deletion> {
  const found = await effects.read();
  if (!found.ok) return isGone(found.error) ? { ok: true } : failed(found.error, 'as-it-was');
  return await deleteFound(effects, found.value);
}

/**
 * The same for a client that the person has seen and agreed to delete, if it is still what they saw (`seen`); what became
 * of it is looked up afterwards. Can be cancelled until the first request is sent that changes something.
 */
export async function deleteAgreed(
  effects: ClientEffects,
  seen: ClientRecord,
  signal?: AbortSignal,
): Promise<AgreedDeletion> {
  const found = await effects.read(signal);
  if (!found.ok) return isGone(found.error) ? { kind: 'deleted' } : notDeleted(found.error, leftOf(seen));
  if (compareRecords(seen, found.value).length > 0) return { kind: 'changed-meanwhile', now: found.value };
  if (signal?.aborted) return notDeleted({ kind: 'cancelled' }, leftOf(seen));
  return await deleteRead(effects, found.value);
}

/** The same for a client that was read just now, and is what they saw. */
export async function deleteRead(effects: ClientEffects, found: ClientRecord): Promise<Removal> {
  const deleted = await deleteFound(effects, found);
  if (!deleted.ok) return notDeleted(deleted.error, deleted.left);
  const look = await effects.read();
  if (!look.ok) return { kind: isGone(look.error) ? 'deleted' : 'accepted' };
  return { kind: 'waiting', record: look.value, until: dayOfDeletion(look.value) };
}

/** What became of a client that was to be active again. */
export type Restoration = { readonly ok: true; readonly value: unknown } | Unfinished;

/** Makes an inactive client active again, and reads back whether it is. One that is active already is left alone. */
export async function restoreClient(effects: ChangeEffects): Promise<Restoration> {
  const found = await effects.read();
  if (!found.ok) return failed(found.error, 'as-it-was');
  if (isActive(found.value)) return found;
  const written = await writeClient(effects, bodyWith('activate', found.value), found.value);
  if (written.kind !== 'written')
    return failed(written.error, written.kind === 'uncertain' ? 'unknown' : 'as-it-was');
  return isActive(written.record)
    ? { ok: true, value: written.record }
    : failed({ kind: 'unexpected-answer', answer: { status: 200 } }, 'inactive');
}

async function deleteFound(effects: ClientEffects, found: ClientRecord): Promise<Deletion> {
  let before = found;
  if (found.state !== 'inactive') {
    const inactive = await effects.write(bodyWith('deactivate', found));
    if (!inactive.ok) return await afterFailure(effects, inactive.error, found);
    before = inactive.value;
  }
  const removed = await effects.remove();
  return removed.ok ? { ok: true } : await afterFailure(effects, removed.error, before);
}

/** `before` is the client as it was when the request was sent that failed; the org may still be carrying it out. */
async function afterFailure(
  { read }: ClientEffects,
  error: PlatformError,
  before: ClientRecord,
): Promise<Deletion> {
  if (isGone(error)) return { ok: true };
  const mayCome = mayHaveBeenCarriedOut(error);
  const look = await lookFor(read, (now) => mayCome && compareRecords(before, now).length === 0);
  // What was refused has changed nothing, whether or not anybody can look.
  if (!look.ok)
    return isGone(look.error) ? { ok: true } : failed(error, mayCome ? 'unknown' : leftOf(before));
  // One that waits to be deleted, and did not before, is what the org makes of an older one that it was asked to delete.
  const hasBegun = before.state === 'inactive' && dayOfDeletion(before) === undefined;
  if (mayCome && hasBegun && dayOfDeletion(look.value) !== undefined) return { ok: true };
  const isUnchanged = compareRecords(before, look.value).length === 0;
  return failed(error, isUnchanged && mayBeCarriedOutLate(error) ? 'unknown' : leftOf(look.value));
}

/** All that is sent of a client to make it work, or not any more. */
function bodyWith(kind: 'activate' | 'deactivate', record: ClientRecord): ClientBody {
  const changed = changedClient(record, [{ kind }]);
  return changed.kind === 'changed' ? changed.body : bodyOf(record);
}

function leftOf({ state }: ClientRecord): Left {
  return state === 'inactive' ? 'inactive' : 'as-it-was';
}

function failed(error: PlatformError, left: Left): Unfinished {
  return { ok: false, error, left };
}

function notDeleted(error: PlatformError, left: Left): Extract<Removal, { kind: 'not-deleted' }> {
  return { kind: 'not-deleted', error, left };
}

/** Whether the org has no such client. */
export function isGone(error: PlatformError): boolean {
  return answerOf(error)?.code === 'client.not.found';
}
