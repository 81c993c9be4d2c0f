import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';

const FAULTY = frameworkWith('mypurecloud.com', 'CLIENT_ID');

describe('The problems of framework.js files that nobody has open', () => {
  const desk = useFrameworkDesk();

  async function checked(path: string): Promise<vscode.Uri> {
    const uri = await desk.write(FAULTY, path);
    // It ends when its result has been read.
    void vscode.commands.executeCommand('genesysOAuth.checkWorkspace');
    await untilCodes(uri, 'placeholder-client-id');
    await vscode.commands.executeCommand('notifications.clearAll');
    return uri;
  }

  async function edited(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    change(edit);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('go with the folder that they are in', async () => {
    const uri = await checked('app/src/framework.js');
    await edited((edit) => edit.deleteFile(desk.place('app'), { recursive: true }));
    await untilCodes(uri);
  });

  it('go when that folder is deleted on the disk', async () => {
    const uri = await checked('app/src/framework.js');
    await vscode.workspace.fs.delete(desk.place('app'), { recursive: true });
    await untilCodes(uri);
  });

  it('go when the folder gets another name', async () => {
    const uri = await checked('app/framework.js');
    await edited((edit) => edit.renameFile(desk.place('app'), desk.place('other')));
    await untilCodes(uri);
  });
});
