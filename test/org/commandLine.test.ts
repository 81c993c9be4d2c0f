import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { noTrouble } from '../../src/practiceOrg/practice/switches.ts';
import { bundled } from '../host/bundled.ts';
import { steer } from '../host/steer.ts';
import { ask } from './ask.ts';

const MAIN = 'src/practiceOrg/main.ts';
const introduction = z.object({
  baseUrl: z.string(),
  region: z.string(),
  controlToken: z.string(),
  automationClient: z.object({ id: z.string(), secret: z.string() }),
});

describe('practice org from the command line', function () {
  this.timeout(20_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'practice-org-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Runs the command line until it ends by itself, or until `use` has seen its first line. */
  async function run(args: string[], use?: (line: string, stop: (how: Stop) => void) => Promise<void>) {
    const child = fork(await bundled(MAIN), args, {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output = { out: '', err: '' };
    child.stdout?.on('data', (text) => (output.out += text));
    child.stderr?.on('data', (text) => (output.err += text));
    const ended = once(child, 'exit');
    if (use !== undefined && child.stdout !== null) {
      await Promise.race([once(child.stdout, 'data'), ended]);
      await use(output.out, (how) => (how === 'disconnect' ? child.disconnect() : child.kill(how)));
    }
    await ended;
    return { code: child.exitCode, ...output };
  }
  type Stop = 'SIGTERM' | 'SIGINT' | 'disconnect';

  const wrong: [string, string[]][] = [
    ['an unknown option', ['--colour', 'red']],
    ['a port that is no number', ['--port', '80a']],
    ['a port that is too large', ['--port', '65536']],
    ['a preferred port that is no number', ['--prefer-port', 'any']],
    ['a region that is no domain', ['--region', 'https://mypurecloud.jp/']],
    ['a size that there is not', ['--size', 'huge']],
    ['fewer clients than ten', ['--size', '9']],
    ['more clients than a hundred thousand', ['--size', '100001']],
    ['half a client', ['--size', '10.5']],
    ['a host with a port', ['--allow-host', 'practice.example:8080']],
    ['an origin with a path', ['--allow-origin', 'https://app.example/']],
    ['any origin', ['--allow-origin', '*']],
    ['a stray word', ['start']],
    ['a trouble that there is not', ['--trouble', 'rain']],
    ['permissions of somebody who does not live there', ['--switch', 'permissionsTaken={"nobody":[]}']],
  ];
  for (const [what, args] of wrong) {
    it(`says one sentence and ends with 2 for ${what}`, async () => {
      const { code, out, err } = await run(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^[^\n]+\n$/);
    });
  }

  it('starts with the switches and troubles that it is given', async () => {
    const args = [
      ...['--switch', 'hipaa=true', '--switch', 'inactivityTimeoutSeconds=600'],
      ...['--switch', 'embeddingAllowList=["crm.example"]'],
      ...['--switch', 'permissionsTaken={"developer":["oauth:client:view"]}'],
      ...['--trouble', 'html,status=407,times=2,operation=POST /oauth/token'],
      ...['--trouble', 'too-many-requests,retryAfter=past-date'],
    ];
    const { code } = await run(args, async (line, stop) => {
      const org = introduction.parse(JSON.parse(line));
      const on: unknown = await (await steer(org, 'GET', 'switches')).json();
      assert.ok(on instanceof Object && 'troubles' in on);
      assert.deepEqual(
        { ...on, troubles: [] },
        {
          ...noTrouble,
          hipaa: true,
          inactivityTimeoutSeconds: 600,
          embeddingAllowList: ['crm.example'],
          permissionsTaken: { developer: ['oauth:client:view'] },
        },
      );
      assert.deepEqual(on.troubles, [
        { kind: 'html', status: 407, times: 2, operation: 'POST /oauth/token' },
        { kind: 'too-many-requests', times: 1, retryAfter: 'past-date', retryAfterSeconds: 1 },
      ]);
      for (const status of [407, 407, 400]) {
        assert.equal((await ask(org.baseUrl, { method: 'POST', path: '/oauth/token' })).status, status);
      }
      stop('SIGTERM');
    });
    assert.equal(code, 0);
  });

  it('refuses a wrong switch before it touches the state file', async () => {
    const file = join(folder, 'untouched.json');
    for (const wrong of [
      ['--trouble', 'rain'],
      ['--switch', 'permissionsTaken={"nobody":[]}'],
    ]) {
      assert.equal((await run(['--state', file, ...wrong])).code, 2);
      await assert.rejects(readFile(file));
    }
  });

  it('says one sentence and ends with 2 when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { code, err } = await run(['--port', port]);
    other.close();
    assert.equal(code, 2);
    assert.match(err, /^The port is in use[^\n]*\n$/);
  });

  it('listens at the port that is preferred, or at another one when that is in use', async () => {
    let port = '';
    const portOf = (line: string) => new URL(introduction.parse(JSON.parse(line)).baseUrl).port;
    await run(['--prefer-port', '0'], async (line, stop) => {
      port = portOf(line);
      await run(['--prefer-port', port], async (other, stopOther) => {
        assert.notEqual(portOf(other), port);
        stopOther('SIGTERM');
      });
      stop('SIGTERM');
    });
    await run(['--prefer-port', port], async (line, stop) => {
      assert.equal(portOf(line), port);
      stop('SIGTERM');
    });
  });

  it('says one sentence and ends with 3 when the state file is something else', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, '{"version":2}');
    const { code, err } = await run(['--state', file]);
    assert.equal(code, 3);
    assert.match(err, /^The state file [^\n]+\n$/);
    assert.equal(await readFile(file, 'utf8'), '{"version":2}');
  });

  it('says one sentence and ends with 2 when the state file cannot be written', async () => {
    const { code, out, err } = await run(['--state', join(folder, 'missing', 'state.json')]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^The state file [^\n]+\n$/);
  });

  for (const how of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    it(`prints one line of JSON when ready, and ends cleanly on ${how}`, async () => {
      const { code, out, err } = await run(
        ['--port', '0', '--region', 'mypurecloud.jp'],
        async (line, stop) => {
          const { baseUrl, region, controlToken } = introduction.parse(JSON.parse(line));
          assert.equal(region, 'mypurecloud.jp');
          assert.match(baseUrl, /^http:\/\/127\.0\.0\.1:\d+$/);
          assert.equal((await steer({ baseUrl, controlToken }, 'GET', 'switches')).status, 200);
          stop(how);
        },
      );
      assert.equal(code, 0);
      assert.match(out, /^[^\n]+\n$/);
      assert.equal(err, '');
    });
  }

  it('ends cleanly when whoever has its control token says so', async () => {
    const { code, err } = await run(['--state', join(folder, 'ended.json')], async (line) => {
      const org = introduction.parse(JSON.parse(line));
      assert.equal((await steer(org, 'POST', 'end')).status, 204);
    });
    assert.equal(code, 0);
    assert.equal(err, '');
    await readFile(join(folder, 'ended.json'));
  });

  it('answers to each name and each origin that is allowed', async () => {
    const hosts = ['practice.example', 'other.example'];
    const origins = ['https://app.example', 'http://localhost:3000'];
    const allow = [
      ...hosts.flatMap((host) => ['--allow-host', host]),
      ...origins.flatMap((origin) => ['--allow-origin', origin]),
    ];
    await run(allow, async (line, stop) => {
      const { baseUrl } = introduction.parse(JSON.parse(line));
      const statuses = await Promise.all(
        [...hosts.map((host) => ({ host })), ...origins.map((origin) => ({ origin }))].map(
          async (headers) => (await ask(baseUrl, { path: '/api/v2/oauth/clients', headers })).status,
        ),
      );
      assert.deepEqual(statuses, [401, 401, 401, 401]);
      stop('SIGTERM');
    });
  });

  it('has as many clients as are asked for', async () => {
    await run(['--size', '250'], async (line, stop) => {
      const { baseUrl, automationClient } = introduction.parse(JSON.parse(line));
      const headers = { authorization: `Bearer ${await tokenOf(baseUrl, automationClient)}` };
      const answer = await fetch(`${baseUrl}/api/v2/oauth/clients`, { headers });
      // One of them is the platform's own, and in no list.
      assert.equal(z.object({ total: z.number() }).parse(await answer.json()).total, 249);
      stop('SIGTERM');
    });
  });

  it('is the org of a company, but bare when that is asked for', async () => {
    const countOf = async (args: string[]) => {
      let total = 0;
      await run(args, async (line, stop) => {
        const { baseUrl, automationClient } = introduction.parse(JSON.parse(line));
        const headers = { authorization: `Bearer ${await tokenOf(baseUrl, automationClient)}` };
        const answer = await fetch(`${baseUrl}/api/v2/oauth/clients`, { headers });
        total = z.object({ total: z.number() }).parse(await answer.json()).total;
        stop('SIGTERM');
      });
      return total;
    };
    assert.equal(await countOf(['--size', 'bare']), 1);
    assert.equal(await countOf([]), await countOf(['--size', 'small']));
    assert.ok((await countOf([])) > 10);
  });

  it('remembers over a restart what was created, without keeping a secret in the file', async () => {
    const file = join(folder, 'state.json');
    let token = '';
    let secret = '';
    let id = '';
    await run(['--state', file], async (line, stop) => {
      const { baseUrl, automationClient } = introduction.parse(JSON.parse(line));
      token = await tokenOf(baseUrl, automationClient);
      const answer = await fetch(`${baseUrl}/api/v2/oauth/clients`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Kept', authorizedGrantType: 'CODE', scope: ['users'] }),
      });
      ({ id, secret } = z.object({ id: z.string(), secret: z.string() }).parse(await answer.json()));
      const text = await readFile(file, 'utf8');
      assert.ok(text.includes(id), 'on disk before the answer');
      assert.ok(!text.includes(secret));
      assert.ok(!text.includes(token));
      stop('SIGTERM');
    });
    await run(['--state', file], async (line, stop) => {
      const { baseUrl } = introduction.parse(JSON.parse(line));
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${baseUrl}/api/v2/oauth/clients/${id}`, { headers });
      assert.equal(answer.status, 200);
      stop('SIGTERM');
    });
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('takes up a state from before roles had general permissions', async () => {
    const file = join(folder, 'before.json');
    await run(['--state', file], async (line, stop) => {
      const { baseUrl, automationClient } = introduction.parse(JSON.parse(line));
      await tokenOf(baseUrl, automationClient);
      stop('SIGTERM');
    });
    const text = (await readFile(file, 'utf8')).replaceAll('"permissions":[],', '');
    assert.doesNotMatch(text, /"permissions"/);
    await writeFile(file, text);
    await run(['--state', file], async (line, stop) => {
      const { baseUrl, automationClient } = introduction.parse(JSON.parse(line));
      const headers = { authorization: `Bearer ${await tokenOf(baseUrl, automationClient)}` };
      const answer = await fetch(`${baseUrl}/api/v2/authorization/roles`, { headers });
      assert.match(await answer.text(), /"permissions":\[\],"permissionPolicies":\[\{/);
      stop('SIGTERM');
    });
  });

  async function tokenOf(baseUrl: string, { id, secret }: { id: string; secret: string }): Promise<string> {
    const answer = await fetch(`${baseUrl}/login/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    });
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  }
});
