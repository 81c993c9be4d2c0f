import * as z from 'zod/mini';
import { ENDED_BEFORE_ANSWER, type Failure, Run } from '../operations/run.ts';
import type { PlanStep } from '../procedures/plan.ts';
import { salvage, salvageList } from '../salvage.ts';
import { FormerDraft, Memory, NOTHING_REMEMBERED } from './state.ts';

/**
 * What the wizard remembered, as far as it still has a meaning. Nothing of 0.1.0 is left behind but the consent to
 * replace a Client ID that did not say which (`replaceClientId`, `replacing`): it is asked for anew (rule E6).
 */
export function readMemory(stored: unknown): Memory {
  if (typeof stored !== 'object' || stored === null) return NOTHING_REMEMBERED;
  const { formerDrafts: drafts, ...now }: { formerDrafts?: unknown } = stored;
  const formerDrafts = withOwnIds(salvageList(readFormerDraft, drafts));
  const read = salvage(Memory, { ...now, formerDrafts }, NOTHING_REMEMBERED) ?? NOTHING_REMEMBERED;
  const memory = isWhole(read) ? read : { ...NOTHING_REMEMBERED, revision: read.revision };
  // Of revisions, which name drafts, none comes twice.
  const revision = nextAfter(formerDrafts, memory.revision);
  return { ...memory, formerDrafts, revision };
}

/** Of a client that is changed, answers mean nothing without it. */
function isWhole({ procedure, draft }: Pick<Memory, 'procedure' | 'draft'>): boolean {
  return (procedure === 'edit') === (draft.edits !== undefined);
}

/** One whose procedure nobody knows has no questions any more that it could answer. */
function readFormerDraft(stored: unknown): FormerDraft | undefined {
  const { step, draft, attempted } = NOTHING_REMEMBERED;
  const changedAt = new Date(0).toISOString();
  const read = salvage(FormerDraft, stored, { id: -1, step, draft, attempted, changedAt });
  return read !== undefined && isWhole(read) ? read : undefined;
}

/** By its ID one is taken up or discarded, so no two have the same. */
function withOwnIds(drafts: readonly FormerDraft[]): FormerDraft[] {
  const taken = new Set<number>();
  let free = nextAfter(drafts);
  return drafts.map((draft) => {
    const id = draft.id >= 0 && !taken.has(draft.id) ? draft.id : free++;
    taken.add(id);
    return { ...draft, id };
  });
}

/** An ID, or a revision, that none of them has. */
function nextAfter(drafts: readonly FormerDraft[], least = 0): number {
  return drafts.reduce((next, { id }) => Math.max(next, id + 1), least);
}

/**
 * A Save that was noted. What was saved, and the plan, must be there whole: whatever goes on goes on with exactly that.
 * Why it stopped may be lost: it was interrupted then, or its client was being taken back.
 */
export function readRun(stored: unknown): Run | undefined {
  const needed = ['kind', 'saved', 'plan', 'done'];
  const noted = z
    .object({
      client: z.optional(z.unknown()),
      role: z.optional(z.unknown()),
      failure: z.optional(z.unknown()),
    })
    .safeParse(stored);
  if (!noted.success) return undefined;
  const defaults = { hasSecret: false, unsavedFile: false, failure: lostFailure(noted.data) };
  const run = salvage(Run, stored, defaults, needed);
  if (run === undefined || lacksWhatWasMade(run)) return undefined;
  return Number.isInteger(run.done) && run.done >= 0 && run.done < run.plan.length ? run : undefined;
}

/** As far as is needed of one that has no meaning any more; `before` stood in one that is told by its kind today. */
const Lost = z.catch(z.object({ kind: z.unknown(), before: z.optional(z.unknown()) }), { kind: undefined });

const WHILE_TAKING_BACK: readonly unknown[] = ['not-taken-back', 'not-activated', 'deletion-not-noted'];

function lostFailure({ client, role, failure }: Readonly<Record<string, unknown>>): Failure {
  const { kind, before } = Lost.parse(failure);
  const error = ENDED_BEFORE_ANSWER;
  if (kind === 'role-not-taken-back') return { kind, error };
  if (WHILE_TAKING_BACK.includes(kind) || before === 'deletion')
    return { kind: 'not-taken-back', error, left: 'unknown' };
  if (client === undefined && role !== undefined) return { kind: 'role-interrupted', role: 'there' };
  return { kind: 'interrupted', client: client === undefined ? 'not-certain' : 'there' };
}

/** A step that needs the client, or the role, is reached, and nobody knows which that is. */
function lacksWhatWasMade({ client, role, plan, done }: Run): boolean {
  const made = plan.slice(0, done).map(({ kind }) => kind);
  const madeClient = made.some((kind) => CLIENT_FROM.includes(kind));
  return (madeClient && client === undefined) || (made.includes('create-role') && role === undefined);
}

const CLIENT_FROM: readonly PlanStep['kind'][] = ['create-client', 'use-client', 'change-client'];
