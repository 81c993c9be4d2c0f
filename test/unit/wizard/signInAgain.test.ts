import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { orgOf } from '../../../src/core/procedures/context.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held, heldDeletion, locked, NEW_ID, refuses } from '../../wizard/effects.ts';
import { anOrg } from '../../wizard/samples.ts';

const memory = { draft: { name: 'Agent desktop' } };
const SIGNED_OUT = { kind: 'signed-out', answer: { status: 401 } } as const;

describe('A Save whose org one signs out of, or in to again', () => {
  it('goes on after one signed out altogether, by signing in again as before', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    wizard.world.signOutElsewhere();
    await wizard.begins({ type: 'ready' });
    assert.equal(wizard.state.connecting.kind, 'disconnected');
    wizard.world.repair();
    await wizard.does({ type: 'sign-in-again' });
    wizard.run('finished');
  });

  it('goes on after signing in again; without that, it stays stopped with why', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    const failure = { kind: 'no-return', region: 'mypurecloud.jp', minutes: 5 } as const;
    wizard.world.tries = { kind: 'fails', failure };
    await wizard.does({ type: 'sign-in-again' });
    wizard.run('stopped');
    assert.deepEqual(wizard.state.connecting, { kind: 'connected', failure });
    wizard.world.repair();
    await wizard.does({ type: 'sign-in-again' });
    wizard.run('finished');
  });

  it('goes on with nothing in another org, and shows Review anew, where Save works', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    wizard.world.repair();
    wizard.world.org = { ...wizard.world.org, id: 'org-2', name: 'Another org' };
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.state.run, null);
    assert.equal(wizard.state.planChanged, true);
    assert.equal(wizard.world.clientsRequested, 1);
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.equal(wizard.world.clientsRequested, 2);
  });

  it('goes on with nothing in an org of the same ID in another region either', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    wizard.world.repair();
    wizard.world.org = { ...wizard.world.org, region: 'mypurecloud.ie' };
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.state.run, null);
    assert.equal(wizard.world.clientsRequested, 1);
  });

  it('ends a try to sign in elsewhere, which would take its org away', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects });
    const save = wizard.save();
    wizard.world.tries = { kind: 'holds', stage: { kind: 'signing-in', where: 'browser' } };
    await wizard.begins({ type: 'connect', way: 'practice-org' });
    await wizard.begins(save);
    assert.deepEqual(wizard.state.connecting, { kind: 'connected' });
    wizard.world.report({ kind: 'loading-org' });
    assert.deepEqual(wizard.state.connecting, { kind: 'connected' });
    end();
    await wizard.begins({ type: 'ready' });
    wizard.run('finished');
  });

  it('says of its own org what became of a client, although one signed out of it meanwhile', async () => {
    const creation = held();
    const deletion = heldDeletion();
    const effects = { ...locked, ...creation.effects, ...deletion.effects };
    const wizard = await ActedWizard.begin({ memory, effects });
    await wizard.begins(wizard.save());
    wizard.world.signOutElsewhere();
    creation.end();
    await wizard.begins({ type: 'ready' });
    wizard.run('stopped');
    assert.deepEqual(wizard.world.known, [`${NEW_ID} in org-1`]);
    await wizard.begins({ type: 'take-back' });
    deletion.end();
    await wizard.begins({ type: 'ready' });
    wizard.run('taken-back');
    assert.deepEqual(wizard.world.known.slice(1), [`${NEW_ID} gone from org-1`]);
  });

  it('says nothing of an org that one signed in to meanwhile', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    wizard.world.repair(effects);
    wizard.world.tries = { kind: 'holds', stage: { kind: 'signing-in', where: 'browser' } };
    await wizard.begins({ type: 'sign-in-again' });
    await wizard.begins({ type: 'retry', createAnyway: false });
    wizard.world.org = anOrg({ id: 'org-2', clients: { kind: 'known', value: [] } });
    wizard.world.finishTry();
    await wizard.begins({ type: 'ready' });
    end();
    await wizard.begins({ type: 'ready' });
    assert.deepEqual(wizard.world.known, [`${NEW_ID} in org-1`]);
    assert.equal(orgOf(wizard.state.context)?.id, 'org-2');
    assert.deepEqual(wizard.clients, []);
  });

  it('forgets nothing that stands in its own org when signing in again leads to another one', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: locked });
    await wizard.does(wizard.save());
    const { client } = wizard.run('stopped');
    const { org } = wizard.world;
    wizard.world.repair();
    wizard.world.org = { ...org, id: 'org-2', name: 'Another org' };
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.run('stopped').client?.id, client?.id);
    wizard.world.org = org;
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.run('finished').client.id, client?.id);
    assert.equal(wizard.world.clientsRequested, 1);
  });
});
