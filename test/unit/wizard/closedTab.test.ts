import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ActedWizard } from '../../wizard/acted.ts';
import { held, locked, refuses } from '../../wizard/effects.ts';
import { aFile } from '../../wizard/samples.ts';

const memory = { draft: { name: 'Agent desktop' } };

describe('A wizard whose tab is closed', () => {
  it('goes on with its Save to the end, tells that, opens no file, and shows it in the next tab', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects });
    const saving = wizard.does(wizard.save());
    assert.equal(wizard.closeTab(), true, 'it goes on');
    end();
    await saving;
    assert.deepEqual(wizard.world.said, ['Save finished']);
    assert.deepEqual(wizard.world.shown, [], 'over what somebody does meanwhile');
    await wizard.openTab();
    wizard.run('finished');
    assert.deepEqual(wizard.remembered.draft, {}, 'the next wizard starts with nothing');
  });

  it('waits where its Save stopped, with the secret that could not be kept yet', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: locked });
    const saving = wizard.does(wizard.save());
    assert.equal(wizard.closeTab(), true);
    await saving;
    assert.deepEqual(wizard.world.said, ['Save stopped']);
    wizard.world.repair();
    await wizard.openTab();
    wizard.run('stopped');
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.ok(wizard.world.secrets.has(wizard.run('finished').client.id));
    assert.equal(wizard.world.clientsRequested, 1);
  });

  it('goes on signing in again in the next tab', async () => {
    const wizard = await ActedWizard.begin({
      memory,
      effects: refuses({ kind: 'signed-out', answer: { status: 401 } }),
    });
    await wizard.does(wizard.save());
    wizard.closeTab();
    wizard.world.repair();
    await wizard.openTab();
    await wizard.does({ type: 'sign-in-again' });
    wizard.run('finished');
  });

  it('tells that nothing was saved when what would change was no longer what was seen', async () => {
    const wizard = await ActedWizard.begin({ memory });
    const save = wizard.save();
    wizard.world.files = [aFile({ clientIds: "{ 'mypurecloud.jp': 'YOUR_CLIENT_ID' }" })];
    const saving = wizard.does(save);
    wizard.closeTab();
    await saving;
    assert.equal(wizard.world.clientsRequested, 0);
    assert.deepEqual(wizard.world.said, ['the plan changed']);
    await wizard.openTab();
    assert.equal(wizard.state.planChanged, true);
  });

  it('tells that a client could not be taken back', async () => {
    const error = { kind: 'forbidden', answer: { status: 403 } } as const;
    const wizard = await ActedWizard.begin({
      memory,
      effects: { ...locked, deleteClient: async () => ({ ok: false, error, left: 'as-it-was' }) },
    });
    await wizard.does(wizard.save());
    const takingBack = wizard.does({ type: 'take-back' });
    wizard.closeTab();
    await takingBack;
    assert.deepEqual(wizard.world.said, ['Save stopped']);
    await wizard.openTab();
    assert.equal(wizard.run('stopped').failure.kind, 'not-taken-back');
  });

  it('has ended when nothing was under way, and leaves what is remembered to the next', async () => {
    const wizard = await ActedWizard.begin({ memory });
    wizard.world.tries = { kind: 'holds', stage: { kind: 'loading-org' } };
    const reading = wizard.does({ type: 'refresh' });
    await wizard.begins({ type: 'ready' });
    assert.equal(wizard.state.connecting.kind, 'loading-org');
    assert.equal(wizard.closeTab(), false);
    const newer = { ...wizard.remembered, revision: 777 };
    wizard.world.kept = newer;
    await reading;
    assert.equal(wizard.world.kept, newer);
  });

  it('has ended when its Save was through', async () => {
    const wizard = await ActedWizard.begin({ memory });
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.equal(wizard.closeTab(), false);
  });
});
