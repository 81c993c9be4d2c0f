import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codesAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useMessages } from './messages.ts';
import { until } from './until.ts';

const FAULTY = frameworkWith('mypurecloud.com', 'CLIENT_ID');

describe('The findings of framework.js files that nobody has open', () => {
  const desk = useFrameworkDesk();
  useMessages();

  /**
   * Writes a file and checks it. VS Code hears nothing of what is in a folder that it has not heard of yet, nor of what
   * goes as soon as it came: each folder around the file, and the file, is made when that before is known.
   */
  async function checked(path: string): Promise<vscode.Uri> {
    const known: string[] = [];
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, true);
    watcher.onDidCreate((uri) => known.push(uri.toString()));
    const untilKnown = async (uri: vscode.Uri) => await until(() => known.includes(uri.toString()));
    const names = path.split('/');
    for (const depth of names.keys()) {
      const folder = desk.place(names.slice(0, depth).join('/'));
      await vscode.workspace.fs.createDirectory(folder);
      await untilKnown(folder);
    }
    const uri = await desk.write(FAULTY, path);
    await untilKnown(uri);
    watcher.dispose();
    await vscode.commands.executeCommand('genesysOAuth.checkWorkspace');
    assert.deepEqual(codesAt(uri), ['placeholder-client-id']);
    return uri;
  }

  async function edited(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    change(edit);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('go with the folder that they are in', async () => {
    const uri = await checked('one/src/framework.js');
    await edited((edit) => edit.deleteFile(desk.place('one'), { recursive: true }));
    await untilCodes(uri);
  });

  it('go when that folder is deleted on the disk', async () => {
    const uri = await checked('two/src/framework.js');
    await vscode.workspace.fs.delete(desk.place('two'), { recursive: true });
    await untilCodes(uri);
  });

  it('go when the folder gets another name', async () => {
    const uri = await checked('three/framework.js');
    await edited((edit) => edit.renameFile(desk.place('three'), desk.place('other')));
    await untilCodes(uri);
  });
});
