import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { FoundClient } from '../../../src/core/clients/whereabouts.ts';
import type { ClientEffects } from '../../../src/core/operations/changeClient.ts';
import {
  type ClientFate,
  carryOutOnSeveral,
  isDone,
  type SeveralAction,
  type SeveralProgress,
} from '../../../src/core/operations/severalClients.ts';
import type { ClientBody, ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { PlatformError, Result } from '../../../src/core/platform/errors.ts';

const BUSY: PlatformError = { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds: 40 };
const FORBIDDEN: PlatformError = { kind: 'forbidden', answer: { status: 403 } };
const SIGNED_OUT: PlatformError = { kind: 'signed-out', answer: { status: 401 } };
const GONE: PlatformError = { kind: 'rejected', answer: { status: 404, code: 'client.not.found' } };
const REFUSED: PlatformError = { kind: 'rejected', answer: { status: 400, code: 'cannot.delete.client' } };

const DEACTIVATE: SeveralAction = { kind: 'deactivate' };
const DELETE: SeveralAction = { kind: 'delete' };

describe('The same with several clients', () => {
  /** What the orgs have, by Client ID. */
  let stored: Map<string, ClientRecord>;
  /** Every request, in order: `write A`. */
  let sent: string[];
  /** How the next requests of this name fail, one after the other. */
  let failures: Record<string, PlatformError[]>;
  /** What has become of which, and which request was the last one then. */
  let heard: string[];
  let waited: number[];
  let reported: SeveralProgress[];
  let abort: AbortController;
  let beforeRequest: (request: string) => void;

  beforeEach(() => {
    stored = new Map();
    sent = [];
    failures = {};
    heard = [];
    waited = [];
    reported = [];
    abort = new AbortController();
    beforeRequest = () => {};
  });

  function client(id: string, account = 'org'): FoundClient {
    const record = {
      id,
      name: `Client ${id}`,
      authorizedGrantType: 'CODE',
      registeredRedirectUri: ['https://crm.test/'],
      scope: ['users'],
      state: 'active',
    };
    stored.set(id, { ...record, modifiedBy: 'somebody' });
    const org = { account, orgName: account, region: 'mypurecloud.com', practice: false, readAt: '' };
    return { client: record, org: { ...org, clients: [] } };
  }

  async function request<T>(name: string, answer: () => Result<T>): Promise<Result<T>> {
    beforeRequest(name);
    sent.push(name);
    const error = failures[name]?.shift();
    return error === undefined ? answer() : { ok: false, error };
  }

  function on({ client: { id } }: FoundClient): ClientEffects {
    const now = (): Result<ClientRecord> => {
      const record = stored.get(id);
      return record === undefined ? { ok: false, error: GONE } : { ok: true, value: record };
    };
    return {
      read: async () => await request(`read ${id}`, now),
      write: async (body: ClientBody) =>
        await request(`write ${id}`, () => {
          stored.set(id, { ...body, id });
          return now();
        }),
      remove: async () =>
        await request(`remove ${id}`, () => {
          if (stored.get(id)?.state !== 'inactive') return { ok: false, error: REFUSED };
          stored.delete(id);
          return { ok: true, value: undefined };
        }),
    };
  }

  const ended = async ({ found, fate }: ClientFate) => {
    heard.push(`${fate.kind} ${found.client.id} after ${sent.at(-1)}`);
  };

  async function carryOut(
    clients: readonly FoundClient[],
    action: Parameters<typeof carryOutOnSeveral>[1],
  ): Promise<readonly ClientFate[]> {
    const wait = async (milliseconds: number) => {
      waited.push(milliseconds);
    };
    const report = (progress: SeveralProgress) => reported.push(progress);
    return await carryOutOnSeveral(clients, action, { on, wait, report, ended }, abort.signal);
  }

  const kinds = (fates: readonly ClientFate[]) => fates.map(({ fate }) => fate.kind);

  it('is done with one after the other, in their order, and each is read back', async () => {
    const clients = [client('A'), client('B', 'another org'), client('C')];
    const fates = await carryOut(clients, DEACTIVATE);
    assert.deepEqual(kinds(fates), ['changed', 'changed', 'changed']);
    assert.deepEqual(
      sent,
      ['A', 'B', 'C'].flatMap((id) => [`read ${id}`, `write ${id}`, `read ${id}`]),
    );
    for (const record of stored.values()) assert.equal(record.state, 'inactive');
    assert.deepEqual(
      reported.map(({ number, of }) => `${number}/${of}`),
      ['1/3', '2/3', '3/3'],
    );
  });

  it('tells what has become of one before the next is begun', async () => {
    failures = { 'write B': [FORBIDDEN] };
    await carryOut([client('A'), client('B'), client('C')], DELETE);
    assert.deepEqual(heard, ['deleted A after read A', 'failed B after read B', 'deleted C after read C']);
  });

  it('leaves alone what somebody has changed since the person saw it, and goes on', async () => {
    const clients = [client('A'), client('B')];
    stored.set('A', { ...(await recordOf('A')), name: 'Renamed' });
    const fates = await carryOut(clients, DELETE);
    assert.deepEqual(kinds(fates), ['changed-meanwhile', 'deleted']);
    assert.deepEqual(
      sent.filter((each) => each.endsWith('A')),
      ['read A'],
    );
  });

  async function recordOf(id: string): Promise<ClientRecord> {
    const record = stored.get(id);
    assert.ok(record);
    return record;
  }

  it('sends nothing for one that is as it is to be, or cannot have it', async () => {
    const there = client('A');
    const machine = client('B');
    const changed = { ...machine.client, authorizedGrantType: 'CLIENT-CREDENTIALS' };
    stored.set('B', { ...changed });
    const fates = await carryOut([there, { ...machine, client: changed }], {
      kind: 'add-redirect-uris',
      uris: ['https://crm.test/'],
    });
    assert.deepEqual(kinds(fates), ['unchanged', 'refused']);
    assert.deepEqual(sent, ['read A', 'read B']);
  });

  it('ends between two clients when the person cancels, and what was begun is followed to its end', async () => {
    beforeRequest = (name) => {
      if (name === 'write A') abort.abort();
    };
    const fates = await carryOut([client('A'), client('B'), client('C')], DELETE);
    assert.deepEqual(kinds(fates), ['deleted', 'not-begun', 'not-begun']);
    assert.deepEqual([...stored.keys()], ['B', 'C']);
    for (const { fate } of fates.slice(1))
      assert.ok(fate.kind === 'not-begun' && fate.error.kind === 'cancelled');
  });

  it('waits as long as an org asks for, and then goes on with the same client', async () => {
    failures = { 'write B': [BUSY, BUSY] };
    const fates = await carryOut([client('A'), client('B'), client('C')], DEACTIVATE);
    assert.ok(fates.every(({ fate }) => isDone(fate)));
    assert.deepEqual(waited, [40_000, 40_000]);
    assert.equal(reported.find(({ waitsSeconds }) => waitsSeconds !== undefined)?.waitsSeconds, 40);
  });

  it('takes for no change by others what it made of a client before it had to wait', async () => {
    failures = { 'remove A': [BUSY] };
    assert.deepEqual(kinds(await carryOut([client('A')], DELETE)), ['deleted']);
    failures = { 'remove B': [BUSY], 'read B': [] };
    const other = client('B');
    let isBusy = false;
    beforeRequest = (name) => {
      // While it waits, it cannot even look.
      if (name === 'remove B' && !isBusy) failures['read B'] = [BUSY];
      isBusy = true;
    };
    assert.deepEqual(kinds(await carryOut([other], DELETE)), ['deleted']);
  });

  it('takes it for a change by others where one was set inactive while it waited with nothing done yet', async () => {
    failures = { 'write A': [BUSY] };
    const wait = async () => {
      stored.set('A', { ...(await recordOf('A')), state: 'inactive' });
    };
    const effects = { on, wait, report: () => {}, ended };
    const fates = await carryOutOnSeveral([client('A')], DELETE, effects, abort.signal);
    assert.deepEqual(kinds(fates), ['changed-meanwhile']);
    assert.ok(stored.has('A'));
  });

  it('takes it for no change where an org says more of the roles of a client than its list', async () => {
    const roleDivisions = [{ roleId: 'role-1', divisionId: '*' }];
    const one = client('A');
    const record = await recordOf('A');
    stored.set('A', { ...record, roleDivisions: roleDivisions.map((each) => ({ ...each, note: 'new' })) });
    const listed = { ...one, client: { ...one.client, roleDivisions } };
    assert.deepEqual(kinds(await carryOut([listed], DELETE)), ['deleted']);
  });

  it('does not wait for ever, and begins with no other client of an org that goes on refusing', async () => {
    failures = { 'read A': [BUSY, BUSY, BUSY, BUSY, BUSY] };
    const fates = await carryOut([client('A'), client('B'), client('C', 'another org')], DEACTIVATE);
    assert.deepEqual(kinds(fates), ['failed', 'not-begun', 'changed']);
    assert.equal(waited.length, 3);
  });

  it('can be cancelled while it waits', async () => {
    failures = { 'write A': [BUSY] };
    const fates = await carryOutOnSeveral(
      [client('A'), client('B')],
      DEACTIVATE,
      { on, wait: async () => abort.abort(), report: () => {}, ended },
      abort.signal,
    );
    assert.deepEqual(kinds(fates), ['not-begun', 'not-begun']);
    assert.equal(stored.get('A')?.state, 'active');
  });

  it('says of one that was half deleted when it was cancelled that it is inactive', async () => {
    failures = { 'remove A': [BUSY] };
    const effects = { on, wait: async () => abort.abort(), report: () => {}, ended };
    const [one] = await carryOutOnSeveral([client('A')], DELETE, effects, abort.signal);
    assert.ok(one?.fate.kind === 'failed');
    assert.equal(one.fate.left, 'inactive');
    assert.equal(stored.get('A')?.state, 'inactive');
  });

  it('still says so where it could not even look any more', async () => {
    failures = { 'remove A': [BUSY] };
    beforeRequest = (name) => {
      if (name === 'remove A') afterRemoval = 0;
      else if (afterRemoval !== undefined && name === 'read A') {
        afterRemoval += 1;
        // The first look tells what the refused request has left.
        if (afterRemoval > 1) failures['read A'] = [BUSY];
      }
    };
    let afterRemoval: number | undefined;
    const [one] = await carryOut([client('A')], DELETE);
    assert.ok(one?.fate.kind === 'failed');
    assert.equal(one.fate.left, 'inactive');
    assert.equal(waited.length, 3);
  });

  it('goes on after one that is refused, and tries no other of an org that nobody is signed in to', async () => {
    failures = { 'write A': [FORBIDDEN], 'read C': [SIGNED_OUT] };
    const clients = [client('A'), client('B'), client('C'), client('D'), client('E', 'another org')];
    const fates = await carryOut(clients, DEACTIVATE);
    assert.deepEqual(kinds(fates), ['failed', 'changed', 'failed', 'not-begun', 'changed']);
    assert.deepEqual(
      fates.map(({ fate }) => isDone(fate)),
      [false, true, false, false, true],
    );
  });

  it('takes one that is gone already for deleted, and for a failure where it was to be changed', async () => {
    const [one, other] = [client('A'), client('B')];
    stored.clear();
    assert.deepEqual(kinds(await carryOut([one], DELETE)), ['deleted']);
    assert.deepEqual(kinds(await carryOut([other], DEACTIVATE)), ['failed']);
  });

  it('only reads where nothing is to be changed, also what was changed meanwhile', async () => {
    const clients = [client('A'), client('B')];
    stored.set('A', { ...(await recordOf('A')), name: 'Renamed' });
    const fates = await carryOut(clients, { kind: 'read' });
    assert.deepEqual(
      fates.map(({ fate }) => fate.kind === 'read' && fate.record.name),
      ['Renamed', 'Client B'],
    );
    assert.deepEqual(sent, ['read A', 'read B']);
  });
});
