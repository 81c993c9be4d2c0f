import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { interrupted, stepOutcome } from '../../../src/core/operations/interrupted.ts';
import {
  type Failure,
  madeClient,
  Run,
  removed,
  usableClient,
  withoutClient,
} from '../../../src/core/operations/run.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { answersOf, plan } from '../../../src/core/procedures/index.ts';
import { savedWith } from '../../../src/core/wizard/saved.ts';
import { aContext, anOrg, inOrg, onAdminPage, UNTOLD } from '../procedures/situations.ts';
import { CLIENT } from './rehearse.ts';

const CONTEXT = aContext();
const ANSWERS = answersOf('embeddable', { name: 'CRM' }, CONTEXT);
const PLAN = plan('embeddable', { name: 'CRM' }, CONTEXT) ?? [];
const SAVED = savedWith('embeddable', ANSWERS, CONTEXT);
assert.ok(SAVED);

/** A Save that creates a client, keeps its secret, reads it back and writes framework.js, so far that it reads it back. */
const PROGRESS = {
  saved: SAVED,
  plan: PLAN,
  done: 2,
  client: CLIENT,
  hasSecret: true,
  unsavedFile: false,
};
const RUNNING: Run = { kind: 'running', ...PROGRESS };
/** Nothing is known of the client, whose request is under way. */
const ASKING: Run = { ...RUNNING, done: 0, client: undefined, hasSecret: false };
const error: PlatformError = { kind: 'timeout', seconds: 30 };
const CHANGED: Failure = { kind: 'file-changed', path: 'framework.js' };
const PERHAPS: Failure = { kind: 'perhaps-created', error, lookup: error };

const stopped = (failure: Failure, run: Run = RUNNING): Run => ({ ...run, kind: 'stopped', failure });

describe('What became of each step of a Save', () => {
  const cases: Readonly<Record<string, [Run, string]>> = {
    'while it runs': [RUNNING, 'done done under-way not-started'],
    'when it is through': [{ ...RUNNING, kind: 'finished', client: CLIENT, done: 4 }, 'done done done done'],
    'where the secret was lost': [
      { ...RUNNING, hasSecret: false },
      'done nothing-to-keep under-way not-started',
    ],
    'where the client could not be read back': [
      { ...RUNNING, done: 3, readBack: { kind: 'unread', error } },
      'done done not-compared under-way',
    ],
    'where it was read back': [
      { ...RUNNING, done: 3, readBack: { kind: 'as-asked' } },
      'done done done under-way',
    ],
    'where one failed': [stopped(CHANGED, { ...RUNNING, done: 3 }), 'done done done failed'],
    'where a request was lost': [stopped(PERHAPS, ASKING), 'not-certain not-started not-started not-started'],
    'where VS Code ended before the answer': [
      stopped({ kind: 'interrupted', client: 'not-certain' }, ASKING),
      'not-certain not-started not-started not-started',
    ],
    'where VS Code ended later': [
      stopped({ kind: 'interrupted', client: 'there' }),
      'done done failed not-started',
    ],
  };
  for (const [when, [run, outcomes]] of Object.entries(cases)) {
    it(when, () => assert.equal(PLAN.map((_step, index) => stepOutcome(run, index)).join(' '), outcomes));
  }

  it('is nothing for a step that the plan does not have', () => {
    assert.equal(stepOutcome({ ...RUNNING, done: 9 }, 4), 'not-started');
  });
});

