import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import { PracticeOrgProcess } from '../../src/host/signIn/practiceOrg.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { freePort } from './redirectPort.ts';
import { inMemoryContext, inMemorySecrets } from './rehearsal.ts';
import { until } from './until.ts';

describe('The practice org that runs', () => {
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

  async function announce(port: number): Promise<string> {
    const baseUrl = `http://127.0.0.1:${port}`;
    const org = { baseUrl, region: 'mypurecloud.com', people: [], signInClient: { id: 'any' } };
    await writeFile(announcement, JSON.stringify(org));
    return baseUrl;
  }

  /** Does this while a server answers with this status, as late as a busy computer lets it. */
  async function listening(
    status: number,
    afterMilliseconds: number,
    work: (baseUrl: string) => Promise<void>,
  ): Promise<void> {
    const server = createServer((_, response) => {
      setTimeout(() => response.writeHead(status).end('{}'), afterMilliseconds);
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    try {
      await work(await announce(port));
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  it('is shared by all windows', async () => {
    const { baseUrl } = await openWindow().reach();
    assert.equal((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('is the same one for who must wait for its answer on a busy computer', async () => {
    await listening(200, 3000, async (baseUrl) => {
      assert.equal((await openWindow().reach()).baseUrl, baseUrl);
    });
  });

  it('is the one that the window started, when what told the other windows of it is lost', async () => {
    const window = openWindow();
    const { baseUrl } = await window.reach();
    await rm(announcement);
    assert.equal((await window.reach()).baseUrl, baseUrl);
    assert.equal((await openWindow().reach()).baseUrl, baseUrl, 'the other windows are told again');
  });

  it('is started anew when the window that started it was closed', async () => {
    const first = openWindow();
    const { baseUrl } = await first.reach();
    first.dispose();
    const other = openWindow();
    await until(async () => (await other.reach()).baseUrl !== baseUrl);
  });

  it('is started anew when nothing, or another program, listens where it was', async () => {
    const former = await announce(await freePort());
    assert.notEqual((await openWindow().reach()).baseUrl, former);
    await listening(404, 0, async (baseUrl) => {
      assert.notEqual((await openWindow().reach()).baseUrl, baseUrl);
    });
  });
});
