import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type {
  ClientPageAction,
  ClientPageState,
  ClientPageTold,
} from '../../src/core/clientPage/messages.ts';
import type { Mention } from '../../src/core/clients/concerns.ts';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { listRoles } from '../../src/core/platform/authorization.ts';
import { updateClient } from '../../src/core/platform/clientRecord.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { ClientPage } from '../../src/host/clientPage/clientPage.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('The page of a client, with its org behind it', () => {
  const windows = useWindows();
  let window: Rehearsal;
  /** Who opens the page. */
  let person: string;
  let told: ClientPageTold[];
  let acted: ClientPageAction[];
  let page: ClientPage | undefined;
  /** Resolves when the page that was opened last has asked for everything. */
  let ready: Promise<void>;
  /** What the workspace is found to say of the client, once it was searched. */
  let searching: Promise<Mention[]>;

  beforeEach(async () => {
    window = await windows.open();
    person = 'administrator';
    told = [];
    acted = [];
    searching = Promise.resolve([]);
  });

  afterEach(() => page?.dispose());

  /** The page of a client that was made as this, with its tab just opened. */
  async function open(request: Parameters<typeof createClient>[1] = AGENT_DESKTOP): Promise<FoundClient> {
    const found = await begin(request);
    await ready;
    return found;
  }

  /** The same, without waiting for all that it has to ask for. */
  async function begin(request: Parameters<typeof createClient>[1] = AGENT_DESKTOP): Promise<FoundClient> {
    const made = await createClient(await automation(window.org.baseUrl), request);
    assert.ok(made.ok, JSON.stringify(made));
    await window.connectAs(person);
    const { orgClients } = window.services;
    await orgClients.refresh();
    const [org] = orgClients.current();
    const client = org?.clients.find(({ id }) => id === made.value.client.id);
    assert.ok(org !== undefined && client !== undefined);
    const found = { org, client };
    const mentions = { of: async () => await searching, onDidChange: () => ({ dispose: () => undefined }) };
    const act = async (_found: FoundClient, _mentions: unknown, action: ClientPageAction) => {
      acted.push(action);
    };
    const signIn = async () => {};
    const services = { ...window.services, dialogs: new FakeDialogs() };
    page = new ClientPage(services, { mentions, act, signIn }, found, (message) => told.push(message));
    ready = page.receive({ type: 'ready' });
    return found;
  }

  function shown(): ClientPageState {
    const last = told.findLast((each) => each.type === 'client');
    assert.ok(last?.type === 'client');
    return last.state;
  }

  it('shows what is known at once, and then what had to be asked for', async () => {
    await open();
    const [first] = told;
    assert.ok(first?.type === 'client');
    assert.equal(first.state.client.name, AGENT_DESKTOP.name);
    assert.deepEqual(first.state.use, { kind: 'reading' });
    assert.deepEqual(shown().use, { kind: 'known', value: [] });
    assert.equal(shown().keepsSecret, false);
  });

  it('shows it before anybody has answered, and what the workspace says of it then', async () => {
    const mention: Mention = { kind: 'scim', uri: 'file:///a', path: 'a', line: 1 };
    let endSearch = () => {};
    searching = new Promise((resolve) => {
      endSearch = () => resolve([mention]);
    });
    await begin();
    assert.equal(shown().client.name, AGENT_DESKTOP.name);
    assert.deepEqual(shown().mentions, []);
    endSearch();
    await ready;
    assert.deepEqual(shown().mentions, [mention]);
  });

  it('names other roles as soon as the client has them, and none when it has lost them', async () => {
    const roles = await listRoles(await automation(window.org.baseUrl));
    const employee = roles.ok ? roles.value.find(({ name }) => name === 'Employee') : undefined;
    assert.ok(employee);
    const { org, client } = await open();
    const { orgClients } = window.services;
    const roleDivisions = [{ roleId: employee.id, divisionId: '*' }];
    orgClients.note(org.account, { ...client, roleDivisions });
    const named = { kind: 'known', value: [{ name: 'Employee', divisions: 'all', held: true }] };
    await until(() => isDeepStrictEqual(shown().roles, named));
    orgClients.note(org.account, { ...client, roleDivisions: [] });
    await until(() => isDeepStrictEqual(shown().roles, { kind: 'known', value: [] }));
  });

  it('names the roles of a client, and where it has them', async () => {
    const roles = await listRoles(await automation(window.org.baseUrl));
    const employee = roles.ok ? roles.value.find(({ name }) => name === 'Employee') : undefined;
    assert.ok(employee);
    await open({
      name: 'Nightly export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: [{ roleId: employee.id, divisionId: '*' }],
    });
    assert.deepEqual(shown().roles, {
      kind: 'known',
      value: [{ name: 'Employee', divisions: 'all', held: true }],
    });
  });

  it('says that the org does not tell how it is used, where it does not', async () => {
    await window.trouble({
      kind: 'forbidden',
      times: 9,
      method: 'POST',
      pathPrefix: '/api/v2/oauth/clients/',
    });
    await open();
    assert.equal(shown().use.kind, 'untold');
  });

  it('says that the org could not be asked, keeps what it told before, and asks again', async () => {
    await open();
    const usage = { method: 'POST', pathPrefix: '/api/v2/oauth/clients/' } as const;
    for (const kind of ['dropped', 'server-error'] as const) {
      await window.trouble({ kind, times: 1, ...usage });
      await page?.receive({ type: 'refresh' });
      const { use } = shown();
      assert.ok(use.kind === 'failed' && use.error.kind !== 'forbidden', JSON.stringify(use));
      assert.deepEqual(use.former, []);
    }
    await page?.receive({ type: 'refresh' });
    assert.deepEqual(shown().use, { kind: 'known', value: [] });
  });

  it('says why the client could not be read again, until it was', async () => {
    await open();
    await window.trouble({ kind: 'forbidden', times: 1, operation: 'GET /api/v2/oauth/clients' });
    await page?.receive({ type: 'refresh' });
    assert.equal(shown().failure?.kind, 'forbidden');
    assert.equal(shown().standing, 'there');
    await page?.receive({ type: 'refresh' });
    assert.equal(shown().failure, undefined);
  });

  it('follows a change that is made elsewhere, and its deletion', async () => {
    const { org, client } = await open();
    const { orgClients } = window.services;
    orgClients.note(org.account, { ...client, name: 'Renamed' });
    await until(() => shown().client.name === 'Renamed');
    orgClients.forget(org.account, client.id);
    await until(() => shown().standing === 'gone');
    assert.equal(shown().client.name, 'Renamed');
  });

  it('says that nobody is signed in to its org any more, until somebody is again', async () => {
    await open();
    const { sessions } = window.services;
    const [session] = await sessions.all();
    assert.ok(session);
    assert.equal(shown().standing, 'there');
    await sessions.remove(session.id);
    await until(() => shown().standing === 'signed-out');
    await sessions.add({ ...session, id: 'again' });
    await until(() => shown().standing === 'there');
  });

  it('knows whether the secret is kept here, and is never told it', async () => {
    const found = await open();
    const secret = 'Zx81CanaryThatNobodyMayRead';
    const { id, name } = found.client;
    const { orgName, region } = found.org;
    await window.services.secrets.keep({ id, name, orgName, region, practice: true }, secret);
    await page?.receive({ type: 'refresh' });
    assert.equal(shown().keepsSecret, true);
    assert.ok(!JSON.stringify(told).includes(secret));
  });

  it('does what it is asked for, says that an ID was copied, and ignores what is none of its messages', async () => {
    await open();
    for (const nothing of [
      undefined,
      null,
      'act',
      { type: 'act', action: 'explode' },
      { type: 'open-mention' },
    ]) {
      await page?.receive(nothing);
    }
    assert.deepEqual(acted, []);
    await page?.receive({ type: 'act', action: 'copy-id' });
    assert.deepEqual(acted, ['copy-id']);
    assert.deepEqual(told.at(-1), { type: 'copied', what: 'client-id' });
  });

  it('says what whoever is signed in lacks, and gives a request for it to the clipboard', async () => {
    person = 'developer';
    const { client } = await open();
    assert.deepEqual(shown().lackedPermissions, ['oauth:client:edit', 'oauth:client:delete']);
    await page?.receive({ type: 'copy-request' });
    assert.deepEqual(told.at(-1), { type: 'copied', what: 'request' });
    const request = await vscode.env.clipboard.readText();
    for (const part of [client.id, 'Agent desktop', 'oauth:client:edit', 'oauth:client:delete'])
      assert.ok(request.includes(part), request);
  });

  const asks = async () => await window.received('GET /api/v2/users/me');

  it('asks anew what one may do once a change was refused for want of a permission', async () => {
    const { org, client } = await open();
    const before = await asks();
    const change = async () =>
      await window.services.connections.call(
        org.account,
        async (to) => await updateClient(to, client.id, AGENT_DESKTOP),
      );
    assert.ok((await change()).ok);
    assert.equal(await asks(), before, 'nothing was refused');
    await window.trouble({
      kind: 'forbidden',
      times: 1,
      method: 'PUT',
      pathPrefix: '/api/v2/oauth/clients/',
    });
    assert.equal((await change()).ok, false);
    await until(async () => (await asks()) > before);
  });

  it('says what somebody else may not do who is signed in to the same org since', async () => {
    await open();
    assert.deepEqual(shown().lackedPermissions, []);
    await window.connectAs('developer');
    await until(() => shown().lackedPermissions.includes('oauth:client:delete'));
    await window.connectAs('administrator');
    await until(() => shown().lackedPermissions.length === 0);
  });

  it('says which roles of the client whoever is signed in does not hold, and nothing is lacking to an administrator', async () => {
    const roles = await listRoles(await automation(window.org.baseUrl));
    const given = roles.ok
      ? roles.value.filter(({ name }) => /^(Employee|SCIM Integration)$/.test(name))
      : [];
    person = 'administrator-without-scim';
    await open({
      name: 'Nightly export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: given.map(({ id }) => ({ roleId: id, divisionId: '*' })),
    });
    const { roles: shownRoles, lackedPermissions } = shown();
    assert.ok(shownRoles.kind === 'known');
    assert.deepEqual(Object.fromEntries(shownRoles.value.map(({ name, held }) => [name, held])), {
      Employee: true,
      'SCIM Integration': false,
    });
    assert.deepEqual(lackedPermissions, []);
  });

  it('opens no file that it has not shown', async () => {
    await open();
    const before = told.length;
    await page?.receive({ type: 'open-mention', uri: 'file:///etc/passwd', line: 1 });
    assert.notEqual(vscode.window.activeTextEditor?.document.uri.path, '/etc/passwd');
    assert.equal(told.length, before);
  });

  it('is silent once its tab is closed', async () => {
    const { org, client } = await open();
    page?.dispose();
    const before = told.length;
    window.services.orgClients.note(org.account, { ...client, name: 'Renamed' });
    await page?.receive({ type: 'refresh' });
    assert.equal(told.length, before);
  });
});
