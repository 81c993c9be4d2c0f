import type { Clipboard } from 'vscode';

/** Seconds that a secret stays on the clipboard, if nothing else is put there meanwhile. */
export const SECRET_ON_CLIPBOARD_SECONDS = 60;

/** What was copied last, until it was taken off; there is one clipboard. */
let copied: { clipboard: Clipboard; secret: string; takingOff: NodeJS.Timeout } | undefined;

/**
 * Puts a secret on the clipboard, and takes it off again unless something else is there by then. Whoever copies it once
 * more has it for the whole time once more.
 */
export async function copySecret(clipboard: Clipboard, secret: string): Promise<void> {
  clearTimeout(copied?.takingOff);
  const takingOff = setTimeout(() => void takeOff(), SECRET_ON_CLIPBOARD_SECONDS * 1000).unref();
  copied = { clipboard, secret, takingOff };
  await clipboard.writeText(secret);
}

/** Takes off what is there of ours now, because VS Code ends and nobody would do it later. */
export async function takeOff(): Promise<void> {
  if (copied === undefined) return;
  const { clipboard, secret, takingOff } = copied;
  clearTimeout(takingOff);
  copied = undefined;
  if ((await clipboard.readText()) === secret) await clipboard.writeText('');
}
