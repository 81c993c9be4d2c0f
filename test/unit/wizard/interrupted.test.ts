import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../../src/core/operations/effects.ts';
import { stepOutcome } from '../../../src/core/operations/interrupted.ts';
import type { Run } from '../../../src/core/operations/run.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { lasting } from '../../../src/core/wizard/drafts.ts';
import { type ToldState, toldMore } from '../../../src/core/wizard/state.ts';
import { Wizard } from '../../../src/core/wizard/wizard.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held, NEW_ID } from '../../wizard/effects.ts';
import { aFile, clients } from '../../wizard/samples.ts';
import type { World } from '../../wizard/world.ts';

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

  it('after its last step is shown, although its answers are forgotten as those of a client', async () => {
    const outliving = new Outliving();
    const { wizard, world } = await begun(outliving.effects('edit'));
    await wizard.begins(wizard.save());
    assert.ok(world.kept && world.keptRun);
    const forgotten = lasting({ ...world.kept, becameClient: true });
    const next = await ActedWizard.begin({
      memory: { procedure: undefined, ...forgotten },
      run: world.keptRun,
      effects: outliving.effects(),
    });
    assert.equal(next.state.memory.procedure, 'embeddable');
    assert.equal(next.state.memory.draft.name, 'Agent desktop');
    await next.does({ type: 'retry', createAnyway: false });
    next.run('finished');
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

  it('notes nothing either of a client that is used as it is, before its files are written', async () => {
    const adopts = clients[0]?.id;
    assert.ok(adopts);
    const wizard = await ActedWizard.begin({ memory: { draft: { adopts } } });
    const noted = holdNotes(wizard.world);
    await wizard.begins(wizard.save());
    assert.equal(noted[0], undefined);
  });

  it('notes nothing that was pasted in the place of a Client ID, and may be a secret', async () => {
    const pasted = 'sEcReT'.repeat(8);
    const draft = { ...memory.draft, clientId: pasted };
    const wizard = await ActedWizard.begin({ memory: { draft }, effects: held().effects });
    await wizard.begins(wizard.save());
    assert.ok(wizard.world.keptRun);
    assert.equal(JSON.stringify(wizard.world.keptRun).includes(pasted), false);
  });

  it('looks for the client, too, when the person goes back to the answers and saves them again', async () => {
    const { next, outliving } = await endedAt('answer');
    await next.does({ type: 'back-to-answers' });
    await next.does(next.save());
    next.run('finished');
    assert.equal(outliving.requests, 1);
  });

  it('is as uncertain as before when one cancels before it was looked for', async () => {
    const { next, outliving } = await endedAt('answer');
    const { keepRun } = next.world.ports;
    let goOn: () => void = () => undefined;
    next.world.ports.keepRun = async (run) => {
      await keepRun(run);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    };
    await next.begins({ type: 'retry', createAnyway: false });
    next.world.ports.keepRun = keepRun;
    await next.begins({ type: 'cancel' });
    goOn();
    await next.begins({ type: 'ready' });
    assert.equal(next.run('stopped').failure.kind, 'perhaps-created');
    assert.ok(next.world.keptRun, 'it is still noted');
    await next.does({ type: 'retry', createAnyway: false });
    next.run('finished');
    assert.equal(outliving.requests, 1);
  });

  it('waits connected in a wizard that is opened for a framework.js', async () => {
    const { next } = await endedAt('edit');
    const { world, state } = next;
    const wizard = new Wizard(world.ports, { memory: state.memory, run: state.run ?? undefined });
    await wizard.openFor({ uri: aFile().uri, region: undefined });
    let told: ToldState = {};
    wizard.show((message) => {
      if (message.type === 'state') told = toldMore(told, message.state);
    });
    wizard.tellAll();
    assert.deepEqual([told.connecting, told.run], [{ kind: 'connected' }, state.run]);
    assert.notDeepEqual(told.ways, []);
  });
});

describe('Taking back a client, when a crash interrupts it', () => {
  const locked = { keepSecret: async () => ({ ok: false, reason: 'locked' }) } as const;
  const error = { kind: 'server-error', answer: { status: 500 } } as const;

  async function afterTakingBack(deleteClient: Effects['deleteClient'], effects: Partial<Effects>) {
    const { wizard, world } = await begun({ ...locked, deleteClient });
    await wizard.does(wizard.save());
    await wizard.begins({ type: 'take-back' });
    assert.ok(world.keptRun);
    const run: Run = JSON.parse(JSON.stringify(world.keptRun));
    return await ActedWizard.begin({ memory, run, effects });
  }

  it('is gone on with as a deletion, and writes no ID of a client that is gone', async () => {
    let written = 0;
    const next = await afterTakingBack(async () => await new Promise<never>(() => undefined), {
      editFrameworkFile: async () => {
        written += 1;
        return { kind: 'written', saved: true };
      },
    });
    const { failure } = next.run('stopped');
    assert.ok(failure.kind === 'not-taken-back' && failure.left === 'unknown');
    await next.does({ type: 'retry', createAnyway: false });
    next.run('taken-back');
    assert.equal(written, 0);
  });

  it('makes the client active again that a failed deletion left inactive, when it is kept after all', async () => {
    let restored = 0;
    const next = await afterTakingBack(async () => ({ ok: false, error, left: 'inactive' }), {
      restoreClient: async () => {
        restored += 1;
        return { ok: true, value: undefined };
      },
    });
    await next.does({ type: 'keep-client' });
    next.run('finished');
    assert.equal(restored, 1);
  });
});

/** From now on no note comes to its end. Gives what is noted. */
function holdNotes(world: World): (Run | undefined)[] {
  const noted: (Run | undefined)[] = [];
  world.ports.keepRun = async (run) => {
    noted.push(run);
    await new Promise<never>(() => undefined);
  };
  return noted;
}
