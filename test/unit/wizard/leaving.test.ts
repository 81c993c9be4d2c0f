import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ActedWizard } from '../../wizard/acted.ts';
import { heldDeletion, locked, loses, NEW_ID } from '../../wizard/effects.ts';

const memory = { draft: { name: 'Agent desktop' } };

describe('A Save that is taken back or left', () => {
  it('keeps the draft until the run ends, and after the client was taken back', async () => {
    const acted = await ActedWizard.begin({ memory, effects: locked });
    await acted.does(acted.save());
    acted.run('stopped');
    assert.notEqual(acted.world.kept?.becameClient, true);
    await acted.does({ type: 'take-back' });
    acted.run('taken-back');
    await acted.does({ type: 'start-over' });
    assert.deepEqual(
      acted.state.memory.formerDrafts.map(({ draft }) => draft.name),
      ['Agent desktop'],
    );
  });

  it('offers no draft again whose client was left as it is', async () => {
    const acted = await ActedWizard.begin({ memory, effects: locked });
    await acted.does(acted.save());
    await acted.does({ type: 'start-over' });
    assert.deepEqual(acted.state.memory.formerDrafts, []);
    assert.equal(acted.state.run, null);
  });

  it('offers no client that a failed deletion left inactive, until it is active again', async () => {
    const error = { kind: 'server-error', answer: { status: 500 } } as const;
    const wizard = await ActedWizard.begin({
      memory,
      effects: { ...locked, deleteClient: async () => ({ ok: false, error, left: 'inactive' }) },
    });
    const state = () => wizard.clients.find(({ id }) => id === NEW_ID)?.state;
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    assert.equal(state(), 'inactive');
    wizard.world.repair();
    await wizard.does({ type: 'keep-client' });
    wizard.run('finished');
    assert.equal(state(), 'active');
  });

  it('repeats what failed, and nothing else: a deletion is not gone on with as a Save', async () => {
    const error = { kind: 'server-error', answer: { status: 500 } } as const;
    let written = 0;
    const wizard = await ActedWizard.begin({
      memory,
      effects: {
        editFrameworkFile: async () => {
          written += 1;
          return { kind: 'failed', reason: 'EROFS' };
        },
        deleteClient: async () => ({ ok: false, error, left: 'inactive' }),
      },
    });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.run('stopped').failure.kind, 'not-taken-back');
    assert.equal(written, 1);
    wizard.world.repair();
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('taken-back');
  });

  it('keeps the answers of a client that is being taken back while one leaves it', async () => {
    const { effects, end } = heldDeletion();
    const wizard = await ActedWizard.begin({ memory, effects: { ...locked, ...effects } });
    await wizard.does(wizard.save());
    await wizard.begins({ type: 'take-back' });
    await wizard.begins({ type: 'start-over' });
    end();
    await wizard.begins({ type: 'ready' });
    const { run, memory: remembered } = wizard.state;
    assert.equal(run, null);
    assert.deepEqual(
      remembered.formerDrafts.map(({ draft }) => draft.name),
      ['Agent desktop'],
    );
  });

  it('is left after the question about another secret, not in the middle of it', async () => {
    const found = { ok: true, value: { id: NEW_ID, name: 'Agent desktop' } } as const;
    const wizard = await ActedWizard.begin({ memory, effects: loses(found) });
    await wizard.does(wizard.save());
    let answer: (agrees: boolean) => void = () => undefined;
    wizard.world.ports.secrets.replaceLost = async () =>
      await new Promise((resolve) => {
        answer = resolve;
      });
    await wizard.begins({ type: 'replace-secret' });
    await wizard.begins({ type: 'start-over' });
    assert.equal(wizard.run('finished').saved.answers.name, wizard.state.memory.draft.name);
    answer(true);
    await wizard.begins({ type: 'ready' });
    assert.deepEqual([wizard.state.run, wizard.state.memory.procedure], [null, undefined]);
  });

  it('leaves the org for another region, to which one stays signed in, with the same answers', async () => {
    const wizard = await ActedWizard.begin({ memory });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'another-region' });
    const { run, connecting, context, memory: remembered } = wizard.state;
    assert.deepEqual([run, connecting], [null, { kind: 'disconnected' }]);
    assert.equal(context.destination.kind, 'undecided');
    assert.equal(remembered.draft.name, 'Agent desktop');
    assert.equal(wizard.world.sessions.length, 1);
  });
});
