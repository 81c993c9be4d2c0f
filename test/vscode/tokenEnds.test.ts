import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

describe('A token that ends', () => {
  const { open } = useWindows();
  let window: Rehearsal;

  beforeEach(async () => {
    window = await open();
    await window.connectAs('administrator');
    await window.does({
      type: 'answer',
      revision: 1,
      change: { name: 'Agent desktop', target: { kind: 'by-hand' } },
    });
  });

  const POST = { times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients' } as const;

  it('is renewed without a word while Save is under way, and one client is made', async () => {
    await window.trouble({ kind: 'expired-token', ...POST });
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    assert.equal(await window.clientsCreated(), 2, 'the refused one and the one that succeeded');
  });

  it('is renewed once, however many requests find it refused', async () => {
    const renewals = async () =>
      (await window.requests()).filter((request) => request === 'POST /login/oauth/token').length;
    const before = await renewals();
    await window.trouble({ kind: 'expired-token', times: 1 });
    await window.does({ type: 'refresh' });
    assert.equal(window.state().connecting.kind, 'connected');
    assert.equal(await renewals(), before + 1);
  });

  it('beyond renewal stops Save, and signing in again in place goes on with it', async () => {
    await window.trouble({ kind: 'signed-out', ...POST });
    await window.save();
    const { run, memory } = window.state();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'not-created');
    assert.equal(run.failure.error.kind, 'signed-out');
    assert.equal(memory.draft.name, 'Agent desktop');
    await window.does({ type: 'sign-in-again' });
    assert.equal(window.state().run?.kind, 'finished');
  });

  it('stays stopped when signing in again is cancelled', async () => {
    await window.trouble({ kind: 'signed-out', ...POST });
    await window.save();
    window.person.habits = {};
    await window.does({ type: 'sign-in-again' });
    assert.equal(window.state().run?.kind, 'stopped');
    assert.equal(window.state().memory.draft.name, 'Agent desktop');
  });
});
