import assert from 'node:assert/strict';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import { type Browser, systemBrowser } from '../../src/host/signIn/browser.ts';
import { reachedByBrowser } from '../../src/host/signIn/practiceLoginPage.ts';
import type { PracticeOrg } from '../../src/core/signIn/practiceOrg.ts';
import { PracticeOrgs } from '../../src/host/signIn/practiceOrgs.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';

/** The name under which somebody has a VS Code in the browser. */
const NAME = 'code.example';

describe('A login page of the practice org where VS Code is in the browser', () => {
  let storage: TemporaryFolder;
  let practiceOrgs: PracticeOrgs;
  let org: PracticeOrg;
  let page: URL;

  beforeEach(async () => {
    storage = await makeTemporaryFolder('practice-org');
    const context = inMemoryContext(inMemorySecrets(), vscode.Uri.file(storage.path));
    practiceOrgs = new PracticeOrgs(context, createLog());
    org = await practiceOrgs.reach('mypurecloud.jp');
    const asked = new URLSearchParams({
      client_id: org.signInClient.id,
      response_type: 'code',
      redirect_uri: 'http://localhost',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      state: 'of the test',
    });
    page = new URL(`${org.baseUrl}/login/oauth/authorize?${asked}`);
  });

  afterEach(async () => {
    practiceOrgs.dispose();
    await storage.remove();
  });

  const browserAt = (external: string): Browser => ({
    works: true,
    open: async () => true,
    external: async (port) => new URL(external.replace('PORT', String(port))),
  });
  const reached = async (browser: Browser, place: 'web' | 'remote' | 'desktop' = 'web') =>
    await reachedByBrowser(
      page,
      { practiceOrgs },
      { browser, environment: () => ({ place, browser: true }) },
    );

  /**
   * Asks as VS Code's server does for somebody who calls it by this name: it leaves the name as it is, as http-proxy does
   * by itself, and takes away the path under which it passes on.
   */
  async function askAs(host: string, path: string, form?: URLSearchParams): Promise<Answer> {
    const asking = request({
      host: '127.0.0.1',
      port: page.port,
      path: path.replace(`/proxy/${page.port}`, ''),
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        host,
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': 'document',
        ...(form !== undefined && { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    asking.end(form?.toString());
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asking.once('response', resolve).once('error', reject);
    });
    return { status: answer.statusCode, location: answer.headers.location, text: await text(answer) };
  }

  it('is reached under the name of VS Code, by which the org was called by nobody before', async () => {
    const through = `/proxy/${page.port}${page.pathname}${page.search}`;
    assert.equal((await askAs(NAME, through)).status, 421);
    const there = await reached(browserAt(`https://${NAME}/proxy/PORT/`));
    assert.equal(there.href, `https://${NAME}${through}`);
    const shown = await askAs(NAME, there.pathname + there.search);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Who do you want to be\?/);
    const form = new URLSearchParams(page.search);
    form.set('person', 'administrator');
    const { status, location } = await askAs(NAME, there.pathname, form);
    assert.equal(status, 302);
    assert.match(location ?? '', /^http:\/\/localhost\?code=/);
  });

  it('lets nobody in under another name', async () => {
    const there = await reached(browserAt(`https://${NAME}/proxy/PORT/`));
    for (const host of ['stranger.example', `sub.${NAME}`, `${NAME}.stranger.example`])
      assert.equal((await askAs(host, there.pathname + there.search)).status, 421, host);
  });

  it('is reached at a port of its own, where VS Code forwards it to one', async () => {
    const there = await reached(browserAt('https://name-PORT.app.example/'));
    assert.equal(there.href, `https://name-${page.port}.app.example${page.pathname}${page.search}`);
  });

  it('is where VS Code says that it is', async function () {
    if (vscode.env.uiKind !== vscode.UIKind.Web) return this.skip();
    const there = await reached(systemBrowser());
    const answer = await fetch(there);
    assert.equal(answer.status, 200, there.href);
    assert.match(await answer.text(), /Who do you want to be\?/);
  });

  it('stays as it is on a desktop, and so does every page of a real login host', async () => {
    const browser = browserAt(`https://${NAME}/proxy/PORT/`);
    for (const place of ['desktop', 'remote'] as const)
      assert.equal((await reached(browser, place)).href, page.href);
    page = new URL('https://login.mypurecloud.jp/oauth/authorize?client_id=any');
    assert.equal((await reached(browser)).href, page.href);
  });
});

type Answer = { status: number | undefined; location: string | undefined; text: string };
