import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import type { ClientToEdit } from '../../src/core/wizard/editDraft.ts';
import { editClient } from '../../src/host/clients/editClient.ts';
import { recall } from '../../src/host/wizard/memory.ts';
import { WizardPanel } from '../../src/host/wizard/panel.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { noClients } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('Editing a client, from where it is listed to its org', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function make(name: string = AGENT_DESKTOP.name): Promise<string> {
    const made = await createClient(await automation(window.org.baseUrl), { ...AGENT_DESKTOP, name });
    assert.ok(made.ok, JSON.stringify(made));
    return made.value.client.id;
  }

  /** The client as the view lists it. */
  async function listed(id: string): Promise<FoundClient> {
    const { orgClients } = window.services;
    await orgClients.refresh();
    const [org] = orgClients.current();
    const client = org?.clients.find((each) => each.id === id);
    assert.ok(org !== undefined && client !== undefined);
    return { org, client };
  }

  async function edit(found: FoundClient, open: (client: ClientToEdit) => Promise<void> = window.openWith) {
    await editClient({ ...window.services, dialogs }, found, open);
  }

  it('changes it in its org, is remembered as that, and the list of clients follows', async () => {
    const id = await make();
    await window.connectAs('administrator');
    await edit(await listed(id));
    const { revision } = window.state().memory;
    await window.does({
      type: 'answer',
      revision: revision + 1,
      change: { name: 'Desktop of the help line' },
    });
    const { procedure, draft } = recall(window.services.context.workspaceState);
    assert.deepEqual([procedure, draft.edits?.record.id], ['edit', id]);
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    const { orgClients } = window.services;
    const names = orgClients.current().flatMap(({ clients }) => clients.map(({ name }) => name));
    assert.ok(names.includes('Desktop of the help line'));
    await window.does({ type: 'undo-change' });
    assert.equal((await listed(id)).client.name, AGENT_DESKTOP.name);
  });

  it('says at once that somebody has deleted it, and lists it no more', async () => {
    const id = await make();
    await window.connectAs('administrator');
    const found = await listed(id);
    const to = await automation(window.org.baseUrl);
    const headers = { authorization: `Bearer ${to.accessToken}`, 'content-type': 'application/json' };
    const url = `${to.apiUrl}/api/v2/oauth/clients/${id}`;
    const body = JSON.stringify({ ...AGENT_DESKTOP, state: 'inactive' });
    await fetch(url, { method: 'PUT', headers, body });
    await fetch(url, { method: 'DELETE', headers });
    await edit(found);
    assert.match(dialogs.said.join('\n'), /could not be read/);
    assert.equal(window.state().memory.draft.edits, undefined);
    const { orgClients } = window.services;
    assert.ok(!orgClients.current().some(({ clients }) => clients.some((each) => each.id === id)));
  });

  it('opens nothing where one would not wait', async () => {
    const id = await make();
    await window.connectAs('administrator');
    const found = await listed(id);
    dialogs.cancels = true;
    await edit(found);
    assert.deepEqual(dialogs.said, []);
    assert.equal(window.state().memory.draft.edits, undefined);
  });

  it('opens a tab that is named after the client, whatever it is called, and no longer after another one', async () => {
    const odd = '$(zap) <b>**CRM**</b> 営業支援';
    const ids = [await make(odd), await make('Wallboard')];
    await window.connectAs('administrator');
    const panel = new WizardPanel(window.services, noClients);
    for (const id of ids) await edit(await listed(id), async (client) => await panel.openWith(client));
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(() => labels().includes('Edit Wallboard'));
    const { formerDrafts, draft } = recall(window.services.context.workspaceState);
    assert.deepEqual([draft.edits?.record.name, formerDrafts.length], ['Wallboard', 0]);
    const [first] = ids;
    assert.ok(first);
    await edit(await listed(first), async (client) => await panel.openWith(client));
    await until(() => labels().includes(`Edit ${odd}`));
    await panel.open('general');
    await until(() => labels().includes('Create OAuth Client'));
  });
});
