import type { ClientRecord } from '../platform/clientRecord.ts';
import type { Draft, EditedClient } from '../procedures/draft.ts';
import type { StepId } from '../procedures/step.ts';
import { setAside, takeUp } from './drafts.ts';
import type { Memory } from './state.ts';

/** A client that somebody wants to change, as it was read a moment ago, and the account (its ID) that sees it. */
export type ClientToEdit = EditedClient & {
  readonly account: string;
  /** What is to change is answered already; the person begins at the review of it. */
  readonly answers?: Pick<Draft, 'scopes' | 'roles'>;
  /** The page to begin at, where something on it is to be put right. */
  readonly page?: StepId;
};

type Draftlike = Pick<Memory, 'procedure' | 'draft'>;

/**
 * Begins to change a client, or goes on where that was left: what was answered of this client stays, and of any other
 * draft nothing gets into it. `now` is ISO 8601.
 */
export function withEdit(
  memory: Memory,
  { account, answers, page, ...client }: ClientToEdit,
  now: string,
): Memory {
  const isOfClient = ({ procedure, draft }: Draftlike) =>
    procedure === 'edit' && draft.edits !== undefined && isSame(draft.edits, client);
  const former = memory.formerDrafts.find(isOfClient);
  const begun =
    isOfClient(memory) && memory.becameClient !== true
      ? memory
      : former === undefined
        ? { ...setAside(memory, now), procedure: 'edit' as const, step: 'details' as const }
        : takeUp(memory, former.id, now);
  const { adminPageRegion: _, preparingRegion: __, revision, ...others } = begun;
  return {
    ...others,
    account,
    draft: { ...begun.draft, ...answers, edits: client },
    ...(page !== undefined && { step: page }),
    ...(answers !== undefined && { step: 'review', changedAt: now }),
    revision: revision + 1,
  };
}

/** The same draft on what the client is now: its answers stay, and the review says what they would change. */
export function withRecord(memory: Memory, record: ClientRecord): Memory {
  const { draft, revision } = memory;
  if (draft.edits === undefined) return memory;
  return {
    ...memory,
    step: 'review',
    draft: { ...draft, edits: { ...draft.edits, record } },
    revision: revision + 1,
  };
}

function isSame(one: EditedClient, other: EditedClient): boolean {
  const placeOf = ({ orgId, region, practice }: EditedClient) => `${orgId} ${region} ${practice}`;
  return one.record.id === other.record.id && placeOf(one) === placeOf(other);
}
