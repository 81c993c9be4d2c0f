import type { Clipboard } from 'vscode';

/** Seconds that a secret stays on the clipboard, if nothing else is put there meanwhile. */
export const SECRET_ON_CLIPBOARD_SECONDS = 60;

/** Takes off what was copied last; there is one clipboard. */
let takingOff: NodeJS.Timeout | undefined;

/**
 * Puts a secret on the clipboard, and takes it off again unless something else is there by then. Whoever copies it once
 * more has it for the whole time once more.
 */
export async function copySecret(clipboard: Clipboard, secret: string): Promise<void> {
  clearTimeout(takingOff);
  takingOff = setTimeout(() => void takeOff(clipboard, secret), SECRET_ON_CLIPBOARD_SECONDS * 1000).unref();
  await clipboard.writeText(secret);
}

async function takeOff(clipboard: Clipboard, secret: string): Promise<void> {
  if ((await clipboard.readText()) === secret) await clipboard.writeText('');
}
