import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Failure, Run } from '../../../src/core/operations/run.ts';
import { exportOf, textOf } from '../../../src/core/wizard/copyables.ts';
import type { Copyable } from '../../../src/core/wizard/messages.ts';
import type { WizardState } from '../../../src/core/wizard/state.ts';
import { ActedWizard } from '../../wizard/acted.ts';

const error = { kind: 'server-error', answer: { status: 500 } } as const;
const secrets = { secretOf: async () => 'a secret', tokenOf: async () => 'a token' };
const OF_THE_CLIENT: readonly Copyable[] = ['client-id', 'client-secret', 'scim-token', 'ready-line'];

async function saved(): Promise<WizardState> {
  const wizard = await ActedWizard.begin({ memory: { draft: { name: 'Agent desktop' } } });
  await wizard.does(wizard.save());
  wizard.run('finished');
  return wizard.state;
}

/** The same, with its run as one of a kind that it could have come to. */
function came(state: WizardState, to: 'taking-back' | 'taken-back' | Failure): WizardState {
  const { run } = state;
  assert.ok(run?.kind === 'finished');
  const other: Run = typeof to === 'string' ? { ...run, kind: to } : { ...run, kind: 'stopped', failure: to };
  return { ...state, run: other };
}

async function offered(state: WizardState): Promise<Copyable[]> {
  const texts = await Promise.all(
    OF_THE_CLIENT.map(async (what) => ({ what, text: await textOf(what, state, secrets) })),
  );
  return texts.flatMap(({ what, text }) => (text === undefined ? [] : [what]));
}

describe('What can be copied of a client', () => {
  const stillThere: Failure[] = [
    { kind: 'file-changed', path: 'framework.js' },
    { kind: 'secret-not-kept', reason: 'locked' },
    { kind: 'interrupted', client: 'there' },
    { kind: 'cancelled' },
    { kind: 'not-taken-back', error, left: 'as-it-was' },
  ];
  for (const failure of stillThere) {
    it(`is all of it where it can be used: ${JSON.stringify(failure)}`, async () => {
      assert.deepEqual(await offered(came(await saved(), failure)), OF_THE_CLIENT);
    });
  }

  const perhapsInactive: Failure[] = [
    { kind: 'not-taken-back', error, left: 'inactive' },
    { kind: 'not-taken-back', error, left: 'unknown' },
    { kind: 'not-activated', error, left: 'inactive' },
    { kind: 'not-activated', error, left: 'unknown' },
    { kind: 'deletion-not-noted', reason: 'ENOSPC', left: 'unknown' },
  ];
  for (const failure of perhapsInactive) {
    it(`is only its ID, to find it by, where nobody may be able to use it: ${JSON.stringify(failure)}`, async () => {
      const state = came(await saved(), failure);
      assert.deepEqual(await offered(state), ['client-id']);
      const { client } = state.run ?? {};
      assert.ok(client && !exportOf('terraform', state)?.includes(client.id));
    });
  }

  for (const kind of ['taking-back', 'taken-back'] as const) {
    it(`is nothing of one that is ${kind}`, async () => {
      const state = came(await saved(), kind);
      assert.deepEqual(await offered(state), []);
      const { client } = state.run ?? {};
      assert.ok(client && !exportOf('terraform', state)?.includes(client.id));
    });
  }

  it('is what Terraform takes it over by, where it is there', async () => {
    const state = await saved();
    assert.ok(state.run?.client && exportOf('terraform', state)?.includes(state.run.client.id));
  });
});

describe('What to enter on the admin page', () => {
  it('is of the client to sign in with only while that is prepared on the page that is shown', async () => {
    const state = await saved();
    const preparing = { kind: 'preparing-client', region: 'mypurecloud.jp' } as const;
    const on = (step: 'connect' | 'review', connecting: WizardState['connecting']): WizardState => ({
      ...state,
      connecting,
      memory: { ...state.memory, step, draft: { name: 'Agent desktop' } },
    });
    const name = async (shown: WizardState) => await textOf('admin-name', shown, secrets);
    assert.equal(await name(on('connect', preparing)), 'OAuth Client Wizard for VS Code');
    assert.equal(await name(on('review', preparing)), 'Agent desktop');
    assert.equal(await name(on('connect', { kind: 'connected' })), 'Agent desktop');
  });
});
