import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { UndoOutcome } from '../../src/core/operations/changeClient.ts';
import { tellEnd, tellPlanChanged } from '../../src/host/wizard/tellEnd.ts';
import { ActedWizard } from '../wizard/acted.ts';
import { locked, refuses } from '../wizard/effects.ts';
import { anOrg, clients, toEdit } from '../wizard/samples.ts';
import { FakeDialogs } from './fakeDialogs.ts';

describe('Whoever closed the tab of the wizard', () => {
  let dialogs: FakeDialogs;
  const error = { kind: 'forbidden', answer: { status: 403 } } as const;
  const memory = { draft: { name: 'Agent desktop' } };

  beforeEach(() => {
    dialogs = new FakeDialogs();
  });

  for (const [practice, where] of [
    [false, ''],
    [true, ' in the practice org'],
  ] as const) {
    it(`is told that the client was created${where}, and its Client ID`, async () => {
      const wizard = await ActedWizard.begin({ memory, org: anOrg({ practice }) });
      await wizard.does(wizard.save());
      const run = wizard.run('finished');
      await tellEnd(dialogs, run);
      assert.deepEqual(dialogs.said, [
        `The client "Agent desktop" was created${where}. Its Client ID is ${run.client.id}.`,
      ]);
    });
  }

  it('is told that Save stopped, and whether a client is there', async () => {
    for (const effects of [locked, refuses(error)]) {
      const wizard = await ActedWizard.begin({ memory, effects });
      await wizard.does(wizard.save());
      await tellEnd(dialogs, wizard.run('stopped'));
    }
    assert.deepEqual(dialogs.said, [
      'The client "Agent desktop" was created, but saving stopped after that. Open the wizard again to go on.',
      'Saving stopped. Open the wizard again to go on.',
    ]);
  });

  it('is told that a client could not be taken back', async () => {
    const deleteClient = async () => ({ ok: false, error, left: 'as-it-was' }) as const;
    const wizard = await ActedWizard.begin({ memory, effects: { ...locked, deleteClient } });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    await tellEnd(dialogs, wizard.run('stopped'));
    assert.match(dialogs.said.join(), /"Agent desktop" could not be deleted/);
  });

  it('is told that the client was changed, or why to look again', async () => {
    const [desktop] = clients;
    assert.ok(desktop);
    const draft = { edits: toEdit(desktop), name: 'Desktop' };
    const changeClient = async () => ({ kind: 'failed', error }) as const;
    for (const effects of [{}, { changeClient }]) {
      const wizard = await ActedWizard.begin({ memory: { procedure: 'edit', draft }, effects });
      await wizard.does(wizard.save());
      const { run } = wizard.state;
      assert.ok(run?.kind === 'finished' || run?.kind === 'stopped');
      await tellEnd(dialogs, run);
    }
    assert.deepEqual(dialogs.said, [
      'The client "Agent desktop" was changed.',
      'Saving stopped. Open the wizard again to go on.',
    ]);
  });

  it('is told that a change stands that was to be undone, and what is not certain of it', async () => {
    const [desktop] = clients;
    assert.ok(desktop);
    const draft = { edits: toEdit(desktop), name: 'Desktop' };
    const outcomes: UndoOutcome[] = [
      { kind: 'undone', record: desktop },
      { kind: 'failed', error },
      { kind: 'changed-since', differences: [] },
      { kind: 'uncertain', error, lookup: undefined },
    ];
    for (const outcome of outcomes) {
      const effects = { undoChange: async () => outcome };
      const wizard = await ActedWizard.begin({ memory: { procedure: 'edit', draft }, effects });
      await wizard.does(wizard.save());
      await wizard.does({ type: 'undo-change' });
      await tellEnd(dialogs, wizard.run('finished'));
    }
    assert.deepEqual(dialogs.said, [
      'The client "Agent desktop" is as it was before.',
      'The change of the client "Agent desktop" was not undone.',
      'The change of the client "Agent desktop" was not undone.',
      'It is not certain whether the client "Agent desktop" was changed.',
    ]);
  });

  it('is told that nothing was saved when what would change was no longer what was seen', async () => {
    await tellPlanChanged(dialogs);
    assert.match(dialogs.said.join(), /Nothing was saved/);
  });
});
