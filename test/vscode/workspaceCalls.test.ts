import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { readWorkspaceCalls, type WorkspaceCalls } from '../../src/host/privileges/workspaceCalls.ts';
import { operation } from '../unit/privileges/operations.ts';

const { fs } = vscode.workspace;

const OPERATIONS = indexOperations([
  operation('GET /users', { name: 'getUsers' }),
  operation('GET /users/me', { name: 'getUsersMe' }),
]);
const CALLS_USERS = "fetch('https://api.mypurecloud.com/api/v2/users');\n";

describe('The calls in the files of a workspace', () => {
  let folder: vscode.Uri;
  const logged: string[] = [];
  const reported: string[] = [];
  const note = (message: string) => void logged.push(message);

  beforeEach(() => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'calls-of-a-test');
    logged.length = 0;
    reported.length = 0;
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration('files').update('exclude', undefined);
    await fs.delete(folder, { recursive: true });
  });

  async function write(path: string, text: string | Uint8Array): Promise<void> {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    await fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
  }

  async function read(signal = new AbortController().signal): Promise<WorkspaceCalls | undefined> {
    const log = { info: note };
    return await readWorkspaceCalls(
      { operations: OPERATIONS },
      log,
      (message) => void reported.push(message),
      signal,
    );
  }

  /** The files of the test in which a call was found, with its line. */
  function placesOf(result: WorkspaceCalls | undefined): readonly string[] {
    return (result?.calls ?? [])
      .flatMap(({ at }) => (at.file?.includes('calls-of-a-test') ? [`${at.file}:${at.line}`] : []))
      .map((place) => place.slice(place.indexOf('calls-of-a-test') + 'calls-of-a-test/'.length));
  }

  it('are found with their files and lines, in each language', async () => {
    await write('a.ts', `\n${CALLS_USERS}`);
    await write(
      'deep/er/b.py',
      'import PureCloudPlatformClientV2\nPureCloudPlatformClientV2.UsersApi().get_users_me()\n',
    );
    await write('README.md', CALLS_USERS);
    const result = await read();
    assert.deepEqual(placesOf(result), ['a.ts:2', 'deep/er/b.py:2']);
    const [first] = result?.calls ?? [];
    const place = result?.places.get(first?.at.file ?? '');
    assert.equal(place?.toString(), vscode.Uri.joinPath(folder, 'a.ts').toString());
    assert.match(reported[0] ?? '', /^0 of \d+ files$/);
  });

  it('are not sought in what .gitignore, files.exclude or packages hold', async () => {
    await write('.gitignore', 'built/\n*.min.js\n!kept.min.js\n');
    await write('in/.gitignore', '/here.js\n');
    for (const path of [
      'built/a.js',
      'a.min.js',
      'kept.min.js',
      'in/here.js',
      'in/deep/here.js',
      'node_modules/x/a.js',
      'hidden/a.js',
      'own.js',
    ]) {
      await write(path, CALLS_USERS);
    }
    const exclude = { '**/hidden': true };
    await vscode.workspace.getConfiguration('files').update('exclude', exclude);
    const result = await read();
    assert.deepEqual(placesOf(result), ['in/deep/here.js:1', 'kept.min.js:1', 'own.js:1']);
    assert.equal(result?.ignored, 3);
  });

  it('are not sought in files that are too large or in another encoding, and the log says which', async () => {
    await write('large.js', CALLS_USERS.repeat(30_000));
    await write('other.js', new Uint8Array([0xff, 0xfe, 0x61, 0x00]));
    await write('own.js', CALLS_USERS);
    const result = await read();
    assert.deepEqual(placesOf(result), ['own.js:1']);
    assert.equal(result?.leftAlone, 2);
    assert.equal(logged.length, 2);
    assert.match(logged.join(), /large\.js is not searched for calls: it has \d+ characters\./);
  });

  it('count as they are in an editor, saved or not', async () => {
    await write('own.js', '\n');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'own.js'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), CALLS_USERS));
    assert.deepEqual(placesOf(await read()), ['own.js:2']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are found in the folders that can be searched, and the others are named', async () => {
    await write('own.js', CALLS_USERS);
    const folders = vscode.workspace.workspaceFolders ?? [];
    const gone = { uri: vscode.Uri.joinPath(folder, 'gone'), name: 'Gone', index: folders.length };
    const result = await readWorkspaceCalls(
      { operations: OPERATIONS },
      { info: note },
      () => undefined,
      new AbortController().signal,
      [...folders, gone],
    );
    assert.deepEqual(placesOf(result), ['own.js:1']);
    assert.deepEqual(result?.unreadFolders, ['Gone']);
    assert.match(logged.join(), /gone cannot be searched for calls: /);
    assert.deepEqual((await read())?.unreadFolders, []);
  });

  it('are not told where the person has cancelled', async () => {
    await write('own.js', CALLS_USERS);
    assert.equal(await read(AbortSignal.abort()), undefined);
    const controller = new AbortController();
    const log = { info: note };
    const result = await readWorkspaceCalls({}, log, () => controller.abort(), controller.signal);
    assert.equal(result, undefined);
  });
});
