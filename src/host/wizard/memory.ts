import type * as vscode from 'vscode';
import { lasting } from '../../core/wizard/drafts.ts';
import { Memory, NOTHING_REMEMBERED } from '../../core/wizard/state.ts';

const KEY = 'genesysOAuth.wizard';

/** What the wizard of this workspace remembered; nothing when it was never used or its record cannot be read. */
export function recall(storage: vscode.Memento): Memory {
  const stored = Memory.safeParse(storage.get(KEY));
  return stored.success ? stored.data : NOTHING_REMEMBERED;
}

/** Keeps what is to last across a tab switch, a window reload and a restart. */
export async function keep(storage: vscode.Memento, memory: Memory): Promise<void> {
  await storage.update(KEY, lasting(memory));
}
