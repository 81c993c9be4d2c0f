import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ActedWizard } from '../../wizard/acted.ts';
import { NEW_ID } from '../../wizard/effects.ts';

const memory = { draft: { name: 'Agent desktop' } };
const error = { kind: 'server-error', answer: { status: 500 } } as const;

describe('The client that Save has made', () => {
  it('has its page opened, in the org that it was made in', async () => {
    const wizard = await saved();
    await wizard.does({ type: 'open-client' });
    assert.deepEqual(wizard.world.opened, [`client ${NEW_ID} in ${wizard.world.org.id}`]);
  });

  it('has its page opened where Save stopped behind it, too', async () => {
    const editFrameworkFile = async () => ({ kind: 'changed-meanwhile' }) as const;
    const wizard = await saved({ effects: { editFrameworkFile } });
    wizard.run('stopped');
    await wizard.does({ type: 'open-client' });
    assert.equal(wizard.world.opened.length, 1);
  });

  it('opens nothing before there is one', async () => {
    const wizard = await ActedWizard.begin({ memory });
    await wizard.does({ type: 'open-client' });
    assert.deepEqual(wizard.world.opened, []);
  });

  it('is gone for everybody once it is deleted, and its answers are a draft again', async () => {
    const wizard = await saved();
    assert.equal(wizard.state.memory.becameClient, true);
    await wizard.does({ type: 'delete-client' });
    const { deletion, hasSecret } = wizard.run('taken-back');
    assert.deepEqual([deletion, hasSecret], [{ kind: 'deleted' }, false]);
    assert.equal(wizard.world.known.at(-1), `${NEW_ID} gone from ${wizard.world.org.id}`);
    assert.notEqual(wizard.state.memory.becameClient, true);
    await wizard.does({ type: 'back-to-answers' });
    assert.equal(wizard.state.memory.draft.name, 'Agent desktop');
    assert.equal(wizard.state.run, null);
  });

  it('is inactive for everybody where the org keeps it for a while', async () => {
    const wizard = await saved();
    const record = { id: NEW_ID, name: 'Agent desktop', state: 'inactive' };
    wizard.world.removal = { kind: 'waiting', record, until: '2026-12-01T00:00:00Z' };
    await wizard.does({ type: 'delete-client' });
    assert.deepEqual(wizard.run('taken-back').deletion, { kind: 'waiting', until: '2026-12-01T00:00:00Z' });
    assert.equal(wizard.world.known.at(-1), `${NEW_ID} in ${wizard.world.org.id}`);
    assert.equal(JSON.stringify(wizard.told).includes('"record"'), false);
  });

  it('stays as it is where the person calls it off', async () => {
    const wizard = await saved();
    wizard.world.removal = { kind: 'not-deleted', error: { kind: 'cancelled' }, left: 'as-it-was' };
    await wizard.does({ type: 'delete-client' });
    wizard.run('finished');
    assert.equal(wizard.state.memory.becameClient, true);
  });

  it('can be deleted again, or kept, where that stopped half-way', async () => {
    for (const type of ['retry', 'keep-client'] as const) {
      const wizard = await saved();
      wizard.world.removal = { kind: 'not-deleted', error, left: 'inactive' };
      await wizard.does({ type: 'delete-client' });
      assert.deepEqual(wizard.run('stopped').failure, { kind: 'not-taken-back', error, left: 'inactive' });
      await wizard.does(type === 'retry' ? { type, createAnyway: false } : { type });
      wizard.run(type === 'retry' ? 'taken-back' : 'finished');
    }
  });

  it('is noted before the next start where the deletion stopped half-way', async () => {
    const wizard = await saved();
    wizard.world.removal = { kind: 'not-deleted', error, left: 'unknown' };
    await wizard.does({ type: 'delete-client' });
    assert.equal(wizard.world.keptRun?.kind, 'stopped');
  });
});

describe('A client that was there before Save', () => {
  it('is not deleted from the result', async () => {
    const before = await ActedWizard.begin({ memory });
    const adopted = before.clients.find(({ authorizedGrantType }) => authorizedGrantType === 'CODE');
    assert.ok(adopted);
    const wizard = await saved({ memory: { draft: { adopts: adopted.id } } });
    await wizard.does({ type: 'delete-client' });
    wizard.run('finished');
    await wizard.does({ type: 'open-client' });
    assert.deepEqual(wizard.world.opened, [`client ${adopted.id} in ${wizard.world.org.id}`]);
  });
});

describe('Cancel that comes too late', () => {
  it('is told as such, because everything was done', async () => {
    const wizard: ActedWizard = await ActedWizard.begin({
      memory: { draft: { ...memory.draft, target: { kind: 'by-hand' } } },
      effects: {
        readClient: async (id) => {
          await wizard.does({ type: 'cancel' });
          return { ok: true, value: { id, name: 'Agent desktop' } };
        },
      },
    });
    await wizard.does(wizard.save());
    assert.equal(wizard.run('finished').cancelled, true);
  });

  it('is not claimed where nobody cancelled', async () => {
    assert.equal((await saved()).run('finished').cancelled, undefined);
  });
});

async function saved(options: Parameters<typeof ActedWizard.begin>[0] = {}): Promise<ActedWizard> {
  const wizard = await ActedWizard.begin({ memory, ...options });
  await wizard.does(wizard.save());
  return wizard;
}
