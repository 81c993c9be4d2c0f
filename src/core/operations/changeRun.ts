import * as z from 'zod/mini';
import { compareRecords, FieldDifference } from '../clients/difference.ts';
import { ClientBody, ClientRecord } from '../platform/clientRecord.ts';
import { PlatformError } from '../platform/errors.ts';
import type { UndoOutcome } from './changeClient.ts';
import type { EditOutcome, NotEdited } from './editClient.ts';

const Differences = z.readonly(z.array(FieldDifference));

/** The answer was lost; `lookup` where the look at the client was lost, too. */
const lost = { error: PlatformError, lookup: z.optional(PlatformError) };

/** A change that Save made of a client that exists: all that undoing it needs to know. */
export const ChangeMade = z.object({
  before: ClientRecord,
  sent: ClientBody,
  after: ClientRecord,
  /** Where the org made something else of it than what was sent. */
  unexpected: Differences,
});
export type ChangeMade = z.infer<typeof ChangeMade>;

/** Somebody has changed the client since the person saw it, so nothing was sent. */
export const ChangedMeanwhile = z.object({
  kind: z.literal('changed-meanwhile'),
  /** What they changed. */
  differences: Differences,
  now: ClientRecord,
});

export const NotChanged = z.object({ kind: z.literal('not-changed'), error: PlatformError });
export const PerhapsChanged = z.object({ kind: z.literal('perhaps-changed'), ...lost });

type ChangeFailure = z.infer<typeof ChangedMeanwhile | typeof NotChanged | typeof PerhapsChanged>;

/** Why Save stops at a change that did not come about; `before` is the client as the person saw it. */
export function failureOfChange(before: ClientRecord, outcome: NotEdited): ChangeFailure {
  switch (outcome.kind) {
    case 'changed-meanwhile':
      return { ...outcome, differences: compareRecords(before, outcome.now) };
    case 'failed':
      return { kind: 'not-changed', error: outcome.error };
    case 'uncertain':
      return { ...outcome, kind: 'perhaps-changed' };
  }
}

/** How far undoing a change is, or what came of it. */
export const Undoing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('under-way') }),
  z.object({ kind: z.literal('undone'), record: ClientRecord }),
  z.object({ kind: z.literal('changed-since'), differences: Differences }),
  z.object({ kind: z.literal('failed'), error: PlatformError }),
  z.object({ kind: z.literal('uncertain'), ...lost }),
]);
export type Undoing = z.infer<typeof Undoing>;

/** How Save changes a client that exists, and takes that back. Neither throws. */
export type ChangeTools = {
  changeClient(change: Pick<ChangeMade, 'before'> & { body: ClientBody }): Promise<EditOutcome>;
  undoChange(made: ChangeMade): Promise<UndoOutcome>;
};
