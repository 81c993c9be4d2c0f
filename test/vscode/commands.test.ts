import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/host/commands.ts';
import { IN_NO_PALETTE } from '../../src/host/registerCommands.ts';
import { watchInputs } from './inputs.ts';
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
    // VS Code adds commands of its own to every view, such as `genesysOAuth.clients.focus`.
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) => id.startsWith('genesysOAuth.') && !id.startsWith('genesysOAuth.clients.'),
    );
    assert.deepEqual(registered.sort(), promised.sort());
  });

  it('has something to do for every command, and nothing that no command asks for', () => {
    const promised: string[] = extension?.packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    const inNoPalette = IN_NO_PALETTE.map((name) => `_genesysOAuth.${name}`);
    assert.deepEqual([...COMMANDS.keys()].sort(), [...promised, ...inNoPalette].sort());
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
    const inputs = watchInputs();
    /** What was ticked, before others are. */
    const rehearse = async (chosen: (label: string) => boolean): Promise<string[]> => {
      const done = vscode.commands.executeCommand('genesysOAuth.rehearseTrouble');
      await inputs.untilAsked(/Rehearse Trouble/);
      await inputs.choose('Choose What Goes Wrong');
      await until(() => inputs.list().canSelectMany);
      const list = inputs.list();
      const ticked = list.selectedItems.map(({ label }) => label);
      list.selectedItems = list.items.filter(({ label }) => chosen(label));
      // Sends it before Enter.
      list.show();
      await inputs.accept();
      await done;
      inputs.forget();
      return ticked;
    };
    try {
      assert.deepEqual(await rehearse((label) => /HIPAA|\(500\)/.test(label)), []);
      const rehearsed = ['The organization has a problem of its own (500)', 'HIPAA is on'];
      assert.deepEqual(await rehearse(() => false), rehearsed);
      assert.deepEqual(await rehearse(() => false), []);
    } finally {
      inputs.dispose();
    }
  });

  it('finds nobody signed in, without asking anything', async () => {
    const session = await vscode.authentication.getSession('genesys-cloud', [], { silent: true });
    assert.equal(session, undefined);
  });
});
