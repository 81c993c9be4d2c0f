import * as vscode from 'vscode';

/** Largest framework.js that is read, in bytes; real ones have up to 92 kB. */
const LARGEST_FILE = 5_000_000;

/** The editor that holds unsaved changes of this file, if one does: what it shows counts, not the disk. */
export function unsavedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const matches = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.isDirty && matches(document));
}

/** The text of a file, with its byte order mark and line ends as they are; or why it cannot be read. */
export async function readText(
  uri: vscode.Uri,
): Promise<{ ok: true; value: string } | { ok: false; reason: string }> {
  const document = unsavedDocument(uri);
  if (document !== undefined) return { ok: true, value: document.getText() };
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.byteLength > LARGEST_FILE) return { ok: false, reason: `${bytes.byteLength} bytes` };
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
