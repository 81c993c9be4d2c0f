import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Mention } from '../../src/core/clients/concerns.ts';
import { readClientRecord, updateClient } from '../../src/core/platform/clientRecord.ts';
import { type OAuthClientRequest, removeClient } from '../../src/core/platform/oauthClients.ts';
import type { ClientCommands } from '../../src/host/clientsView/clientsView.ts';
import { ClientsTree } from '../../src/host/clientsView/tree.ts';
import type { ShownRows } from '../../src/host/clientsView/view.ts';
import { automation } from '../host/practiceClients.ts';
import { useClientsDesk } from './clientsDesk.ts';
import type { FakeDialogs } from './fakeDialogs.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';

const LIST = 'GET /api/v2/oauth/clients';

describe('The view of OAuth clients', () => {
  const desk = useClientsDesk();
  const file = useFrameworkFile();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let rows: ShownRows;
  let commands: ClientCommands;

  beforeEach(() => {
    ({ window, dialogs, rows, commands } = desk());
  });

  const make = async (request?: Partial<OAuthClientRequest>) => await desk().make(request);
  const shown = async () => await desk().shown();
  const rowOf = async (label: string) => await desk().rowOf(label);
  const contextOf = async (label: string) => await desk().contextOf(label);

  it('is empty while nobody is signed in, and asks nobody to', async () => {
    assert.deepEqual(await shown(), []);
    assert.equal(await rows.badge(), undefined);
    assert.equal(desk().asksToSignIn, false);
    assert.equal(await window.received(LIST), 0);
  });

  it('shows each client of the org in its group, and says that the practice org is none', async () => {
    await make();
    await make({ name: 'Wallboard', authorizedGrantType: 'TOKEN' });
    await window.connectAs('administrator');
    const lines = await shown();
    assert.match(lines[0] ?? '', / · nothing here is real$/);
    assert.deepEqual(
      lines.slice(1).filter((line) => !/Practice Automation|OAuth Client Wizard/.test(line)),
      [
        '  Need attention · 1',
        '    Wallboard · implicit, may end from March 2027 on',
        '  Client Credentials · 1',
        '  Code Authorization / PKCE · 1',
        '    Agent desktop',
      ],
    );
    assert.deepEqual(await rows.badge(), { value: 1, tooltip: '1 client needs attention' });
  });

  it('E4: tells what a framework.js of the workspace needs, offers to add it, and follows both', async () => {
    const clientId = await make();
    await window.connectAs('administrator');
    await file.write(
      `window.Framework = { config: { clientIds: { '${window.org.region}': '${clientId}' } } };\n`,
    );
    await until(async () => (await shown()).includes('    Agent desktop · redirect URI missing'));
    assert.match(await contextOf('Agent desktop'), /\badd-pages\b/);
    await commands.act(await rowOf('Agent desktop'), 'add-pages');
    assert.match(dialogs.said[0] ?? '', new RegExp(`\\+ https://apps.${window.org.region}/crm/index.html`));
    assert.ok((await shown()).includes('    Agent desktop'));
    assert.doesNotMatch(await contextOf('Agent desktop'), /\badd-pages\b/);
  });

  it('offers of each client what can be done with it', async () => {
    const clientId = await make();
    await make({ name: 'Wallboard', authorizedGrantType: 'TOKEN' });
    await window.connectAs('administrator');
    assert.match(await contextOf('Agent desktop'), /^client .*add-redirect-uri rotate .*deactivate delete$/);
    assert.match(await contextOf('Wallboard'), /^client .*add-redirect-uri .*deactivate delete$/);
    await commands.act(await rowOf('Agent desktop'), 'edit');
    await commands.act(await rowOf('Agent desktop'), 'right-size');
    await commands.act(await rowOf('Agent desktop'), 'duplicate');
    assert.deepEqual(
      desk().wanted,
      ['edit', 'right-size', 'duplicate'].map((each) => `${each} ${clientId}`),
    );
    await commands.act(await rowOf('Agent desktop'), 'deactivate');
    assert.match(await contextOf('Agent desktop'), /^client .*rotate .*activate delete$/);
    assert.ok((await shown()).includes('  Not active · 1'));
    await commands.act(await rowOf('Agent desktop'), 'delete');
    assert.ok(!(await shown()).some((line) => line.includes('Agent desktop')));
  });

  it('counts nobody of an org that was signed out while the workspace was searched', async () => {
    await make({ name: 'Wallboard', authorizedGrantType: 'TOKEN' });
    await window.connectAs('administrator');
    const { orgClients, sessions } = window.services;
    let endSearch = () => {};
    const searching = new Promise<ReadonlyMap<string, readonly Mention[]>>((resolve) => {
      endSearch = () => resolve(new Map());
    });
    const mentions = { all: async () => await searching, onDidChange: () => ({ dispose: () => {} }) };
    const tree = new ClientsTree(orgClients, mentions, window.services.time);
    await orgClients.refresh();
    assert.equal(orgClients.current().length, 1);
    const counted = tree.attention();
    for (const { id } of await sessions.all()) await sessions.remove(id);
    await until(() => orgClients.current().length === 0);
    endSearch();
    assert.equal(await counted, 0);
    tree.dispose();
  });

  it('shows the clients of an org while another one of its region does not answer', async () => {
    await make();
    await window.connectAs('administrator');
    await desk().signInToAnotherOrg();
    await window.trouble({ kind: 'stalled', times: 1, method: 'GET', pathPrefix: '/api/v2/oauth/clients' });
    const [org, other] = await rows.rowsBelow(undefined);
    let isOtherRead = false;
    void rows.rowsBelow(other).then(() => {
      isOtherRead = true;
    });
    await until(async () => (await window.received(LIST)) > 0);
    const groups = await rows.rowsBelow(org);
    assert.equal(isOtherRead, false);
    assert.notEqual(groups.length, 0);
  });

  it('copies a Client ID, and does nothing for what is no client', async () => {
    const clientId = await make();
    await window.connectAs('administrator');
    await commands.act(await rowOf('Agent desktop'), 'copy-id');
    assert.equal(await vscode.env.clipboard.readText(), clientId);
    await vscode.env.clipboard.writeText('as before');
    for (const nothing of [undefined, null, {}, clientId, await rowOf('Client Credentials')]) {
      await commands.act(nothing, 'copy-id');
    }
    assert.equal(await vscode.env.clipboard.readText(), 'as before');
  });

  it('says of an org without clients that it has none, and how to make the first one', async () => {
    const machine = await automation(window.org.baseUrl);
    await window.connectAs('administrator');
    const { orgClients } = window.services;
    await orgClients.refresh();
    for (const { clients } of orgClients.current())
      for (const client of clients) {
        assert.ok((await updateClient(machine, client.id, { ...client, state: 'inactive' })).ok);
        assert.ok((await removeClient(machine, client.id)).ok);
      }
    await orgClients.refresh();
    assert.deepEqual((await shown()).slice(1), ['  No OAuth client yet · Create one']);
    assert.equal(
      rows.itemOf(await rowOf('No OAuth client yet')).command?.command,
      'genesysOAuth.createClient',
    );
  });

  it('says when a client is deleted that waits for it, and restores it once the person knows that', async () => {
    const clientId = await make();
    const machine = await automation(window.org.baseUrl);
    const read = await readClientRecord(machine, clientId);
    assert.ok(read.ok);
    const dateToDelete = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const waiting = { ...read.value, state: 'inactive', dateToDelete };
    assert.ok((await updateClient(machine, clientId, waiting)).ok);
    await window.connectAs('administrator');
    assert.ok((await shown()).includes('    Agent desktop · deleted in 5 days, inactive'));
    assert.match(await contextOf('Agent desktop'), /^client .*rotate .*restore delete$/);
    dialogs.confirms = () => false;
    await commands.act(await rowOf('Agent desktop'), 'restore');
    assert.match(
      dialogs.said[0] ?? '',
      /^Restore the client "Agent desktop" .+To be deleted: .+Genesys Cloud deletes it on /s,
    );
    assert.match(await contextOf('Agent desktop'), /^client .*rotate .*restore delete$/);
    dialogs.confirms = () => true;
    await commands.act(await rowOf('Agent desktop'), 'restore');
    assert.match(dialogs.said.at(-1) ?? '', /is active again, and is not deleted any more/);
    const restored = await readClientRecord(machine, clientId);
    assert.ok(restored.ok);
    assert.deepEqual([restored.value.state, restored.value.dateToDelete], ['active', undefined]);
  });

  it('says at its org why clients could not be read, reads them again on request, and keeps what was read', async () => {
    await window.connectAs('administrator');
    await make();
    await window.trouble({
      kind: 'server-error',
      times: 9,
      method: 'GET',
      pathPrefix: '/api/v2/oauth/clients',
    });
    const before = await shown();
    await commands.refresh();
    const [org, failure, ...others] = await shown();
    assert.match(failure ?? '', /^ {2}Could not be read · what is below was read /);
    assert.deepEqual([org, ...others], before);
    await window.turn({ troubles: [] });
    await commands.refresh();
    assert.ok((await shown()).includes('    Agent desktop'));
    assert.ok(!(await shown()).some((line) => line.includes('Could not be read')));
  });

  it('shows two hundred of a long group, and more when asked', async () => {
    const names = Array.from({ length: 203 }, (_, index) => `Team ${index}`);
    await Promise.all(names.map(async (name) => await make({ name })));
    await window.connectAs('administrator');
    const group = await rowOf('Code Authorization');
    const labels = async () => (await rows.rowsBelow(group)).map((row) => String(rows.itemOf(row).label));
    assert.equal((await labels()).length, 201);
    assert.equal((await labels()).at(-1), 'Show more');
    commands.showMore((await rows.rowsBelow(group)).at(-1));
    assert.equal((await labels()).filter((label) => label.startsWith('Team')).length, 203);
  });

  it('leads from the palette to any client, after signing in where nobody is', async () => {
    await commands.manage(undefined);
    assert.equal(desk().asksToSignIn, true);
    assert.deepEqual(dialogs.said, []);
    const clientId = await make();
    await window.connectAs('administrator');
    dialogs.choices = ['Agent desktop'];
    await commands.manage(undefined);
    const row = dialogs.rows.find(({ label }) => label === 'Agent desktop');
    assert.deepEqual([row?.description, row?.detail], ['Code Authorization / PKCE', clientId]);
    const tab = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(() => tab().includes('Agent desktop'));
    await commands.manage(await rowOf('Agent desktop'));
    assert.equal(tab().filter((label) => label === 'Agent desktop').length, 1);
  });

  it('leads from a link to the page of a client, be it read already or not', async () => {
    const clientId = await make({ name: 'Linked (desktop)' });
    await window.connectAs('administrator');
    const { orgClients } = window.services;
    await orgClients.settled();
    const [org] = orgClients.orgs();
    assert.ok(org);
    const { account, region, orgName } = org;
    const isShown = () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Linked (desktop)'));
    await commands.manage({ account, region, orgName, clientId, name: 'Linked (desktop)' });
    await until(isShown);
    assert.deepEqual(dialogs.said, [], 'nobody is asked which one');
  });

  it('says in the palette which org is missing there, because it could not be read', async () => {
    await make();
    await window.connectAs('administrator');
    await desk().signInToAnotherOrg();
    await window.trouble({ kind: 'forbidden', times: 1, method: 'GET', pathPrefix: '/api/v2/oauth/clients' });
    await commands.manage(undefined);
    assert.ok(dialogs.rows.some(({ label }) => label === 'Agent desktop'));
    assert.match(dialogs.said[0] ?? '', /Another Org/);
  });

  it('tells under the pointer what a client is, and names its file', async () => {
    await make();
    await window.connectAs('administrator');
    const row = await rowOf('Agent desktop');
    const tooltip = await rows.tooltipOf(row, new AbortController().signal);
    assert.match(tooltip ?? '', /^Agent desktop\n\nCode Authorization \/ PKCE · active/);
    assert.match(tooltip ?? '', /Client ID: .+\nOrganization: .+\nA client of the practice org/s);
  });

  it('is there from the start, and what its menus name is done once it was opened @oldest', async () => {
    await vscode.commands.executeCommand('genesysOAuth.clients.focus');
    const ours = ['manageClient', 'refreshClients', 'copyClientId', 'deleteClient'];
    await until(async () => {
      const all = await vscode.commands.getCommands(true);
      return ours.every((command) => all.includes(`genesysOAuth.${command}`));
    });
  });
});
