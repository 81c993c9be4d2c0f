import assert from 'node:assert/strict';
import { after, beforeEach } from 'mocha';
import * as vscode from 'vscode';
import { codesAt } from './frameworkDesk.ts';
import { until } from './until.ts';

/** genesys-scim.json of the workspace. */
export type ScimFile = {
  uri(): vscode.Uri;
  write(text: string): Promise<void>;
  /** Shows it in an editor, with the text that it has now. */
  show(): Promise<vscode.TextEditor>;
  /** Throws where there is none. */
  read(): Promise<string>;
  /**
   * Resolves once the extension has looked at all that was opened so far: in another such file, opened after that, it
   * has found a token that has ended. What was typed it looks at later, after a moment of quiet.
   */
  untilOpenedAreLookedAt(): Promise<void>;
};

/** For the tests of a file: each begins without genesys-scim.json, nor an editor of it, and so does what follows them. */
export function useScimFile(): ScimFile {
  let uri: vscode.Uri;
  let looks = 0;

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

  const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  return {
    uri: () => uri,
    write: async (text) => await write(uri, text),
    show: async () => {
      const editor = await vscode.window.showTextDocument(uri);
      // VS Code may still have the document of a file that was deleted a moment ago.
      await vscode.commands.executeCommand('workbench.action.files.revert');
      const text = await read();
      await until(() => editor.document.getText() === text);
      return editor;
    },
    untilOpenedAreLookedAt: async () => {
      looks += 1;
      // Another one each time: of the one before, the findings may still be shown.
      const last = vscode.Uri.joinPath(uri, '..', `looked-at-${looks}`, 'genesys-scim.json');
      const ended = '{ "provider": "entra", "tokenEndsAt": "2020-01-01T00:00:00Z" }';
      await write(last, `{ "connections": [${ended}] }`);
      await vscode.window.showTextDocument(last, { preview: false });
      await until(() => codesAt(last).includes('token-expired'));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(last);
    },
    read,
  };
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The extension begins at the start where the workspace has such a file; here the file comes later. */
export async function activateExtension(): Promise<void> {
  await vscode.extensions.getExtension('genesys-oauth-wizard.genesys-oauth-wizard')?.activate();
}
