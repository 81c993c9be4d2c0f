import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { KnownOperations } from '../../src/core/privileges/knownOperations.ts';
import { folderOfFiles } from '../../src/disk/folderOfFiles.ts';
import { CallAids } from '../../src/host/privileges/callAids.ts';
import { registerCallAids } from '../../src/host/privileges/watchCalls.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { operation } from '../unit/privileges/operations.ts';
import { hoverAt } from './hoverAt.ts';
import { until } from './until.ts';

const { executeCommand } = vscode.commands;

const TOKYO = 'https://api.mypurecloud.jp';
const ENDPOINT = '/api/v2/users/me';
const JAVASCRIPT = `fetch('https://api.mypurecloud.jp${ENDPOINT}');\n`;
const OF_LANGUAGES: Record<string, string> = {
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
  python: `requests.get("https://api.mypurecloud.jp${ENDPOINT}")\n`,
  java: `class A { String a = client.get("https://api.mypurecloud.jp${ENDPOINT}"); }\n`,
  csharp: `class A { object a = client.GetAsync("https://api.mypurecloud.jp${ENDPOINT}"); }\n`,
  go: `resp, err := http.Get("https://api.mypurecloud.jp${ENDPOINT}")\n`,
};

describe('Calls of the Platform API in code', () => {
  let folder: TemporaryFolder;
  let operations: KnownOperations;
  let read: string[];
  let loaded: number;
  let registered: readonly vscode.Disposable[];

  beforeEach(async () => {
    folder = await makeTemporaryFolder('operations');
    read = [];
    loaded = 0;
    operations = new KnownOperations(
      folderOfFiles(join(folder.path, 'operations')),
      assert.fail,
      () => new Date('2026-11-30T08:00:00Z'),
      async (apiUrl, now) => {
        read.push(apiUrl);
        const moment = now.toISOString();
        const known = [
          operation('GET /users/me', {
            name: 'getUsersMe',
            permissions: { mode: 'any', of: ['a:b:see'] },
            scopes: ['user-basic-info'],
          }),
        ];
        const { host } = new URL(apiUrl);
        return {
          ok: true,
          description: { operations: known, host, date: moment, readAt: moment, unread: 0 },
        };
      },
    );
    const aids = new CallAids(operations);
    registered = registerCallAids(async () => {
      loaded += 1;
      return { callAids: aids, services: { operations } };
    });
  });

  afterEach(async () => {
    for (const each of registered) each.dispose();
    await vscode.workspace.getConfiguration('genesysOAuth').update('permissionHints', undefined);
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await executeCommand('workbench.action.closeAllEditors');
    await folder.remove();
  });

  async function learn(): Promise<void> {
    await operations.of(TOKYO, new AbortController().signal);
    read.length = 0;
  }

  async function open(language: string, content: string): Promise<vscode.TextDocument> {
    return (
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }))
    ).document;
  }

  async function hintsOf({ uri }: vscode.TextDocument): Promise<readonly unknown[]> {
    const all = new vscode.Range(0, 0, 99, 0);
    const hints: vscode.InlayHint[] = await executeCommand('vscode.executeInlayHintProvider', uri, all);
    return hints.map(({ label }) => label);
  }

  for (const [language, text] of Object.entries(OF_LANGUAGES)) {
    it(`tell in a hover what they need, by what this computer knows alone: ${language}`, async () => {
      await learn();
      const hover = await hoverAt(await open(language, text), ENDPOINT);
      assert.match(hover, /`GET \/api\/v2\/users\/me`.*Permission: `a:b:see`.*Scope: `user-basic-info`/s);
      assert.match(hover, /api\.mypurecloud\.jp says about its operations, as of/);
      assert.deepEqual(read, []);
    });
  }

  it('tell nothing in another language, and load nothing for a file that calls nothing', async () => {
    await learn();
    assert.equal(await hoverAt(await open('plaintext', JAVASCRIPT), ENDPOINT), '');
    assert.equal(await hoverAt(await open('ruby', JAVASCRIPT), ENDPOINT), '');
    await hoverAt(await open('javascript', "fetch('/api/v3/users/me'); // platform\n"), '/users');
    assert.equal(loaded, 0);
  });

  it('offer to read what is not known yet where they are certain, and read nothing by themselves', async () => {
    const link = /not known here yet\.\n\n\[.*\]\(command:_genesysOAuth\.readOperations\)/;
    assert.match(await hoverAt(await open('javascript', JAVASCRIPT), ENDPOINT), link);
    assert.doesNotMatch(await hoverAt(await open('javascript', "get('/api/v2/users/me')\n"), ENDPOINT), link);
    assert.deepEqual(read, []);
  });

  it('have hints once the setting wants them, and at once', async () => {
    await learn();
    const document = await open('javascript', JAVASCRIPT);
    // The extension that runs in this window may know a practice org, and have hints of its own.
    const hasOurs = async () => (await hintsOf(document)).includes('a:b:see');
    assert.equal(await hasOurs(), false);
    const configuration = vscode.workspace.getConfiguration('genesysOAuth');
    await configuration.update('permissionHints', true);
    await until(hasOurs);
    await vscode.workspace.getConfiguration('genesysOAuth').update('permissionHints', false);
    await until(async () => !(await hasOurs()));
  });

  it('are read again when the text has changed, and when more is known', async () => {
    const document = await open('javascript', JAVASCRIPT);
    assert.match(await hoverAt(document, ENDPOINT), /not known here yet/);
    await learn();
    assert.match(await hoverAt(document, ENDPOINT), /a:b:see/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      new vscode.Position(0, 0),
      `fetch('https://api.mypurecloud.jp/api/v2/nothing');\n`,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(await hoverAt(document, '/api/v2/nothing'), /is no operation that is known here/);
    assert.match(await hoverAt(document, ENDPOINT), /a:b:see/);
  });

  it('say of a method that the description does not have that it is none of it, and offer to read another one', async () => {
    await learn();
    const document = await open(
      'javascript',
      "const client = require('purecloud-platform-client-v2');\nconst api = new client.RoutingApi();\napi.getRoutingQueues();\n",
    );
    const hover = await hoverAt(document, 'getRoutingQueues');
    assert.match(hover, /`getRoutingQueues` is no operation that is known here/);
    assert.match(
      hover,
      /api\.mypurecloud\.jp says about its operations.*command:_genesysOAuth\.readOperations/s,
    );
    assert.equal(await hoverAt(document, 'RoutingApi'), '');
  });

  it('tell nothing to whoever no longer asks', async () => {
    await learn();
    const document = await open('javascript', JAVASCRIPT);
    const ended = new vscode.CancellationTokenSource();
    ended.cancel();
    const at = document.positionAt(JAVASCRIPT.indexOf(ENDPOINT));
    const aids = new CallAids({ newest: async () => await operations.newest() });
    assert.equal(await aids.hoverAt(document, 'javascript', at, ended.token), undefined);
    assert.ok(await aids.hoverAt(document, 'javascript', at, new vscode.CancellationTokenSource().token));
  });
});
