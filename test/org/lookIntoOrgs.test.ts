import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { commands } from '../../src/cli/commands.ts';
import { EXIT } from '../../src/cli/io.ts';
import { repoFolder } from '../host/paths.ts';
import { loggedBy } from '../host/steer.ts';
import { type Ended, gatewayTo, practiceNamed, terraformTo, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

const FRAMEWORK = (id: string) =>
  `window.Framework = {\n  config: {\n    clientIds: {\n      'mypurecloud.com': '${id}',\n    },\n  },\n};\n`;
const CODE = "await fetch('https://api.mypurecloud.com/api/v2/oauth/clients', { headers });\n";

/** Commands with tests of their own, by the file that calls them. */
const TRIED_ELSEWHERE: Readonly<Record<string, string>> = {
  create: 'org/createCommand.test.ts',
  change: 'org/changeCommand.test.ts',
  mcp: 'org/mcpCommand.test.ts',
  completion: 'unit/cli/completion.test.ts',
};

describe('The command line in orgs', () => {
  const org = useOrg({ size: 'small' });
  const line = useCommandLine();
  const called = new Set<string>();

  /** Calls a command as a pipe does, in the org of the Terraform variables; nothing secret is in what it says. */
  async function call(name: string, more: readonly string[] = [], env = terraformTo(org())): Promise<Ended> {
    called.add(name);
    const ended = await line.run([...name.split(' '), ...more], { env });
    const secrets = [
      org().automationClient.secret,
      org().controlToken,
      ...Object.values(practiceNamed(org())),
    ];
    for (const secret of secrets)
      for (const told of [ended.out, ended.err]) assert.ok(!told.includes(secret), 'a secret is told');
    return ended;
  }

  const json = ({ out }: Ended) => JSON.parse(out);
  const practice = () => practiceNamed(org());

  async function firstClient(name: string): Promise<string> {
    const listed = json(await call('clients list'));
    return listed.orgs[0].clients.find((each: { name: string }) => each.name === name).id;
  }

  after(async () => {
    const others = commands.map(({ name }) => name).filter((name) => !called.has(name));
    const uncalled = await Promise.all(
      others.map(async (name) => {
        const file = TRIED_ELSEWHERE[name];
        const text = file === undefined ? '' : await readFile(join(repoFolder, 'test', file), 'utf8');
        return text.includes(`'${name}'`) ? [] : [name];
      }),
    );
    assert.deepEqual(uncalled.flat(), [], 'commands that no test calls');
  });

  it('lists the clients with what is to be looked after, and ends its session', async () => {
    const ended = await call('clients list');
    assert.deepEqual([ended.exitCode, ended.err], [0, '']);
    const [first] = json(ended).orgs;
    assert.equal(first.signIn, 'terraform');
    const booking = first.clients.find(({ name }: { name: string }) => name === 'Booking Chat');
    assert.match(booking.concerns.join(), /implicit, may end/);
    assert.ok(
      (await loggedBy(org())).some(({ method, path }) => method === 'DELETE' && path === '/api/v2/tokens/me'),
    );
    const text = await call('clients list', ['--format', 'text', '--lang', 'ja']);
    assert.match(text.out, /Booking Chat\n {6}暗黙的許可/);
    assert.equal(text.out.match(/2027年3月/g)?.length, 1, 'it is said once');
  });

  it('shows one by its name and by its ID, with the names of its roles', async () => {
    const id = await firstClient('Nightly Data Export');
    const byName = json(await call('clients show', ['Nightly Data Export']));
    assert.equal(byName.client.id, id);
    assert.ok(byName.roles.every(({ role, roleId }: { role: string; roleId: string }) => role !== roleId));
    assert.match((await call('clients show', [id, '--format', 'text'])).out, new RegExp(`Client ID: ${id}`));
    const none = await call('clients show', ['No Such Client']);
    assert.deepEqual([none.exitCode, none.out], [2, '']);
    assert.match(none.err, /No client "No Such Client"/);
  });

  it('writes the report that the editor saves, in each form, and what has changed since', async () => {
    const first = await call('clients report');
    assert.equal(json(first).kind, 'genesys-oauth-clients-report');
    await line.write('last.json', first.out);
    const second = await call('clients report', [
      '--format',
      'markdown',
      '--compare',
      'last.json',
      '--depth',
      'use',
    ]);
    assert.deepEqual([second.exitCode, second.err], [0, '']);
    assert.match(second.out, /^# OAuth clients of /);
    assert.match((await call('clients report', ['--format', 'csv'])).out, /\r\n/);
    assert.match(
      (await call('clients report', ['--format', 'terraform'])).out,
      /resource "genesyscloud_oauth_client"/,
    );
    assert.match((await call('clients report', ['--compare', 'framework.js'])).err, /no report/);
  });

  it('right-sizes, and changes nothing', async () => {
    const ended = await call('clients right-size', ['Team Calendar']);
    assert.equal(ended.exitCode, 1);
    const answer = json(ended);
    assert.equal(answer.outcome, 'compared');
    assert.ok(answer.excesses.some(({ right }: { right: string }) => right === 'architect'));
    const changes = (await loggedBy(org())).filter(
      ({ method, path }) => method !== 'GET' && !/token|usage\/query/.test(path),
    );
    assert.deepEqual(changes, []);
  });

  it('right-sizes no client that is younger than the days that are read, and shows what it has not used so far', async () => {
    const ended = await call('clients right-size', ['Queue Monitor']);
    const answer = json(ended);
    assert.deepEqual(
      [ended.exitCode, answer.outcome, answer.left],
      [EXIT.notChecked, 'too-early', undefined],
    );
    assert.match(answer.remarks.join(), /was made 17 days ago: too early to tell what it does not need\./);
  });

  it('says what code needs, and holds a client against it', async () => {
    await line.write('src/app.js', CODE);
    await line.write('node_modules/other.js', CODE.replace('clients', 'scopes'));
    const unknown = await call('privileges', [], {});
    assert.equal(unknown.exitCode, 2);
    assert.match(unknown.err, /--region/);
    const ended = await call('privileges', ['--org', 'all']);
    assert.equal(ended.exitCode, 0);
    assert.deepEqual(
      json(ended).scopes.map(({ scope }: { scope: string }) => scope),
      ['oauth:readonly'],
    );
    await line.write('fits.json', '{"scope": ["oauth"]}');
    assert.equal((await call('privileges', ['--org', 'all', '--assert', 'fits.json'])).exitCode, 0);
    await line.write('wrong.json', '{"scopes": ["users"]}');
    const wrong = await call('privileges', ['--org', 'all', '--assert', 'wrong.json']);
    assert.equal(wrong.exitCode, 1);
    assert.deepEqual(json(wrong).asserted, { lacks: ['oauth:readonly'], exceeds: ['users'] });
    const asClient = json(await call('privileges', ['--org', 'all', '--as', 'client']));
    assert.ok(asClient.roles.length > 0);
  });

  it('says why a login fails, by what was seen and by what the org says', async () => {
    const id = await firstClient('Old Supervisor Wallboard');
    const ended = await call('doctor', ['--client', id, '--org', 'all']);
    assert.equal(ended.exitCode, 1);
    assert.match(json(ended).causes[0].cause, /not-active|disabled|inactive/);
    await line.write('seen.txt', `redirect_uri_mismatch for client_id=${id}`);
    const offline = await call('doctor', ['seen.txt'], {});
    assert.notEqual(offline.exitCode, 2);
    assert.match((await call('doctor', [], {})).err, /--client/);
  });

  it('watches what ends, for a pipeline and a calendar', async () => {
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const id = await firstClient('Booking Chat');
    const connection = { provider: 'okta', region: 'mypurecloud.com', clientId: id, tokenExpiresAt: soon };
    await line.write('genesys-scim.json', JSON.stringify({ connections: [connection] }));
    const ended = await call('token-watch', ['--org', 'all', '--ics', 'tokens.ics']);
    const kinds = json(ended).endings.map(({ kind }: { kind: string }) => kind);
    assert.ok(kinds.includes('implicit-grant'));
    assert.ok(kinds.includes('deletion'));
    assert.equal((await call('token-watch', ['--days', '0'])).exitCode, 2);
  });

  it('checks files against the orgs, as the editor does', async () => {
    await line.write('framework.js', FRAMEWORK('0b1f0c5e-1111-4111-8111-000000000002'));
    const offline = json(await call('check', [], {}));
    assert.deepEqual(offline.problems, []);
    const ended = await call('check', ['--org', 'all']);
    assert.deepEqual(
      json(ended).problems.map(({ code }: { code: string }) => code),
      ['client-not-found'],
    );
    await line.write('framework.js', FRAMEWORK(await firstClient('Booking Chat')));
    const codes = json(await call('check', ['--org', 'all'])).problems.map(
      ({ code }: { code: string }) => code,
    );
    assert.ok(codes.includes('implicit-grant-ending'));
  });

  it('tells of what it can reach, and ends with 2 where an org is away', async () => {
    const env = {
      ...practice(),
      ...gatewayTo(org()),
      GENESYS_OAUTH_ACCESS_TOKEN: 'x'.repeat(40),
      GENESYS_OAUTH_REGION: 'mypurecloud.jp',
    };
    const ended = await call('clients list', ['--org', 'all', '--practice'], env);
    assert.equal(ended.exitCode, 2);
    const answer = json(ended);
    assert.equal(answer.orgs.length, 1);
    assert.equal(answer.notOpened[0].name, 'variable');
    assert.match(ended.err, /variable \(Environment variable GENESYS_OAUTH_ACCESS_TOKEN\): /);
    await line.write('framework.js', FRAMEWORK(answer.orgs[0].clients[0].id));
    assert.equal((await call('check', ['--org', 'all', '--practice'], env)).exitCode, 2);
  });

  it('says how one gets to sign in, and does not answer, where there is nothing', async () => {
    const { exitCode, out, err } = await call('clients list', [], {});
    assert.deepEqual([exitCode, out], [2, '']);
    assert.match(err, /GENESYSCLOUD_REGION/);
  });

  it('ends cleanly when somebody interrupts it', async () => {
    const ending = new AbortController();
    ending.abort();
    const { exitCode, out } = await line.run(['clients', 'list'], {
      env: terraformTo(org()),
      interruption: ending.signal,
    });
    assert.deepEqual([exitCode, out], [130, '']);
  });
});
