import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createText, writeText } from '../../src/host/files/write.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { until } from './until.ts';

describe('What is written into a file', () => {
  const folders: TemporaryFolder[] = [];

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of folders.splice(0)) await folder.remove();
  });

  /** A file that no editor has ever seen. */
  async function unseen(): Promise<vscode.Uri> {
    const folder = await makeTemporaryFolder('written');
    folders.push(folder);
    return vscode.Uri.joinPath(vscode.Uri.file(folder.path), 'framework.js');
  }

  async function onDisk(uri: vscode.Uri): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  }

  it('can be undone in the editor, although the file was closed', async () => {
    const uri = await unseen();
    const before = "var clientId = '';\n";
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before));
    await writeText(uri, "var clientId = 'an ID';\n");
    const { document } = await vscode.window.showTextDocument(uri);
    await until(() => document.getText() === "var clientId = 'an ID';\n");
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), "var clientId = 'an ID';\n");
  });

  it('is there byte by byte, mixed line ends and byte order mark included', async () => {
    const uri = await unseen();
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('a\r\nb\n'));
    const text = '\uFEFFa\r\nb\nc   \r\n';
    await writeText(uri, text);
    assert.equal(await onDisk(uri), text);
  });

  it('may be a file that is new', async () => {
    const uri = await unseen();
    await createText(uri, 'new');
    assert.equal(await onDisk(uri), 'new');
  });
});
