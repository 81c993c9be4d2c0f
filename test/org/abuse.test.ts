import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { steer } from '../host/steer.ts';
import { ask } from './ask.ts';
import { type OrgUnderTest, startOrg } from './client.ts';

const clients = '/api/v2/oauth/clients';
const roles = '/api/v2/authorization/roles';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('practice org under abuse', function () {
  this.timeout(60_000);
  let org: OrgUnderTest;
  let token: string;
  let folder: string;

  async function start(options: Parameters<typeof startOrg>[0] = {}): Promise<void> {
    org = await startOrg(options);
    await org.turn({ callsPerMinute: 1_000_000 });
    token = await org.automationToken();
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'practice-org-'));
  });
  afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  const bearer = (): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const isAlive = async () => (await org.call(token, 'GET', '/api/v2/tokens/me')).status === 200;

  /** Who takes a body: its path, and the headers that get it so far. */
  const takers: [string, string, () => Record<string, string>][] = [
    ['POST', clients, () => ({ ...bearer(), ...JSON_TYPE })],
    ['POST', '/api/v2/scim/v2/users', () => ({ ...bearer(), ...JSON_TYPE })],
    ['POST', '/login/oauth/token', () => FORM],
    ['POST', '/login/oauth/authorize', () => FORM],
    ['PATCH', '/practice/switches', () => ({ authorization: `Bearer ${org.controlToken}` })],
  ];

  describe('with a body that does not end', () => {
    beforeEach(() => start());

    for (const [method, path, headers] of takers) {
      it(`${method} ${path}: 413 long before it has all been sent`, async () => {
        const piece = Buffer.alloc(65_536, 'x');
        const sent = request(org.baseUrl + path, { method, headers: headers(), agent: false });
        const answered = once(sent, 'response');
        answered.catch(() => undefined);
        let bytes = 0;
        let isAnswered = false;
        sent.on('response', () => {
          isAnswered = true;
        });
        sent.on('error', () => undefined);
        while (!isAnswered && bytes < 50_000_000) {
          bytes += piece.byteLength;
          await new Promise((written) => sent.write(piece, written));
        }
        const [answer] = await answered;
        assert.equal(answer.statusCode, 413);
        assert.ok(bytes < 20_000_000, `${bytes} bytes`);
        sent.destroy();
        assert.ok(await isAlive());
      });
    }
  });

  describe('with JSON that is nested too deep', () => {
    beforeEach(() => start({ stateFile: join(folder, 'state.json') }));

    const deep = (text: [string, string], levels: number, inside = '1') =>
      text[0].repeat(levels) + inside + text[1].repeat(levels);
    const policy = (node: string) =>
      `{"name":"Deep","permissionPolicies":[{"domain":"d","entityName":"e","actionSet":["a"],"resourceConditionNode":${node}}]}`;
    const bodies: [string, string][] = [
      ['a megabyte of [', '['.repeat(1_000_000)],
      ['arrays in arrays', deep(['[', ']'], 200_000)],
      ['objects in objects', deep(['{"a":', '}'], 80_000)],
      ['a condition in conditions', policy(deep(['{"terms":[', ']}'], 20_000))],
    ];
    for (const [what, body] of bodies) {
      it(`${what}: 400 at once, and what was there can still be saved`, async () => {
        const jsonTakers: typeof takers = [
          ...takers.filter(([, path]) => !path.startsWith('/login/')),
          ['POST', roles, () => ({ ...bearer(), ...JSON_TYPE })],
        ];
        for (const [method, path, headers] of jsonTakers) {
          const begun = performance.now();
          const answer = await ask(org.baseUrl, { method, path, headers: headers(), body });
          assert.equal(answer.status, 400, `${method} ${path}: ${answer.text}`);
          assert.ok(performance.now() - begun < 2000);
        }
        assert.equal(
          (
            await org.call(token, 'POST', clients, {
              name: 'A',
              authorizedGrantType: 'CODE',
              scope: ['users'],
            })
          ).status,
          200,
        );
      });
    }

    it('what is no nesting, but looks like it, is taken', async () => {
      const name = `${'['.repeat(500)}\\"${'{'.repeat(500)}"`;
      const draft = { name, authorizedGrantType: 'CODE', scope: ['users'] };
      assert.equal((await org.call(token, 'POST', clients, draft)).at('name'), name);
      const list = Array.from({ length: 1000 }, () => 'users');
      assert.equal((await org.call(token, 'POST', clients, { ...draft, scope: list })).status, 200);
    });
  });

  it('with headers that are too long: 431, and all is well', async () => {
    await start();
    const answer = await ask(org.baseUrl, {
      path: clients,
      headers: { ...bearer(), 'x-long': 'x'.repeat(20_000) },
    });
    assert.equal(answer.status, 431);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x-${n}`, 'y']));
    assert.equal((await ask(org.baseUrl, { path: clients, headers: many })).status, 431);
    assert.ok(await isAlive());
  });

  describe('by who is slow', () => {
    const limits = { headersMs: 300, requestMs: 600 };
    const begun: [string, string][] = [
      ['says nothing', ''],
      ['does not end a header', 'GET /api/v2/tokens/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
      [
        'does not end the body',
        'POST /login/oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\ngrant_type=',
      ],
    ];
    for (const [what, text] of begun) {
      it(`${what}: the connection is closed`, async () => {
        await start({ limits });
        const socket = open(org);
        socket.write(text);
        const answer: Buffer[] = [];
        socket.on('data', (bytes) => answer.push(bytes));
        await once(socket, 'close');
        assert.match(Buffer.concat(answer).toString(), /^HTTP\/1\.1 408 /);
        assert.ok(await isAlive());
      });
    }
  });

  it('with thousands of connections: those who have one are served, and all when they are gone', async () => {
    await start({ limits: { connections: 100, headersMs: 60_000 } });
    const first = open(org);
    await once(first, 'connect');
    const others = Array.from({ length: 99 }, () => open(org));
    await Promise.all(others.map((socket) => once(socket, 'connect')));
    for (let n = 0; n < 3_000; n += 100) {
      const refused = Array.from({ length: 100 }, () => open(org).resume());
      await Promise.all(refused.map((socket) => once(socket, 'close')));
    }
    first.write(
      `GET /api/v2/tokens/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
    const [answer] = await once(first, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 200 /);
    for (const socket of [first, ...others]) socket.destroy();
    assert.ok(await isAlive());
  });

  it('with many sign-ins: the oldest end, the newest do not', async () => {
    await start({ limits: { signIns: 20 } });
    const tokens: string[] = [];
    for (let n = 0; n < 30; n++) tokens.push(await org.signIn('developer'));
    const status = async (of: string | undefined) =>
      (await org.call(of ?? '', 'GET', '/api/v2/users/me')).status;
    assert.equal(await status(tokens.at(0)), 401);
    assert.equal(await status(tokens.at(9)), 401);
    assert.equal(await status(tokens.at(-20)), 200);
    assert.equal(await status(tokens.at(-1)), 200);
  });

  it('with many requests: the log has the last thousand', async () => {
    await start();
    for (let n = 0; n < 1100; n++) await ask(org.baseUrl, { path: `/api/v2/${n}` });
    const logged: { path: string }[] = await (await steer(org, 'GET', 'requests')).json();
    assert.equal(logged.length, 1000);
    assert.equal(logged.at(-1)?.path, '/api/v2/1099');
  });

  it('with many things: it refuses more, says that this is its own limit, and goes on once something is deleted', async () => {
    await start({ limits: { worldSize: 3_000_000 } });
    const draft = {
      name: 'Long',
      description: 'x'.repeat(100_000),
      authorizedGrantType: 'CODE',
      scope: ['users'],
      state: 'active',
    };
    const create = async () =>
      await ask(org.baseUrl, {
        method: 'POST',
        path: clients,
        headers: { ...bearer(), ...JSON_TYPE },
        body: JSON.stringify(draft),
      });
    const ids: string[] = [];
    let answer = await create();
    for (; answer.status === 200 && ids.length < 100; answer = await create())
      ids.push(JSON.parse(answer.text).id);
    assert.equal(answer.status, 507);
    assert.match(answer.text, /^The practice org holds as much as it can\. [^\n]+\n$/);
    assert.ok(ids.length > 10);
    assert.equal((await create()).status, 507, 'and again');

    for (const id of ids.slice(0, 5)) {
      const read = await org.call(token, 'GET', `${clients}/${id}`);
      assert.equal(read.status, 200, 'what is there can be read');
      const asked = { ...draft, description: '', state: 'inactive' };
      assert.equal((await org.call(token, 'PUT', `${clients}/${id}`, asked)).status, 200);
      assert.ok((await org.call(token, 'DELETE', `${clients}/${id}`)).status < 300);
    }
    assert.equal((await create()).status, 200);

    while ((await create()).status === 200);
    await steer(org, 'POST', 'reset');
    token = await org.automationToken();
    assert.equal((await create()).status, 200, 'after a reset');
  });
});

function open({ baseUrl }: OrgUnderTest): Socket {
  return connect(Number(new URL(baseUrl).port), '127.0.0.1').on('error', () => undefined);
}
