import assert from 'node:assert/strict';
import type { CarriedOut, TroubleAsked, TroubleKind } from '../../src/practiceOrg/practice/troubles.ts';
import { whatThereIs } from '../../src/practiceOrg/practice/whatThereIs.ts';
import { requestsTo, steer } from '../host/steer.ts';
import { valueAt } from './client.ts';
import { type Meeting, type MeetingUnderWay, meet } from './meet.ts';
import { createClient } from './samples.ts';
import { useOrg } from './useOrg.ts';

const clients = '/api/v2/oauth/clients';
const draft = { name: 'Rehearsal', authorizedGrantType: 'CODE', scope: ['users'] };

/** Kinds that need something which is there already: switchesSomebodyElse.test.ts has them. */
const aboutOne = ['half-deleted', 'changed-meanwhile', 'deleted-meanwhile'] as const;
type AboutOne = (typeof aboutOne)[number];
const isAboutOne = (kind: TroubleKind): kind is AboutOne => aboutOne.some((each) => each === kind);

describe('every trouble that there is', () => {
  const org = useOrg();
  let token: string;

  beforeEach(async () => {
    token = await org().automationToken();
    await org().turn({ callsPerMinute: 100_000 });
  });

  const clientCount = async () => Number((await org().call(token, 'GET', clients)).at('total'));
  const create = () => meet(org(), token, 'POST', clients, draft);
  const rehearse = (trouble: TroubleAsked) => org().turn({ troubles: [trouble] });

  /** One of two ends: the call is over, or it hangs where it should. */
  async function afterwards(
    call: MeetingUnderWay,
    hangs: boolean,
    done: () => Promise<boolean>,
  ): Promise<Meeting> {
    if (!hangs) return await call.over;
    while (!(await done())) assert.equal(call.now().end, 'open');
    return call.now();
  }

  const refused = (status: number, code: string) => (met: Meeting) => {
    assert.deepEqual([met.end, met.status], ['answered', status]);
    assert.equal(valueAt(JSON.parse(met.text), 'code'), code);
  };
  const silent = (met: Meeting) => assert.deepEqual([met.end, met.status, met.text], ['cut', undefined, '']);
  const usual = (met: Meeting) => {
    assert.deepEqual([met.end, met.status], ['answered', 200]);
    assert.ok(valueAt(JSON.parse(met.text), 'id'));
  };
  const without = (met: Meeting) => {
    assert.deepEqual([met.end, met.status, typeof JSON.parse(met.text)], ['answered', 200, 'object']);
    return valueAt(JSON.parse(met.text), 'name');
  };

  /** What the client meets, kind by kind, when it creates a client. */
  const meets: Record<Exclude<TroubleKind, AboutOne>, (met: Meeting) => unknown> = {
    forbidden: refused(403, 'missing.permissions'),
    'expired-token': refused(401, 'bad.credentials'),
    'signed-out': refused(401, 'bad.credentials'),
    'too-many-requests': refused(429, 'too.many.requests.retry.after'),
    'server-error': refused(500, 'internal.server.error'),
    unavailable: refused(503, 'service.unavailable'),
    refused: refused(409, 'request.conflict'),
    html: (met) => {
      assert.deepEqual([met.end, met.status], ['answered', 200]);
      assert.match(String(met.headers['content-type']), /^text\/html/);
      assert.match(met.text, /^<!doctype html>/);
    },
    dropped: silent,
    lost: silent,
    truncated: (met) => {
      assert.deepEqual([met.end, met.status], ['cut', 200]);
      assert.match(met.text, /^\{"id":/);
      assert.throws(() => JSON.parse(met.text));
    },
    slow: usual,
    stalled: (met) => assert.deepEqual([met.end, met.status], ['open', undefined]),
    dripping: (met) => {
      usual(met);
      assert.ok(met.pieces > met.text.length / 2, `${met.pieces} pieces`);
    },
    empty: (met) => assert.deepEqual([met.end, met.status, met.text], ['answered', 200, '']),
    oversized: (met) => {
      usual(met);
      assert.ok(met.text.length > 1_000_000);
    },
    'wrong-types': (met) => assert.equal(without(met), 7),
    nulls: (met) => assert.equal(without(met), null),
  };
  /** What makes a trouble quick enough for a test. */
  const quickly: { readonly [Kind in TroubleKind]?: object } = {
    slow: { milliseconds: 20 },
    dripping: { milliseconds: 1 },
    oversized: { megabytes: 1 },
  };
  const created: Record<CarriedOut, number> = { yes: 1, no: 0, half: 0 };
  for (const { kind, carriedOut, parameters } of whatThereIs.troubles) {
    if (isAboutOne(kind)) continue;
    const trouble = { kind, times: 1, method: 'POST', ...quickly[kind] };
    it(`${kind}: the client meets it once, and the request is ${carriedOut === 'yes' ? '' : 'not '}carried out`, async () => {
      const before = await clientCount();
      await org().turn({ troubles: [trouble] });
      const call = create();
      const isCreated = async () => (await clientCount()) === before + created[carriedOut];
      const met = await afterwards(call, kind === 'stalled', isCreated);
      meets[kind](met);
      call.hangUp();
      token = await org().automationToken();
      assert.ok(await isCreated());
      usual(await create().over);
    });

    for (const { name, values = [] } of parameters) {
      if (values.length === 0) continue;
      it(`${kind}: each ${name} there is can be asked for, and meets the next call`, async () => {
        for (const value of values) {
          await org().turn({ troubles: [{ ...trouble, [name]: value }] });
          const call = create();
          await untilTaken();
          call.hangUp();
          token = await org().automationToken();
        }
      });
    }
  }

  async function untilTaken(): Promise<void> {
    let left: unknown;
    do left = valueAt(await (await steer(org(), 'GET', 'switches')).json(), 'troubles.0');
    while (left !== undefined);
  }

  it('every error code can be met, with its status and a whole message', async () => {
    const codes = whatThereIs.troubles.find(({ kind }) => kind === 'refused')?.parameters[0]?.values ?? [];
    assert.ok(codes.length > 40);
    for (const code of codes) {
      await org().turn({ troubles: [{ kind: 'refused', code }] });
      const answer = await org().call(token, 'GET', clients);
      assert.deepEqual([answer.at('code'), answer.at('status')], [code, answer.status]);
      assert.ok(answer.status >= 400);
      assert.doesNotMatch(String(answer.at('message')), /\[\]|: $|\{/, String(code));
    }
  });

  it('429 comes with each form of Retry-After', async () => {
    const headersFor = async (retryAfter: TroubleAsked & { kind: 'too-many-requests' }) => {
      await rehearse(retryAfter);
      const answer = await org().call(token, 'GET', clients);
      assert.equal(answer.status, 429);
      return answer.headers;
    };
    const headerFor = async (retryAfter: TroubleAsked & { kind: 'too-many-requests' }) =>
      (await headersFor(retryAfter)).get('retry-after');
    /** How many seconds after the moment that the answer itself tells. */
    const secondsFor = async (retryAfter: TroubleAsked & { kind: 'too-many-requests' }) => {
      const headers = await headersFor(retryAfter);
      return (Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '')) / 1000;
    };
    const kind = 'too-many-requests';
    assert.equal(await headerFor({ kind, retryAfterSeconds: 7 }), '7');
    assert.equal(await headerFor({ kind, retryAfter: 'absent' }), null);
    assert.equal(await headerFor({ kind, retryAfter: 'negative' }), '-1');
    assert.equal(await headerFor({ kind, retryAfter: 'far-too-long' }), '1000000000');
    assert.equal(await headerFor({ kind, retryAfter: 'text' }), 'soon');
    await org().turn({ clockOffsetSeconds: 86_400 });
    token = await org().automationToken();
    const later = await secondsFor({ kind, retryAfter: 'date', retryAfterSeconds: 90 });
    assert.ok(later > 60 && later < 120, `${later} seconds, by the clock of the org`);
    assert.ok((await secondsFor({ kind, retryAfter: 'past-date' })) < 0);
  });

  it('html: a proxy can answer with any of its statuses, at the login host, too', async () => {
    await rehearse({ kind: 'html', status: 502 });
    assert.equal((await meet(org(), token, 'GET', clients).over).status, 502);
    await rehearse({ kind: 'html', status: 407, operation: 'POST /oauth/token' });
    const met = await meet(org(), '', 'POST', '/oauth/token').over;
    assert.deepEqual([met.status, met.text.startsWith('<!doctype html>')], [407, true]);
  });

  it('wrong-types and nulls: all fields, only those deep inside, or only those of one name', async () => {
    await createClient(org(), token);
    const listWith = async (trouble: TroubleAsked) => {
      await rehearse(trouble);
      return await org().call(token, 'GET', clients);
    };
    assert.deepEqual((await listWith({ kind: 'wrong-types' })).at('entities'), {});
    assert.equal((await listWith({ kind: 'nulls' })).at('entities'), null);
    const inner = await listWith({ kind: 'wrong-types', fields: 'innermost' });
    assert.deepEqual([inner.at('total'), inner.at('entities.0.id')], [String(inner.at('total')), 7]);
    const named = await listWith({ kind: 'nulls', fields: 'innermost', named: 'id' });
    assert.equal(named.at('entities.0.id'), null);
    assert.equal(typeof named.at('entities.0.name'), 'string');
    assert.equal(typeof named.at('total'), 'number');
  });

  it('an operation is met at its own path alone, whatever its places are called', async () => {
    await rehearse({ kind: 'server-error', operation: 'put /api/v2/authorization/roles/{id}' });
    const body = [{ defaultRoleId: 'scimIntegration' }];
    const roles = '/api/v2/authorization/roles';
    assert.equal((await org().call(token, 'PUT', `${roles}/default`, body)).status, 200);
    assert.equal((await org().call(token, 'GET', `${roles}/x`)).status, 404);
    assert.equal((await org().call(token, 'PUT', `${roles}/x`, { name: 'X' })).status, 500);
    assert.equal((await org().call(token, 'PUT', `${roles}/x`, { name: 'X' })).status, 404);
  });

  it('what a stalled call did is in the list of requests once the client has hung up', async () => {
    await rehearse({ kind: 'stalled', before: 'rest-of-body', method: 'POST' });
    const call = create();
    await call.begun;
    assert.deepEqual([call.now().status, call.now().end], [200, 'open']);
    assert.ok(!(await requestsTo(org())).includes(`POST ${clients}`));
    call.hangUp();
    while (!(await requestsTo(org())).includes(`POST ${clients}`));
    assert.match(await (await steer(org(), 'GET', 'requests')).text(), /"status":null/);
  });
});
