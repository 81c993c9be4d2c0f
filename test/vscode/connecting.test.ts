import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../src/core/procedures/context.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

describe('Connecting', () => {
  let wizard: Rehearsal;

  beforeEach(async () => {
    wizard = await rehearse();
  });

  afterEach(async () => await wizard.dispose());

  it('G1: shows before the form that the developer may not add clients', async () => {
    await wizard.connectAs('developer');
    const { context, connecting } = wizard.state();
    assert.equal(connecting.kind, 'connected');
    const org = orgOf(context);
    assert.ok(org?.caller.kind === 'user');
    assert.equal(org.caller.permissions.includes('oauth:client:add'), false);
  });

  it('signs out at the org, and keeps every answer', async () => {
    await wizard.connectAs('administrator');
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop' } });
    await wizard.does({ type: 'disconnect' });
    assert.equal(wizard.state().connecting.kind, 'disconnected');
    assert.equal(wizard.state().context.destination.kind, 'undecided');
    assert.equal(wizard.state().memory.draft.name, 'Agent desktop');
  });
});
