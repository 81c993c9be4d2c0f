import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { type Loopback, listenForReturn, returnPage } from '../../../src/host/signIn/loopback.ts';

const RIGHT = '/?code=a-code&state=right';
const LAST = '/?code=the-last&state=right';
const hasIPv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

describe('waiting for the browser on a port of this computer', () => {
  const open: { close(): void }[] = [];
  afterEach(() => {
    for (const { close } of open.splice(0)) close();
  });

  async function listen(port = 0): Promise<Loopback> {
    const loopback = await tryToListen(port);
    assert.ok('port' in loopback, 'the port is in use');
    return loopback;
  }

  async function tryToListen(port: number) {
    const accepts = ({ searchParams }: URL) =>
      searchParams.get('state') === 'right' && searchParams.has('code');
    const loopback = await listenForReturn({ port, accepts, page: (kind) => returnPage(kind, 'en') });
    if ('close' in loopback) open.push(loopback);
    return loopback;
  }

  it('refuses another login, an address without a code and one without anything, and keeps waiting', async () => {
    const { port, returned } = await listen();
    for (const path of ['/?code=a-code&state=wrong', '/?state=right', '/']) {
      const { status, body } = await get(port, path);
      assert.equal(status, 400, path);
      assert.match(body, /not the login that VS Code waits for/);
    }
    await assertStillWaits({ port, returned });
  });

  it('answers nobody who calls this computer by another name', async () => {
    const { port, returned } = await listen();
    for (const host of ['evil.example', `evil.example:${port}`, `localhost.evil.example:${port}`, ':1']) {
      const { status, body } = await get(port, RIGHT, { host });
      assert.deepEqual({ status, body }, { status: 403, body: '' }, host);
    }
    await assertStillWaits({ port, returned });
  });

  it('answers only a GET of "/"', async () => {
    const { port, returned } = await listen();
    for (const path of ['/favicon.ico', '/other?code=a-code&state=right', `//evil.example${RIGHT}`]) {
      assert.equal((await get(port, path)).status, 404, path);
    }
    for (const method of ['HEAD', 'POST', 'OPTIONS']) {
      assert.equal((await get(port, RIGHT, { method })).status, 404, method);
    }
    await assertStillWaits({ port, returned });
  });

  it('survives a request that is none', async () => {
    const { port, returned } = await listen();
    await tell(port, 'GET http://evil.example/?code=a-code&state=right HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await tell(port, 'GET / HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n');
    await tell(port, 'rubbish\r\n\r\n');
    await get(port, RIGHT);
    await returned;
  });

  it('says so when the port is in use', async () => {
    const { port } = await listen();
    assert.deepEqual(await tryToListen(port), { kind: 'port-in-use' });
  });

  it('says so when the port is in use for IPv6 only, and keeps nothing of it', async function () {
    if (!hasIPv6) this.skip();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '::1', resolve));
    open.push({ close: () => other.close() });
    const address = other.address();
    assert.ok(typeof address === 'object' && address !== null);
    assert.deepEqual(await tryToListen(address.port), { kind: 'port-in-use' });
    await assert.rejects(get(address.port, RIGHT), { code: 'ECONNREFUSED' });
  });

  it('rejects when it cannot listen for another reason', async () => {
    await assert.rejects(tryToListen(65_536), { code: 'ERR_SOCKET_BAD_PORT' });
  });

  it('takes any free port, two at a time, each for its own', async () => {
    const [one, two] = await Promise.all([listen(), listen()]);
    assert.ok(one.port > 0 && two.port > 0 && one.port !== two.port);
    await get(two.port, RIGHT);
    await two.returned;
    await assertStillWaits(one);
  });

  it('hands over the address as the browser asked for it', async () => {
    const { port, returned } = await listen();
    await get(port, '/?code=a%2Bb%20c&state=right');
    assert.equal((await returned).href, `http://localhost:${port}/?code=a%2Bb%20c&state=right`);
  });

  it('is reached through IPv4', async () => {
    const { port } = await listen();
    assert.equal((await get(port, RIGHT, { address: '127.0.0.1' })).status, 200);
  });

  it('is reached through IPv6', async function () {
    if (!hasIPv6) this.skip();
    const { port } = await listen();
    assert.equal((await get(port, RIGHT, { address: '::1', host: `[::1]:${port}` })).status, 200);
  });

  it('is reached through a tunnel from another port', async () => {
    const { port, returned } = await listen();
    assert.equal((await get(port, RIGHT, { host: 'localhost:1' })).status, 200);
    await returned;
  });

  it('keeps the first of two right answers', async () => {
    const { port, returned } = await listen();
    await get(port, RIGHT);
    await get(port, '/?code=another&state=right');
    assert.equal((await returned).searchParams.get('code'), 'a-code');
  });

  it('shows a page that may do nothing, stays nowhere, and comes through though the port is closed next', async () => {
    const loopback = await listen();
    const closed = loopback.returned.then(loopback.close);
    const { status, body, headers } = await get(loopback.port, RIGHT);
    await closed;
    assert.equal(status, 200);
    assert.match(body, /Go back to VS Code[\s\S]*<\/html>/);
    assert.doesNotMatch(body, /<script|a-code/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri/,
    );
  });

  it('closes at once, though a connection is open, and frees the port', async () => {
    const { port, close } = await listen();
    const idle = connect(port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    // Connections are taken one after the other, so the idle one was before this is answered.
    await get(port, '/');
    const ended = new Promise((resolve) => idle.once('close', resolve).on('error', () => {}));
    close();
    await ended;
    await assert.rejects(get(port, RIGHT), { code: 'ECONNREFUSED' });
    assert.equal((await listen(port)).port, port);
  });
});

type Answer = { status: number | undefined; body: string; headers: NodeJS.Dict<string | string[]> };

/** Fails when any answer so far was taken: the first one that is taken stays. */
async function assertStillWaits({ port, returned }: Pick<Loopback, 'port' | 'returned'>): Promise<void> {
  await get(port, LAST);
  assert.equal((await returned).searchParams.get('code'), 'the-last');
}

/** Asks as a browser would, or as one that was led astray. */
async function get(
  port: number,
  path: string,
  { method = 'GET', host = `localhost:${port}`, address = '127.0.0.1' } = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const asking = request({ host: address, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }));
    });
    asking.on('error', reject).end();
  });
}

/** Sends bytes as they are and waits until the connection ends. */
async function tell(port: number, bytes: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('error', () => {}).on('close', () => resolve());
    socket.resume();
  });
}