describe('What is left of a Save that VS Code ended', () => {
  const { client: _, ...withoutClient } = PROGRESS;
  const byHand: Run = {
    kind: 'running',
    ...withoutClient,
    plan: [{ kind: 'use-client', id: CLIENT.id, name: CLIENT.name }],
    done: 0,
  };
  const nothing: Readonly<Record<string, Run>> = {
    'was through': { ...RUNNING, kind: 'finished', client: CLIENT },
    'was taken back': { ...RUNNING, kind: 'taken-back', client: CLIENT },
    'had sent nothing, and was to send nothing': byHand,
    'was refused its client': stopped({ kind: 'not-created', error }, ASKING),
  };
  for (const [what, run] of Object.entries(nothing)) {
    it(`is nothing where it ${what}`, () => assert.equal(interrupted(run), undefined));
  }

  const left: Readonly<Record<string, [Run, Failure]>> = {
    'its request was under way': [ASKING, { kind: 'interrupted', client: 'not-certain' }],
    'its request was lost before': [stopped(PERHAPS, ASKING), { kind: 'interrupted', client: 'not-certain' }],
    'a file was to be written for a client that was made by hand': [
      { ...byHand, done: 1, client: CLIENT },
      { kind: 'interrupted', client: 'there' },
    ],
    'the client was there': [RUNNING, { kind: 'interrupted', client: 'there' }],
    'it had stopped before': [stopped(CHANGED), { kind: 'interrupted', client: 'there' }],
    'the person had cancelled': [
      { ...RUNNING, kind: 'running', cancelled: true },
      { kind: 'interrupted', client: 'there' },
    ],
    'the client was being deleted': [
      { ...RUNNING, kind: 'taking-back', client: CLIENT },
      {
        kind: 'not-taken-back',
        error: { kind: 'no-answer', reason: 'VS Code ended before the answer came.' },
        left: 'unknown',
      },
    ],
    'its deletion had failed': [
      stopped({ kind: 'not-taken-back', error, left: 'inactive' }),
      { kind: 'not-taken-back', error, left: 'inactive' },
    ],
    'its deletion was not noted': [
      stopped({ kind: 'deletion-not-noted', reason: 'full', left: 'as-it-was' }),
      { kind: 'deletion-not-noted', reason: 'full', left: 'as-it-was' },
    ],
    'it was kept, and could not be made active': [
      stopped({ kind: 'not-activated', error, left: 'inactive' }),
      { kind: 'not-activated', error, left: 'inactive' },
    ],
  };
  for (const [when, [run, failure]] of Object.entries(left)) {
    it(`is to go on where ${when}`, () => {
      const rest = interrupted(run);
      assert.deepEqual(rest?.failure, failure);
      assert.equal(rest !== undefined && 'cancelled' in rest, false);
      assert.deepEqual([rest?.client, rest?.done, rest?.plan], [run.client, run.done, run.plan]);
    });
  }

  it('outlives VS Code with nothing lost', () => {
    const failures: readonly Failure[] = [
      { kind: 'not-proven', error: { kind: 'login-refused', code: 'invalid_client' } },
      { kind: 'not-proven', error: { kind: 'not-kept', reason: 'the keyring is locked' } },
      { kind: 'token-not-made', error: { kind: 'no-secret' } },
      { kind: 'scim-file-refused', path: 'genesys-scim.json', reason: 'not-json', line: 3 },
    ];
    const durationSeconds = { asked: 3600, made: 300 };
    const shortened: Run = { ...RUNNING, readBack: { kind: 'different', fields: [], durationSeconds } };
    const runs = [...Object.values(left).map(([run]) => run), ...failures.map((each) => stopped(each))];
    for (const run of [...runs, shortened])
      assert.deepEqual(Run.parse(JSON.parse(JSON.stringify(run))), JSON.parse(JSON.stringify(run)));
  });
});

describe('The client of a Save', () => {
  it('can be used where it is there, also after a file could not be written', () => {
    for (const run of [RUNNING, { ...RUNNING, kind: 'finished', client: CLIENT } as const, stopped(CHANGED)])
      assert.deepEqual(usableClient(run), CLIENT);
    const asItWas = stopped({ kind: 'not-taken-back', error, left: 'as-it-was' });
    assert.deepEqual(usableClient(asItWas), CLIENT);
  });

  it('cannot where it may be inactive, is being deleted, or is gone', () => {
    const runs: (Run | null)[] = [
      null,
      ...(['inactive', 'unknown'] as const).map((left) => stopped({ kind: 'not-taken-back', error, left })),
      stopped({ kind: 'deletion-not-noted', reason: 'full', left: 'unknown' }),
      stopped({ kind: 'not-activated', error, left: 'inactive' }),
      { ...RUNNING, kind: 'taking-back', client: CLIENT },
      { ...RUNNING, kind: 'taken-back', client: CLIENT },
    ];
    for (const run of runs) assert.equal(usableClient(run), undefined);
  });

  it("is the Save's to take back where it made it, and not where it was there before", () => {
    assert.deepEqual(madeClient(RUNNING), CLIENT);
    const adopted = { ...RUNNING, plan: [{ kind: 'use-client', id: CLIENT.id, name: CLIENT.name } as const] };
    assert.equal(madeClient(adopted), undefined);
  });
});

