import type { Run } from '../operations/run.ts';
import type { Draft, ProcedureId } from '../procedures/draft.ts';
import { type FormerDraft, type Memory, NOTHING_REMEMBERED } from './state.ts';

/** The oldest goes when there are more: whoever has not come back to it by then has given it up. */
const MOST_FORMER_DRAFTS = 10;

/** Longer than any Client ID, and as long as a Client Secret or a token (Genesys facts 5.2). */
const SECRET_LENGTH = 40;

/** Whether there are answers that did not become a client yet; where its ID would go, or which one is changed, is no loss. */
export function isUnfinished(memory: Memory): memory is Memory & { procedure: ProcedureId } {
  const { procedure, draft, becameClient = false } = memory;
  const isAnswer = (field: string) => field !== 'target' && field !== 'edits';
  return procedure !== undefined && Object.keys(draft).some(isAnswer) && !becameClient;
}

/** Begins with nothing; answers that did not become a client are offered again. `now` is ISO 8601. */
export function setAside(memory: Memory, now: string): Memory {
  const { account, revision, formerDrafts } = memory;
  return {
    ...NOTHING_REMEMBERED,
    ...(account !== undefined && { account }),
    revision,
    formerDrafts: isUnfinished(memory) ? kept(formerOf(memory, now), formerDrafts) : formerDrafts,
  };
}

/** A draft of a new client that is begun with something, and the account (its ID) that it is for. */
export type NewDraft = Required<Pick<Memory, 'account' | 'procedure' | 'draft'>>;

/** Begins with these answers; those that did not become a client are offered again. */
export function beginWith(memory: Memory, begun: NewDraft, now: string): Memory {
  const aside = setAside(memory, now);
  return { ...aside, ...begun, step: 'details', changedAt: now, revision: memory.revision + 1 };
}

/** Goes on with a former draft where it was left, and sets the present one aside. */
export function takeUp(memory: Memory, id: number, now: string): Memory {
  const former = memory.formerDrafts.find((each) => each.id === id);
  if (former === undefined) return memory;
  const { id: _, ...draft } = former;
  // Its place is free for the present one before the oldest would have to go.
  const aside = setAside(discard(memory, id), now);
  // One that was not for a particular org yet is for the one of now.
  return { ...aside, ...draft, account: draft.account ?? memory.account };
}

/** Without this former draft. */
export function discard(memory: Memory, id: number): Memory {
  return { ...memory, formerDrafts: memory.formerDrafts.filter((each) => each.id !== id) };
}

/**
 * What is written to the disk: of answers that became a client nothing, and never what somebody pasted in the place of
 * a Client ID that may be the secret.
 */
export function lasting(memory: Memory): Memory {
  const { draft, becameClient, revision } = memory;
  const formerDrafts = memory.formerDrafts.map((each) => ({ ...each, draft: withoutSecret(each.draft) }));
  if (becameClient === true) return { ...NOTHING_REMEMBERED, revision, formerDrafts };
  return { ...memory, draft: withoutSecret(draft), formerDrafts };
}

/**
 * The memory of a wizard that opens with a Save to go on with: where the answers were forgotten already, because they had
 * become a client, they are those that were saved. Without them the page would ask what the client is for.
 */
export function withSaved(memory: Memory, run: Run | undefined): Memory {
  if (run === undefined || memory.procedure !== undefined) return memory;
  const { procedure, answers } = run.saved;
  return { ...memory, procedure, draft: answers };
}

/** Revisions only grow, so that of the moment at which a draft is left names it for good. */
function formerOf(memory: Memory & { procedure: ProcedureId }, now: string): FormerDraft {
  const { procedure, step, draft, attempted, changedAt = now, revision: id } = memory;
  const { account, preparingRegion, adminPageRegion } = memory;
  return {
    id,
    procedure,
    step,
    draft,
    attempted,
    changedAt,
    ...(account !== undefined && { account }),
    ...(preparingRegion !== undefined && { preparingRegion }),
    ...(adminPageRegion !== undefined && { adminPageRegion }),
  };
}

function kept(former: FormerDraft, others: readonly FormerDraft[]): FormerDraft[] {
  return [former, ...others].slice(0, MOST_FORMER_DRAFTS);
}

function withoutSecret(draft: Draft): Draft {
  const { clientId, ...others } = draft;
  return clientId === undefined || clientId.trim().length < SECRET_LENGTH ? draft : others;
}
