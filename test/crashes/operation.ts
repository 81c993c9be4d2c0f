import type { Desk } from './desk.ts';

/** Something that is done in an org, and how one sees that it is whole again after it was interrupted. */
export type Operation = {
  readonly name: string;
  /** Brings everything to where one click begins it, for a client of this name. */
  prepare(desk: Desk, name: string): Promise<void>;
  begin(desk: Desk): Promise<void>;
  /** Resolves once it is through, where nothing interrupts it. */
  through(desk: Desk): Promise<void>;
  /**
   * In the extension host after the one that died: holds what the person is told against what the org has, and finishes it,
   * or takes it back. Throws where something is not as it must be.
   */
  after(desk: Desk, cell: Cell): Promise<Outcome>;
};

/** One place where the extension host died. */
export type Cell = {
  /** Of the client. */
  readonly name: string;
  /** The steps that were done, in order. */
  readonly done: readonly string[];
  /** Whether it is to be taken back, where it can be, instead of finished. */
  readonly takesBack: boolean;
};

export type Outcome = { readonly told: string; readonly finished: string };

/**
 * Lets the extension host die right before a step of an operation, and sees to it that the next one puts that right. Throws
 * where something is not as it must be, or something that an org gave out can be read.
 */
export async function killBefore(
  desk: Desk,
  operation: Operation,
  { step, ...cell }: Omit<Cell, 'done'> & { readonly step: string },
): Promise<Outcome> {
  await operation.prepare(desk, cell.name);
  const again = async () => await desk.restart();
  const done = await desk.hosts.dieBefore(step, async () => await operation.begin(desk), again);
  const outcome = await operation.after(desk, { ...cell, done });
  await desk.assertNoLeak();
  return outcome;
}
