import { bodyOf } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import type { ClientRecord } from '../platform/clientRecord.ts';
import {
  type BegunChange,
  type ChangeEffects,
  type ChangePreview,
  type NotWritten,
  sendChange,
} from './changeClient.ts';

type Changed = Extract<BegunChange, { kind: 'changed' }> & {
  /** It was so already, by whomever: nothing was sent. */
  readonly wasSo?: true;
};

/** Why an edit did not come about. */
export type NotEdited =
  | NotWritten
  /** Nothing was sent: somebody has changed the client since it was shown, and this is what it is now. */
  | { readonly kind: 'changed-meanwhile'; readonly now: ClientRecord };

/** What became of an edit. */
export type EditOutcome = Changed | NotEdited;

/**
 * Makes a client what it is to be (`body`), if it is still what the person saw (`before`), and reads it back. One that is
 * so already is left alone: a request whose answer was lost may have been carried out after all.
 */
export async function editClient(
  effects: ChangeEffects,
  { before, body }: Pick<ChangePreview, 'before' | 'body'>,
): Promise<EditOutcome> {
  const answer = await effects.read();
  if (!answer.ok) return { kind: 'failed', error: answer.error };
  const now = answer.value;
  if (compareRecords(bodyOf(now), body).length === 0)
    return { kind: 'changed', before, sent: body, after: now, unexpected: [], wasSo: true };
  if (compareRecords(before, now).length > 0) return { kind: 'changed-meanwhile', now };
  return await sendChange(effects, { before: now, body });
}
