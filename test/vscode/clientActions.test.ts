import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { ClientPageAction, type ClientPageTold } from '../../src/core/clientPage/messages.ts';
import { type Offering, offeredActions } from '../../src/core/clientPage/offered.ts';
import type { Mention } from '../../src/core/clients/concerns.ts';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { updateClient } from '../../src/core/platform/clientRecord.ts';
import { createClient, getClient, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { ClientPage } from '../../src/host/clientPage/clientPage.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { manageRows } from '../../src/host/clients/manageClient.ts';
import { ClientActions } from '../../src/host/clientsView/actions.ts';
import { itemOf } from '../../src/host/clientsView/items.ts';
import { ClientRow } from '../../src/host/clientsView/tree.ts';
import { ROW_COMMANDS } from '../../src/host/commands.ts';
import { oauthClients } from '../../src/practiceOrg/api/oauthClients.ts';
import { resultsFolder } from '../host/paths.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal, Trouble } from './rehearsal.ts';
import { useWindows } from './windows.ts';

/**
 * What can be done with a client (the page, and its menu in package.json) × what can go wrong with each request of it. The
 * requests are seen, and the codes come from the operations of the practice org, so that new ones join by themselves.
 */

/** Commands of the client's menu that are no action on it in its org, and where they are tried. */
const OTHER_COMMANDS: Readonly<Record<string, string>> = { askLastUse: 'shownClients.test.ts' };

/** Actions that change nothing in the org of the client, and where they are tried. */
const ONLY_READ: Readonly<Partial<Record<ClientPageAction, string>>> = {
  edit: 'editClient.test.ts; its Save changes the client',
  'right-size': 'rightSizeClient.test.ts; its Save changes the client',
  duplicate: 'duplicateClient.test.ts; its Save makes a client',
  'make-token': 'scimToken.test.ts',
  'keep-as-code': 'severalClients.test.ts',
  doctor: 'doctor.test.ts',
  compare: 'drift.test.ts; to make the org match is a change of the client',
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What goes wrong, whatever the request is; `isDone` where the org does what it was asked. */
const TROUBLES: Readonly<Record<string, { readonly trouble: Trouble; readonly isDone?: true }>> = {
  '403': { trouble: { kind: 'forbidden', permission: 'oauth:client:edit' } },
  '409': { trouble: { kind: 'refused', code: 'request.conflict' } },
  '429': { trouble: { kind: 'too-many-requests', retryAfterSeconds: 5 } },
  '500': { trouble: { kind: 'server-error' } },
  dropped: { trouble: { kind: 'dropped' } },
  lost: { trouble: { kind: 'lost' }, isDone: true },
  'changed meanwhile': { trouble: { kind: 'changed-meanwhile' }, isDone: true },
  'deleted meanwhile': { trouble: { kind: 'deleted-meanwhile' }, isDone: true },
  'signed out': { trouble: { kind: 'signed-out' } },
};

/** What is not tried of a request that only reads, and why. */
const NOT_OF_READING: Readonly<Record<string, string>> = {
  '429': 'asked again by itself',
  '500': 'asked again by itself',
  dropped: 'asked again by itself',
  lost: 'asked again by itself',
  'signed out': 'tried with the request that changes it',
};

type Asked = { readonly method: Method; readonly path: string };
type Done = {
  readonly dialogs: FakeDialogs;
  readonly before: OAuthClient;
  readonly requests: readonly Asked[];
};

const MenuEntries = z.array(z.object({ command: z.string(), when: z.optional(z.string()) }));
const Manifest = z.object({
  contributes: z.object({
    menus: z.object({ 'view/item/context': MenuEntries, commandPalette: MenuEntries }),
    commands: z.array(z.object({ command: z.string() })),
  }),
});

/** Where an action is not offered by itself, and why. A page of tests for the browser holds the page to offering all. */
const NOT_AT: Readonly<Record<string, string>> = Object.fromEntries(
  ClientPageAction.options.map((action) => [
    `${action} · palette`,
    'Manage OAuth Client asks there which client is meant, and opens its page',
  ]),
);

/** A client of a real org on which this can be done. */
function offering(action: ClientPageAction): Offering {
  const dateToDelete = new Date(Date.now() + 86_400_000).toISOString();
  const state = action === 'activate' || action === 'restore' ? 'inactive' : 'active';
  return {
    client: {
      id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
      ...AGENT_DESKTOP,
      state,
      ...(action === 'restore' && { dateToDelete }),
    },
    org: { practice: false },
    mentions: [
      {
        kind: 'framework',
        use: { region: 'mypurecloud.ie', dedicatedLoginWindow: 'off', usePKCEAuthFlow: 'off' },
      },
      ...(action === 'make-token' ? [{ kind: 'scim' as const, holdsToken: true }] : []),
    ],
  };
}

function manifest(): z.infer<typeof Manifest>['contributes'] {
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
  );
  return Manifest.parse(extension?.packageJSON).contributes;
}

/** Whether the menu of a row in the view has this for a client on which it can be done. */
function isInTree(action: ClientPageAction): boolean {
  const { client, org, mentions } = offering(action);
  const home = { account: 'a', orgName: 'Acme', region: 'mypurecloud.ie', clients: [client], readAt: NOW };
  const at = mentions.map((need): Mention => ({ ...need, uri: 'file:///a', path: 'a', line: 1 }));
  const row = new ClientRow({ client, org: { ...home, ...org } }, { client, mentions: at, concerns: [] });
  const context = itemOf(row).contextValue ?? '';
  return manifest().menus['view/item/context'].some(({ command, when = '' }) => {
    const [, words] = /viewItem =~ \/(.+?)\//.exec(when) ?? [];
    const isIt = ROW_COMMANDS[command.replace('genesysOAuth.', '')] === action;
    return isIt && words !== undefined && new RegExp(words).test(context);
  });
}

/** Whether "Manage", behind a lens of framework.js, has it. */
function isInManage(action: ClientPageAction): boolean {
  const rows = manageRows(offering(action), []);
  return rows.some(({ value }) => value?.kind === 'act' && value.action === action);
}

function isInPalette(name: string): boolean {
  const { commands, menus } = manifest();
  const isHidden = menus.commandPalette.some(({ command, when }) => command === name && when === 'false');
  return commands.some(({ command }) => command === name) && !isHidden;
}

const NOW = new Date().toISOString();

const PLACES: Readonly<Record<string, (action: ClientPageAction) => boolean>> = {
  tree: isInTree,
  'page, which a hover leads to': (action) => offeredActions(offering(action)).includes(action),
  'Manage, behind a lens': isInManage,
  palette: (action) =>
    Object.entries(ROW_COMMANDS).some(
      ([name, kind]) => kind === action && isInPalette(`genesysOAuth.${name}`),
    ),
};

describe('What can be done with a client', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let somebody: Connection;

  async function begin(): Promise<void> {
    window = await windows.open();
    await window.turn({ callsPerMinute: 100_000 });
    somebody = await automation(window.org.baseUrl);
    await window.connectAs('administrator');
  }

  it('is offered at every place, or has a reason why it is not', () => {
    const missing = ClientPageAction.options.flatMap((action) =>
      Object.entries(PLACES).flatMap(([place, has]) => (has(action) ? [] : [`${action} · ${place}`])),
    );
    assert.deepEqual(missing.sort(), Object.keys(NOT_AT).sort());
    assert.ok(isInPalette('genesysOAuth.manageClient'), 'what the reasons say of the palette');
  });

  it('is everything that the menu of package.json has', () => {
    const commands = manifest()
      .menus['view/item/context'].filter(
        ({ when = '' }) => !/viewItem (=~|==) \/?\^?(account|group)/.test(when),
      )
      .map(({ command }) => command.replace('genesysOAuth.', ''));
    for (const command of commands)
      assert.ok(command in ROW_COMMANDS || command in OTHER_COMMANDS, `${command} is in no row of the table`);
  });

  /** New clients on which these things can be done, each as it was read. */
  async function prepare(actions: readonly ClientPageAction[]): Promise<FoundClient[]> {
    const ids = await Promise.all(actions.map(newClient));
    await window.services.orgClients.refresh();
    const [org] = window.services.orgClients.current();
    assert.ok(org);
    return ids.map((id) => {
      const client = org.clients.find((each) => each.id === id);
      assert.ok(client);
      return { org, client };
    });
  }

  async function newClient(action: ClientPageAction): Promise<string> {
    const made = await createClient(somebody, AGENT_DESKTOP);
    assert.ok(made.ok);
    const { id } = made.value.client;
    const inactive = { ...AGENT_DESKTOP, state: 'inactive' };
    const dateToDelete = new Date(Date.now() + 86_400_000).toISOString();
    if (action === 'activate') assert.ok((await updateClient(somebody, id, inactive)).ok);
    if (action === 'restore') assert.ok((await updateClient(somebody, id, { ...inactive, dateToDelete })).ok);
    return id;
  }

  /** Does it, by the page, as somebody who agrees. */
  async function act(action: ClientPageAction, found: FoundClient, agrees = true): Promise<Done> {
    const dialogs = new FakeDialogs();
    dialogs.confirms = (question) => agrees && !question.startsWith('It is not certain');
    dialogs.entries = ['https://crm.test/another'];
    const services = { ...window.services, dialogs };
    const use = { region: found.org.region, dedicatedLoginWindow: 'off', usePKCEAuthFlow: 'off' } as const;
    const mention: Mention = { kind: 'framework', uri: 'file:///a', path: 'a', line: 1, use };
    const told: ClientPageTold[] = [];
    const elsewhere = async () => assert.fail('other tabs are tried elsewhere');
    const tabs = {
      edit: elsewhere,
      'right-size': elsewhere,
      duplicate: elsewhere,
      'make-token': elsewhere,
      doctor: elsewhere,
      compare: elsewhere,
    };
    const actions = new ClientActions(services, new ClientChanges(services, dialogs), tabs);
    const tools = {
      mentions: { of: async () => [mention], onDidChange: () => ({ dispose: () => undefined }) },
      act: async (on: FoundClient, _: unknown, kind: ClientPageAction) =>
        await actions.one(on, [mention], kind),
      signIn: async () => {},
    };
    const page = new ClientPage(services, tools, found, (message) => told.push(message));
    const before = (await window.requests()).length;
    await page.receive({ type: 'act', action });
    const requests = (await window.requests()).slice(before).flatMap(askedOf);
    page.dispose();
    actions.dispose();
    return { dialogs, before: found.client, requests };
  }

  function askedOf(request: string): Asked[] {
    const [method, path = ''] = request.split(' ');
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') return [];
    return path.startsWith('/api/v2/oauth/clients/') ? [{ method, path }] : [];
  }

  /** What is sent for each action, seen once: its requests without the ID of the client. */
  async function requestsOf(action: ClientPageAction): Promise<readonly Asked[]> {
    const [found] = await prepare([action]);
    assert.ok(found);
    const { requests } = await act(action, found);
    const asked = requests
      .filter(({ path }) => path.includes(found.client.id))
      .map(({ method, path }) => ({ method, path: path.replace(found.client.id, '{clientId}') }));
    return asked.filter(
      ({ method, path }, index) =>
        asked.findIndex((each) => each.method === method && each.path === path) === index,
    );
  }

  /** What goes wrong with a request: what always can, and the codes of its own; that of one that is gone is tried by a deletion. */
  function refusalsOf({ method, path }: Asked): Record<string, { trouble: Trouble; isDone?: true }> {
    const operation = oauthClients.find((each) => each.method === method && each.path === path);
    assert.ok(operation, `${method} ${path}`);
    const own = (operation.codes ?? []).filter((code) => code !== 'client.not.found');
    const codes = own.map(
      (code) => [`400 ${code}`, { trouble: { kind: 'refused', code } as const }] as const,
    );
    return { ...TROUBLES, ...Object.fromEntries(codes) };
  }

  /** What a cell does to whoever does this with the client. */
  function troubleOf({ asked, refusal }: Cell, { client }: FoundClient): Trouble {
    const { trouble } = refusalsOf(asked)[refusal] ?? assert.fail(refusal);
    const pathPrefix = asked.path.replace('{clientId}', client.id);
    return { ...trouble, times: 1, method: asked.method, pathPrefix };
  }

  /** Tries these cells at once, each with a client and a trouble of its own. */
  async function tryAll(cells: readonly Cell[]): Promise<void> {
    const all = await prepare(cells.map(({ action }) => action));
    const troubles = cells.flatMap((cell, index) => {
      const found = all[index];
      return found === undefined ? [] : [troubleOf(cell, found)];
    });
    await window.trouble(...troubles);
    await Promise.all(
      cells.map(async (cell, index) => {
        const found = all[index];
        assert.ok(found);
        cell.text = await outcomeOf(cell, found).catch(
          (error: Error) => `FAILED: ${error.message.replaceAll(/\s+/g, ' ')}`,
        );
      }),
    );
  }

  /** Throws where a cell is not as it should be; else what it has come to, in a few words. */
  async function outcomeOf({ action, asked, refusal }: Cell, found: FoundClient): Promise<string> {
    const { id } = found.client;
    const { method } = asked;
    const { trouble, isDone } = refusalsOf(asked)[refusal] ?? assert.fail(refusal);
    const { dialogs, before } = await act(action, found);
    const truth = await getClient(somebody, id);
    const now = truth.ok ? truth.value : undefined;
    const secret = await window.secretKept(id);
    for (const hidden of [secret, (await window.stored()).at(-1)?.accessToken])
      assert.ok(hidden === undefined || !dialogs.said.concat(dialogs.requests).join().includes(hidden));
    // After a deletion that stopped half-way, the last thing is a question how to go on.
    const last = dialogs.said.findLast((each) => !each.includes('has stopped: ')) ?? '';
    assert.match(last, /\S.*[.?]$/s, `says nothing: "${last}"`);
    assert.doesNotMatch(last, /undefined|\[object/);
    if ('code' in trouble && trouble.code !== undefined)
      assert.ok(!last.includes(trouble.code), `a raw code: ${last}`);
    if (refusal === 'signed out') assert.match(last, /[Ss]ign in/);
    const isAsked = refusal === '403' || refusal === '400 bad.client.role';
    assert.equal(dialogs.requests.length, isAsked ? 1 : 0, `requests to copy: ${dialogs.requests}`);
    if (refusal === '403') assert.match(last, /oauth:client:edit/);
    if (isAsked) assert.ok(dialogs.requests[0]?.includes(id));
    if (isDone === undefined) {
      const isHalf = action === 'delete' && method === 'DELETE';
      assert.equal(now?.state, isHalf ? 'inactive' : before.state, 'the state in the org');
      assert.deepEqual(now?.registeredRedirectUri, before.registeredRedirectUri);
      assert.equal(now?.name, before.name);
    }
    const [org] = window.services.orgClients.current();
    const listed = org?.clients.find((each) => each.id === id);
    assert.equal(listed?.state, now?.state, 'the state in the list');
    assert.deepEqual(listed?.registeredRedirectUri, now?.registeredRedirectUri, 'the list');
    if (isDone !== undefined) return now === undefined ? 'told; gone' : 'told; done';
    return now?.state === before.state ? 'told; as it was' : `told; ${now?.state}`;
  }

  it('is refused in words in every way in which it can be, and leaves the org and the list at one', async function () {
    this.timeout(60_000);
    await begin();
    const cells: Cell[] = [];
    const rows: string[] = [];
    for (const action of ClientPageAction.options) {
      const where = ONLY_READ[action];
      if (where !== undefined) {
        rows.push(`${action}: changes nothing; ${where}`);
        continue;
      }
      const requests = await requestsOf(action);
      const [found] = await prepare([action]);
      assert.ok(found);
      const cancelled = await act(action, found, false);
      const writes = cancelled.requests.filter(({ method }) => method !== 'GET');
      assert.deepEqual(writes, [], `${action} sends something though nobody agreed`);
      if (requests.length === 0) rows.push(`${action}: asks the org for nothing`);
      for (const asked of requests)
        for (const refusal of Object.keys(refusalsOf(asked)))
          cells.push({ action, asked, refusal, text: '' });
    }
    const reasonOf = ({ asked, refusal }: Cell) =>
      asked.method === 'GET' ? NOT_OF_READING[refusal] : undefined;
    for (const cell of cells) cell.text = reasonOf(cell) ?? '';
    const open = cells.filter((cell) => reasonOf(cell) === undefined);
    await tryAll(open.filter(({ refusal }) => refusal !== 'signed out'));
    // All of them have one sign-in.
    for (const cell of open.filter(({ refusal }) => refusal === 'signed out')) {
      await tryAll([cell]);
      await window.connectAs('administrator');
    }
    await writeTable(cells, rows);
    const failures = cells.filter(({ text }) => text === '' || text.startsWith('FAILED'));
    assert.deepEqual(
      failures.map((cell) => `${rowOf(cell)} · ${cell.refusal}: ${cell.text}`),
      [],
    );
  });
});

type Cell = {
  readonly action: ClientPageAction;
  readonly asked: Asked;
  readonly refusal: string;
  text: string;
};

function rowOf({ action, asked }: Cell): string {
  return `${action} · ${asked.method} ${asked.path}`;
}

/** Leaves the table for people to look at. */
async function writeTable(cells: readonly Cell[], others: readonly string[]): Promise<void> {
  const columns = [...new Set(cells.map(({ refusal }) => refusal))];
  const lines = [...new Set(cells.map(rowOf))].map((row) => {
    const own = cells.filter((cell) => rowOf(cell) === row);
    const texts = columns.map(
      (column) => own.find(({ refusal }) => refusal === column)?.text ?? 'is no answer to this request',
    );
    return `| ${[row, ...texts].join(' | ')} |`;
  });
  const head = [`| | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---|').join('')}`];
  await mkdir(resultsFolder, { recursive: true });
  const text = [...head, ...lines, '', ...others.map((row) => `- ${row}`), ''].join('\n');
  await writeFile(join(resultsFolder, 'client-actions.md'), text);
}
