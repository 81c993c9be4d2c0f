import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import { PracticeOrgProcess } from '../../src/host/signIn/practiceOrg.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { useServer } from '../host/useServer.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';
import { freePort } from './redirectPort.ts';
import { until } from './until.ts';

describe('The practice org that runs', () => {
  const server = useServer();
  let storage: TemporaryFolder;
  let windows: PracticeOrgProcess[];
  let announcement: string;

  beforeEach(async () => {
    storage = await makeTemporaryFolder('practice-org');
    windows = [];
    announcement = join(storage.path, 'practice-org-running.json');
  });

  afterEach(async () => {
    for (const window of windows) window.dispose();
    await storage.remove();
  });

  function openWindow(): PracticeOrgProcess {
    const context = inMemoryContext(inMemorySecrets(), vscode.Uri.file(storage.path));
    const window = new PracticeOrgProcess(context, createLog());
    windows.push(window);
    return window;
  }

  async function announce(
    baseUrl: string,
    more: { controlToken?: string } = { controlToken: 'any' },
  ): Promise<void> {
    const org = { baseUrl, region: 'mypurecloud.com', people: [], signInClient: { id: 'any' }, ...more };
    await writeFile(announcement, JSON.stringify(org));
  }

  /** A server that is announced as the practice org and answers with this status, as late as a busy computer lets it. */
  async function announceServer(status: number, afterMilliseconds = 0): Promise<string> {
    const baseUrl = await server.start((_, response) => {
      setTimeout(() => response.writeHead(status).end('{}'), afterMilliseconds);
    });
    await announce(baseUrl);
    return baseUrl;
  }

  it('is shared by all windows', async () => {
    const { baseUrl } = await openWindow().reach();
    assert.equal((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('is one, also for windows that need it in the same instant', async () => {
    const [first, second] = [openWindow(), openWindow()];
    const [{ baseUrl }, other] = await Promise.all([first.reach(), second.reach()]);
    assert.equal(other.baseUrl, baseUrl);
    assert.equal((await first.reach()).baseUrl, baseUrl);
    assert.equal((await second.reach()).baseUrl, baseUrl);
  });

  it('is the same one for who must wait for its answer on a busy computer', async () => {
    const baseUrl = await announceServer(200, 3000);
    assert.equal((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('is the one that the window started, when what told the other windows of it is lost', async () => {
    const window = openWindow();
    const { baseUrl } = await window.reach();
    await rm(announcement);
    assert.equal((await window.reach()).baseUrl, baseUrl);
    assert.equal((await openWindow().reach()).baseUrl, baseUrl, 'the other windows are told again');
  });

  it('is looked for without being started', async () => {
    assert.equal(await openWindow().whereItRuns(), undefined);
    assert.equal(await openWindow().whereItRuns(), undefined, 'the look before started nothing');
    const window = openWindow();
    const { baseUrl } = await window.reach();
    for (const each of [window, openWindow()]) assert.equal((await each.whereItRuns())?.baseUrl, baseUrl);
  });

  it('is started anew when the window that started it was closed', async () => {
    const first = openWindow();
    const { baseUrl } = await first.reach();
    first.dispose();
    const other = openWindow();
    await until(async () => (await other.reach()).baseUrl !== baseUrl);
  });

  it('is started anew when nothing, or another program, listens where it was', async () => {
    const former = `http://127.0.0.1:${await freePort()}`;
    await announce(former);
    assert.notEqual((await openWindow().reach()).baseUrl, former);
    const baseUrl = await announceServer(404);
    assert.notEqual((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('is started anew beside one of an older version, which nobody can steer any more', async () => {
    const older = await announceServer(200);
    await announce(older, {});
    assert.notEqual((await openWindow().reach()).baseUrl, older);
  });

  it('is started anew when the control token that was told is not its own', async () => {
    const window = openWindow();
    const { baseUrl, controlToken } = await window.reach();
    await announce(baseUrl, { controlToken: 'of another one' });
    assert.equal((await window.reach()).controlToken, controlToken, 'who started it knows better');
    assert.notEqual((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('tells its control token to windows of this account only', async function () {
    if (process.platform === 'win32') return this.skip();
    const { controlToken } = await openWindow().reach();
    assert.ok((await readFile(announcement, 'utf8')).includes(controlToken));
    assert.equal((await stat(announcement)).mode & 0o077, 0);
  });
});
