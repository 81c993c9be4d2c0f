import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod/mini';
import { bundled } from '../host/bundled.ts';
import { steer } from '../host/steer.ts';
import { basic } from './client.ts';

const MAIN = 'src/practiceOrg/main.ts';
const introduction = z.object({
  baseUrl: z.string(),
  controlToken: z.string(),
  automationClient: z.object({ id: z.string(), secret: z.string() }),
});
const draft = { name: 'Sent once', authorizedGrantType: 'CODE', scope: ['users'] };
const clients = '/api/v2/oauth/clients';

/** There it answers with a Request and a Response of its own, as in no other test. */
describe('practice org in a process of its own', function () {
  this.timeout(30_000);
  let program: ChildProcess;
  let org: z.infer<typeof introduction>;
  let complaints: string;
  let token: string;

  before(async () => {
    program = fork(await bundled(MAIN), ['--size', 'bare'], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    complaints = '';
    program.stderr?.on('data', (text) => {
      complaints += text;
    });
    assert.ok(program.stdout);
    org = introduction.parse(JSON.parse(String((await once(program.stdout, 'data'))[0])));
  });
  beforeEach(async () => {
    await steer(org, 'POST', 'reset');
    token = await automationToken();
  });
  after(async () => {
    program.disconnect();
    await once(program, 'exit');
  });

  async function call(method: 'GET' | 'POST', body?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(org.baseUrl + clients, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('ININ-Correlation-Id') ?? '', /^[\da-f-]{36}$/);
    return await answer.json();
  }

  const named = async () => JSON.stringify(await call('GET')).split('"name":"Sent once"').length - 1;

  for (const [kind, made] of [
    ['dropped', 0],
    ['lost', 1],
    ['truncated', 1],
  ] as const) {
    it(`hangs up without a word, and goes on, when an answer is ${kind}`, async () => {
      await steer(org, 'PATCH', 'switches', { troubles: [{ kind, times: 1, method: 'POST' }] });
      await assert.rejects(call('POST', draft), TypeError);
      assert.equal(await named(), made);
      assert.equal(complaints, '');
    });
  }

  it('answers a refusal in the form of each', async () => {
    const wrong = { headers: { authorization: 'Bearer wrong' } };
    const [platform, scim] = await Promise.all(
      [clients, '/api/v2/scim/v2/Users'].map((path) => fetch(org.baseUrl + path, wrong)),
    );
    assert.equal(z.object({ code: z.string() }).parse(await platform?.json()).code, 'bad.credentials');
    assert.equal(scim?.headers.get('content-type'), 'application/scim+json');
    assert.equal(z.object({ status: z.string() }).parse(await scim?.json()).status, '401');
  });

  async function automationToken(): Promise<string> {
    const answer = await fetch(`${org.baseUrl}/login/oauth/token`, {
      method: 'POST',
      headers: basic(org.automationClient),
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  }
});
