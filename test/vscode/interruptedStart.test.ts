import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { RUN_KEY } from '../../src/host/interrupted/noted.ts';
import { tellOfRotations, tellOfSave } from '../../src/host/interrupted/tell.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { inMemorySecrets } from './inMemory.ts';
import { useMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

describe('What the last end of VS Code interrupted', () => {
  const windows = useWindows();
  const messages = useMessages();
  let wizard: Rehearsal;

  beforeEach(async () => {
    wizard = await windows.open({ secrets: inMemorySecrets((key) => key.includes('clientSecret')) });
    await wizard.connectAs('administrator');
  });

  async function stopSave(): Promise<void> {
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop' } });
    await wizard.save();
    assert.equal(wizard.state().run?.kind, 'stopped');
  }

  /** As after a crash: the process that noted the Save is there no more. */
  async function crash(): Promise<void> {
    const { workspaceState } = wizard.services.context;
    await workspaceState.update(RUN_KEY, { ...Object(workspaceState.get(RUN_KEY)), pid: undefined });
  }

  it('is told of a Save, by the name of its client', async () => {
    await stopSave();
    await crash();
    await tellOfSave(wizard.services.context, () => false);
    assert.deepEqual(messages.told, ['A Save of the client "Agent desktop" was interrupted.']);
  });

  it('is not told where the wizard is there, where the Save is under way, or where there was none', async () => {
    await tellOfSave(wizard.services.context, () => false);
    await stopSave();
    await tellOfSave(wizard.services.context, () => false);
    await crash();
    await tellOfSave(wizard.services.context, () => true);
    assert.deepEqual(messages.told, []);
  });

  it('is told of nothing where no rotation is noted', async () => {
    await tellOfRotations(wizard.services, new FakeDialogs(), async () => undefined);
    assert.deepEqual(messages.told, []);
  });
});
