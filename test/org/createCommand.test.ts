import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { run } from '../../src/cli/run.ts';
import { requestsTo } from '../host/steer.ts';
import { type Ended, practiceNamed, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

const CREATE = 'POST /api/v2/oauth/clients';
const GENERAL = {
  procedure: 'general',
  name: 'Dashboard',
  grantType: 'CODE',
  redirectUris: ['https://dashboard.example.com/callback'],
  scopes: ['users:readonly'],
};
const SCIM = {
  procedure: 'scim',
  name: 'Okta provisioning',
  provider: 'okta',
  scimFile: 'genesys-scim.json',
};
const EMBEDDABLE = { procedure: 'embeddable', name: 'Agent desktop', frameworkFile: 'src/framework.js' };

const Answer = z.looseObject({
  exitCode: z.number(),
  outcome: z.string(),
  client: z.optional(z.object({ id: z.string(), name: z.string() })),
  plan: z.optional(z.array(z.looseObject({ kind: z.string(), title: z.string() }))),
  findings: z.optional(
    z.array(z.looseObject({ code: z.string(), severity: z.string(), field: z.optional(z.string()) })),
  ),
  faults: z.optional(z.array(z.looseObject({ field: z.optional(z.string()), message: z.string() }))),
  clientSecret: z.optional(z.string()),
  accessToken: z.optional(z.string()),
  secretFile: z.optional(z.string()),
  failure: z.optional(z.string()),
  message: z.optional(z.string()),
});
type Answer = z.infer<typeof Answer>;

const Org = z.object({ id: z.string() });

const Secrets = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  organization: z.string(),
  region: z.string(),
  accessToken: z.optional(z.string()),
});

