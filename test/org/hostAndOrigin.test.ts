import assert from 'node:assert/strict';
import { requestsTo, steer } from '../host/steer.ts';
import { type Asked, ask } from './ask.ts';
import { basic, type OrgUnderTest, startOrg } from './client.ts';
import { redirectUri, useLogin } from './useLogin.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const clients = '/api/v2/oauth/clients';

describe('practice org and the pages of strangers', () => {
  const { org, request } = useLogin();

  const port = () => new URL(org().baseUrl).port;
  const own = () => ({ host: `127.0.0.1:${port()}`, origin: `http://127.0.0.1:${port()}` });
  const asked = async (what: Asked) => await ask(org().baseUrl, what);
  const received = async () => await requestsTo(org());

  // So that a reset, and whatever else is carried out, shows in what the org received.
  beforeEach(async () => void (await org().automationToken()));

  describe('by the name they use', () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LocalHost']) {
      it(`answers to ${name}, with any port and without one`, async () => {
        for (const host of [`${name}:${port()}`, `${name}:1`, name]) {
          const { status } = await asked({ path: '/api/v2/oauth/scopes', headers: { host } });
          assert.equal(status, 401, 'as far as the token');
        }
      });
    }

    const strangers = [
      'practice.example',
      'localhost.example:8080',
      '127.0.0.1.nip.example',
      '127.0.0.2',
      '0.0.0.0',
      'localhost.',
      '[::2]',
    ];
    for (const host of strangers) {
      it(`refuses ${host} with a sentence, and does nothing`, async () => {
        const headers = { ...basic(org().automationClient), ...FORM, host };
        const before = await received();
        for (const path of ['/login/oauth/token', '/practice/reset', clients]) {
          const answer = await asked({
            method: 'POST',
            path,
            headers,
            body: 'grant_type=client_credentials',
          });
          assert.equal(answer.status, 421);
          assert.match(
            answer.text,
            /^The practice org answers only to the names [^\n]+ --allow-host NAME [^\n]+\n$/,
          );
        }
        assert.deepEqual(await received(), before);
      });
    }

    it('answers to a name that is allowed while it runs, by whoever has its control token, and to no other', async () => {
      const own = await startOrg();
      const statusFor = async (host: string) =>
        (await ask(own.baseUrl, { path: '/api/v2/oauth/scopes', headers: { host } })).status;
      assert.equal(await statusFor('code.example:8443'), 421);
      await steer(own, 'POST', 'hosts', { name: 'Code.example' });
      assert.equal(await statusFor('code.example:8443'), 401, 'as far as the token');
      assert.equal(await statusFor('other.example'), 421);
      for (const name of ['*', '', 'code.example:8443', 'https://code.example'])
        await assert.rejects(steer(own, 'POST', 'hosts', { name }), /400/);
      await own.close();
    });
  });

  describe('by the origin they name', () => {
    const strangers: [string, Record<string, string>][] = [
      ['another site', { origin: 'https://evil.example' }],
      ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
      ['another name of this computer', { origin: 'http://localhost' }],
      ['nobody knows where', { origin: 'null' }],
      ['a frame of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
      ['an image of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
      ['an image of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
      ['a link of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ];
    for (const [what, headers] of strangers) {
      it(`refuses ${what} with a sentence, and does nothing`, async () => {
        const before = await received();
        for (const [method, path] of [
          ['OPTIONS', clients],
          ['GET', clients],
          ['POST', clients],
          ['POST', '/practice/reset'],
        ] as const) {
          const answer = await asked({ method, path, headers });
          assert.equal(answer.status, 403, `${method} ${path}`);
          assert.match(
            answer.text,
            /^The practice org answers no page [^\n]+ --allow-origin ORIGIN [^\n]+\n$/,
          );
          assert.equal(answer.headers['access-control-allow-origin'], undefined);
        }
        assert.deepEqual(await received(), before);
      });
    }

    it('answers its own pages, by whichever name they were opened', async () => {
      for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
        const host = `${name}:${port()}`;
        const { status } = await asked({ path: clients, headers: { host, origin: `http://${host}` } });
        assert.equal(status, 401, 'as far as the token');
      }
    });
  });

  describe('at a login page', () => {
    const path = '/login/oauth/authorize';
    const form = () => new URLSearchParams({ ...request(), person: 'developer' }).toString();
    const page = () => `${path}?${new URLSearchParams(request())}`;

    const welcome: [string, () => Record<string, string>][] = [
      ['from the page itself', () => ({ origin: own().origin, 'sec-fetch-site': 'same-origin' })],
      // Its policy is to send no referrer; then browsers send no origin either.
      [
        'from the page itself, as browsers send it',
        () => ({ origin: 'null', 'sec-fetch-site': 'same-origin' }),
      ],
      ['from the page in a browser that says no more', () => ({ origin: 'null' })],
      ['by a program', () => ({})],
    ];
    for (const [what, headers] of welcome) {
      it(`takes the form that is sent ${what}, and leads back to the application`, async () => {
        const answer = await asked({
          method: 'POST',
          path,
          headers: { ...FORM, ...headers() },
          body: form(),
        });
        assert.equal(answer.status, 302);
        assert.ok(answer.headers.location?.startsWith(`${redirectUri}?code=`));
      });
    }

    for (const site of ['cross-site', 'same-site', 'none']) {
      it(`is shown to whoever is sent there by a link (${site})`, async () => {
        const headers = {
          'sec-fetch-site': site,
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        };
        assert.equal((await asked({ path: page(), headers })).status, 200);
      });
    }

    it('is not shown in a frame of another site', async () => {
      const headers = {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
      };
      assert.equal((await asked({ path: page(), headers })).status, 403);
    });

    const foreign: [string, Record<string, string>][] = [
      ['a form of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      ['a form of another site without its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
      ['a form of another port without its origin', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ];
    for (const [what, headers] of foreign) {
      it(`refuses ${what}, and signs nobody in`, async () => {
        const navigating = { ...FORM, ...headers, 'sec-fetch-dest': 'document' };
        const answer = await asked({ method: 'POST', path, headers: navigating, body: form() });
        assert.equal(answer.status, 403);
        assert.equal(answer.headers.location, undefined);
      });
    }
  });
});

describe('practice org with others allowed', () => {
  const app = 'https://app.example';
  let org: OrgUnderTest;

  before(async () => {
    org = await startOrg({ allowedHosts: ['practice.example'], allowedOrigins: [app] });
  });
  after(() => org.close());

  it('answers to the name, with any port, and to no other', async () => {
    const status = async (host: string) =>
      (await ask(org.baseUrl, { path: clients, headers: { host } })).status;
    assert.equal(await status('practice.example'), 401);
    assert.equal(await status('Practice.example:443'), 401);
    assert.equal(await status('www.practice.example'), 421);
  });

  it('tells the browser that a page of the origin may send what it wants to, and lets it read the answer', async () => {
    const preflight = await ask(org.baseUrl, {
      method: 'OPTIONS',
      path: clients,
      headers: {
        origin: app,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers['access-control-allow-origin'], app);
    assert.match(preflight.headers['access-control-allow-methods'] ?? '', /\bPUT\b/);
    assert.equal(preflight.headers['access-control-allow-headers'], 'authorization,content-type');

    const authorization = `Bearer ${await org.automationToken()}`;
    const answer = await ask(org.baseUrl, { path: clients, headers: { origin: app, authorization } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], app);
    assert.match(answer.headers['access-control-expose-headers'] ?? '', /\bRetry-After\b/);
    assert.match(answer.headers.vary ?? '', /\bOrigin\b/);
  });

  it('lets it read a refusal, too', async () => {
    const answer = await ask(org.baseUrl, { path: clients, headers: { origin: app } });
    assert.equal(answer.status, 401);
    assert.equal(answer.headers['access-control-allow-origin'], app);
  });

  it('refuses an origin that only begins alike', async () => {
    const origin = `${app}.evil.example`;
    assert.equal((await ask(org.baseUrl, { path: clients, headers: { origin } })).status, 403);
  });
});
