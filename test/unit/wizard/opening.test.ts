import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ActedWizard } from '../../wizard/acted.ts';
import { held } from '../../wizard/effects.ts';

describe('Opening the wizard', () => {
  it('asks first what it is for, although a procedure was chosen the last time and nothing answered', async () => {
    const acted = await ActedWizard.begin({ memory: { procedure: 'scim', step: 'identity-provider' } });
    await acted.wizard.begin(undefined);
    assert.equal(acted.state.memory.procedure, undefined);
    assert.deepEqual(acted.state.memory.formerDrafts, []);
  });

  it('offers what is half filled in, and goes on with it when it was asked for', async () => {
    const memory = { procedure: 'scim', step: 'details', draft: { name: 'Entra' } } as const;
    const acted = await ActedWizard.begin({ memory });
    await acted.wizard.begin('scim');
    assert.equal(acted.state.memory.draft.name, 'Entra');
    await acted.wizard.begin(undefined);
    assert.equal(acted.state.memory.procedure, undefined);
    assert.deepEqual(
      acted.state.memory.formerDrafts.map(({ draft }) => draft.name),
      ['Entra'],
    );
  });

  it('shows a Save first that is not through, whatever is asked for', async () => {
    const acted = await ActedWizard.begin({ memory: { draft: { name: 'Agent desktop' } }, ...held() });
    await acted.begins(acted.save());
    await acted.wizard.begin(undefined);
    await acted.wizard.begin('scim');
    acted.run('running');
    assert.equal(acted.state.memory.procedure, 'embeddable');
  });

  it('takes up the org of before, and no other', async () => {
    const elsewhere = await ActedWizard.begin({ memory: { account: 'somebody else' } });
    assert.equal(elsewhere.state.connecting.kind, 'disconnected');
    const { account } = (await ActedWizard.begin()).state.memory;
    assert.ok(account);
    const again = await ActedWizard.begin({ memory: { account } });
    assert.equal(again.state.connecting.kind, 'connected');
  });
});