describe('genesys-oauth create', () => {
  const org = useOrg();
  const line = useCommandLine();

  async function create(request: unknown, ...options: readonly string[]): Promise<Ended> {
    await line.write(
      'request.json',
      typeof request === 'string' ? request : JSON.stringify(request, undefined, 2),
    );
    return await line.run(['create', '--from', 'request.json', '--practice', ...options], {
      env: practiceNamed(org()),
    });
  }
  async function answered(request: unknown, ...options: readonly string[]): Promise<Answer> {
    const { out, exitCode } = await create(request, '--format', 'json', ...options);
    const answer = Answer.parse(JSON.parse(out));
    assert.equal(answer.exitCode, exitCode);
    return answer;
  }
  const made = async () => (await requestsTo(org())).filter((each) => each === CREATE).length;
  const held = async (name: string) => Secrets.parse(JSON.parse(await readFile(line.path(name), 'utf8')));

  it('tells all that would happen, in the words of the review, and does nothing', async () => {
    const { out, exitCode } = await create(GENERAL, '--format', 'text');
    assert.equal(exitCode, 0);
    for (const words of [
      /Create the client in/,
      /"name": "Dashboard"/,
      /Hand over the Client Secret/,
      /Read the client back and compare it/,
      /With --yes, this is done/,
    ])
      assert.match(out, words);
    assert.equal(await made(), 0);
    assert.deepEqual(await readdir(line.path()), ['request.json']);
  });

  it('makes nothing in another org than the request is for', async () => {
    for (const other of ['production', 'mypurecloud.ie', 'mypurecloud.com']) {
      const answer = await answered({ ...GENERAL, org: other }, '--yes', '--reveal-secret');
      assert.deepEqual([answer.exitCode, answer.outcome], [2, 'stopped-before']);
      assert.match(answer.message ?? '', new RegExp(`is for the organization "${other}"`));
    }
    assert.equal(await made(), 0);
    const named = await answered({ ...GENERAL, org: 'PRACTICE' });
    const byId = await answered({ ...GENERAL, org: Org.parse(named['org']).id });
    assert.deepEqual([named.outcome, byId.outcome], ['nothing-done', 'nothing-done']);
  });

  it('makes nothing without a place for the secret, and says so', async () => {
    const { out, exitCode } = await create(GENERAL, '--yes', '--format', 'text');
    assert.equal(exitCode, 2);
    assert.match(out, /--secret-file FILE .* --reveal-secret/);
    assert.equal(await made(), 0);
  });

  it('writes the secret into the file that is named, which only its owner can read, and nowhere else', async () => {
    const { exitCode, out, err } = await create(
      GENERAL,
      '--yes',
      '--secret-file',
      'crm.secret.json',
      '--format',
      'json',
    );
    assert.equal(exitCode, 0, out + err);
    const answer = Answer.parse(JSON.parse(out));
    const secrets = await held('crm.secret.json');
    assert.equal(secrets.clientId, answer.client?.id);
    assert.equal((await stat(line.path('crm.secret.json'))).mode & 0o777, 0o600);
    assert.ok(secrets.clientSecret.length > 20);
    assert.ok(!(out + err).includes(secrets.clientSecret));
    assert.ok(await worksWith(secrets), 'it is the secret of the client');
  });

  it('shows the secret where that is asked, first of all, and writes no file', async () => {
    const { out: json } = await create(GENERAL, '--yes', '--reveal-secret', '--format', 'json');
    assert.match(json, /^\{\n {2}"clientSecret": /, 'it is the first of all');
    const answer = Answer.parse(JSON.parse(json));
    assert.equal(answer.outcome, 'done');
    assert.ok(
      await worksWith({ clientId: answer.client?.id ?? '', clientSecret: answer.clientSecret ?? '' }),
    );
    assert.deepEqual(await readdir(line.path()), ['request.json']);
    const { out } = await create(
      { ...GENERAL, name: 'Another' },
      '--yes',
      '--reveal-secret',
      '--format',
      'text',
    );
    assert.match(out, /Client ID: .+\nClient Secret: .+\n/);
  });

  it('makes nothing where the file for the secret is there, or git would take it', async () => {
    await line.write('taken.json', 'theirs');
    execFileSync('git', ['-C', line.path(), 'init', '-q']);
    for (const [file, why] of [
      ['taken.json', /nothing is overwritten/],
      ['new.json', /git would take it/],
    ] as const) {
      const answer = await answered(GENERAL, '--yes', '--secret-file', file);
      assert.equal(answer.exitCode, 2);
      assert.match(answer.message ?? '', why);
    }
    assert.equal(await made(), 0);
    assert.equal(await readFile(line.path('taken.json'), 'utf8'), 'theirs');
    assert.deepEqual(await requestsTo(org()), [], 'nobody was signed in for it');
  });

  it('points to the field that breaks a rule, and makes nothing', async () => {
    const request = {
      ...GENERAL,
      redirectUris: ['https://a.test/x', 'http://dashboard.example.com/x'],
      tokenDurationSeconds: 10,
    };
    const answer = await answered(request, '--yes', '--reveal-secret');
    assert.equal(answer.exitCode, 1);
    const errors = answer.findings?.filter(({ severity }) => severity === 'error').map(({ field }) => field);
    assert.deepEqual(errors?.sort(), ['redirectUris[1]', 'tokenDurationSeconds']);
    assert.equal(await made(), 0);
  });

  it('points to a role or a division that the org does not have, with the one that was meant', async () => {
    const request = {
      procedure: 'general',
      name: 'Nightly',
      grantType: 'CLIENT-CREDENTIALS',
      roles: [{ role: 'Employe', divisions: ['Nowhere'] }],
    };
    const answer = await answered(request, '--yes', '--reveal-secret');
    assert.equal(answer.exitCode, 1);
    assert.deepEqual(
      answer.faults?.map(({ field }) => field),
      ['roles[0].role', 'roles[0].divisions[0]'],
    );
    assert.match(answer.faults?.[0]?.message ?? '', /Did you mean Employee/i);
    assert.equal(await made(), 0);
  });

  it('refuses what a client of the grant type does not have', async () => {
    const answer = await answered({ ...GENERAL, roles: [{ role: 'Employee' }] });
    assert.deepEqual(
      answer.faults?.map(({ field }) => field),
      ['roles'],
    );
  });

  it('makes a framework.js with the Client ID, or writes it into the one that is there', async () => {
    const first = await answered(EMBEDDABLE, '--yes', '--reveal-secret');
    assert.equal(first.outcome, 'done', JSON.stringify(first));
    const text = await readFile(line.path('src', 'framework.js'), 'utf8');
    assert.match(text, new RegExp(first.client?.id ?? 'none'));
    const second = await answered({ ...EMBEDDABLE, name: 'Second' }, '--yes', '--reveal-secret');
    assert.equal(second.outcome, 'refused-by-rules', 'the ID of another client is in it');
    assert.equal(second.findings?.find(({ severity }) => severity === 'error')?.code, 'target-in-use');
    const third = await answered(
      { ...EMBEDDABLE, name: 'Third', mayReplace: [first.client?.id] },
      '--yes',
      '--reveal-secret',
    );
    assert.equal(third.outcome, 'done', JSON.stringify(third));
    assert.equal(
      await readFile(line.path('src', 'framework.js'), 'utf8'),
      text.replace(first.client?.id ?? '', third.client?.id ?? ''),
    );
  });

  it('makes a SCIM client with a token for its provider, and writes the connection without a secret', async () => {
    const answer = await answered(SCIM, '--yes', '--secret-file', 'okta.json');
    assert.equal(answer.outcome, 'done', JSON.stringify(answer));
    const { clientSecret, accessToken = '' } = await held('okta.json');
    assert.ok(accessToken.length > 20);
    const written = await readFile(line.path('genesys-scim.json'), 'utf8');
    assert.match(written, new RegExp(answer.client?.id ?? 'none'));
    assert.match(written, /"kept": "elsewhere"/);
    for (const secret of [clientSecret, accessToken])
      assert.ok(!(written + JSON.stringify(answer)).includes(secret));
  });

  it('writes nothing where a link leads out of the folder, and says so before anything is made', async function () {
    if (process.platform === 'win32') this.skip();
    await line.write('home/settings.json', '{ "mine": true }');
    await mkdir(line.path('project'));
    await symlink('../home/settings.json', line.path('project', 'genesys-scim.json'));
    await symlink('../home', line.path('project', 'src'));
    await symlink('../nowhere.js', line.path('project', 'framework.js'));
    for (const [request, field] of [
      [SCIM, 'scimFile'],
      [EMBEDDABLE, 'frameworkFile'],
      [{ ...EMBEDDABLE, frameworkFile: 'src/deep/framework.js' }, 'frameworkFile'],
      [{ ...EMBEDDABLE, frameworkFile: 'framework.js' }, 'frameworkFile'],
    ] as const) {
      await line.write('project/request.json', JSON.stringify(request));
      const args = ['create', '--from', 'request.json', '--practice', '--yes', '--reveal-secret'];
      const io = line.io([...args, '--format', 'json'], { env: practiceNamed(org()) });
      const exitCode = await run({ ...io, cwd: line.path('project') });
      const { faults } = Answer.parse(JSON.parse(io.told().out));
      assert.deepEqual([exitCode, faults?.map((fault) => fault.field)], [1, [field]], io.told().out);
      assert.match(faults?.[0]?.message ?? '', /is a link that leads/);
    }
    assert.equal(await made(), 0);
    assert.equal(await readFile(line.path('home', 'settings.json'), 'utf8'), '{ "mine": true }');
    assert.deepEqual(await readdir(line.path('home')), ['settings.json']);
  });

  describe('that does not go well', () => {
    it('leaves no file where the org refuses', async () => {
      await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'POST' }] });
      const answer = await answered(GENERAL, '--yes', '--secret-file', 'crm.json');
      assert.equal(answer.exitCode, 2);
      assert.equal(answer.failure, 'not-created');
      assert.deepEqual(await readdir(line.path()), ['request.json']);
    });

    it('finds the client whose answer was lost, and says that nobody has its secret', async () => {
      await org().turn({ troubles: [{ kind: 'lost', times: 1, method: 'POST' }] });
      const answer = await answered(GENERAL, '--yes', '--secret-file', 'crm.json');
      assert.equal(await made(), 1);
      assert.equal(answer.client?.name, 'Dashboard', JSON.stringify(answer));
      assert.match(answer.message ?? '', /nobody has it/);
      assert.deepEqual(await readdir(line.path()), ['request.json'], 'no empty file stays');
    });

    it('says on standard error what stands where nobody takes the answer, and with it the secret', async () => {
      await line.write('request.json', JSON.stringify(GENERAL));
      for (const [form, isBroken] of [
        ['json', () => true],
        ['text', (text: string) => text.includes('Client Secret: ')],
      ] as const) {
        const io = line.io(
          ['create', '--from', 'request.json', '--practice', '--yes', '--reveal-secret', '--format', form],
          { env: practiceNamed(org()) },
        );
        const broken = {
          ...io.stdout,
          deliver: async (text: string) => {
            if (isBroken(text)) throw new Error('write EPIPE');
          },
        };
        const exitCode = await run({ ...io, stdout: broken });
        assert.equal(exitCode, 3, form);
        assert.match(
          io.told().err,
          /The client "Dashboard" was created, but .+: [0-9a-f-]{36}[\s\S]*write EPIPE/,
        );
      }
    });

    it('says on standard error what stands where the answer cannot be written', async () => {
      await line.write('request.json', JSON.stringify(GENERAL));
      const io = line.io(
        [
          'create',
          '--from',
          'request.json',
          '--practice',
          '--yes',
          '--secret-file',
          'crm.json',
          '--format',
          'json',
        ],
        { env: practiceNamed(org()) },
      );
      const full = {
        ...io.stdout,
        write: () => {
          throw new Error('ENOSPC: no space left on device, write');
        },
      };
      const exitCode = await run({ ...io, stdout: full });
      assert.equal(exitCode, 3);
      const { clientId, clientSecret } = await held('crm.json');
      const { err } = io.told();
      assert.match(err, new RegExp(`was created: ${clientId}`));
      assert.match(err, /ENOSPC/);
      assert.ok(!err.includes(clientSecret));
    });

    it('tells what stands when it is interrupted after the client was made, and has its secret', async () => {
      const interruption = new AbortController();
      await line.write('request.json', JSON.stringify(GENERAL));
      const args = [
        'create',
        '--from',
        'request.json',
        '--practice',
        '--yes',
        '--reveal-secret',
        '--format',
        'json',
      ];
      const io = line.io(args, { env: practiceNamed(org()), interruption: interruption.signal });
      const interrupted = {
        ...io,
        stdout: {
          isTerminal: false,
          write: io.stdout.write,
          deliver: async (text: string) => {
            interruption.abort();
            await io.stdout.deliver(text);
          },
        },
      };
      const exitCode = await run(interrupted);
      const { out } = io.told();
      const answer = Answer.parse(JSON.parse(out));
      assert.deepEqual([answer.failure, answer.exitCode, exitCode], ['cancelled', 3, 3], out);
      const { clientSecret = '', client } = answer;
      assert.ok(await worksWith({ clientId: client?.id ?? '', clientSecret }));
      assert.match(answer.message ?? '', /was created, but not all of the plan was done/);
    });
  });

  async function worksWith({
    clientId,
    clientSecret,
  }: {
    clientId: string;
    clientSecret: string;
  }): Promise<boolean> {
    const answer = await fetch(`${org().baseUrl}/login/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    // Of another grant type, the org says so only to whoever has the secret.
    const told = await answer.text();
    return answer.ok || !/invalid_client|secret/i.test(told);
  }
});
