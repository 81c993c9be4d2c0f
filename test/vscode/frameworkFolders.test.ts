import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';

const FAULTY = frameworkWith('mypurecloud.com', 'CLIENT_ID');

describe('The problems of framework.js files that nobody has open', () => {
  const desk = useFrameworkDesk();

  /** Writes a file and checks it. Of what comes and goes within a moment, VS Code tells nobody. */
  async function checked(path: string): Promise<vscode.Uri> {
    const uri = await desk.write(FAULTY, path);
    await sleep(1000);
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
