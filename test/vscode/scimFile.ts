import assert from 'node:assert/strict';
import { after, beforeEach } from 'mocha';
import * as vscode from 'vscode';

/** genesys-scim.json of the workspace. */
export type ScimFile = {
  uri(): vscode.Uri;
  write(text: string): Promise<void>;
  /** Throws where there is none. */
  read(): Promise<string>;
};

/** For the tests of a file: each begins without genesys-scim.json, nor an editor of it, and so does what follows them. */
export function useScimFile(): ScimFile {
  let uri: vscode.Uri;

  async function clear(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
  }

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    uri = vscode.Uri.joinPath(folder.uri, 'genesys-scim.json');
    await clear();
  });

  after(clear);

  return {
    uri: () => uri,
    write: async (text) => await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text)),
    read: async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
  };
}

/** The extension begins at the start where the workspace has such a file; here the file comes later. */
export async function activateExtension(): Promise<void> {
  await vscode.extensions.getExtension('genesys-oauth-wizard.genesys-oauth-wizard')?.activate();
}
