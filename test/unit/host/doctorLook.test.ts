import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { notAsked } from '../../../src/core/doctor/asking/inTime.ts';
import { readFacts } from '../../../src/core/doctor/asking/readFacts.ts';
import type { Facts } from '../../../src/core/doctor/facts.ts';
import { NOTHING_TOLD } from '../../../src/core/doctor/symptom.ts';
import { OrgClock } from '../../../src/core/platform/orgClock.ts';
import { servicesFor } from '../../doctor/lookInOrg.ts';

const REGION = 'mypurecloud.jp';
const CLIENT_ID = '0a1b2c3d-1111-4222-8333-444455556666';
const WHO = { region: REGION, apiUrl: 'https://api.home.example', accessToken: 'token' };

describe('A look for why a login or a call fails', () => {
  const { fetch } = globalThis;
  /** What was asked and is not answered yet. */
  let waiting: (() => void)[];

  beforeEach(() => {
    waiting = [];
    globalThis.fetch = async (input) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return Response.json(answerTo(new URL(String(input))));
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** An org whose roles fill two pages, and a client that speaks for itself. */
  function answerTo({ pathname, searchParams }: URL): object {
    const roleDivisions = [{ roleId: 'role-2', divisionId: '*' }];
    const client = {
      id: CLIENT_ID,
      name: 'Export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions,
    };
    const role = { id: `role-${searchParams.get('pageNumber')}`, name: 'Reporting' };
    if (pathname.endsWith('/oauth/clients')) return { entities: [client] };
    if (pathname.endsWith('/authorization/roles')) return { entities: [role], pageCount: 2 };
    return { entities: [], id: 'org', name: 'Org', features: {}, networkWhitelist: [] };
  }

  async function looked(signal = new AbortController().signal): Promise<{ facts: Facts; rounds: number }> {
    const subject = { kind: 'client', clientId: CLIENT_ID, region: REGION } as const;
    const browser = notAsked('nobody-can-look');
    const question = { subject, told: NOTHING_TOLD, account: undefined, browser, anew: true };
    const ended: { facts?: Facts } = {};
    void readFacts(servicesFor(WHO), question, signal, () => {}).then((facts) => {
      ended.facts = facts;
    });
    for (let rounds = 0; ; rounds += 1) {
      for (let turn = 0; turn < 50; turn += 1) await setImmediate();
      if (ended.facts !== undefined) return { facts: ended.facts, rounds };
      assert.ok(waiting.length > 0, 'nothing is asked, and nothing comes of it');
      for (const answer of waiting.splice(0)) answer();
    }
  }

  it('takes at most three round trips one after another, also where a list has several pages', async () => {
    const { facts, rounds } = await looked();
    assert.ok(rounds > 1 && rounds <= 3, `${rounds} round trips`);
    assert.ok(facts.roles.kind === 'known');
    assert.deepEqual(
      facts.roles.value.map(({ name, divisions }) => [name, divisions]),
      [['Reporting', 'all']],
    );
  });

  it('takes what an answer leaves out for unknown, and not for off', async () => {
    const { facts } = await looked();
    for (const name of ['hipaa', 'inactivityTimeout', 'authentication'] as const)
      assert.equal(facts[name].kind, 'failed', name);
    assert.deepEqual(facts.ipAllowList, { kind: 'known', value: [] });
  });

  it('ends when it is cancelled, and asks nobody then', async () => {
    const { facts, rounds } = await looked(AbortSignal.abort());
    assert.equal(rounds, 0);
    assert.ok(facts.client.kind === 'failed' && facts.client.error.kind === 'cancelled');
  });
});

describe('The clock of this computer', () => {
  const now = Date.parse('2026-11-30T12:00:00.500Z');

  it('is held against that of the org by the answer that came fastest', () => {
    const clock = new OrgClock();
    assert.equal(clock.ahead, undefined);
    clock.take({ hostTime: undefined, milliseconds: 5 }, now);
    assert.equal(clock.ahead, undefined);
    clock.take({ hostTime: now - 120_500, milliseconds: 0 }, now);
    clock.take({ hostTime: now, milliseconds: 9000 }, now);
    assert.equal(clock.ahead, 120);
  });
});
