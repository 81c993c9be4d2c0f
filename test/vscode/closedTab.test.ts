import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { keep } from '../../src/host/wizard/memory.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import { inMemorySecrets } from './inMemory.ts';
import { useMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const CLIENTS = { pathPrefix: '/api/v2/oauth/clients' } as const;

describe('A wizard whose tab is closed', () => {
  const windows = useWindows();
  const messages = useMessages();
  const file = useFrameworkFile();
  let wizard: Rehearsal;
  let locked = false;

  beforeEach(async () => {
    locked = false;
    const secrets = inMemorySecrets((key) => locked && key.includes('clientSecret'));
    wizard = await windows.open({ secrets });
    await wizard.connectAs('administrator');
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop' } });
  });

  const run = () => wizard.state().run;

  it('goes on with its Save to the end, tells that, and shows it in the next tab', async () => {
    const saving = wizard.save();
    assert.equal(wizard.closeTab(), true);
    await saving;
    await wizard.openTab();
    const { kind, client } = run() ?? {};
    assert.equal(kind, 'finished');
    assert.match(await file.read(), new RegExp(client?.id ?? 'no client'));
    assert.match(messages.told.join(), /"Agent desktop" was created\. Its Client ID is/);
    assert.deepEqual(wizard.remembered().draft, {}, 'the next wizard starts with nothing');
  });

  it('opens no file over what somebody does meanwhile', async () => {
    const saving = wizard.save();
    wizard.closeTab();
    await saving;
    // Files are opened one after the other, so one of the wizard's would be there by now.
    const other = await vscode.workspace.openTextDocument({ content: 'somebody’s notes' });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    assert.deepEqual(openTabs(), [other.uri.toString()]);
  });

  it('waits where its Save stopped, with the secret that could not be kept yet', async () => {
    locked = true;
    const saving = wizard.save();
    assert.equal(wizard.closeTab(), true);
    await saving;
    assert.match(messages.told.join(), /was created, but saving stopped after that/);
    locked = false;
    await wizard.openTab();
    assert.equal(run()?.kind, 'stopped');
    await wizard.does({ type: 'retry', createAnyway: false });
    const { kind, client } = run() ?? {};
    assert.equal(kind, 'finished');
    assert.ok(await wizard.secretKept(client?.id ?? ''));
    assert.equal(await wizard.clientsCreated(), 1);
  });

  it('goes on with its Save although one signed out, and in again, in another window meanwhile', async () => {
    await wizard.trouble(
      { kind: 'lost', times: 1, method: 'POST', ...CLIENTS },
      { kind: 'dropped', times: 9, ...CLIENTS },
    );
    await wizard.save();
    wizard.closeTab();
    await wizard.trouble();
    await wizard.signOutElsewhere();
    await wizard.openTab();
    await until(() => wizard.state().connecting.kind === 'disconnected');
    wizard.closeTab();
    const other = await windows.open({ beside: wizard });
    await other.connectAs('administrator');
    await wizard.openTab();
    assert.equal(run()?.kind, 'stopped');
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(run()?.kind, 'finished');
    assert.equal(await wizard.clientsCreated(), 1);
  });

  it('goes on signing in again in the next tab', async () => {
    await wizard.trouble({ kind: 'signed-out', times: 1, method: 'POST', ...CLIENTS });
    await wizard.save();
    wizard.closeTab();
    await wizard.openTab();
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(run()?.kind, 'finished');
  });

  it('tells that nothing was saved when what would change was no longer what was seen', async () => {
    await file.write(file.before().replace(/mypurecloud\.com/, 'mypurecloud.de'));
    const saving = wizard.save();
    wizard.closeTab();
    await saving;
    assert.equal(await wizard.clientsCreated(), 0);
    assert.match(messages.told.join(), /Nothing was saved/);
    await wizard.openTab();
    assert.equal(wizard.state().planChanged, true);
  });

  it('tells that a client could not be taken back', async () => {
    locked = true;
    await wizard.save();
    const forbidden = { kind: 'forbidden', times: 1, ...CLIENTS } as const;
    await wizard.trouble({ ...forbidden, method: 'PUT' }, { ...forbidden, method: 'DELETE' });
    const takingBack = wizard.does({ type: 'take-back' });
    wizard.closeTab();
    await takingBack;
    assert.match(messages.told.join(), /"Agent desktop" could not be taken back/);
  });

  it('has ended when nothing was under way, and leaves what is remembered to the next', async () => {
    const reading = wizard.does({ type: 'refresh' });
    assert.equal(wizard.closeTab(), false);
    const newer = { ...wizard.remembered(), revision: 777 };
    await keep(wizard.services.context.workspaceState, newer);
    await reading;
    assert.equal(wizard.remembered().revision, 777);
  });

  it('has ended when its Save was through', async () => {
    await wizard.save();
    assert.equal(run()?.kind, 'finished');
    assert.equal(wizard.closeTab(), false);
  });
});

/** The files that are open in any group of editors. */
function openTabs(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
}