describe('What is noted of where a client is saved', () => {
  const namesake = { id: 'client-9', name: 'CRM' };
  const saved = (destination = CONTEXT.destination, name = 'CRM') =>
    savedWith('embeddable', { ...ANSWERS, name, clientId: 'pasted' }, { ...CONTEXT, destination });

  it('is the org, which clients had the name before, and who asked, but nothing that was pasted', () => {
    const org = anOrg({ practice: false, clients: { kind: 'known', value: [namesake, CLIENT] } });
    const noted = saved(inOrg(org), ' CRM ');
    assert.deepEqual(noted?.place, {
      region: org.region,
      practice: false,
      apiUrl: org.apiUrl,
      loginUrl: org.loginUrl,
      org: { id: org.id, name: org.name },
    });
    assert.equal(noted?.answers.clientId, '');
    assert.ok(noted?.before.kind === 'known' && org.caller.kind === 'user');
    assert.deepEqual(noted.before.value, { namesakes: [namesake.id, CLIENT.id], callerId: org.caller.id });
  });

  it('tells nobody where the org did not say who asks, and no clients where it did not list them', () => {
    const machine = saved(inOrg(anOrg({ caller: { kind: 'client', name: 'Robot' } })), 'Nobody');
    assert.deepEqual(machine?.before, { kind: 'known', value: { namesakes: [] } });
    assert.deepEqual(saved(inOrg(anOrg({ clients: UNTOLD })))?.before, UNTOLD);
  });

  it('is nothing while it is not decided where', () => {
    assert.equal(saved({ kind: 'undecided' }), undefined);
  });

  it('is no org on the admin page, where the ID is pasted', () => {
    const noted = saved(onAdminPage('mypurecloud.ie'));
    assert.equal(noted?.place.org, undefined);
    assert.equal(noted?.place.practice, false);
    assert.equal(noted?.place.region, 'mypurecloud.ie');
    assert.equal(noted?.answers.clientId, 'pasted');
    assert.deepEqual(noted?.before, { kind: 'known', value: { namesakes: [] } });
  });
});

describe('A Save whose client is gone', () => {
  it('stands where it was before the client was made, and knows nothing of it any more', () => {
    const run = { ...RUNNING, readBack: { kind: 'as-asked' as const }, tokenEndsAt: '2027-03-01T09:00:00Z' };
    const gone = withoutClient(run);
    assert.equal(gone.plan[gone.done]?.kind, 'create-client');
    assert.deepEqual(
      [gone.client, gone.hasSecret, gone.readBack, gone.tokenEndsAt],
      [undefined, false, undefined, undefined],
    );
  });
});

describe('A Save that was through, whose client was to be deleted', () => {
  const finished = { ...RUNNING, kind: 'finished' as const, client: CLIENT, done: PLAN.length };

  it('is taken back where the client is deleted, and keeps no secret of it', () => {
    const run = removed(finished, { kind: 'deleted' });
    assert.ok(run?.kind === 'taken-back');
    assert.deepEqual([run.hasSecret, run.client, run.deletion], [false, CLIENT, { kind: 'deleted' }]);
  });

  it('is taken back, with the client that waits, where that is deleted later', () => {
    const record = { ...CLIENT, state: 'inactive', dateToDelete: '2026-03-08T09:00:00Z' };
    const run = removed(finished, { kind: 'waiting', until: '2026-03-08T09:00:00Z', record });
    assert.ok(run?.kind === 'taken-back');
    assert.equal(run.client?.state, 'inactive');
    assert.deepEqual(run.deletion, { kind: 'waiting', until: '2026-03-08T09:00:00Z' });
  });

  it('stops where it is not certain what the deletion left, and is as it was where that left nothing', () => {
    for (const left of ['inactive', 'unknown'] as const) {
      const run = removed(finished, { kind: 'not-deleted', error, left });
      assert.ok(run?.kind === 'stopped');
      assert.deepEqual(run.failure, { kind: 'not-taken-back', error, left });
    }
    assert.equal(removed(finished, { kind: 'not-deleted', error, left: 'as-it-was' }), undefined);
  });
});
