import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CAUSES } from '../../src/core/doctor/cause.ts';
import { readCommandLine, UsageError } from '../../src/practiceOrg/commandLine.ts';
import { createOrg, type Org, switchesNow } from '../../src/practiceOrg/org.ts';
import { bringAbout, CauseError, possibleFor, takeBack } from '../../src/practiceOrg/practice/bringAbout.ts';
import { causeIds, causesOutside } from '../../src/practiceOrg/practice/causes.ts';
import { steer } from '../host/steer.ts';
import { replyOf, startOrg } from './client.ts';

/** What a cause may change of an org. */
function standing(org: Org): unknown {
  const { clients, accessTokens, refreshTokens, idleTimeout } = org.world;
  return [[...clients], [...accessTokens], [...refreshTokens], idleTimeout, switchesNow(org)];
}

/** One client of each kind that the company has. */
const KINDS = [
  'Travel Desk in the CRM',
  'Booking Chat',
  'CRM Connector',
  'Nightly Data Export',
  'Directory Provisioning',
];

describe('the causes of trouble, together', () => {
  const orgOf = () =>
    createOrg({ region: 'mypurecloud.com', clock: { offsetMs: 0, now: () => 1_900_000_000_000 } });

  it('are the same that are looked for: each in the org, or named as outside of it', () => {
    assert.deepEqual([...causeIds, ...Object.keys(causesOutside)].sort(), [...CAUSES].sort());
  });

  it('can each be brought about for a client of the company', () => {
    const org = orgOf();
    const all = [...org.world.clients.keys()].flatMap((id) => possibleFor(org, id));
    assert.deepEqual(
      causeIds.filter((cause) => !all.includes(cause)),
      [],
    );
  });

  it('leave everything as it was when they are taken back, one alone and in pairs, in either order', () => {
    const org = orgOf();
    const before = standing(org);
    let pairs = 0;
    for (const client of KINDS) {
      const possible = possibleFor(org, client);
      for (const one of possible) {
        for (const other of possible) {
          bringAbout(org, { cause: one, client });
          try {
            bringAbout(org, { cause: other, client });
            takeBack(org, one);
            pairs += 1;
          } catch (error) {
            assert.ok(error instanceof CauseError, `${one} with ${other}`);
          }
          takeBack(org);
          assert.ok(isDeepStrictEqual(standing(org), before), `${one} with ${other}`);
        }
      }
    }
    assert.ok(pairs > 500, `${pairs} pairs`);
  });

  it('change nothing else than they say: no other client, and no switch but theirs', () => {
    const org = orgOf();
    const others = (id: string) =>
      JSON.stringify([...org.world.clients.values()].filter((each) => each.id !== id));
    for (const { id, owner } of [...org.world.clients.values()]) {
      if (owner === 'platform') continue;
      for (const cause of possibleFor(org, id)) {
        const before = others(id);
        bringAbout(org, { cause, client: id });
        assert.equal(others(id), before, cause);
        takeBack(org);
      }
    }
  });

  describe('over a restart', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'practice-org-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('are taken back: the org that starts again is as it was before them', async () => {
      const options = { stateFile: join(folder, 'state.json'), size: 'small' } as const;
      const client = 'Travel Desk in the CRM';
      const first = await startOrg({ ...options, causes: [{ cause: 'inactivity-timeout', client }] });
      await first.turn({ hipaa: false });
      const post = await fetch(`${first.baseUrl}/practice/causes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${first.controlToken}` },
        body: JSON.stringify({ cause: 'client-missing', client }),
      });
      assert.equal((await replyOf(post)).at('inForce.1.cause'), 'client-missing');
      await first.close();
      const second = await startOrg(options);
      try {
        assert.deepEqual((await replyOf(await steer(second, 'GET', 'causes'))).at('inForce'), []);
        const admin = await second.automationToken();
        const list = await second.call(admin, 'GET', '/api/v2/oauth/clients');
        assert.match(JSON.stringify(list.body), /Travel Desk in the CRM/);
        const timeout = await second.call(admin, 'GET', '/api/v2/tokens/timeout');
        assert.equal(timeout.at('enableIdleTokenTimeout'), false);
      } finally {
        await second.close();
      }
    });
  });

  it('are asked for on the command line, with the client that they are for', () => {
    const { causes } = readCommandLine([
      ...['--cause', 'no-role,client=Queue Monitor', '--cause', 'hipaa-timeout,client=A, and B'],
    ]);
    assert.deepEqual(causes, [
      { cause: 'no-role', client: 'Queue Monitor' },
      { cause: 'hipaa-timeout', client: 'A, and B' },
    ]);
    for (const wrong of [
      'no-role',
      'rain,client=Queue Monitor',
      'no-role,Queue Monitor',
      'clock-wrong,client=A',
    ]) {
      assert.throws(
        () => readCommandLine(['--cause', wrong]),
        (error) =>
          error instanceof UsageError && /^--cause takes [^\n]+ client-missing, /.test(error.message),
      );
    }
  });
});
