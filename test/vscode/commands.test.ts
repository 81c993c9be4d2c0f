import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';

const extension = vscode.extensions.all.find(
  ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
);

describe('The extension in VS Code', () => {
  it('registers every command that package.json promises, and no other', async () => {
    await extension?.activate();
    const promised: string[] = extension?.packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    const registered = (await vscode.commands.getCommands(true)).filter((id) =>
      id.startsWith('genesysOAuth.'),
    );
    // VS Code adds commands of its own to every view; the extension has no view.
    assert.deepEqual(registered.sort(), promised.sort());
  });

  it('opens the wizard in one tab, however often it is asked for', async () => {
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.commands.executeCommand('genesysOAuth.createClient');
    await vscode.commands.executeCommand('genesysOAuth.createClient');
    // VS Code tells of tabs in the order in which they were opened.
    const last = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(last, { preview: false });
    await until(() => tabs().some(({ input }) => input instanceof vscode.TabInputText));
    const wizards = tabs().filter(({ input }) => input instanceof vscode.TabInputWebview);
    assert.equal(wizards.length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('rehearses the trouble that is chosen, and ends it when nothing is', async () => {
    const { showQuickPick } = vscode.window;
    const choose = async (chosen: (label: string) => boolean) => {
      Reflect.set(vscode.window, 'showQuickPick', async (rows: vscode.QuickPickItem[]) =>
        rows.filter(({ label }) => chosen(label)),
      );
      await vscode.commands.executeCommand('genesysOAuth.rehearseTrouble');
    };
    let ticked: string[] = [];
    try {
      await choose((label) => /HIPAA|\(500\)/.test(label));
      Reflect.set(vscode.window, 'showQuickPick', async (rows: vscode.QuickPickItem[]) => {
        ticked = rows.filter(({ picked }) => picked).map(({ label }) => label);
      });
      await vscode.commands.executeCommand('genesysOAuth.rehearseTrouble');
      assert.deepEqual(ticked, ['The org has a problem of its own (500)', 'HIPAA is on']);
      await choose(() => false);
      Reflect.set(vscode.window, 'showQuickPick', async (rows: vscode.QuickPickItem[]) => {
        ticked = rows.filter(({ picked }) => picked).map(({ label }) => label);
      });
      await vscode.commands.executeCommand('genesysOAuth.rehearseTrouble');
      assert.deepEqual(ticked, []);
    } finally {
      Reflect.set(vscode.window, 'showQuickPick', showQuickPick);
    }
  });

  it('finds nobody signed in, without asking anything', async () => {
    const session = await vscode.authentication.getSession('genesys-cloud', [], { silent: true });
    assert.equal(session, undefined);
  });
});
