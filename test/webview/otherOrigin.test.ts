import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { beginLogin, endLogin } from '../../src/core/platform/login.ts';
import { launchChromium } from '../host/chromium.ts';
import { requestsTo } from '../host/steer.ts';
import { useServer } from '../host/useServer.ts';
import { type OrgUnderTest, startOrg } from '../org/client.ts';

/** What somebody might be after: method, path and a form that would be taken if the org itself sent it. */
type Target = { method: 'GET' | 'POST'; path: string; form: Record<string, string> };

describe('The practice org and a page of another origin, in a real browser', () => {
  const server = useServer();
  let browser: Browser;
  let page: Page;
  let org: OrgUnderTest;
  /** The statuses of what the org answered the page. */
  let statuses: number[];

  before(async () => {
    browser = await launchChromium();
  });
  after(async () => await browser.close());
  beforeEach(async () => {
    org = await startOrg();
    page = await browser.newPage();
    statuses = [];
    page.context().on('response', (response) => {
      if (response.url().startsWith(org.baseUrl)) statuses.push(response.status());
    });
  });
  afterEach(async () => {
    await page.context().close();
    await org.close();
  });

  const targets = (): Target[] => [
    { method: 'POST', path: '/practice/reset', form: {} },
    { method: 'GET', path: '/practice/requests', form: {} },
    { method: 'GET', path: '/api/v2/oauth/clients', form: {} },
    {
      method: 'POST',
      path: '/login/oauth/token',
      form: {
        grant_type: 'client_credentials',
        client_id: org.automationClient.id,
        client_secret: org.automationClient.secret,
      },
    },
    {
      method: 'POST',
      path: '/login/oauth/authorize',
      form: {
        client_id: org.signInClient.id,
        redirect_uri: 'http://localhost',
        response_type: 'code',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
        person: 'administrator',
      },
    },
  ];

  for (const name of ['127.0.0.1', 'localhost']) {
    it(`from another port of ${name}: whatever it tries, it reads nothing and changes nothing`, async () => {
      const address = await server.start((_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Elsewhere</title>'),
      );
      await org.automationToken();
      const before = await requestsTo(org);
      await page.goto(address.replace('127.0.0.1', name));
      const read = await page.evaluate(tryEverything, { baseUrl: org.baseUrl, targets: targets() });
      assert.deepEqual(read, []);
      assert.ok(statuses.length >= 5 * targets().length, `${statuses.length} answers`);
      assert.deepEqual([...new Set(statuses)], [403]);
      assert.deepEqual(await requestsTo(org), before);
    });
  }

  it('from an application that sends people to the login page: they sign in, and come back', async () => {
    let link = '';
    const address = await server.start((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><a href="${link}">Log in</a>`),
    );
    const redirectUri = address.replace('127.0.0.1', 'localhost');
    const login = await beginLogin({
      loginUrl: `${org.baseUrl}/login`,
      clientId: org.signInClient.id,
      redirectUri,
    });
    link = login.url.href.replaceAll('&', '&amp;');
    await page.goto(address);
    await page.getByRole('link').click();
    await page.getByRole('button', { name: 'Practice Developer' }).click();
    await page.waitForURL((url) => url.href.startsWith(`${redirectUri}/?`));
    const result = await endLogin(login, new URL(page.url()));
    assert.ok(result.ok, JSON.stringify(result));
  });
});

/** Runs in the page: asks in each way that a page has, waits for each to end, and returns what it could read. */
async function tryEverything({
  baseUrl,
  targets,
}: {
  baseUrl: string;
  targets: Target[];
}): Promise<string[]> {
  const read: string[] = [];
  // Methods, because what compiles the tests wraps each function that has a variable, in something that no page knows.
  const ways = {
    async ended(one: EventTarget, begin: () => unknown) {
      const end = new Promise<unknown>((done) => {
        for (const type of ['load', 'error']) one.addEventListener(type, done, { once: true });
      });
      begin();
      await end;
    },
    async fetch(url: string, init: RequestInit) {
      const answer = await fetch(url, init).catch(() => undefined);
      const text = (await answer?.text()) ?? '';
      if (text !== '') read.push(text);
    },
    async element(tag: 'img' | 'script' | 'iframe', url: string) {
      const made = document.createElement(tag);
      await ways.ended(made, () => {
        made.src = url;
        document.body.append(made);
      });
    },
    async submit(url: string, { method, form }: Target, sandbox: string) {
      const frame = document.createElement('iframe');
      frame.name = `frame ${document.querySelectorAll('iframe').length}`;
      frame.setAttribute('sandbox', sandbox);
      await ways.ended(frame, () => document.body.append(frame));
      const sent = document.createElement('form');
      Object.assign(sent, { method, action: url, target: frame.name });
      for (const [name, value] of Object.entries(form)) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name, value });
        sent.append(field);
      }
      document.body.append(sent);
      await ways.ended(frame, () => sent.submit());
    },
    async listen(url: string) {
      const source = new EventSource(url);
      await ways.ended(source, () => undefined);
      source.close();
    },
  };
  for (const target of targets) {
    const url = baseUrl + target.path;
    const { method } = target;
    const body = method === 'GET' ? {} : { body: new URLSearchParams(target.form) };
    await ways.fetch(url, { method, ...body });
    await ways.fetch(url, { method, ...body, mode: 'no-cors', credentials: 'include' });
    await ways.fetch(url, {
      method,
      ...body,
      mode: 'no-cors',
      referrerPolicy: 'no-referrer',
      keepalive: true,
    });
    await ways.fetch(url, { method: 'PATCH', headers: { authorization: 'Bearer x' } });
    for (const tag of ['img', 'script', 'iframe'] as const) await ways.element(tag, url);
    await ways.submit(url, target, 'allow-forms');
    await ways.submit(url, target, 'allow-forms allow-same-origin');
    await ways.listen(url);
  }
  return read;
}
