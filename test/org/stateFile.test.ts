import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bundled } from '../host/bundled.ts';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';

const MAIN = 'src/practiceOrg/main.ts';
const introduction = z.object({
  baseUrl: z.string(),
  automationClient: z.object({ id: z.string(), secret: z.string() }),
});
const created = z.object({ id: z.string() });
const clientNames = z.object({ entities: z.array(z.object({ name: z.string() })) });
const clients = '/api/v2/oauth/clients';

describe('state file of the practice org', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'practice-org-'));
    file = join(folder, 'state.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const start = async () =>
    fork(await bundled(MAIN), ['--state', file], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });

  async function readLine({ stdout }: ChildProcess): Promise<string> {
    assert.ok(stdout);
    return String((await once(stdout, 'data'))[0]);
  }

  async function sound(): Promise<string> {
    const org = await startOrg({ stateFile: file });
    await org.close();
    return await readFile(file, 'utf8');
  }

  it('has every client whose creation was answered, however suddenly the org was killed', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      const child = await start();
      const ended = once(child, 'exit');
      const { baseUrl, automationClient } = introduction.parse(JSON.parse(await readLine(child)));
      const form = {
        grant_type: 'client_credentials',
        client_id: automationClient.id,
        client_secret: automationClient.secret,
      };
      const login = await fetch(`${baseUrl}/login/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
      const token: unknown = (await login.json()).access_token;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const description = 'x'.repeat(100_000);
      const body = JSON.stringify({
        name: 'Kept',
        description,
        authorizedGrantType: 'CODE',
        scope: ['users'],
      });
      const enough = ids.length + 10 + round;
      const create = async () => {
        while (child.signalCode === null) {
          const answer = await fetch(baseUrl + clients, { method: 'POST', headers, body });
          ids.push(created.parse(await answer.json()).id);
          if (ids.length === enough) child.kill('SIGKILL');
        }
      };
      await Promise.allSettled(Array.from({ length: 4 }, create));
      await ended;
    }
    const org = await startOrg({ stateFile: file });
    const token = await org.automationToken();
    for (const id of ids) assert.equal((await org.call(token, 'GET', `${clients}/${id}`)).status, 200);
    await org.close();
    assert.deepEqual(await readdir(folder), ['state.json'], 'what was half written is gone');
  });

  const unusable: [string, RegExp, (text: string) => string][] = [
    ['cut off', /is not JSON/, (text) => text.slice(0, text.length / 2)],
    ['empty', /is not JSON/, () => ''],
    [
      'of another version',
      /was written by another version/,
      (text) => text.replace('"version":1', '"version":2'),
    ],
    [
      'of another form',
      /is not the state of a practice org/,
      (text) => text.replace('"roles":', '"positions":'),
    ],
    ['something else', /is not the state of a practice org/, () => '["a shopping list"]'],
    [
      'without a home division',
      /is not the state of a practice org/,
      (text) => text.replace('"home":true', '"home":false'),
    ],
  ];
  for (const [what, why, spoil] of unusable) {
    it(`that is ${what} is left as it is: one sentence says so, and what to do`, async () => {
      const text = spoil(await sound());
      await writeFile(file, text);
      await assert.rejects(startOrg({ stateFile: file }), ({ message }: Error) => {
        assert.match(message, /^The state file .+\. It was left as it is: .+ --state\.$/);
        assert.match(message, why);
        return true;
      });
      assert.equal(await readFile(file, 'utf8'), text);
    });
  }

  const names = async (org: OrgUnderTest) =>
    clientNames.parse((await org.call(await org.automationToken(), 'GET', clients)).body).entities;

  it('from before a company lived there is gone on with as it is, until a reset', async () => {
    await sound();
    const org = await startOrg({ stateFile: file, size: 'small' });
    assert.deepEqual(await names(org), [{ name: 'Practice Automation' }]);
    await steer(org, 'POST', 'reset');
    assert.ok((await names(org)).length > 10);
    await org.close();
  });

  it('has the company, and what its clients were used for is told over a restart', async () => {
    const first = await startOrg({ stateFile: file, size: 'small' });
    const before = await names(first);
    await first.close();
    const org = await startOrg({ stateFile: file, size: 'small' });
    assert.deepEqual(await names(org), before);
    const token = await org.automationToken();
    const list = await org.call(token, 'GET', clients);
    const nightly = before.findIndex(({ name }) => name === 'Nightly Data Export');
    const usage = `${clients}/${list.at(`entities.${nightly}.id`)}/usage/summary?days=7`;
    const results = String((await org.call(token, 'GET', usage)).at('resultsUri'));
    await org.turn({ clockOffsetSeconds: 1 });
    assert.ok(Number((await org.call(token, 'GET', results)).at('results.0.requests')) > 100);
    await org.close();
  });

  it('that is a folder: one sentence', async () => {
    await mkdir(file);
    await assert.rejects(
      startOrg({ stateFile: file }),
      /^Error: The state file .+ cannot be read \(EISDIR\)\.$/,
    );
  });
});

describe('practice org that an editor started', function () {
  this.timeout(60_000);

  it('ends when the editor is gone before the org is ready', async () => {
    const child = fork(await bundled(MAIN), ['--size', '100000'], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.disconnect();
    await once(child, 'exit');
    assert.equal(child.exitCode, 0);
  });

  it('ends when the editor is killed', async () => {
    const program = `
      const child = require('node:child_process').fork(${JSON.stringify(await bundled(MAIN))}, [], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
    `;
    const editor = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const { baseUrl } = introduction.parse(JSON.parse(String((await once(editor.stdout, 'data'))[0])));
    editor.kill('SIGKILL');
    // The org holds the same pipe: it closes when both have ended.
    await once(editor.stdout, 'close');
    await assert.rejects(fetch(baseUrl));
  });
});
