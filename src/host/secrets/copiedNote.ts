import { createHmac, randomBytes } from 'node:crypto';
import type { Clipboard, Memento } from 'vscode';
import * as z from 'zod/mini';
import { COPIED_KEY } from '../interrupted/noted.ts';

/** Where it is noted: one place for all windows. */
export type Notes = Pick<Memento, 'get' | 'update'>;

/**
 * By what a later window knows the secret again, and from which millisecond of the clock on it may not stay. The secret cannot
 * be told from it: it is a keyed hash, and nobody can try all secrets of a client or all tokens.
 */
const copiedNote = z.object({ salt: z.string(), hash: z.string(), until: z.number() });

type CopiedNote = z.infer<typeof copiedNote>;

/** Notes that a secret is put on the clipboard, for the next start: VS Code may be killed before it is taken off again. */
export async function noteCopied(notes: Notes, secret: string, until: number): Promise<void> {
  const salt = randomBytes(16).toString('hex');
  await notes.update(COPIED_KEY, { salt, hash: hashOf(salt, secret), until } satisfies CopiedNote);
}

/** To be called once this secret is not on the clipboard any more. The note of what another window copied since stays. */
export async function forgetCopied(notes: Notes, secret: string): Promise<void> {
  const noted = read(notes);
  if (noted !== undefined && hashOf(noted.salt, secret) === noted.hash)
    await notes.update(COPIED_KEY, undefined);
}

function read(notes: Notes): CopiedNote | undefined {
  return copiedNote.safeParse(notes.get(COPIED_KEY)).data;
}

/**
 * Takes off a secret that was copied before VS Code was killed, if it is still on the clipboard; nothing else is touched. One
 * whose time is not over may be of another window that is open: this waits for it.
 */
export async function takeOffLeftOver(notes: Notes, clipboard: Clipboard): Promise<void> {
  const noted = read(notes);
  if (noted === undefined) return;
  const rest = noted.until - Date.now();
  if (rest > 0) {
    setTimeout(() => void takeOffLeftOver(notes, clipboard).catch(() => undefined), rest).unref();
    return;
  }
  if (hashOf(noted.salt, await clipboard.readText()) === noted.hash) await clipboard.writeText('');
  // Another window may have copied something meanwhile.
  if (read(notes)?.hash === noted.hash) await notes.update(COPIED_KEY, undefined);
}

function hashOf(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text).digest('hex');
}
