import type { Clipboard } from 'vscode';
import { forgetCopied, type Notes, noteCopied, takeOffLeftOver } from './copiedNote.ts';

/** Seconds that a secret stays on the clipboard, if nothing else is put there meanwhile. */
export const SECRET_ON_CLIPBOARD_SECONDS = 60;

/** What was copied last, until it was taken off; there is one clipboard. */
let copied: { clipboard: Clipboard; secret: string; takingOff: NodeJS.Timeout } | undefined;

/** Where it is noted that something is to be taken off. */
let notes: Notes | undefined;

/**
 * To be called at a start, before anything is copied: takes off what a VS Code that was killed has left on the clipboard, and
 * lets what is copied from now on be noted for the next start. Never rejects.
 */
export async function guardClipboard(clipboard: Clipboard, keptIn: Notes): Promise<void> {
  notes = keptIn;
  // A desktop without a clipboard is no reason to stop anything.
  await takeOffLeftOver(keptIn, clipboard).catch(() => undefined);
}

/**
 * Puts a secret on the clipboard, and takes it off again unless something else is there by then. Whoever copies it once
 * more has it for the whole time once more.
 */
export async function copySecret(clipboard: Clipboard, secret: string): Promise<void> {
  clearTimeout(copied?.takingOff);
  const milliseconds = SECRET_ON_CLIPBOARD_SECONDS * 1000;
  const takingOff = setTimeout(() => void takeOff(), milliseconds).unref();
  copied = { clipboard, secret, takingOff };
  // Noted before: between the two, VS Code may be killed.
  if (notes !== undefined) await noteCopied(notes, secret, Date.now() + milliseconds).catch(() => undefined);
  await clipboard.writeText(secret);
}

/** Takes off what is there of ours now, because VS Code ends and nobody would do it later. */
export async function takeOff(): Promise<void> {
  if (copied === undefined) return;
  const { clipboard, secret, takingOff } = copied;
  clearTimeout(takingOff);
  copied = undefined;
  if ((await clipboard.readText()) === secret) await clipboard.writeText('');
  // It may have been copied once more meanwhile.
  if (copied === undefined && notes !== undefined) await forgetCopied(notes, secret).catch(() => undefined);
}
