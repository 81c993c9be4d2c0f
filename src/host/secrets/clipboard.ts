import * as vscode from 'vscode';

/** Seconds that a secret stays on the clipboard, if nothing else is put there meanwhile. */
export const SECRET_ON_CLIPBOARD_SECONDS = 60;

/** Puts a secret on the clipboard, and takes it off again unless something else is there by then. */
export async function copySecret(secret: string): Promise<void> {
  await vscode.env.clipboard.writeText(secret);
  setTimeout(() => void forget(secret), SECRET_ON_CLIPBOARD_SECONDS * 1000).unref();
}

async function forget(secret: string): Promise<void> {
  if ((await vscode.env.clipboard.readText()) === secret) await vscode.env.clipboard.writeText('');
}
