import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { orgOf } from '../../../src/core/procedures/context.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held, loses } from '../../wizard/effects.ts';
import { aFile } from '../../wizard/samples.ts';

const memory = { draft: { name: 'Agent desktop' } };

describe('Saving', () => {
  it('is a draft until the end where the client was there before', async () => {
    const client = clientOf(await ActedWizard.begin({ memory }));
    const begun = await ActedWizard.begin({
      memory: { draft: { adopts: client } },
      effects: { editFrameworkFile: async () => ({ kind: 'changed-meanwhile' }) },
    });
    await begun.does(begun.save());
    begun.run('stopped');
    assert.notEqual(begun.state.memory.becameClient, true);
    begun.world.repair();
    await begun.does({ type: 'retry', createAnyway: false });
    begun.run('finished');
    assert.equal(begun.state.memory.becameClient, true);
  });

  it('makes one client of a double click, and of a click after it', async () => {
    const wizard = await ActedWizard.begin({ memory });
    const save = wizard.save();
    await Promise.all([wizard.does(save), wizard.does(save)]);
    await wizard.does(save);
    assert.equal(wizard.world.clientsRequested, 1);
  });

  it('does nothing when what would be done is no longer what Review showed, and shows it anew', async () => {
    const wizard = await ActedWizard.begin({ memory });
    const save = wizard.save();
    wizard.world.files = [aFile({ clientIds: "{ 'mypurecloud.jp': 'YOUR_CLIENT_ID' }" })];
    await wizard.does(save);
    assert.equal(wizard.state.run, null);
    assert.equal(wizard.state.planChanged, true);
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.equal(wizard.state.planChanged, false);
  });

  it('changes no answer and no org while it is under way, whatever the page says', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects });
    await wizard.begins(wizard.save());
    await wizard.answers({ name: 'Another name' });
    await wizard.begins({ type: 'start-over' });
    await wizard.begins({ type: 'disconnect' });
    await wizard.begins({ type: 'another-region' });
    assert.equal(wizard.state.memory.draft.name, 'Agent desktop');
    assert.notEqual(orgOf(wizard.state.context), undefined);
    end();
    await wizard.begins({ type: 'go', step: 'connect' });
    wizard.run('finished');
  });

  it('G16: waits for the answer when it is cancelled, says so, and loses no secret', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects });
    await wizard.begins(wizard.save());
    await wizard.begins({ type: 'cancel' });
    assert.equal(wizard.run('running').cancelled, true);
    end();
    await wizard.begins({ type: 'ready' });
    const { failure, client, hasSecret } = wizard.run('stopped');
    assert.deepEqual([failure.kind, hasSecret], ['cancelled', true]);
    assert.ok(client && wizard.world.secrets.has(client.id));
  });

  it('sends another request after a lost one only where it could not be looked for, and one says so', async () => {
    const lookup = { ok: false, error: { kind: 'no-answer', reason: 'gone' } } as const;
    const wizard = await ActedWizard.begin({ memory, effects: loses(lookup) });
    await wizard.does(wizard.save());
    assert.equal(wizard.run('stopped').failure.kind, 'perhaps-created');
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.world.clientsRequested, 1);
    wizard.world.repair();
    await wizard.does({ type: 'retry', createAnyway: true });
    wizard.run('finished');
    assert.equal(wizard.world.clientsRequested, 2);
  });

  it('looks for the client of a lost request when the same answers are saved once more', async () => {
    const lookup = { ok: false, error: { kind: 'no-answer', reason: 'gone' } } as const;
    const wizard = await ActedWizard.begin({ memory, effects: loses(lookup) });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'back-to-answers' });
    await wizard.does(wizard.save());
    assert.equal(wizard.run('stopped').failure.kind, 'perhaps-created');
    assert.equal(wizard.world.clientsRequested, 1);
  });
});

/** The ID of a client of the org that the framework can use. */
function clientOf({ clients }: ActedWizard): string {
  const found = clients.find(({ authorizedGrantType }) => authorizedGrantType === 'CODE');
  assert.ok(found);
  return found.id;
}
