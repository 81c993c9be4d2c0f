import type * as vscode from 'vscode';
import { Run } from '../../core/operations/run.ts';
import { lasting } from '../../core/wizard/drafts.ts';
import { Memory, NOTHING_REMEMBERED } from '../../core/wizard/state.ts';

const KEY = 'genesysOAuth.wizard';
const RUN_KEY = 'genesysOAuth.wizard.run';

/** What the wizard of this workspace remembered; nothing when it was never used or its record cannot be read. */
export function recall(storage: vscode.Memento): Memory {
  const stored = Memory.safeParse(storage.get(KEY));
  return stored.success ? stored.data : NOTHING_REMEMBERED;
}

/** Keeps what is to last across a tab switch, a window reload and a restart. */
export async function keep(storage: vscode.Memento, memory: Memory): Promise<void> {
  await storage.update(KEY, lasting(memory));
}

/** The Save of this workspace that was not through; undefined where there is none, or its record cannot be read. */
export function recallRun(storage: vscode.Memento): Run | undefined {
  return Run.safeParse(storage.get(RUN_KEY)).data;
}

/** Notes how far a Save is, or with undefined that there is none to go on with. */
export async function keepRun(storage: vscode.Memento, run: Run | undefined): Promise<void> {
  await storage.update(RUN_KEY, run);
}
