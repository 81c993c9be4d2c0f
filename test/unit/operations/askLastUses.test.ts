import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { FoundClient } from '../../../src/core/clients/whereabouts.ts';
import { type AskedUses, askLastUses, askOfEach } from '../../../src/core/operations/askLastUses.ts';
import type { PlatformError, Result } from '../../../src/core/platform/errors.ts';
import type { LastUse } from '../../../src/core/platform/lastUse.ts';

const BUSY: PlatformError = { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds: 40 };
const FORBIDDEN: PlatformError = { kind: 'forbidden', answer: { status: 403 } };

function client(id: string, account = 'org'): FoundClient {
  const org = { account, orgName: account, region: 'mypurecloud.com', practice: false, readAt: '' };
  return { client: { id, name: id }, org: { ...org, clients: [] } };
}

describe('Asking when many clients were last used', () => {
  const clients = Array.from({ length: 12 }, (_, index) => client(String(index)));
  let noted: Map<string, string>;
  let waited: number[];
  let reported: (readonly [number, number | undefined])[];
  let atOnce: number;
  let most: number;
  let answers: (id: string) => Result<LastUse>;
  let abort: AbortController;
  let whileWaiting: () => void;

  beforeEach(() => {
    noted = new Map();
    waited = [];
    reported = [];
    atOnce = 0;
    most = 0;
    answers = () => ({ ok: true, value: { kind: 'unused' } });
    abort = new AbortController();
    whileWaiting = () => {};
  });

  const ask = async (of: readonly FoundClient[] = clients): Promise<AskedUses> =>
    await askLastUses(
      of,
      {
        ask: async ({ client: { id } }) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          await Promise.resolve();
          atOnce -= 1;
          return answers(id);
        },
        note: ({ client: { id } }, { kind }) => noted.set(id, kind),
        wait: async (milliseconds) => {
          waited.push(milliseconds);
          whileWaiting();
        },
        report: (asked, waitsSeconds) => reported.push([asked, waitsSeconds]),
      },
      abort.signal,
    );

  it('asks each once, some side by side, and tells how far it is', async () => {
    assert.deepEqual(await ask(), { asked: 12 });
    assert.deepEqual([...noted.keys()].sort(), clients.map(({ client: { id } }) => id).sort());
    assert.equal(most, 4);
    assert.deepEqual(reported.at(-1), [12, undefined]);
  });

  it('keeps what was told until it was cancelled, and says how many those are', async () => {
    answers = (id) => {
      if (id === '5') abort.abort();
      return { ok: true, value: { kind: 'unused' } };
    };
    const { asked } = await ask();
    assert.equal(asked, noted.size);
    assert.ok(asked >= 6 && asked < 12, `${asked}`);
  });

  it('waits as long as an org asks for, and then asks for the same client', async () => {
    let left = 2;
    answers = (id) => {
      if (id === '3' && left-- > 0) return { ok: false, error: BUSY };
      return { ok: true, value: { kind: 'unused' } };
    };
    assert.deepEqual(await ask(), { asked: 12 });
    assert.deepEqual(waited, [40_000, 40_000]);
    assert.ok(reported.some(([, seconds]) => seconds === 40));
  });

  it('says of several orgs that could not go on being asked why the last one could not', async () => {
    const error: PlatformError = { kind: 'signed-out', answer: { status: 401 } };
    answers = (id) => ({ ok: false, error: id === '1' ? FORBIDDEN : error });
    assert.deepEqual(await ask([client('1'), client('100', 'another org')]), { asked: 0, error });
  });

  it('waits no more than three times for a client, and then asks no more in its org', async () => {
    answers = () => ({ ok: false, error: BUSY });
    assert.deepEqual(await ask([client('1')]), { asked: 0, error: BUSY });
    assert.deepEqual(waited, [40_000, 40_000, 40_000]);
    assert.equal(noted.size, 0);
  });

  it('ends without an error when it is cancelled while it waits, and asks nothing more', async () => {
    answers = () => ({ ok: false, error: BUSY });
    whileWaiting = () => abort.abort();
    assert.deepEqual(await ask([client('1')]), { asked: 0 });
    assert.equal(waited.length, 1);
    assert.equal(noted.size, 0);
  });

  it('ends without an error when a request is cancelled', async () => {
    answers = () => {
      abort.abort();
      return { ok: false, error: { kind: 'cancelled' } };
    };
    assert.deepEqual(await ask(), { asked: 0 });
    assert.equal(noted.size, 0);
  });

  it('asks no more in an org that nobody is signed in to, or that cannot be reached', async () => {
    const errors: PlatformError[] = [
      { kind: 'signed-out', answer: { status: 401 } },
      { kind: 'unreachable', reason: 'ENOTFOUND' },
      { kind: 'untrusted-certificate', reason: 'CERT_HAS_EXPIRED' },
    ];
    for (const error of errors) {
      const asked: string[] = [];
      answers = (id) => {
        asked.push(id);
        return { ok: false, error };
      };
      assert.deepEqual(await ask(), { asked: 0, error }, error.kind);
      assert.ok(asked.length <= most, `${error.kind}: ${asked.length} were asked`);
    }
  });

  it('notes of one that the org does not tell of that it does not, and goes on', async () => {
    answers = (id) =>
      id === '3'
        ? { ok: false, error: { kind: 'timeout', seconds: 6 } }
        : { ok: true, value: { kind: 'unused' } };
    assert.deepEqual(await ask(), { asked: 12 });
    assert.equal(noted.get('3'), 'untold');
  });

  it('says of each org that could not be asked to the end why that is', async () => {
    const ended = new Map<string, string>();
    const asked = await askOfEach<'told'>(
      [client('1'), client('2', 'another org'), client('3', 'a third org')],
      {
        ask: async ({ org: { account } }) => {
          if (account === 'a third org') return { ok: true, value: 'told' };
          return { ok: false, error: account === 'org' ? FORBIDDEN : BUSY };
        },
        note: ({ client: { id } }, told) => noted.set(id, String(told)),
        wait: async () => {},
        report: () => {},
        ended: (account, { kind }) => ended.set(account, kind),
      },
      abort.signal,
    );
    assert.equal(asked.asked, 1);
    assert.deepEqual([...noted], [['3', 'told']]);
    assert.deepEqual([...ended].sort(), [
      ['another org', 'rate-limited'],
      ['org', 'forbidden'],
    ]);
  });

  it('asks no more in an org that refuses it to everybody, says why, and goes on in the others', async () => {
    answers = (id) =>
      Number(id) < 12 ? { ok: false, error: FORBIDDEN } : { ok: true, value: { kind: 'unused' } };
    const others = [client('100', 'another org'), client('101', 'another org')];
    assert.deepEqual(await ask([...clients, ...others]), { asked: 2, error: FORBIDDEN });
    assert.deepEqual([...noted.keys()], ['100', '101']);
  });
});
