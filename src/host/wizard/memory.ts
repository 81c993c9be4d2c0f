import type * as vscode from 'vscode';
import type { Run } from '../../core/operations/run.ts';
import { lasting } from '../../core/wizard/drafts.ts';
import { readMemory, readRun } from '../../core/wizard/recalled.ts';
import type { Memory } from '../../core/wizard/state.ts';
import { RUN_KEY } from '../interrupted/noted.ts';
import { byThisProcess } from '../interrupted/processes.ts';

const KEY = 'genesysOAuth.wizard';

/** What the wizard of this workspace remembered, as far as it can be read; nothing when it was never used. */
export function recall(storage: vscode.Memento): Memory {
  return readMemory(storage.get(KEY));
}

/** Keeps what is to last across a tab switch, a window reload and a restart. */
export async function keep(storage: vscode.Memento, memory: Memory): Promise<void> {
  await storage.update(KEY, lasting(memory));
}

/** The Save of this workspace that was not through; undefined where there is none, or its record cannot be read. */
export function recallRun(storage: vscode.Memento): Run | undefined {
  return readRun(storage.get(RUN_KEY));
}

/** Notes how far a Save is, or with undefined that there is none to go on with. */
export async function keepRun(storage: vscode.Memento, run: Run | undefined): Promise<void> {
  await storage.update(RUN_KEY, run && byThisProcess(run));
}
