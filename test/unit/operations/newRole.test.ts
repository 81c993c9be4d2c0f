import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../../src/core/operations/effects.ts';
import { interrupted, stepOutcome } from '../../../src/core/operations/interrupted.ts';
import type { Failure, Run } from '../../../src/core/operations/run.ts';
import { CLIENT, going, ROLE } from './rehearse.ts';
import { ALL, begin, failureOf, LOST, REFUSED, saysOf } from './rehearseNewRole.ts';

describe('A Save that makes a role for its client', () => {
  it('makes the role, gives it, and asks for the client with its ID', async () => {
    const asked: unknown[] = [];
    const { proceed, calls, last } = begin({
      giveRole: async (step, role) => {
        asked.push([step.kind, role]);
        return { kind: 'held' };
      },
      createClient: async (request) => {
        asked.push(request.roleDivisions);
        return { ok: true, value: { client: CLIENT, secret: 's' } };
      },
    });
    await proceed(going());
    assert.deepEqual(calls, ALL);
    assert.deepEqual(asked, [['give-role', ROLE], [{ roleId: ROLE.id, divisionId: '*' }]]);
    assert.deepEqual(
      [last()?.kind, last()?.role, last()?.readBack],
      ['finished', ROLE, { kind: 'as-asked' }],
    );
  });

  it('has made nothing where the role is refused, and sends it again at the next try', async () => {
    let tries = 0;
    const { proceed, calls, last } = begin({
      createRole: async () => {
        tries += 1;
        return tries === 1 ? { ok: false, error: REFUSED } : { ok: true, value: ROLE };
      },
    });
    await proceed(going());
    assert.deepEqual(failureOf(last()), { kind: 'role-not-created', error: REFUSED });
    assert.equal(interrupted(last() ?? assert.fail()), undefined);
    await proceed(going());
    assert.deepEqual(calls, ['role', ...ALL]);
    assert.equal(last()?.kind, 'finished');
  });

  it('looks for a role whose answer was lost, and makes no second one', async () => {
    const found = begin({
      createRole: async () => ({ ok: false, error: LOST }),
      findCreatedRole: async () => ({ ok: true, value: ROLE }),
    });
    await found.proceed(going());
    assert.deepEqual(found.calls, ['role', 'look-role', ...ALL.slice(1)]);
    assert.equal(found.last()?.kind, 'finished');

    let isThere = false;
    const unsure = begin({
      createRole: async () => ({ ok: false, error: LOST }),
      findCreatedRole: async () => (isThere ? { ok: true, value: ROLE } : { ok: false, error: LOST }),
    });
    await unsure.proceed(going());
    assert.deepEqual(failureOf(unsure.last()), { kind: 'role-perhaps-created', error: LOST, lookup: LOST });
    assert.equal(stepOutcome(unsure.last() ?? assert.fail(), 0), 'not-certain');
    isThere = true;
    await unsure.proceed(going());
    assert.deepEqual(unsure.calls, ['role', 'look-role', 'look-role', ...ALL.slice(1)]);
  });

  it('sends it again only to whoever has looked', async () => {
    let tries = 0;
    const { proceed, calls, last } = begin({
      createRole: async () => {
        tries += 1;
        return tries === 1 ? { ok: false, error: LOST } : { ok: true, value: ROLE };
      },
      findCreatedRole: async () => ({ ok: false, error: LOST }),
    });
    await proceed(going());
    await proceed(going(), { createAnyway: true });
    assert.deepEqual(calls, ['role', 'look-role', ...ALL]);
    assert.equal(last()?.kind, 'finished');
  });

  it('goes on at the gift with the role that stands, where it was not given or not noticed', async () => {
    const outcomes = [
      { kind: 'role-not-given' as const, error: REFUSED },
      { kind: 'role-not-noticed' as const, seconds: 60 },
      { kind: 'held' as const },
    ];
    const { proceed, calls, last } = begin({ giveRole: async () => outcomes.shift() ?? assert.fail() });
    await proceed(going());
    assert.equal(failureOf(last()).kind, 'role-not-given');
    assert.match(
      saysOf(last()),
      /^The role "CRM" is there, but it was not given to you\. No client was created\./,
    );
    await proceed(going());
    assert.equal(failureOf(last()).kind, 'role-not-noticed');
    assert.deepEqual(last()?.role, ROLE);
    await proceed(going());
    assert.deepEqual(calls, ['role', 'give', 'give', ...ALL.slice(1)]);
  });

  it('makes it once more where somebody has deleted it before the client was asked for', async () => {
    let isThere: boolean | undefined;
    let tries = 0;
    const { proceed, calls, last } = begin({
      createClient: async () => {
        tries += 1;
        return tries < 3
          ? { ok: false, error: REFUSED }
          : { ok: true, value: { client: CLIENT, secret: 's' } };
      },
      isRoleThere: async () => isThere,
    });
    await proceed(going());
    assert.deepEqual([failureOf(last()).kind, last()?.role], ['not-created', ROLE], 'the org does not say');
    isThere = false;
    await proceed(going());
    assert.deepEqual([failureOf(last()).kind, last()?.role], ['role-gone', undefined]);
    assert.match(
      saysOf(last()),
      /^The role "CRM" is not in the organization any more\. No client was created\./,
    );
    assert.equal(stepOutcome(last() ?? assert.fail(), 0), 'failed');
    assert.equal(interrupted(last() ?? assert.fail()), undefined);
    await proceed(going());
    assert.deepEqual(calls, ['role', 'give', 'create', 'ask-role', 'create', 'ask-role', ...ALL]);
    assert.equal(last()?.kind, 'finished');
  });

  it('goes on with another role, and not with what became of the request for a client with the former one', async () => {
    let tries = 0;
    const { proceed, calls, last } = begin({
      createClient: async () => {
        tries += 1;
        return tries === 1
          ? { ok: false, error: LOST }
          : { ok: true, value: { client: CLIENT, secret: 's' } };
      },
      isRoleThere: async () => false,
    });
    await proceed(going());
    assert.equal(failureOf(last()).kind, 'role-gone');
    await proceed(going());
    assert.deepEqual(calls, ['role', 'give', 'create', 'look', 'ask-role', ...ALL]);
  });

  it('stops where one cancels while the org has not noticed, and goes on from there', async () => {
    const cancelling = new AbortController();
    let tries = 0;
    const { proceed, last, calls } = begin({
      giveRole: async (_step, _role, signal) => {
        tries += 1;
        if (tries > 1) return { kind: 'held' };
        cancelling.abort();
        return { kind: signal.aborted ? 'cancelled' : 'held' };
      },
    });
    await proceed(cancelling.signal);
    assert.deepEqual([failureOf(last()).kind, last()?.role], ['cancelled', ROLE]);
    assert.match(saysOf(last()), /No client was created\. Go on whenever you like, or delete the role\.$/);
    await proceed(going());
    assert.deepEqual(calls, ['role', 'give', ...ALL.slice(1)]);
  });
});

