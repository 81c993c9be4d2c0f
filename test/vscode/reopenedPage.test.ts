import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ClientPageAbout, ClientPageTold, SoughtClient } from '../../src/core/clientPage/messages.ts';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { ClientPages } from '../../src/host/clientPage/clientPages.ts';
import { ClientSearch } from '../../src/host/clientPage/clientSearch.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('The tab of a client after a reload', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let about: ClientPageAbout;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    const made = await createClient(await automation(window.org.baseUrl), AGENT_DESKTOP);
    assert.ok(made.ok);
    await window.connectAs('administrator');
    const [org] = window.services.orgClients.orgs();
    assert.ok(org);
    const { account, orgName, region } = org;
    about = { account, orgName, region, clientId: made.value.client.id, name: 'What it was called' };
  });

  describe('looks for it', () => {
    let standings: SoughtClient['standing'][];
    let found: FoundClient[];
    let search: ClientSearch | undefined;

    afterEach(() => search?.dispose());

    async function begin(of = about): Promise<void> {
      standings = [];
      found = [];
      const tell = (told: ClientPageTold) => {
        if (told.type === 'sought') standings.push(told.sought.standing);
      };
      const tools = {
        tell,
        signIn: async () => await window.connectAs('administrator'),
        found: (client: FoundClient) => {
          found.push(client);
        },
      };
      search = new ClientSearch({ ...window.services, dialogs }, of, tools);
      await search.receive({ type: 'ready' });
    }

    it('and has it as it is now', async () => {
      await begin();
      assert.deepEqual(standings[0], { kind: 'reading' });
      assert.equal(found[0]?.client.name, AGENT_DESKTOP.name);
    });

    it('says that it is gone', async () => {
      await begin({ ...about, clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31' });
      assert.deepEqual(standings.at(-1), { kind: 'gone' });
    });

    it('says why it could not be read, and tries again', async () => {
      await window.services.orgClients.refresh();
      const [session] = await window.services.sessions.all();
      assert.ok(session);
      await window.services.sessions.remove(session.id);
      await window.trouble({ kind: 'forbidden', times: 1, operation: 'GET /api/v2/oauth/clients' });
      await window.services.sessions.add({ ...session, id: 'again' });
      await begin();
      assert.equal(standings.at(-1)?.kind, 'failed');
      assert.equal(found.length, 0);
      await search?.receive({ type: 'refresh' });
      assert.equal(found[0]?.client.id, about.clientId);
    });

    it('says that nobody is signed in there, and has it once somebody is again', async () => {
      await window.signOutElsewhere();
      await begin();
      await until(() => standings.at(-1)?.kind === 'signed-out');
      await search?.receive({ type: 'sign-in' });
      await until(() => found.length > 0);
      assert.equal(found[0]?.client.id, about.clientId);
    });

    it('ignores what it has no use for yet', async () => {
      await begin({ ...about, clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31' });
      const before = standings.length;
      for (const nothing of [undefined, 'ready', { type: 'act', action: 'delete' }])
        await search?.receive(nothing);
      assert.equal(standings.length, before);
    });
  });

  describe('in VS Code', () => {
    const panels: vscode.WebviewPanel[] = [];

    afterEach(() => {
      for (const panel of panels.splice(0)) panel.dispose();
    });

    function aTab(): vscode.WebviewPanel {
      const panel = vscode.window.createWebviewPanel('genesysOAuth.client', '?', vscode.ViewColumn.Active);
      panels.push(panel);
      return panel;
    }

    function pages(): ClientPages {
      const mentions = { of: async () => [], onDidChange: () => ({ dispose: () => undefined }) };
      const nothing = async () => {};
      return new ClientPages({ ...window.services, dialogs }, { mentions, act: nothing, signIn: nothing });
    }

    it('is called as the client is now, and as it is renamed', async () => {
      const panel = aTab();
      pages().reopen(panel, about);
      await until(() => panel.title === AGENT_DESKTOP.name);
      const { orgClients } = window.services;
      const client = orgClients.current()[0]?.clients.find(({ id }) => id === about.clientId);
      assert.ok(client);
      orgClients.note(about.account, { ...client, name: 'Renamed' });
      await until(() => panel.title === 'Renamed');
    });

    it('is closed where the client has one already', async () => {
      const all = pages();
      const [first, second] = [aTab(), aTab()];
      all.reopen(first, about);
      let isClosed = false;
      second.onDidDispose(() => {
        isClosed = true;
      });
      all.reopen(second, about);
      assert.equal(isClosed, true);
    });

    it('is closed with a word where nothing says what it was about', () => {
      for (const kept of [undefined, null, {}, { ...about, clientId: 7 }]) {
        pages().reopen(aTab(), kept);
        assert.match(dialogs.said.at(-1) ?? '', /could not be opened again/);
      }
    });
  });
});
