import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../../src/core/operations/execute.ts';
import { type Run, stepOutcome } from '../../../src/core/operations/run.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { NEW_ID } from '../../wizard/effects.ts';

type Step = 'request' | 'answer' | 'keep' | 'kept' | 'read' | 'edit';

/** An org, a keyring and a file that outlive a window, which ends at one step of a Save. */
class Outliving {
  created: OAuthClient | undefined;
  requests = 0;
  hasSecret = false;
  written = 0;

  /** What a window uses that ends at this step, if it does: nothing that it still waits for ever comes. */
  effects(endsAt?: Step): Partial<Effects> {
    const reaches = async (step: Step) =>
      step === endsAt ? await new Promise<never>(() => undefined) : undefined;
    return {
      createClient: async (request) => {
        await reaches('request');
        this.requests += 1;
        this.created = { id: NEW_ID, ...request };
        await reaches('answer');
        return { ok: true, value: { client: this.created, secret: 'kept by the keyring' } };
      },
      findCreatedClient: async () => ({ ok: true, value: this.created }),
      keepSecret: async () => {
        await reaches('keep');
        this.hasSecret = true;
        await reaches('kept');
        return { ok: true };
      },
      hasSecret: async () => this.hasSecret,
      readClient: async () => {
        await reaches('read');
        assert.ok(this.created);
        return { ok: true, value: this.created };
      },
      editFrameworkFile: async () => {
        await reaches('edit');
        this.written += 1;
        return { kind: 'written', saved: true };
      },
      deleteClient: async () => {
        this.created = undefined;
        return { ok: true };
      },
    };
  }
}

const memory = { draft: { name: 'Agent desktop' } };

async function endedAt(step: Step): Promise<{ next: ActedWizard; outliving: Outliving }> {
  const outliving = new Outliving();
  const { world, ...window } = await begun(outliving.effects(step));
  await window.wizard.begins(window.wizard.save());
  const { kept, keptRun } = world;
  assert.ok(kept && keptRun, 'what was under way was noted');
  const noted: Run = JSON.parse(JSON.stringify(keptRun));
  const next = await ActedWizard.begin({ memory: kept, run: noted, effects: outliving.effects() });
  return { next, outliving };
}

async function begun(effects: Partial<Effects>) {
  const wizard = await ActedWizard.begin({ memory, effects });
  return { wizard, world: wizard.world };
}

describe('A Save that a crash interrupts', () => {
  const steps: [step: Step, client: 'there' | 'not-certain', hasSecret: boolean][] = [
    ['request', 'not-certain', true],
    ['answer', 'not-certain', false],
    ['keep', 'there', false],
    ['kept', 'there', true],
    ['read', 'there', true],
    ['edit', 'there', true],
  ];
  for (const [step, client, hasSecret] of steps) {
    it(`at "${step}": says what stands, and goes on to one client with its ID in the file`, async () => {
      const { next, outliving } = await endedAt(step);
      const { failure } = next.run('stopped');
      assert.deepEqual(failure, { kind: 'interrupted', client });
      assert.equal(next.state.memory.draft.name, 'Agent desktop');
      await next.does({ type: 'retry', createAnyway: false });
      const finished = next.run('finished');
      assert.equal(finished.client.id, NEW_ID);
      assert.equal(outliving.requests, 1);
      assert.equal(outliving.written, 1);
      assert.equal(finished.hasSecret, hasSecret);
      assert.equal(stepOutcome(finished, 1), hasSecret ? 'done' : 'nothing-to-keep');
      assert.equal(next.world.keptRun, undefined, 'nothing is left to go on from');
    });
  }

  for (const step of ['keep', 'kept', 'read', 'edit'] as const) {
    it(`at "${step}": can be taken back, and the answers are still there`, async () => {
      const { next, outliving } = await endedAt(step);
      await next.does({ type: 'take-back' });
      next.run('taken-back');
      assert.equal(outliving.created, undefined);
      assert.equal(next.state.memory.draft.name, 'Agent desktop');
      assert.equal(next.world.keptRun, undefined);
    });
  }

  it('is left as it is when the person says so, and is not heard of again', async () => {
    const { next, outliving } = await endedAt('edit');
    await next.does({ type: 'start-over' });
    assert.equal(next.state.run, null);
    assert.deepEqual(next.state.memory.formerDrafts, []);
    assert.equal(next.world.keptRun, undefined);
    assert.equal(outliving.requests, 1);
  });

  it('waits for a sign-in where nobody is signed in any more, and then goes on', async () => {
    const outliving = new Outliving();
    const { wizard, world } = await begun(outliving.effects('answer'));
    await wizard.begins(wizard.save());
    assert.ok(world.kept && world.keptRun);
    let isSignedIn = false;
    const error = { kind: 'signed-out', answer: { status: 401 } } as const;
    const effects = outliving.effects();
    const next = await ActedWizard.begin({
      memory: world.kept,
      run: world.keptRun,
      connected: false,
      effects: {
        ...effects,
        findCreatedClient: async (request) =>
          isSignedIn
            ? ((await outliving.effects().findCreatedClient?.(request)) ?? { ok: false, error })
            : { ok: false, error },
      },
    });
    await next.does({ type: 'retry', createAnyway: false });
    assert.equal(next.run('stopped').failure.kind, 'perhaps-created');
    isSignedIn = true;
    await next.does({ type: 'sign-in-again' });
    next.run('finished');
    assert.equal(outliving.requests, 1);
  });

  it('notes nothing where nothing was sent', async () => {
    const error = { kind: 'forbidden', answer: { status: 403 } } as const;
    const wizard = await ActedWizard.begin({
      memory,
      effects: { createClient: async () => ({ ok: false, error }) },
    });
    await wizard.does(wizard.save());
    wizard.run('stopped');
    assert.equal(wizard.world.keptRun, undefined);
  });

  it('notes no secret', async () => {
    const outliving = new Outliving();
    const { wizard, world } = await begun(outliving.effects('read'));
    await wizard.begins(wizard.save());
    assert.equal(JSON.stringify([world.kept, world.keptRun]).includes('kept by the keyring'), false);
  });
});
