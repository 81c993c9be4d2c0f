import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { KnownOperations } from '../../src/core/privileges/knownOperations.ts';
import { folderOfFiles } from '../../src/disk/folderOfFiles.ts';
import { codeOf } from '../../src/host/diagnostics/shownFindings.ts';
import { createLog } from '../../src/host/log.ts';
import { ScopeAids } from '../../src/host/privileges/scopeAids.ts';
import { registerScopeHover } from '../../src/host/privileges/watchScopes.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { operation } from '../unit/privileges/operations.ts';
import { SCOPES } from '../unit/privileges/scopes/scopes.ts';
import { hoverAt } from './hoverAt.ts';
import { until } from './until.ts';

const { executeCommand } = vscode.commands;
const REQUEST = `resource "genesyscloud_oauth_client" "app" {
  authorized_grant_type = "CODE"
  scopes = ["users:manage", "routing", "oauth:client:view", "far:away"]
}
`;
const MENTIONS = 'The Genesys client needs the scopes `users:manage` and `routing`.\n';

describe('Scopes that do not exist', () => {
  let storage: TemporaryFolder;
  let operations: KnownOperations;
  let folder: vscode.Uri;
  let parts: vscode.Disposable[];

  beforeEach(async () => {
    storage = await makeTemporaryFolder('operations');
    operations = new KnownOperations(
      folderOfFiles(join(storage.path, 'operations')),
      assert.fail,
      () => new Date('2026-11-30T08:00:00Z'),
      async (apiUrl, now) => {
        const known = [
          operation('GET /everything', { scopes: SCOPES }),
          operation('GET /oauth/clients', {
            permissions: { mode: 'any', of: ['oauth:client:view'] },
            scopes: ['oauth', 'oauth:readonly'],
          }),
        ];
        const date = now.toISOString();
        const { host } = new URL(apiUrl);
        return { ok: true, description: { operations: known, host, date, readAt: date, unread: 0 } };
      },
    );
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'scopes-of-a-test');
    const log = createLog();
    const scopeAids = new ScopeAids(operations, log);
    parts = [scopeAids, registerScopeHover(async () => ({ scopeAids })), log];
  });

  afterEach(async () => {
    for (const part of parts) part.dispose();
    await vscode.workspace.getConfiguration('genesysOAuth').update('severity', undefined);
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await storage.remove();
  });

  async function learn(from = 'https://api.mypurecloud.jp'): Promise<void> {
    await operations.of(from, new AbortController().signal);
  }

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return (await vscode.window.showTextDocument(uri)).document;
  }

  function foundIn(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(document.uri).filter((each) => codeOf(each) !== undefined);
  }

  function wordsIn(document: vscode.TextDocument): readonly string[] {
    return foundIn(document).map((each) => `${codeOf(each)} ${document.getText(each.range)}`);
  }

  it('are told in a request for a client, with the real ones near them, once something is known', async () => {
    const document = await open('main.tf', REQUEST);
    assert.deepEqual(wordsIn(document), []);
    await learn();
    await until(() => foundIn(document).length > 0);
    assert.deepEqual(wordsIn(document), [
      'no-such-scope users:manage',
      'permission-as-scope oauth:client:view',
      'no-such-scope far:away',
    ]);
    const [none, permission] = foundIn(document);
    assert.equal(none?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(
      none?.message ?? '',
      /api\.mypurecloud\.jp describes .*2026\. Near it: users and users:readonly\.$/,
    );
    assert.match(
      permission?.message ?? '',
      /is a permission, not a scope.* accept: oauth and oauth:readonly\.$/,
    );
  });

  it('are replaced by a quick fix', async () => {
    await learn();
    const document = await open('request.json', '{"authorizedGrantType": "CODE", "scope": ["users:manage"]}');
    await until(() => foundIn(document).length === 1);
    const [found] = foundIn(document);
    assert.ok(found);
    const actions: vscode.CodeAction[] = await executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const ours = actions.filter(({ title }) => title.startsWith('Write '));
    assert.deepEqual(
      ours.map(({ title }) => title),
      ['Write users', 'Write users:readonly'],
    );
    assert.ok(ours[0]?.edit);
    await vscode.workspace.applyEdit(ours[0].edit);
    assert.match(document.getText(), /"scope": \["users"\]/);
    await until(() => foundIn(document).length === 0);
  });

  it('are as loud as the settings say', async () => {
    await learn();
    const document = await open('main.tf', REQUEST);
    await until(() => foundIn(document).length === 3);
    const configuration = vscode.workspace.getConfiguration('genesysOAuth');
    await configuration.update('severity', { 'no-such-scope': 'off' });
    await until(() => foundIn(document).length === 1);
  });

  it('are told in a document by a hover alone', async () => {
    await learn();
    const document = await open('README.md', MENTIONS);
    assert.match(
      await hoverAt(document, 'users:manage'),
      /No operation accepts a scope .*Near it: users and users:readonly\.$/,
    );
    assert.equal(await hoverAt(document, 'routing'), '');
    assert.equal(await hoverAt(document, 'client'), '');
    assert.deepEqual(foundIn(document), []);
  });

  it('are not told by what a practice org describes, which knows few operations', async () => {
    const request = await open('main.tf', REQUEST);
    await learn('http://127.0.0.1:7070');
    const document = await open('README.md', MENTIONS);
    assert.equal(await hoverAt(document, 'users:manage'), '');
    assert.deepEqual(wordsIn(request), []);
    await learn();
    await until(() => foundIn(request).length === 3);
    assert.notEqual(await hoverAt(document, 'users:manage'), '');
  });
});
