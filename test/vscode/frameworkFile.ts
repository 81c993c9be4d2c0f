import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'mocha';
import * as vscode from 'vscode';

/** src/framework.js of the workspace. */
export type FrameworkFile = {
  uri(): vscode.Uri;
  /** What stood in it before the test. */
  before(): string;
  read(): Promise<string>;
  write(text: string): Promise<void>;
};

/** For the tests of a file: after each of them src/framework.js is as it was, and no editor is open. */
export function useFrameworkFile(): FrameworkFile {
  let uri: vscode.Uri;
  let textBefore: string;

  const read = async () =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  const write = async (text: string) =>
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    uri = vscode.Uri.joinPath(folder.uri, 'src', 'framework.js');
    textBefore = await read();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(textBefore);
  });

  return { uri: () => uri, before: () => textBefore, read, write };
}
