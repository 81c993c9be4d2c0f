import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ClientPageAction } from '../../src/core/clientPage/messages.ts';
import { updateClient } from '../../src/core/platform/clientRecord.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { automation } from '../host/practiceClients.ts';
import { type ClientsDesk, useClientsDesk } from './clientsDesk.ts';

const LIST = 'GET /api/v2/oauth/clients';

describe('Several clients of the view', () => {
  const desks = useClientsDesk();
  let desk: ClientsDesk;

  beforeEach(() => {
    desk = desks();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Makes clients of these names, and somebody signs in. */
  async function withClients(...names: string[]): Promise<void> {
    for (const name of names) await desk.make({ name });
    await desk.window.connectAs('administrator');
    await desk.window.services.orgClients.refresh();
  }

  /** Selects these rows, and calls a command on the first. */
  async function act(kind: ClientPageAction, ...labels: string[]): Promise<void> {
    const rows = await Promise.all(labels.map(async (label) => await desk.rowOf(label)));
    await desk.commands.act(rows[0], kind, rows);
  }

  const states = (...names: string[]) => names.map((name) => desk.known(name)?.state);
  const said = () => desk.dialogs.said;
  const report = () => vscode.window.activeTextEditor?.document.getText() ?? '';

  it('are deactivated after one preview that names them, and the list is read once', async () => {
    await withClients('Alpha', 'Beta', 'Gamma');
    const before = await desk.window.received(LIST);
    await act('deactivate', 'Alpha', 'Beta');
    assert.match(
      said()[0] ?? '',
      /^Deactivate 2 clients\?\nSet to inactive:\n• Alpha · .+\n• Beta · .+Nobody gets a token/s,
    );
    assert.deepEqual(states('Alpha', 'Beta', 'Gamma'), ['inactive', 'inactive', 'active']);
    assert.equal(await desk.window.received(LIST), before + 1);
    assert.equal(said().at(-1), 'All 2 clients are done.');
    assert.deepEqual(desk.dialogs.cancellable, ['Deactivating clients']);
  });

  it('stay as they are when the preview is closed', async () => {
    await withClients('Alpha', 'Beta');
    desk.dialogs.confirms = () => false;
    await act('delete', 'Alpha', 'Beta');
    assert.equal(said().length, 1);
    assert.deepEqual(states('Alpha', 'Beta'), ['active', 'active']);
    const sent = (await desk.window.requests()).filter((each) => /^(PUT|DELETE) /.test(each));
    assert.deepEqual(sent, []);
  });

  it('are deleted, with what is kept of their secrets, and the rules of 30 and 7 days are said', async () => {
    await withClients('Alpha', 'Beta');
    const id = desk.known('Alpha')?.id ?? '';
    const { region } = desk.window.org;
    await desk.window.services.secrets.keep({ id, name: 'Alpha', orgName: 'Org', region }, 'canary');
    await act('delete', 'Alpha', 'Beta');
    assert.match(
      said()[0] ?? '',
      /^Delete 2 clients\?\nYounger than 30 days, so deleted at once and for good:\n• Alpha/,
    );
    assert.deepEqual(states('Alpha', 'Beta'), [undefined, undefined]);
    assert.equal(await desk.window.secretKept(id), undefined);
    const noted = desk.window.services.history.of({ id, region, practice: true });
    assert.deepEqual(
      noted.map(({ what }) => what),
      ['deleted'],
    );
  });

  it('are told apart in the preview where nothing is to be done with one, and why', async () => {
    await withClients('Alpha', 'Beta');
    await act('deactivate', 'Alpha');
    await act('deactivate', 'Alpha', 'Beta');
    assert.match(
      said().at(-2) ?? '',
      /^Deactivate 1 client\?.+• Beta.+Left alone:\n• Alpha · .+: It is already as it should be\./s,
    );
    await act('deactivate', 'Alpha', 'Beta');
    assert.equal(said().at(-1), 'There is nothing to do for these clients.');
    desk.dialogs.clicks = 'Show the report';
    await act('deactivate', 'Alpha', 'Beta');
    assert.match(report(), /^• Alpha · .+: It is already as it should be\.$/m);
  });

  it('get one more redirect URI, which must be one', async () => {
    await withClients('Alpha', 'Beta');
    desk.dialogs.entries = ['crm.test', 'https://crm.test/#here', 'https://crm.test/callback'];
    await act('add-redirect-uri', 'Alpha', 'Beta', 'Practice Automation');
    assert.equal(said().filter((each) => each.startsWith('This is no redirect URI')).length, 2);
    assert.match(
      said()[3] ?? '',
      /Get the redirect URI https:\/\/crm\.test\/callback:.+Left alone:\n• Practice Automation/s,
    );
    for (const name of ['Alpha', 'Beta'])
      assert.deepEqual(desk.known(name)?.registeredRedirectUri, [
        'https://crm.test/',
        'https://crm.test/callback',
      ]);
  });

  it('tell what stands for each where one was refused, and the rest is tried again on request', async () => {
    await withClients('Alpha', 'Beta');
    const id = desk.known('Alpha')?.id;
    await desk.window.trouble({
      kind: 'forbidden',
      times: 1,
      method: 'PUT',
      pathPrefix: `/api/v2/oauth/clients/${id}`,
    });
    desk.dialogs.clicks = 'Try the rest again';
    await act('deactivate', 'Alpha', 'Beta');
    assert.equal(said()[1], '1 of 2 clients are done. The report says what stands for each.');
    const text = report();
    assert.match(text, /Done \(1\)\n• Beta/);
    assert.match(
      text,
      /Not done \(1\)\n• Alpha .+\n {2}The client "Alpha" was not changed\.\n {2}You lack a permission/,
    );
    assert.match(said()[2] ?? '', /^Deactivate 1 client\?/);
    assert.deepEqual(states('Alpha', 'Beta'), ['inactive', 'inactive']);
  });

  it('leave alone what somebody else has changed since it was listed, and say so', async () => {
    await withClients('Alpha', 'Beta');
    const alpha = desk.known('Alpha');
    assert.ok(alpha);
    desk.dialogs.confirms = async () => {
      await updateClient(await automation(desk.window.org.baseUrl), alpha.id, {
        ...alpha,
        description: 'Night shift',
      });
      return true;
    };
    await act('delete', 'Alpha', 'Beta');
    assert.deepEqual(states('Alpha', 'Beta'), ['active', undefined]);
    assert.match(
      report(),
      /Not done \(1\)\n• Alpha .+\n.+\n {2}Somebody has changed the client meanwhile:\n {2}.+Night shift/,
    );
  });

  it('are not begun where the person cancels, and the report says so', async () => {
    await withClients('Alpha', 'Beta');
    desk.dialogs.cancels = true;
    await act('delete', 'Alpha', 'Beta');
    assert.match(report(), /Not begun \(2\)\n• Alpha .+\n {2}You cancelled before it\./);
    assert.deepEqual(states('Alpha', 'Beta'), ['active', 'active']);
  });

  it('warn by name of one that the person is signed in with', async () => {
    await withClients('Alpha');
    const { sessions } = desk.window.services;
    const [session] = await sessions.all();
    assert.ok(session);
    const { renewal } = session;
    assert.ok(renewal);
    await sessions.add({ ...session, renewal: { ...renewal, clientId: automationClient.id } });
    desk.dialogs.confirms = () => false;
    await act('delete', 'Alpha', 'Practice Automation');
    assert.match(
      said()[0] ?? '',
      /Attention: Practice Automation .+\nYou are signed in to .+ with this client itself/,
    );
    await act('add-redirect-uri', 'Alpha', 'Practice Automation');
    assert.doesNotMatch(said().at(-1) ?? '', /Attention/);
  });

  it('are only those that are selected, if the row of the command is among them', async () => {
    await withClients('Alpha', 'Beta', 'Gamma');
    const [alpha, beta, gamma] = await Promise.all(
      ['Alpha', 'Beta', 'Gamma'].map(async (each) => await desk.rowOf(each)),
    );
    await desk.commands.act(gamma, 'deactivate', [alpha, beta]);
    assert.deepEqual(states('Alpha', 'Beta', 'Gamma'), ['active', 'active', 'inactive']);
    await desk.commands.act(alpha, 'copy-id', [alpha, beta]);
    const ids = ['Alpha', 'Beta'].map((name) => desk.known(name)?.id);
    assert.equal(await vscode.env.clipboard.readText(), ids.join('\n'));
  });

  it('are chosen in the palette, and then what to do with them', async () => {
    await withClients('Alpha');
    desk.dialogs.choices = ['Alpha', 'Deactivate…'];
    await desk.commands.manageSeveral();
    assert.deepEqual(states('Alpha'), ['inactive']);
  });

  it('are kept as code in a new file, without a secret, be it one or several', async () => {
    await withClients('Alpha', 'Beta');
    desk.dialogs.choices = ['JSON'];
    await act('keep-as-code', 'Alpha');
    assert.equal(JSON.parse(report()).name, 'Alpha');
    assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
    desk.dialogs.choices = ['Terraform'];
    await act('keep-as-code', 'Alpha', 'Beta');
    assert.match(
      report(),
      /provider "genesyscloud".+import \{.+id = ".+resource "genesyscloud_oauth_client" "alpha".+"beta"/s,
    );
    assert.doesNotMatch(report(), /secret/i);
    desk.dialogs.choices = ['curl'];
    await act('keep-as-code', 'Alpha', 'Beta');
    assert.equal(report().split('--request POST').length, 3);
    assert.ok(!said().some((each) => each.includes('clients are done')));
  });
});
