import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { listRoles } from '../../src/core/platform/authorization.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { plan } from '../../src/core/procedures/index.ts';
import { rightSizeClient } from '../../src/host/privileges/rightSizeClient.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

const CALLBACK = 'https://page.practice.example/';

/** It lists clients and asks who has logged in, and may do more. */
const PAGE: OAuthClientRequest & { scope: string[] } = {
  name: 'Page',
  authorizedGrantType: 'TOKEN',
  accessTokenValiditySeconds: 86_400,
  registeredRedirectUri: [CALLBACK],
  scope: ['oauth', 'fax', 'user-basic-info'],
};

describe('Right-sizing a client, from where it is listed to its org', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(async () => {
    window = await windows.open();
    await window.connectAs('administrator');
    dialogs = new FakeDialogs();
    wantsAnyway = true;
  });

  it('says of a client that was made a moment ago that it is too early, and asks nothing more by itself', async () => {
    await usePage();
    wantsAnyway = false;
    await size(PAGE.name, 'fax');
    assert.match(
      lastSaid(),
      /^The client "Page" was made (now|.+ ago): too early to tell what it does not need\./,
    );
    assert.deepEqual(dialogs.rows, []);
    assert.equal(window.state().memory.draft.edits, undefined);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function listed(name: string): Promise<FoundClient> {
    const { orgClients } = window.services;
    await orgClients.refresh();
    const [org] = orgClients.current();
    const client = org?.clients.find((each) => each.name === name);
    assert.ok(org !== undefined && client !== undefined, name);
    return { org, client };
  }

  /** Each client of these tests was made a moment ago, so that what it did not use is shown to whoever asks. */
  let wantsAnyway = true;

  async function size(name: string, ...ticks: string[]): Promise<void> {
    const found = await listed(name);
    dialogs.choices = ticks;
    dialogs.accepts = wantsAnyway;
    await rightSizeClient({ ...window.services, dialogs }, found, window.openWith);
  }

  /** Somebody has logged in through the page, which has called what it needs. */
  async function usePage(scope = PAGE.scope): Promise<void> {
    const { baseUrl } = window.org;
    const made = await createClient(await automation(baseUrl), { ...PAGE, scope });
    assert.ok(made.ok);
    const login = { client_id: made.value.client.id, redirect_uri: CALLBACK, response_type: 'token' };
    const body = new URLSearchParams({ ...login, person: 'administrator' });
    const url = `${baseUrl}/login/oauth/authorize`;
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    const { hash } = new URL(answer.headers.get('location') ?? '');
    await call(new URLSearchParams(hash.slice(1)).get('access_token') ?? '', 'oauth/clients', 'users/me');
  }

  /** Something with these roles has listed the clients. */
  async function useMachine(...names: string[]): Promise<void> {
    const to = await automation(window.org.baseUrl);
    const roles = await listRoles(to);
    assert.ok(roles.ok);
    const roleDivisions = names.map((name) => ({
      roleId: roles.value.find((role) => role.name === name)?.id ?? assert.fail(name),
      divisionId: '*',
    }));
    const made = await createClient(to, {
      name: 'Machine',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions,
    });
    assert.ok(made.ok);
    const { client, secret } = made.value;
    const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: secret ?? '' };
    const url = `${window.org.baseUrl}/login/oauth/token`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token }: { access_token: string } = await answer.json();
    await call(token, 'oauth/clients');
  }

  async function call(token: string, ...paths: string[]): Promise<void> {
    for (const path of paths) {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${window.org.baseUrl}/api/v2/${path}`, { headers });
      assert.equal(status, 200, path);
    }
  }

  function lastSaid(): string {
    return dialogs.said.at(-1) ?? '';
  }

  it('ticks nothing beforehand, and gives the reason of each row', async () => {
    await usePage();
    const before = window.state().memory;
    await size(PAGE.name);
    const enough = 'oauth:readonly would have been enough: GET /api/v2/oauth/clients, 1 call';
    assert.deepEqual(
      dialogs.rows.map(({ label, description, detail, picked = false }) => [
        label,
        description,
        detail,
        picked,
      ]),
      [
        ['oauth', '→ oauth:readonly', enough, false],
        ['fax', 'take away', 'not used so far', false],
      ],
    );
    assert.equal(window.state().memory, before, 'nothing was ticked');
  });

  it('shows in the review exactly what was ticked, saves it, and takes it back', async () => {
    await usePage();
    await size(PAGE.name, 'fax');
    const { memory, context } = window.state();
    assert.deepEqual([memory.procedure, memory.step], ['edit', 'review']);
    const steps = plan('edit', memory.draft, context);
    assert.deepEqual(
      steps?.map((step) => (step.kind === 'change-client' ? step.body.scope : step.kind)),
      [['oauth', 'user-basic-info']],
    );
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    assert.deepEqual((await listed(PAGE.name)).client.scope, ['oauth', 'user-basic-info']);
    await window.does({ type: 'undo-change' });
    assert.deepEqual((await listed(PAGE.name)).client.scope, PAGE.scope);
  });

  it('takes away a role of which nothing was used, and says of another what it was used for', async () => {
    await useMachine('Master Admin', 'Employee');
    await size('Machine', 'Employee');
    assert.deepEqual(
      dialogs.rows.map(({ label, detail }) => [label, detail]),
      [['Employee', 'not used so far']],
    );
    assert.match(
      dialogs.said.join('\n'),
      /Of the role "Master Admin" the calls needed no more than oauth:client:view\./,
    );
    assert.equal(window.state().memory.step, 'review');
    assert.equal(window.state().memory.draft.roles?.length, 1);
  });

  it('says of a client without any use that nothing can be said, and offers nothing', async () => {
    assert.ok((await createClient(await automation(window.org.baseUrl), AGENT_DESKTOP)).ok);
    await size(AGENT_DESKTOP.name);
    assert.match(lastSaid(), /has called nothing so far, so nothing can be said/);
    assert.deepEqual(dialogs.rows, []);
  });

  it('says of roles that could be no smaller that nothing is in excess, and what they were used for', async () => {
    await useMachine('Master Admin');
    await size('Machine');
    const said = dialogs.said.join('\n');
    assert.match(said, /^Nothing in excess was found so far of the client "Machine"\.$/m);
    assert.match(said, /the calls needed no more than oauth:client:view\./);
    assert.deepEqual(dialogs.rows, []);
  });

  it('says where nothing is in excess', async () => {
    await usePage(['oauth:readonly', 'user-basic-info']);
    await size(PAGE.name);
    assert.match(lastSaid(), /^Nothing in excess was found so far/);
    assert.deepEqual(dialogs.rows, []);
  });

  it('says what one lacks where the org does not tell what was called, with a request for it', async () => {
    await usePage();
    const found = await listed(PAGE.name);
    await window.trouble({
      kind: 'forbidden',
      permission: 'usage:client:view',
      pathPrefix: `/api/v2/oauth/clients/${found.client.id}/usage`,
    });
    dialogs.accepts = true;
    await rightSizeClient({ ...window.services, dialogs }, found, window.openWith);
    assert.match(lastSaid(), /^What the client "Page" called could not be read\. .*usage:client:view/);
    assert.equal(dialogs.requests.length, 1);
    assert.equal(window.state().memory.draft.edits, undefined);
  });

  it('opens nothing once it is cancelled', async () => {
    await usePage();
    dialogs.cancels = true;
    await size(PAGE.name, 'fax');
    assert.deepEqual(dialogs.said, []);
    assert.equal(window.state().memory.draft.edits, undefined);
  });
});
