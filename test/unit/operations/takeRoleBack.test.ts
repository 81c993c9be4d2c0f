import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../../src/core/operations/effects.ts';
import { interrupted, stepOutcome } from '../../../src/core/operations/interrupted.ts';
import { CLIENT, going, ROLE } from './rehearse.ts';
import { begin, failureOf, LOST, REFUSED, STEPS, saysOf } from './rehearseNewRole.ts';

describe('Taking back a role that was made for a client', () => {
  const refused: Partial<Effects> = { createClient: async () => ({ ok: false, error: REFUSED }) };

  it('takes the client first, and then the role', async () => {
    const { proceed, takeBack, calls, last } = begin({
      keepSecret: async () => ({ ok: false, reason: 'x' }),
    });
    await proceed(going());
    await takeBack();
    assert.deepEqual(calls, ['role', 'give', 'create', 'keep', 'delete', 'delete-role']);
    assert.deepEqual([last()?.kind, last()?.client, last()?.role], ['taken-back', CLIENT, undefined]);
  });

  it('takes the role alone where no client was made', async () => {
    const { proceed, takeBack, calls, last } = begin(refused);
    await proceed(going());
    assert.deepEqual([failureOf(last()).kind, last()?.role], ['not-created', ROLE]);
    await takeBack();
    assert.deepEqual(calls, ['role', 'give', 'create', 'ask-role', 'delete-role']);
    assert.deepEqual([last()?.kind, last()?.client, last()?.role], ['taken-back', undefined, undefined]);
  });

  it('leaves the role alone as long as the client stands', async () => {
    const { proceed, takeBack, calls, last } = begin({
      keepSecret: async () => ({ ok: false, reason: 'x' }),
      deleteClient: async () => ({ ok: false, error: LOST, left: 'unknown' }),
    });
    await proceed(going());
    await takeBack();
    assert.deepEqual(calls.slice(-1), ['delete']);
    assert.deepEqual([failureOf(last()).kind, last()?.role], ['not-taken-back', ROLE]);
  });

  it('says that the role is still there where it could not be deleted, and deletes no client twice', async () => {
    let isRefused = true;
    const { proceed, takeBack, calls, last, runs } = begin({
      keepSecret: async () => ({ ok: false, reason: 'x' }),
      deleteRole: async () => (isRefused ? { ok: false, error: REFUSED } : { ok: true }),
    });
    await proceed(going());
    await takeBack();
    const stopped = last() ?? assert.fail();
    assert.deepEqual(failureOf(stopped), { kind: 'role-not-taken-back', error: REFUSED });
    assert.deepEqual([stopped.client, stopped.role, stopped.hasSecret], [undefined, ROLE, false]);
    assert.match(saysOf(stopped), /^There is no client any more, but the role "CRM" could not be deleted\./);
    assert.deepEqual(
      STEPS.map((_, index) => stepOutcome(stopped, index)),
      ['done', 'done', 'not-started', 'not-started', 'not-started'],
    );
    isRefused = false;
    await takeBack();
    assert.deepEqual(calls.slice(-3), ['delete', 'delete-role', 'delete-role']);
    assert.equal(last()?.kind, 'taken-back');
    const whileDeleting = runs.filter(({ kind, client }) => kind === 'taking-back' && client === undefined);
    assert.equal(failureOf(interrupted(whileDeleting[0] ?? assert.fail())).kind, 'role-not-taken-back');
  });

  it('tells by whom it is held: by neither the person who made it nor its own client', async () => {
    const asked: unknown[] = [];
    const { proceed, takeBack } = begin({
      keepSecret: async () => ({ ok: false, reason: 'x' }),
      deleteRole: async (role, ours) => {
        asked.push(role, ours);
        return { ok: true };
      },
    });
    await proceed(going());
    await takeBack();
    assert.deepEqual(asked, [ROLE, ['me', CLIENT.id]]);
  });

  it('leaves it where others hold it, and says how many', async () => {
    const { proceed, takeBack, last } = begin({
      ...refused,
      deleteRole: async () => ({
        ok: false,
        error: { kind: 'held-by-others', total: 2, first: ['Ami', 'Night report'] },
      }),
    });
    await proceed(going());
    await takeBack();
    const stopped = last() ?? assert.fail();
    assert.deepEqual(stopped.role, ROLE);
    assert.match(
      saysOf(stopped),
      /It is still there\. 2 others were given the role, too, and would lose it\./,
    );
    assert.equal(interrupted(stopped), stopped);
  });
});
