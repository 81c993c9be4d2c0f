import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TroubleAsked } from '../../src/practiceOrg/practice/troubles.ts';
import { bundled } from '../host/bundled.ts';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';
import { meet } from './meet.ts';

const clients = '/api/v2/oauth/clients';
const draft = { name: 'Rehearsal', authorizedGrantType: 'CODE', scope: ['users'] };

/** Whatever waits, or sends without end. */
const endless: readonly TroubleAsked[] = [
  { kind: 'slow', milliseconds: 600_000 },
  { kind: 'stalled', before: 'headers' },
  { kind: 'stalled', before: 'rest-of-body' },
  { kind: 'dripping', ends: false, milliseconds: 1 },
  { kind: 'dripping', ends: false, milliseconds: 600_000 },
  { kind: 'oversized', megabytes: 10_000 },
];

describe('a trouble without end', () => {
  let org: OrgUnderTest;
  let token: string;

  beforeEach(async () => {
    org = await startOrg();
    token = await org.automationToken();
  });
  afterEach(() => org.close());

  const isMet = async () =>
    JSON.stringify(await (await steer(org, 'GET', 'switches')).json()).includes('"troubles":[]');
  const lastRequest = async () => await (await steer(org, 'GET', 'requests')).text();

  async function meeting(trouble: TroubleAsked) {
    await org.turn({ troubles: [{ ...trouble, method: 'POST' }] });
    const call = meet(org, token, 'POST', clients, draft);
    while (!(await isMet()));
    return call;
  }

  for (const trouble of endless) {
    const named = JSON.stringify(trouble);
    it(`${named}: it ends when the client hangs up`, async () => {
      const call = await meeting(trouble);
      call.hangUp();
      while (!(await lastRequest()).includes(`"POST","path":"${clients}","status":null`));
    });
  }

  it('ten gigabytes for a client that reads on no further do not fill the memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const call = await meeting({ kind: 'oversized', megabytes: 10_000 });
    await call.begun;
    call.pause();
    for (let asked = 0; asked < 50; asked++) await isMet();
    assert.ok(process.memoryUsage().arrayBuffers - before < 100_000_000);
    call.hangUp();
    assert.equal((await org.call(token, 'GET', clients)).status, 200);
  });

  it('a hundred stalled calls do not stand in the way of another one', async () => {
    await org.turn({ troubles: [{ kind: 'stalled', times: 100, method: 'POST' }] });
    const calls = Array.from({ length: 100 }, () => meet(org, token, 'POST', clients, draft));
    while (!(await isMet()));
    assert.equal((await org.call(token, 'GET', clients)).status, 200);
    for (const call of calls) call.hangUp();
  });

  it('what a stalled call did is saved while the client still waits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'practice-org-'));
    const stateFile = join(folder, 'state.json');
    await org.close();
    org = await startOrg({ stateFile });
    token = await org.automationToken();
    const call = await meeting({ kind: 'stalled', before: 'rest-of-body' });
    await call.begun;
    assert.match(await readFile(stateFile, 'utf8'), /"Rehearsal"/);
    call.hangUp();
    await org.close();
    await rm(folder, { recursive: true });
    org = await startOrg();
  });
});

describe('a practice org that is closed', function () {
  this.timeout(20_000);
  let program: ChildProcess | undefined;
  afterEach(() => program?.kill('SIGKILL'));
  const waiting = [...endless.map((trouble) => ({ troubles: [trouble] })), { latencyMs: 60_000 }];

  for (const switches of waiting) {
    it(`ends at once, and with it ${JSON.stringify(switches)}`, async () => {
      program = fork(await bundled('test/org/closedOnDemand.ts'), [JSON.stringify(switches)], {
        execArgv: [],
      });
      const [baseUrl] = await once(program, 'message');
      const sent = request(`${baseUrl}${clients}`, { method: 'POST', agent: false });
      const cut = new Promise((closed) => sent.on('close', closed));
      sent
        .on('error', () => undefined)
        .on('response', (answer) => answer.on('error', () => undefined).resume());
      sent.end();
      await once(program, 'message');
      program.send('close');
      const [code] = await once(program, 'exit');
      assert.equal(code, 0);
      await cut;
    });
  }
});
