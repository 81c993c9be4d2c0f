import type { PlatformError } from '../platform/errors.ts';
import type { Plan } from '../procedures/plan.ts';
import { ENDED_BEFORE_ANSWER, type Failure, type Run, type Saved } from './run.ts';

/** A Save that is carried out, and what can be done with it. */
export type Execution = {
  /**
   * Does the steps that are not done yet, in order, until all are done or one fails. May be called again after it
   * stopped: it goes on at the step that failed and never creates a second client. `createAnyway` says that the
   * person knows a former request may have created the client, or that this one cannot be noted, and wants it sent.
   */
  proceed(signal: AbortSignal, options?: { createAnyway: boolean }): Promise<void>;
  /**
   * Deletes the client that was created, and then its role, instead of going on. Does nothing when none was. `deleteAnyway`
   * says that the person knows that this cannot be noted.
   */
  takeBack(options?: { deleteAnyway: boolean }): Promise<void>;
  /** After that failed half-way: keeps the client, makes it active again where it is not, and goes on. */
  keepAfterAll(signal: AbortSignal): Promise<void>;
  /** Gives the client that was changed back what it was. Does nothing before it is, or while that is under way. */
  undo(): Promise<void>;
  /** Takes note that another secret was made for the client, in the place of one that was lost, and is kept. */
  noteSecretKept(): void;
  /** The secret that nothing has kept yet, so that the person can at least take it to the clipboard. */
  waitingSecret(): string | undefined;
};

/** What is to be carried out, and how far that came before, if it was begun in another window or before a restart. */
export type ExecutionStart = { plan: Plan; saved: Saved } & Partial<
  Pick<Run, 'done' | 'client' | 'role' | 'hasSecret' | 'unsavedFile' | 'readBack' | 'tokenEndsAt' | 'change'>
> & { failure?: Failure };

/** Whether what is reported outlives a crash. */
export type Noted = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Takes every change of state, at once; resolves when it is noted, or cannot be. Never rejects. */
export type Report = (run: Run) => Promise<Noted>;

/** A request that was noted, and whose answer never came. */
export function lostIn({ plan, done, client, role }: ExecutionStart): PlatformError | undefined {
  const kind = done === undefined ? undefined : plan[done]?.kind;
  const mayBeSent =
    (kind === 'create-client' && client === undefined) || (kind === 'create-role' && role === undefined);
  return mayBeSent ? ENDED_BEFORE_ANSWER : undefined;
}
