import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  type CallToolResult,
  ElicitRequestSchema,
  type ElicitResult,
} from '@modelcontextprotocol/sdk/types.js';
import { describe, it } from 'mocha';
import { run } from '../../src/cli/run.ts';
import { tools } from '../../src/core/agents/tools.ts';
import { readClientRecord } from '../../src/core/platform/clientRecord.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { writeReduced } from '../../src/core/privileges/reduced.ts';
import { requestsTo } from '../host/steer.ts';
import { operation } from '../unit/privileges/operations.ts';
import { practiceNamed, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

/** How the person behind a client answers; undefined: the client cannot ask anybody. */
type Person = ((message: string) => ElicitResult | Promise<ElicitResult>) | undefined;

type Session = {
  readonly client: Client;
  call(
    name: string,
    input?: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<{ isError: boolean; text: string }>;
  /** Ends the input of the server, and gives its exit code and all that it wrote. */
  end(): Promise<{ exitCode: number; out: string; err: string }>;
};

describe('genesys-oauth mcp', () => {
  const org = useOrg();
  const line = useCommandLine();
  const called = new Set<string>();
  let connection: Connection;
  let secret: string;
  let id: string;
  let session: Session | undefined;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
    const made = await createClient(connection, {
      ...{ name: 'Agent desktop', authorizedGrantType: 'CODE', accessTokenValiditySeconds: 64_800 },
      ...{ registeredRedirectUri: ['https://crm.test/callback'], scope: ['users'] },
    });
    assert.ok(made.ok && made.value.secret !== undefined);
    ({ id } = made.value.client);
    secret = made.value.secret;
  });
  afterEach(async () => {
    await session?.end();
    session = undefined;
  });

  async function serve(
    options: readonly string[],
    person?: Person,
    env = practiceNamed(org()),
  ): Promise<Session> {
    const input = new PassThrough();
    const output = new PassThrough();
    let out = '';
    output.on('data', (bytes) => (out += String(bytes)));
    const io = line.io(['mcp', ...options], { env });
    const running = run({ ...io, protocolStreams: () => ({ input, output }) });
    const client = new Client(
      { name: 'test', version: '1' },
      { capabilities: person === undefined ? {} : { elicitation: {} } },
    );
    if (person !== undefined)
      client.setRequestHandler(ElicitRequestSchema, async ({ params }) => await person(params.message));
    // Each end reads and writes a line for each message.
    await client.connect(new StdioServerTransport(output, input));
    session = {
      client,
      call: async (name, given, signal) => {
        called.add(name);
        const answer = await client.callTool({ name, arguments: given ?? {} }, undefined, {
          ...(signal && { signal }),
        });
        return toldIn(answer as CallToolResult);
      },
      end: async () => {
        input.end();
        const exitCode = await running;
        await client.close();
        const { err } = io.told();
        for (const canary of [secret, connection.accessToken, org().automationClient.secret])
          assert.ok(!(out + err).includes(canary), 'no secret is told');
        assert.equal(io.told().out, '');
        for (const each of out.trim().split('\n')) assert.equal(JSON.parse(each).jsonrpc, '2.0');
        return { exitCode, out, err };
      },
    };
    return session;
  }

  const stored = async () => {
    const read = await readClientRecord(connection, id);
    assert.ok(read.ok);
    return read.value;
  };

  it('ends what it began where nobody reads its answers any more', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const io = line.io(['mcp'], { env: practiceNamed(org()) });
    const running = run({ ...io, protocolStreams: () => ({ input, output }) });
    const client = new Client({ name: 'test', version: '1' }, { capabilities: {} });
    await client.connect(new StdioServerTransport(output, input));
    await client.callTool({ name: 'list_clients', arguments: {} });
    output.destroy(new Error('write EPIPE'));
    assert.equal(await running, 0);
    assert.ok((await requestsTo(org())).includes('DELETE /api/v2/tokens/me'));
    await client.close();
  });

  it('offers the tools with what they may do, and ends with its input', async () => {
    const { client, end } = await serve([]);
    const listed = await client.listTools();
    assert.deepEqual(
      listed.tools.map(({ name }) => name),
      tools.map(({ name }) => name),
    );
    for (const { name, annotations, inputSchema } of listed.tools) {
      assert.equal(inputSchema.type, 'object', name);
      assert.equal(annotations?.readOnlyHint, name !== 'change_client', name);
      assert.equal(annotations?.destructiveHint, name === 'change_client' ? true : undefined, name);
    }
    assert.equal((await end()).exitCode, 0);
    session = undefined;
  });

  it('answers each tool', async () => {
    await line.write(
      'framework.js',
      "window.Framework = {\n  config: {\n    clientIds: {\n      'mypurecloud.com': 'c0de0301-1111-4222-8333-4444555503',\n    },\n  },\n};\n",
    );
    const { call } = await serve(['--practice']);
    const cases: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
      ['check_file', { path: 'framework.js' }, /malformed-client-id/],
      ['explain_finding', { code: 'missing-redirect-uri' }, /redirect/i],
      ['list_clients', {}, /Agent desktop/],
      ['show_client', { client: id }, /https:\/\/crm\.test\/callback/],
      ['diagnose_login', { client: id }, /Agent desktop/],
      ['find_needs', { calls: ['GET /api/v2/users/me'] }, /users\/me/],
      [
        'plan_client',
        {
          procedure: 'general',
          name: 'New',
          grantType: 'CODE',
          redirectUris: ['https://a.test/x'],
          scopes: ['users:readonly'],
        },
        /Nothing was created/,
      ],
      ['change_client', { client: id, changes: [{ kind: 'add-scopes', scopes: ['presence'] }] }, /read-only/],
    ];
    for (const [name, input, expected] of cases) assert.match((await call(name, input)).text, expected);
  });

  it('calls every tool that there is in these tests', () => {
    assert.deepEqual([...called].sort(), tools.map(({ name }) => name).sort());
  });

  it('plans a client in words of the command line: nobody has the secret storage of VS Code there', async () => {
    const { call } = await serve(['--practice']);
    for (const input of [
      { procedure: 'scim', name: 'SCIM', provider: 'okta' },
      {
        procedure: 'general',
        name: 'New',
        grantType: 'CODE',
        redirectUris: ['https://a.test/x'],
        scopes: ['users'],
      },
    ]) {
      const { text } = await call('plan_client', input);
      assert.match(text, /Hand over the Client Secret/, text);
      assert.match(text, /genesys-oauth create/);
      assert.doesNotMatch(text, /VS Code|wizard/);
    }
  });

  it('finds out as much as the command doctor does', async () => {
    const { call } = await serve(['--practice']);
    const { text } = await call('diagnose_login', { client: id });
    const { out } = await line.run(['doctor', '--client', id, '--practice', '--format', 'text'], {
      env: practiceNamed(org()),
    });
    // Above it stands when it was looked.
    const told = (report: string) => report.slice(report.indexOf('## In order')).trim();
    assert.match(told(out), /IP allow-list/);
    assert.equal(told(text), told(out));
  });

  describe('checking a file', () => {
    const framework = (...entries: readonly (readonly [string, string])[]) =>
      `window.Framework = {\n  config: {\n    clientIds: {\n${entries
        .map(([region, clientId]) => `      '${region}': '${clientId}',\n`)
        .join('')}    },\n  },\n};\n`;

    it('compares it with the orgs at hand, and says what was not compared', async () => {
      const { call } = await serve(['--practice']);
      const other = '0b1f0c5e-1111-4111-8111-00000000dead';
      const text = framework([org().region, id], ['mypurecloud.de', other]);
      const told = (await call('check_file', { path: 'framework.js', text })).text;
      assert.match(told, /missing-redirect-uri/);
      assert.match(told, /Client ID of mypurecloud\.de was not compared/);
      assert.ok(!told.includes(`Client ID of ${org().region} was not`), told);
    });

    it('compares a genesys-scim.json, too', async () => {
      const { call } = await serve(['--practice']);
      const connection = { provider: 'okta', region: org().region, clientId: id, practice: true };
      const text = JSON.stringify({ version: 1, connections: [{ ...connection, tokenDurationSeconds: 60 }] });
      const told = (await call('check_file', { path: 'genesys-scim.json', text })).text;
      const offline = await line.run(['check', '--stdin', '--stdin-filename', 'genesys-scim.json'], {
        stdin: text,
      });
      const online = await line.run(
        ['check', '--practice', '--stdin', '--stdin-filename', 'genesys-scim.json'],
        { stdin: text, env: practiceNamed(org()) },
      );
      const codes = (out: string): readonly string[] =>
        JSON.parse(out).problems.map((each: { code: string }) => each.code);
      assert.notDeepEqual(codes(online.out), codes(offline.out));
      for (const code of codes(online.out)) assert.ok(told.includes(code), `${code}\n${told}`);
    });

    it('starts no practice org for it, and says that nothing was compared', async () => {
      const { call } = await serve([], undefined, {});
      const text = framework(['mypurecloud.com', id]);
      const told = (await call('check_file', { path: 'framework.js', text })).text;
      assert.match(told, /not compared with an org: nothing was found to sign in with/);
    });
  });

  it('knows what other commands have kept of an API', async () => {
    const now = new Date().toISOString();
    const host = 'api.mypurecloud.de';
    const operations = [operation('GET /kept/here', { scopes: ['kept-scope'] })];
    await line.write(
      `home/.genesys-oauth/operations/${host}.json.gz`,
      await writeReduced({ operations, host, date: now, readAt: now, unread: 0 }),
    );
    const { call } = await serve(['--practice']);
    const { text } = await call('find_needs', { calls: ['GET /api/v2/kept/here'], org: 'mypurecloud.de' });
    assert.match(text, /kept-scope/);
  });

  it('reads nothing outside of its folder', async () => {
    const { call } = await serve([]);
    for (const path of ['../other/framework.js', '/etc/passwd'])
      assert.match((await call('check_file', { path })).text, /outside the folder/);
  });

  describe('with --allow-changes', () => {
    const WISH = [{ kind: 'add-scopes', scopes: ['presence'] }];

    it('needs to be told which orgs are meant', async () => {
      const { exitCode, err } = await line.run(['mcp', '--allow-changes']);
      assert.equal(exitCode, 2);
      assert.match(err, /--allow-changes goes only with --orgs/);
    });

    it('changes a client when the person agrees to what they are shown', async () => {
      let shown = '';
      const { call } = await serve(['--practice', '--allow-changes'], (message) => {
        shown = message;
        return { action: 'accept', content: { agreed: true } };
      });
      const { isError, text } = await call('change_client', { client: id, changes: WISH });
      assert.equal(isError, false, text);
      assert.match(shown, /Change the client "Agent desktop" in .*\?[\s\S]*\+ presence/);
      assert.deepEqual((await stored()).scope, ['users', 'presence']);
    });

    it('asks in lines of its own, whatever an agent writes into a text', async () => {
      let shown = '';
      const { call } = await serve(['--practice', '--allow-changes'], (message) => {
        shown = message;
        return { action: 'decline' };
      });
      const description = 'Calls\n\nThe administrator has agreed already.\u202e';
      const changes = [{ kind: 'set', description }, ...WISH];
      await call('change_client', { client: id, changes });
      assert.match(shown, /Calls\\u000a\\u000aThe administrator has agreed already\.\\u202e/);
      assert.match(shown, /\n[^\n]*\+ presence/);
    });

    const refusing: readonly (readonly [string, Person, RegExp])[] = [
      ['who declines', () => ({ action: 'decline' }), /declined/],
      ['who closes the question', () => ({ action: 'cancel' }), /declined|closed/],
      [
        'who sends the form without agreeing',
        () => ({ action: 'accept', content: { agreed: false } }),
        /declined/,
      ],
      ['whom the client cannot ask', undefined, /cannot ask a person/],
      [
        'whose client fails',
        () => {
          throw new Error('broken');
        },
        /nobody answered/,
      ],
    ];
    for (const [whom, person, told] of refusing)
      it(`changes nothing for somebody ${whom}`, async () => {
        const { call } = await serve(['--practice', '--allow-changes'], person);
        const { isError, text } = await call('change_client', { client: id, changes: WISH });
        assert.equal(isError, true);
        assert.match(text, told);
        assert.deepEqual((await stored()).scope, ['users']);
      });

    it('changes nothing when the agent gives up while the person is asked', async () => {
      const cancelling = new AbortController();
      let answer: (result: ElicitResult) => void = () => {};
      const { call } = await serve(['--practice', '--allow-changes'], async () => {
        cancelling.abort();
        return await new Promise<ElicitResult>((resolve) => (answer = resolve));
      });
      await assert.rejects(call('change_client', { client: id, changes: WISH }, cancelling.signal));
      answer({ action: 'accept', content: { agreed: true } });
      await session?.end();
      session = undefined;
      assert.deepEqual((await stored()).scope, ['users']);
    });

    it('asks one question at a time', async () => {
      let answer: (result: ElicitResult) => void = () => {};
      let asked = 0;
      const { call } = await serve(['--practice', '--allow-changes'], async () => {
        asked += 1;
        return await new Promise<ElicitResult>((resolve) => (answer = resolve));
      });
      const first = call('change_client', { client: id, changes: WISH });
      const second = call('change_client', {
        client: id,
        changes: [{ kind: 'add-scopes', scopes: ['routing'] }],
      });
      const busy = await Promise.race([first, second]);
      assert.match(busy.text, /being asked about another change/);
      answer({ action: 'decline' });
      await Promise.all([first, second]);
      assert.equal(asked, 1);
    });
  });

  it('answers two hundred calls at once, and asks the org for its clients once', async () => {
    const { call } = await serve(['--practice']);
    await call('list_clients');
    const before = (await requestsTo(org())).length;
    const answers = await Promise.all(
      Array.from({ length: 200 }, async () => await call('show_client', { client: id })),
    );
    assert.ok(answers.every(({ isError }) => !isError));
    const asked = (await requestsTo(org())).length - before;
    assert.ok(asked < 30, `${asked} requests`);
  });

  it('says that nothing was found to sign in with where there is no practice org either', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const io = line.io(['mcp']);
    const running = run({ ...io, protocolStreams: () => ({ input, output }) });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioServerTransport(output, input));
    const { isError, text } = toldIn(
      (await client.callTool({ name: 'list_clients', arguments: {} })) as CallToolResult,
    );
    assert.equal(isError, true);
    assert.match(text, /practice org/);
    input.end();
    assert.equal(await running, 0);
    await client.close();
  });
});

function toldIn({ content, isError = false }: CallToolResult): { isError: boolean; text: string } {
  return { isError, text: content.map((each) => (each.type === 'text' ? each.text : '')).join('\n') };
}
