import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { UndoOutcome } from '../../../src/core/operations/changeClient.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { clients, toEdit } from '../../wizard/samples.ts';

const GONE = { kind: 'rejected', answer: { status: 404, code: 'client.not.found' } } as const;
const UNREACHABLE = { kind: 'no-answer', reason: 'broken' } as const;

describe('The list of clients, of a change that the wizard made', () => {
  const [desktop] = clients;
  assert.ok(desktop);
  const memory = { procedure: 'edit', draft: { edits: toEdit(desktop), name: 'Desktop' } } as const;
  const there = `${desktop.id} in org-1`;
  const gone = `${desktop.id} gone from org-1`;

  it('learns of the change, and of its undoing', async () => {
    const wizard = await ActedWizard.begin({ memory });
    await wizard.does(wizard.save());
    assert.deepEqual(wizard.world.known, [there]);
    await wizard.does({ type: 'undo-change' });
    assert.deepEqual(wizard.world.known, [there, there]);
  });

  it('learns what somebody else has made of it meanwhile', async () => {
    const now = { ...desktop, name: 'Night shift' };
    const changeClient = async () => ({ kind: 'changed-meanwhile', now }) as const;
    const wizard = await ActedWizard.begin({ memory, effects: { changeClient } });
    await wizard.does(wizard.save());
    wizard.run('stopped');
    assert.deepEqual(wizard.world.known, [there]);
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'choose-procedure', procedure: 'general' });
    assert.ok(wizard.clients.some(({ name }) => name === 'Night shift'));
  });

  it('loses a client that was deleted before the change could be undone, and does not get it back', async () => {
    const outcomes: UndoOutcome[] = [
      { kind: 'failed', error: GONE },
      { kind: 'failed', error: UNREACHABLE },
    ];
    const undoChange = async () => outcomes.shift() ?? assert.fail('undone too often');
    const wizard = await ActedWizard.begin({ memory, effects: { undoChange } });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'undo-change' });
    assert.deepEqual(wizard.world.known, [there, gone]);
    await wizard.does({ type: 'undo-change' });
    assert.deepEqual(wizard.world.known, [there, gone]);
  });
});
