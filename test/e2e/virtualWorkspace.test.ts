import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { writeExtension } from '../bench/writeExtension.ts';
import { extensionFolder } from '../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { useWalks } from './useWalks.ts';

/** A file system in memory with one file, which cannot be searched; what is written there is told in a file on the disk. */
const PROVIDER = `
const vscode = require('vscode');
const { appendFileSync } = require('node:fs');
exports.activate = () => {
  const text = "window.Framework = { config: { clientIds: { 'mypurecloud.com': 'your client id' } } };";
  const files = new Map([['/other/framework.js', Buffer.from(text)]]);
  const folders = new Map([['/', ['other']], ['/other', ['framework.js']]]);
  const changed = new vscode.EventEmitter();
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);
  vscode.workspace.registerFileSystemProvider('memory-files', {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) => {
      if (folders.has(uri.path)) return { type: 2, ctime: 0, mtime: 0, size: 0 };
      if (!files.has(uri.path)) throw missing(uri);
      return { type: 1, ctime: 0, mtime: files.size, size: files.get(uri.path).length };
    },
    readDirectory: ({ path }) => (folders.get(path) ?? []).map((name) => [name, path === '/' ? 2 : 1]),
    readFile: (uri) => {
      if (!files.has(uri.path)) throw missing(uri);
      return files.get(uri.path);
    },
    writeFile: (uri, content) => {
      files.set(uri.path, content);
      appendFileSync(WRITTEN, uri.path + '\\n' + Buffer.from(content));
      changed.fire([{ type: 1, uri }]);
    },
    createDirectory: () => {},
    delete: (uri) => void files.delete(uri.path),
    rename: (uri) => { throw vscode.FileSystemError.NoPermissions(uri); },
  });
};
`;

describe('In a workspace that is on no disk', () => {
  const { begin } = useWalks();
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('virtual');
    const code = `const WRITTEN = ${JSON.stringify(join(folder.path, 'written'))};\n${PROVIDER}`;
    await writeExtension(
      join(folder.path, 'provider'),
      { name: 'memory-files', displayName: 'Memory', activationEvents: ['onFileSystem:memory-files'] },
      code,
    );
    const workspace = { folders: [{ name: 'memory', uri: 'memory-files:/' }] };
    await writeFile(join(folder.path, 'memory.code-workspace'), JSON.stringify(workspace));
  });

  afterEach(async () => await folder.remove());

  it('a framework.js that is opened is checked, and a new one is made there with the Client ID', async () => {
    const someone = await begin({
      workspace: { workspaceFile: join(folder.path, 'memory.code-workspace') },
      extensionFolders: [extensionFolder, join(folder.path, 'provider')],
    });
    const { page, runCommand } = someone.workbench;
    await runCommand('Focus on Files Explorer');
    const row = (name: string) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row('other').click();
    // A click may have closed what VS Code opens by itself.
    if ((await row('other').getAttribute('aria-expanded')) !== 'true')
      await page.keyboard.press('ArrowRight');
    await row('framework.js').dblclick();
    await page.locator('.squiggly-warning').first().waitFor();
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.answerEverything('Agent desktop');
    // That it cannot be searched shows after some seconds; what is planned by then is another thing.
    await someone.wizard.getByText('Create framework.js with the Client ID').waitFor();
    const clientId = await someone.finish();
    const written = await readFile(join(folder.path, 'written'), 'utf8');
    assert.match(written, new RegExp(`^/framework\\.js\\n.*${clientId}`, 's'));
    assert.ok(!written.includes('/other/'), 'the file that was there is as it was');
  });
});
