import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Run } from '../../../src/core/operations/run.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import type { World } from '../../wizard/world.ts';

const memory = { draft: { name: 'Agent desktop' } };
const locked = { keepSecret: async () => ({ ok: false, reason: 'locked' }) } as const;

/** What becomes of a note: it is there, it is refused, or nobody ever hears of it again. */
type Noting = 'notes' | 'refuses' | 'hangs';

/** From now on the storage answers like this, which may depend on what it is to note. */
function storage(world: World, answers: (run: Run | undefined) => Noting): void {
  world.ports.keepRun = async (run) => {
    const noting = answers(run);
    if (noting === 'refuses') throw new Error('ENOSPC');
    if (noting === 'hangs') await new Promise<never>(() => undefined);
    world.keptRun = run;
  };
}

describe('Noting a Save', () => {
  it('that hangs before anything is sent is ended by Cancel, and nothing was sent', async () => {
    const wizard = await ActedWizard.begin({ memory });
    storage(wizard.world, () => 'hangs');
    await wizard.begins(wizard.save());
    assert.equal(wizard.world.clientsRequested, 0);
    await wizard.begins({ type: 'cancel' });
    assert.equal(wizard.run('stopped').failure.kind, 'cancelled');
    assert.equal(wizard.world.clientsRequested, 0);
    await wizard.begins({ type: 'back-to-answers' });
    assert.equal(wizard.state.run, null);
    storage(wizard.world, () => 'notes');
    await wizard.does(wizard.save());
    wizard.run('finished');
  });

  it('that fails before anything is sent stops Save there, and is tried again', async () => {
    const wizard = await ActedWizard.begin({ memory });
    storage(wizard.world, () => 'refuses');
    await wizard.does(wizard.save());
    assert.deepEqual(wizard.run('stopped').failure, { kind: 'creation-not-noted', reason: 'ENOSPC' });
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.run('stopped').failure.kind, 'creation-not-noted');
    assert.equal(wizard.world.clientsRequested, 0);
    storage(wizard.world, () => 'notes');
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('finished');
    assert.equal(wizard.world.clientsRequested, 1);
  });

  for (const noting of ['refuses', 'hangs'] as const) {
    it(`is done without where the person says so, also while it ${noting}`, async () => {
      const wizard = await ActedWizard.begin({ memory });
      storage(wizard.world, () => 'refuses');
      await wizard.does(wizard.save());
      storage(wizard.world, () => noting);
      await wizard.begins({ type: 'retry', createAnyway: true });
      wizard.run('finished');
      assert.equal(wizard.world.clientsRequested, 1);
    });

    it(`keeps no secret, no file and no end from a client that is there while it ${noting}`, async () => {
      const wizard = await ActedWizard.begin({ memory });
      storage(wizard.world, (run) => (run !== undefined && run.client === undefined ? 'notes' : noting));
      await wizard.begins(wizard.save());
      const { client } = wizard.run('finished');
      assert.ok(wizard.world.secrets.has(client.id));
      assert.equal(wizard.wizard.hide(), false, 'nothing is under way any more');
    });

    it(`keeps nobody from going on after Save stopped while it ${noting}`, async () => {
      const wizard = await ActedWizard.begin({ memory, effects: locked });
      storage(wizard.world, (run) => (run !== undefined && run.client === undefined ? 'notes' : noting));
      await wizard.begins(wizard.save());
      assert.equal(wizard.run('stopped').failure.kind, 'secret-not-kept');
      wizard.world.repair();
      await wizard.begins({ type: 'retry', createAnyway: false });
      wizard.run('finished');
    });
  }

  it('says in the log what could not be noted where nothing waits for it', async () => {
    const wizard = await ActedWizard.begin({ memory });
    storage(wizard.world, (run) => (run !== undefined && run.client === undefined ? 'notes' : 'refuses'));
    await wizard.does(wizard.save());
    assert.ok(wizard.world.said.includes('ENOSPC'));
  });
});

describe('Noting that a client is taken back', () => {
  async function stopped() {
    let deleted = 0;
    const wizard = await ActedWizard.begin({
      memory,
      effects: {
        ...locked,
        deleteClient: async () => {
          deleted += 1;
          return { ok: true };
        },
      },
    });
    await wizard.does(wizard.save());
    wizard.run('stopped');
    storage(wizard.world, () => 'refuses');
    await wizard.does({ type: 'take-back' });
    const { failure } = wizard.run('stopped');
    assert.deepEqual(failure, { kind: 'deletion-not-noted', reason: 'ENOSPC', left: 'as-it-was' });
    assert.equal(deleted, 0);
    return { wizard, deleted: () => deleted };
  }

  it('that fails deletes nothing, and is tried again as a deletion', async () => {
    const { wizard, deleted } = await stopped();
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.run('stopped').failure.kind, 'deletion-not-noted');
    storage(wizard.world, () => 'notes');
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('taken-back');
    assert.equal(deleted(), 1);
  });

  it('is done without where the person says so', async () => {
    const { wizard, deleted } = await stopped();
    await wizard.does({ type: 'retry', createAnyway: true });
    wizard.run('taken-back');
    assert.equal(deleted(), 1);
  });

  it('that fails leaves the client to be kept', async () => {
    const { wizard, deleted } = await stopped();
    wizard.world.repair();
    await wizard.does({ type: 'keep-client' });
    wizard.run('finished');
    assert.equal(deleted(), 0);
  });

  it('that fails after a deletion that went half-way does not claim that the client is as it was', async () => {
    const error = { kind: 'server-error', answer: { status: 500 } } as const;
    const wizard = await ActedWizard.begin({
      memory,
      effects: { ...locked, deleteClient: async () => ({ ok: false, error, left: 'inactive' }) },
    });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    storage(wizard.world, () => 'refuses');
    await wizard.does({ type: 'retry', createAnyway: false });
    const { failure } = wizard.run('stopped');
    assert.deepEqual(failure, { kind: 'deletion-not-noted', reason: 'ENOSPC', left: 'inactive' });
  });
});
