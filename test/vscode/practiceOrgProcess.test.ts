import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import { steer } from '../../src/host/signIn/practiceOrg.ts';
import { UnusableState } from '../../src/host/signIn/practiceOrgProcess.ts';
import { PracticeOrgs } from '../../src/host/signIn/practiceOrgs.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { useServer } from '../host/useServer.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';
import { freePort } from './redirectPort.ts';
import { until } from './until.ts';

describe('The practice org that runs', () => {
  const server = useServer();
  let storage: TemporaryFolder;
  let windows: PracticeOrgs[];
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

  function openWindow(): PracticeOrgs {
    const context = inMemoryContext(inMemorySecrets(), vscode.Uri.file(storage.path));
    const window = new PracticeOrgs(context, createLog());
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

  /** A server that is announced as the practice org, and gives this answer, as late as a busy computer lets it. */
  async function announceServer(
    answer: (request: IncomingMessage) => { status?: number; proof?: string },
    afterMilliseconds = 0,
  ): Promise<string> {
    const baseUrl = await server.start((request, response) => {
      const { status = 200, ...body } = answer(request);
      setTimeout(() => response.writeHead(status).end(JSON.stringify(body)), afterMilliseconds);
    });
    await announce(baseUrl);
    return baseUrl;
  }

  /** Shows that it is the one with this control token. */
  function proving(controlToken: string): (request: IncomingMessage) => { proof: string } {
    return ({ url }) => {
      const challenge = new URL(url ?? '', 'http://localhost').searchParams.get('challenge') ?? '';
      return { proof: createHmac('sha256', controlToken).update(challenge).digest('hex') };
    };
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
    const baseUrl = await announceServer(proving('any'), 3000);
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
    assert.equal(await openWindow().whereItRuns('mypurecloud.com'), undefined);
    assert.equal(
      await openWindow().whereItRuns('mypurecloud.com'),
      undefined,
      'the look before started nothing',
    );
    const window = openWindow();
    const { baseUrl } = await window.reach();
    for (const each of [window, openWindow()])
      assert.equal((await each.whereItRuns('mypurecloud.com'))?.baseUrl, baseUrl);
  });

  it('is started anew when the window that started it was closed', async () => {
    const first = openWindow();
    const { controlToken } = await first.reach();
    first.dispose();
    const other = openWindow();
    await until(async () => (await other.reach()).controlToken !== controlToken);
  });

  it('has the address of before, in the same window and after a restart', async () => {
    const first = openWindow();
    const { baseUrl } = await first.reach();
    first.dispose();
    const restarted = openWindow();
    assert.equal((await restarted.reach()).baseUrl, baseUrl);
    assert.equal((await openWindow().reach()).baseUrl, baseUrl);
  });

  it('is started where it was when nothing listens there any more, and elsewhere beside another program', async () => {
    const former = `http://127.0.0.1:${await freePort()}`;
    await announce(former);
    assert.equal((await openWindow().reach()).baseUrl, former);
    const baseUrl = await announceServer(() => ({ status: 404 }));
    const now = (await openWindow().reach()).baseUrl;
    assert.notEqual(now, baseUrl);
    assert.equal((await openWindow().reach()).baseUrl, now, 'which is remembered');
  });

  it('sends nothing to a program that has got its port and says yes to everything', async () => {
    const asked: string[] = [];
    const baseUrl = await announceServer(({ method, url, headers }) => {
      asked.push(`${method} ${url?.split('?')[0]} ${headers.authorization}`);
      return { proof: 'yes' };
    });
    assert.equal(await openWindow().whereItRuns('mypurecloud.com'), undefined);
    assert.notEqual((await openWindow().reach()).baseUrl, baseUrl);
    assert.deepEqual(new Set(asked), new Set(['GET /practice/identity undefined']));
  });

  it('is started anew beside one of an older version, which nobody can steer any more', async () => {
    const older = await announceServer(proving('any'));
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

  describe('what it holds', () => {
    for (const broken of ['{"version":1,"divi', '{"version":99}']) {
      it(`is of no use: that is said as it is, trying again changes nothing, and a reset begins anew: ${broken}`, async () => {
        const state = join(storage.path, 'practice-org.json');
        await writeFile(state, broken);
        const window = openWindow();
        await assert.rejects(async () => await window.reach(), UnusableState);
        await assert.rejects(async () => await openWindow().reach(), UnusableState);
        assert.equal(await readFile(state, 'utf8'), broken, 'it is left as it is');
        const aside = await window.reset('mypurecloud.com');
        assert.ok(aside !== undefined);
        assert.equal(await readFile(aside, 'utf8'), broken, 'nothing is lost');
        assert.ok(await window.whereItRuns('mypurecloud.com'));
      });
    }

    it('is there again after the org was killed, at the same address', async function () {
      if (process.platform !== 'linux') return this.skip();
      const window = openWindow();
      const { baseUrl, ...org } = await window.reach();
      await steer({ baseUrl, ...org }, 'PATCH switches', { body: { scimRoleAltered: true } });
      await killOrgsOf(storage.path);
      const again = await openWindow().reach();
      assert.equal(again.baseUrl, baseUrl);
      assert.notEqual(again.controlToken, org.controlToken);
      const switches = JSON.parse(await steer(again, 'GET switches'));
      assert.equal(switches.scimRoleAltered, true);
    });
  });

  describe('in a second region', () => {
    const TOKYO = 'mypurecloud.jp';

    it('is there once it was started, in every window and after a restart, and nobody has it before', async () => {
      const first = openWindow();
      assert.deepEqual(await first.regions(), ['mypurecloud.com']);
      const [home, tokyo] = await Promise.all([first.reach(), first.reach(TOKYO)]);
      assert.equal(tokyo.region, TOKYO);
      assert.notEqual(tokyo.baseUrl, home.baseUrl);
      const second = openWindow();
      assert.deepEqual(await second.regions(), ['mypurecloud.com', TOKYO]);
      assert.equal((await second.reach(TOKYO)).baseUrl, tokyo.baseUrl);
      assert.equal((await second.reach()).baseUrl, home.baseUrl);
      first.dispose();
      const restarted = openWindow();
      assert.equal((await restarted.reach(TOKYO)).baseUrl, tokyo.baseUrl);
      assert.equal((await restarted.reach()).baseUrl, home.baseUrl);
    });

    it('is reset alone', async () => {
      const window = openWindow();
      const alter = { body: { scimRoleAltered: true } };
      for (const region of ['mypurecloud.com', TOKYO])
        await steer(await window.reach(region), 'PATCH switches', alter);
      assert.equal(await window.reset(TOKYO), undefined);
      const isAltered = async (region: string) =>
        JSON.parse(await steer(await window.reach(region), 'GET switches')).scimRoleAltered;
      assert.equal(await isAltered(TOKYO), false);
      assert.equal(await isAltered('mypurecloud.com'), true);
    });

    it('is none where a file names a region that there is not: no file is made for it', async () => {
      const window = openWindow();
      assert.equal(await window.whereItRuns('../../elsewhere'), undefined);
      await assert.rejects(async () => await window.reach('../../elsewhere'));
      assert.deepEqual(await readdir(storage.path), []);
    });
  });
});

/** Kills the programs whose command line names this folder, as nothing but a crash would. */
async function killOrgsOf(folder: string): Promise<void> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const id of processes) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('practiceOrg.js') && command.includes(folder)) process.kill(Number(id), 'SIGKILL');
  }
}
