import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { useWindows } from './windows.ts';

describe('The admin page', () => {
  const { openWithGateway } = useWindows();

  it('G1: leads from the palette to framework.js without one request', async () => {
    const window = await openWithGateway();
    const file = await frameworkFile();
    const textBefore = await read(file);
    const before = await window.requests();
    try {
      window.person.habits = { region: 'mypurecloud.com' };
      await window.connect('admin-page');
      const clientId = 'ABCDEF01-2345-4678-9ABC-DEF012345678';
      await window.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop', clientId } });
      await window.does({ type: 'copy', what: 'admin-name' });
      assert.equal(await vscode.env.clipboard.readText(), 'Agent desktop');
      await window.save();
      assert.equal(window.state().run?.kind, 'finished');
      assert.ok((await read(file)).includes(clientId.toLowerCase()));
      assert.deepEqual(await window.requests(), before);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(textBefore));
    }
  });
});

async function frameworkFile(): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'src', 'framework.js');
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
}
