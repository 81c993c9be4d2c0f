import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import type { Rehearsal, RehearsalOptions } from './rehearsal.ts';
import { useWindows } from './windows.ts';

const ELSEWHERE = 'mypurecloud.de';

describe('The wizard, asked for at an entry of framework.js', () => {
  const windows = useWindows();
  let wizard: Rehearsal;
  let uri: vscode.Uri;
  let revision = 0;

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    uri = vscode.Uri.joinPath(folder.uri, 'entry', 'framework.js');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('x = { clientIds: {} };\n'));
    revision = 100;
  });

  afterEach(async () => {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function connected(options: RehearsalOptions = { procedure: 'embeddable' }): Promise<void> {
    wizard = await windows.open(options);
    await wizard.connectAs('administrator');
  }

  async function answer(change: Draft): Promise<void> {
    revision += 1;
    await wizard.does({ type: 'answer', revision, change });
  }

  function isAtFile(): boolean {
    const { target } = wizard.state().memory.draft;
    return target?.kind === 'existing-file' && target.uri === uri.toString();
  }

  it('is at the org of its region and at its file at once', async () => {
    await connected({});
    await wizard.openFor({ uri: uri.toString(), region: wizard.org.region });
    const { memory, context } = wizard.state();
    assert.equal(memory.procedure, 'embeddable');
    assert.equal(orgOf(context)?.region, wizard.org.region);
    assert.equal(isAtFile(), true);
  });

  it('goes on with the answers for that region, at this file', async () => {
    await connected();
    await answer({ name: 'Half an answer' });
    await wizard.openFor({ uri: uri.toString(), region: wizard.org.region });
    assert.equal(wizard.state().memory.draft.name, 'Half an answer');
    assert.equal(isAtFile(), true);
  });

  it('sets answers for another region aside, to be offered again', async () => {
    await connected();
    await answer({ name: 'Half an answer' });
    await wizard.openFor({ uri: uri.toString(), region: ELSEWHERE });
    const { memory, context, connecting } = wizard.state();
    assert.deepEqual(
      memory.formerDrafts.map(({ draft }) => draft.name),
      ['Half an answer'],
    );
    assert.deepEqual(memory.draft, { target: { kind: 'existing-file', uri: uri.toString() } });
    assert.deepEqual([orgOf(context), connecting.kind], [undefined, 'disconnected']);
    await wizard.openFor({ uri: uri.toString(), region: wizard.org.region });
    assert.equal(orgOf(wizard.state().context)?.region, wizard.org.region);
  });

  it('sets answers for another procedure aside, too', async () => {
    await connected({ procedure: 'scim' });
    await answer({ name: 'SCIM' });
    await wizard.openFor({ uri: uri.toString(), region: undefined });
    const { procedure, formerDrafts, draft } = wizard.state().memory;
    assert.deepEqual([procedure, formerDrafts.length, draft.name], ['embeddable', 1, undefined]);
  });

  it('begins with a new client where the result of the last one stands', async () => {
    await connected();
    await answer({ name: 'The first one', target: { kind: 'by-hand' } });
    await wizard.save();
    assert.equal(wizard.state().run?.kind, 'finished');
    await wizard.openFor({ uri: uri.toString(), region: wizard.org.region });
    const { run, memory } = wizard.state();
    assert.deepEqual([run, memory.draft.name, memory.formerDrafts], [null, undefined, []]);
    assert.equal(isAtFile(), true);
  });

  it('shows a Save first that is not through', async () => {
    await connected();
    await answer({ name: 'The first one', target: { kind: 'by-hand' } });
    wizard.cancelsBefore('read-back');
    await wizard.save();
    const before = wizard.state();
    assert.equal(before.run?.kind, 'stopped');
    await wizard.openFor({ uri: uri.toString(), region: ELSEWHERE });
    assert.deepEqual(wizard.state(), before);
  });

  it('is no draft to be offered when nothing but the place was known', async () => {
    await connected();
    await wizard.openFor({ uri: uri.toString(), region: wizard.org.region });
    await wizard.begin('scim');
    assert.deepEqual(wizard.state().memory.formerDrafts, []);
  });
});
