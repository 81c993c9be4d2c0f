import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { openOrgs } from '../../src/cli/orgs/orgs.ts';
import { carryOut } from '../../src/cli/save/carryOut.ts';
import { endText, extentOf } from '../../src/cli/save/endText.ts';
import { handingOver } from '../../src/cli/save/handOver.ts';
import { prepareChange } from '../../src/cli/save/prepare.ts';
import { compareRecords } from '../../src/core/clients/difference.ts';
import { readClientRecord, updateClient } from '../../src/core/platform/clientRecord.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { requestsTo } from '../host/steer.ts';
import { type Ended, neverEnding, practiceNamed, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

const OTHER = 'https://crm.test/callback';
const ADDED = 'https://crm.test/callback/v2';
const CLIENT: OAuthClientRequest = {
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [OTHER],
  scope: ['users'],
};

const Answer = z.looseObject({
  exitCode: z.number(),
  outcome: z.string(),
  because: z.optional(z.string()),
  plan: z.optional(z.array(z.looseObject({ kind: z.string(), lines: z.array(z.string()) }))),
  faults: z.optional(z.array(z.looseObject({ field: z.optional(z.string()) }))),
  findings: z.optional(z.array(z.looseObject({ severity: z.string(), field: z.optional(z.string()) }))),
  failure: z.optional(z.string()),
  message: z.optional(z.string()),
});
type Answer = z.infer<typeof Answer>;

describe('genesys-oauth change', () => {
  const org = useOrg();
  const line = useCommandLine();
  let connection: Connection;
  let id: string;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
    const made = await createClient(connection, CLIENT);
    assert.ok(made.ok);
    ({ id } = made.value.client);
  });

  async function change(request: object, ...options: readonly string[]): Promise<Ended> {
    await line.write('change.json', JSON.stringify({ client: id, ...request }));
    return await line.run(['change', '--from', 'change.json', '--practice', ...options], {
      env: practiceNamed(org()),
    });
  }
  async function answered(request: object, ...options: readonly string[]): Promise<Answer> {
    const { out, exitCode } = await change(request, '--format', 'json', ...options);
    const answer = Answer.parse(JSON.parse(out));
    assert.equal(answer.exitCode, exitCode);
    return answer;
  }
  async function stored() {
    const read = await readClientRecord(connection, id);
    assert.ok(read.ok);
    return read.value;
  }
  const puts = async () => (await requestsTo(org())).filter((each) => each.startsWith('PUT')).length;

  it('tells the difference and does nothing; with --yes, that is what is made', async () => {
    const request = { addRedirectUris: [ADDED], removeScopes: ['users'], addScopes: ['presence'] };
    const { out, exitCode } = await change(request, '--format', 'text');
    assert.equal(exitCode, 0);
    for (const words of [
      `+ ${ADDED}`,
      '+ presence',
      '− users',
      'Everything else of the client is sent back as it is.',
      'With --yes, this is done',
    ])
      assert.ok(out.includes(words), out);
    assert.equal(await puts(), 0);
    const before = await stored();
    const answer = await answered(request, '--yes');
    assert.equal(answer.outcome, 'done', JSON.stringify(answer));
    const differences = compareRecords(before, await stored()).map(({ field }) => field);
    assert.deepEqual(differences.sort(), ['registeredRedirectUri', 'scope']);
    const { registeredRedirectUri, scope } = await stored();
    assert.deepEqual([registeredRedirectUri, scope], [[OTHER, ADDED], ['presence']]);
  });

  it('sends nothing where the client is as it should be', async () => {
    const answer = await answered({ addScopes: ['users'], state: 'active' }, '--yes');
    assert.deepEqual(
      [answer.outcome, answer.because, answer.exitCode],
      ['nothing-done', 'nothing-to-change', 0],
    );
    assert.equal(await puts(), 0);
  });

  it('deactivates a client and activates it again, beside another change', async () => {
    assert.equal((await answered({ state: 'inactive', name: 'Old' }, '--yes')).outcome, 'done');
    assert.deepEqual([(await stored()).state, (await stored()).name], ['inactive', 'Old']);
    assert.equal((await answered({ state: 'active' }, '--yes')).outcome, 'done');
    assert.equal((await stored()).state, 'active');
  });

  it('points to the field that breaks a rule, that two fields contradict, or that the client cannot have', async () => {
    const long = await answered({ tokenDurationSeconds: 9_999_999_999 }, '--yes');
    assert.deepEqual(
      [long.exitCode, long.findings?.find(({ severity }) => severity === 'error')?.field],
      [1, 'tokenDurationSeconds'],
    );
    assert.deepEqual(
      (await answered({ scopes: ['users'], addScopes: ['presence'] }, '--yes')).faults?.map(
        ({ field }) => field,
      ),
      ['scopes'],
    );
    assert.deepEqual(
      (await answered({ roles: [] }, '--yes')).faults?.map(({ field }) => field),
      ['roles'],
    );
    assert.equal(await puts(), 0);
  });

  it('leaves a client alone that somebody changes between the look and the request', async () => {
    const io = line.io([], { env: practiceNamed(org()) });
    const signal = neverEnding();
    const { orgs, end } = await openOrgs(io, { words: [], practice: true }, 'en', signal);
    const [open] = orgs;
    assert.ok(open !== undefined);
    const request = { client: id, addScopes: ['presence'] };
    const preparation = await prepareChange(open, request, { signal, now: new Date() });
    assert.ok(preparation.kind === 'prepared');
    const { plan, saved } = preparation.prepared;
    assert.ok(plan !== undefined && saved !== undefined);
    assert.ok((await updateClient(connection, id, { ...CLIENT, name: 'Theirs' })).ok);
    const before = await puts();
    const secrets = handingOver(undefined, { secret: () => assert.fail('there is none') });
    const { cwd } = io;
    const work = { plan, saved, secrets, cwd, language: 'en', now: () => new Date(), progress: () => {} };
    const run = await carryOut(open, work, signal);
    await end();
    assert.equal(extentOf(run), 'nothing');
    const { sentences } = endText(run);
    assert.match(
      sentences.join(' '),
      /somebody else has changed the client meanwhile.*Agent desktop → Theirs.*without --yes/,
    );
    assert.equal(await puts(), before);
  });

  it('says where it is not certain whether the client was changed', async () => {
    await org().turn({ troubles: [{ kind: 'dropped', times: 1, method: 'PUT' }] });
    const answer = await answered({ addScopes: ['presence'] }, '--yes');
    assert.deepEqual([answer.failure, answer.exitCode], ['perhaps-changed', 3], JSON.stringify(answer));
  });

  it('says that there is no such client', async () => {
    const answer = await answered({ client: '0b1f0c5e-1111-4111-8111-00000000dead' }, '--yes');
    assert.deepEqual([answer.outcome, answer.exitCode], ['stopped-before', 2]);
    assert.match(answer.message ?? '', /could not be read/);
  });
});
