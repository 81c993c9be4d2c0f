import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Failure } from '../../src/core/operations/run.ts';
import type { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { keep } from '../../src/host/wizard/memory.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import { inMemorySecrets } from './inMemory.ts';
import { useMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useScimFile } from './scimFile.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

/** One way through each procedure; the one of an application is in proof.test.ts. All else needs no VS Code. */
describe('Saving, in the files, the keyring and the editors of VS Code', () => {
  const windows = useWindows();
  const messages = useMessages();
  const file = useFrameworkFile();
  const scimFile = useScimFile();
  let wizard: Rehearsal;
  let locked = false;

  beforeEach(() => {
    locked = false;
  });

  async function begin(procedure: PublishedProcedure): Promise<void> {
    const secrets = inMemorySecrets((key) => locked && key.includes('keptSecrets'));
    wizard = await windows.open({ procedure, secrets });
    await wizard.connectAs('administrator');
  }

  async function goOn(): Promise<void> {
    await wizard.does({ type: 'retry', createAnyway: false });
  }

  function stoppedBy(kind: Failure['kind']) {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'stopped', JSON.stringify(run));
    assert.equal(run.failure.kind, kind);
    return run;
  }

  function finished() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run;
  }

  /** Nothing of this, nor what steers the practice org, is on the page, in the log or in a file. */
  async function isSaidNowhere(...secrets: (string | undefined)[]): Promise<void> {
    const files = [await file.read(), await scimFile.read().catch(() => '')];
    for (const secret of [...secrets, wizard.org.controlToken]) {
      assert.ok(secret !== undefined && secret.length > 20);
      for (const said of [...wizard.told, ...wizard.logged, ...files, wizard.remembers()])
        assert.equal(said.includes(secret), false);
    }
  }

  it('E6, G16: a client for the framework, from its entry in framework.js to its Client ID there', async () => {
    await begin('embeddable');
    await vscode.env.clipboard.writeText('{"name":"Agent desktop"}');
    await wizard.does({ type: 'read-json' });
    assert.match(wizard.told.at(-1) ?? '', /"name":"Agent desktop"/);
    await wizard.openFor({ uri: file.uri().toString(), region: wizard.org.region });
    const target = { kind: 'existing-file', uri: file.uri().toString() };
    assert.deepEqual(wizard.state().memory.draft.target, target);
    await wizard.does({ type: 'answer', revision: 100, change: { name: 'Agent desktop' } });
    assert.equal(wizard.remembered().draft.name, 'Agent desktop');
    await wizard.does({ type: 'open-file', uri: 'file:///etc/hostname' });
    assert.deepEqual(openTabs(), []);
    locked = true;
    await wizard.save();
    stoppedBy('secret-not-kept');
    assert.equal(await file.read(), file.before());
    locked = false;
    await goOn();
    const { client, hasSecret } = finished();
    assert.equal(hasSecret, true);
    const changed = file.before().replace(/(mypurecloud\.com['"]\s*:\s*['"])/, `$1${client.id}`);
    assert.notEqual(changed, file.before());
    assert.equal(await file.read(), changed);
    await until(() => openTabs().includes(file.uri().toString()));
    assert.equal(await wizard.clientsCreated(), 1);
    assert.deepEqual(wizard.remembered().draft, {}, 'the next wizard starts with nothing');
    const [session] = await wizard.stored();
    await isSaidNowhere(await wizard.secretKept(client.id), session?.accessToken);
  });

  it('S2–S7: a token for Entra ID, through all that VS Code can put in its way', async () => {
    await begin('scim');
    await wizard.does({ type: 'answer', revision: 100, change: { name: 'Identity', provider: 'entra' } });
    await wizard.trouble({ kind: 'lost', times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients' });
    await wizard.save();
    const { client } = stoppedBy('not-proven');
    await wizard.does({ type: 'replace-secret' });
    stoppedBy('not-proven');
    messages.answers.warning = 'Make a new secret';
    await vscode.workspace.fs.createDirectory(scimFile.uri());
    await wizard.does({ type: 'replace-secret' });
    const { failure } = stoppedBy('file-not-written');
    assert.ok(failure.kind === 'file-not-written' && failure.path === 'genesys-scim.json');
    await vscode.workspace.fs.delete(scimFile.uri(), { recursive: true });
    await scimFile.write('{ not json');
    await goOn();
    assert.equal(stoppedBy('scim-file-refused').hasSecret, true);
    await scimFile.write('{}');
    await goOn();
    const { tokenEndsAt, client: made } = finished();
    assert.equal(made.id, client?.id);
    const { connections } = JSON.parse(await scimFile.read());
    assert.equal(connections.length, 1);
    assert.deepEqual([connections[0].clientId, connections[0].tokenEndsAt], [made.id, tokenEndsAt]);
    assert.equal(await wizard.clientsCreated(), 1);
    const token = await wizard.secrets.get(`genesysOAuth.providerToken.${made.id}`);
    await wizard.does({ type: 'copy', what: 'scim-token' });
    assert.equal(await vscode.env.clipboard.readText(), token);
    await isSaidNowhere(token, await wizard.secretKept(made.id));
  });

  it('goes on when the tab is closed, tells its end, and opens no file over what somebody does meanwhile', async () => {
    await begin('embeddable');
    await wizard.does({ type: 'answer', revision: 100, change: { name: 'Agent desktop' } });
    const saving = wizard.save();
    assert.equal(wizard.closeTab(), true);
    await saving;
    // Files are opened one after the other, so one of the wizard's would be there by now.
    const other = await vscode.workspace.openTextDocument({ content: 'somebody’s notes' });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    assert.deepEqual(openTabs(), [other.uri.toString()]);
    assert.match(messages.told.join(), /"Agent desktop" was created in the practice org\. Its Client ID is/);
    await wizard.openTab();
    const { client } = finished();
    assert.match(await file.read(), new RegExp(client.id));
    const reading = wizard.does({ type: 'refresh' });
    assert.equal(wizard.closeTab(), false);
    await keep(wizard.services.context.workspaceState, { ...wizard.remembered(), revision: 777 });
    await reading;
    assert.equal(wizard.remembered().revision, 777, 'what is remembered is left to the next');
  });
});

/** The files that are open in any group of editors. */
function openTabs(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
}