describe('A Save that makes a role, after VS Code has ended', () => {
  /** Ends it as soon as this many steps are done, with the next one under way. */
  async function endedAt(done: number): Promise<Run> {
    const { proceed, runs } = begin();
    await proceed(going());
    const run = runs.find((each) => each.kind === 'running' && each.done === done);
    return interrupted(run ?? assert.fail()) ?? assert.fail('something is left to do');
  }

  const ends: [done: number, failure: Failure, again: string[]][] = [
    [0, { kind: 'role-interrupted', role: 'not-certain' }, ['look-role', ...ALL.slice(1)]],
    [1, { kind: 'role-interrupted', role: 'there' }, ['give', 'create', 'keep', 'read']],
    [2, { kind: 'interrupted', client: 'not-certain' }, ['look', 'read']],
    [3, { kind: 'interrupted', client: 'there' }, ['keep', 'read']],
  ];
  for (const [done, failure, again] of ends)
    it(`is gone on with from step ${done} without making anything twice`, async () => {
      const run = await endedAt(done);
      assert.deepEqual(failureOf(run), failure);
      const { plan: _, saved: __, ...before } = run;
      const found: Partial<Effects> = {
        findCreatedRole: async () => ({ ok: true, value: ROLE }),
        findCreatedClient: async () => ({ ok: true, value: CLIENT }),
        hasSecret: async () => true,
      };
      const next = begin(found, before);
      await next.proceed(going());
      assert.equal(next.last()?.kind, 'finished');
      assert.deepEqual(
        next.calls,
        again.filter((call) => call !== 'keep' || done < 2),
      );
    });

  it('is nothing that was left where the role was certainly not made', async () => {
    const { proceed, last } = begin({ createRole: async () => ({ ok: false, error: REFUSED }) });
    await proceed(going());
    assert.equal(interrupted(last() ?? assert.fail()), undefined);
  });

  it('tells of the role where the client was refused', async () => {
    const { proceed, last } = begin({ createClient: async () => ({ ok: false, error: REFUSED }) });
    await proceed(going());
    const left = interrupted(last() ?? assert.fail());
    assert.deepEqual(failureOf(left), { kind: 'role-interrupted', role: 'there' });
  });
});
