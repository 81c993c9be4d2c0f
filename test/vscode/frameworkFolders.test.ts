import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codesAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useMessages } from './messages.ts';

const FAULTY = frameworkWith('mypurecloud.com', 'CLIENT_ID');

describe('The findings of framework.js files that nobody has open', () => {
  const desk = useFrameworkDesk();
  useMessages();

  async function checked(path: string): Promise<vscode.Uri> {
    const uri = await desk.writeKnown(FAULTY, path);
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
