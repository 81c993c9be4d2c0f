import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Run } from '../../../src/core/operations/run.ts';
import { recallRun } from '../../../src/host/wizard/memory.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held } from '../../wizard/effects.ts';
import { BAD, changed, places } from './badMembers.ts';
import { memento } from './storage.ts';

const RUN = 'genesysOAuth.wizard.run';

describe('A noted Save with a member that nobody knows', () => {
  async function noted(): Promise<Run> {
    const wizard = await ActedWizard.begin({
      memory: { draft: { name: 'Agent desktop' } },
      effects: held().effects,
    });
    await wizard.begins(wizard.save());
    const { keptRun } = wizard.world;
    assert.ok(keptRun?.kind === 'stopped');
    const client = { id: 'client-1', name: 'Agent desktop' };
    return {
      ...keptRun,
      done: 2,
      client,
      hasSecret: true,
      readBack: { kind: 'as-asked' },
      failure: { kind: 'interrupted', client: 'there' },
    };
  }

  const read = (run: unknown) => recallRun(memento({ [RUN]: run }));

  it('is gone on with where it is not about what is saved', async () => {
    const run = await noted();
    for (const key of ['hasSecret', 'readBack', 'tokenEndsAt', 'unsavedFile', 'failure']) {
      for (const bad of BAD) {
        const { plan, saved, done, client } = read(changed(run, [key], bad)) ?? {};
        assert.deepEqual(
          { plan, saved, done, client },
          { plan: run.plan, saved: run.saved, done: 2, client: run.client },
        );
      }
    }
  });

  it('is never gone on with as another Save', async () => {
    const run = await noted();
    for (const part of ['plan', 'saved', 'done', 'client'] as const) {
      for (const path of places({ [part]: run[part] })) {
        for (const bad of BAD) {
          const left = read(changed(run, path, bad));
          if (left === undefined) continue;
          const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
          assert.equal(left.plan.length, run.plan.length, what);
          assert.ok(left.client !== undefined, what);
          assert.ok(left.plan[left.done] !== undefined, what);
        }
      }
    }
  });

  for (const failure of [
    { kind: 'not-taken-back', left: 'of tomorrow' },
    { kind: 'deletion-not-noted', reason: 'ENOSPC', left: 'of tomorrow' },
    { kind: 'not-noted', before: 'deletion', reason: 'ENOSPC' },
  ]) {
    it(`is one whose client may be inactive, where it was being taken back: ${JSON.stringify(failure)}`, async () => {
      const left = read({ ...(await noted()), failure });
      assert.ok(left?.kind === 'stopped' && left.failure.kind === 'not-taken-back');
      assert.equal(left.failure.left, 'unknown');
    });
  }
});
