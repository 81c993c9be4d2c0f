import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { orgOf } from '../../../src/core/procedures/context.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held, loses, NEW_ID, refuses } from '../../wizard/effects.ts';
import { aFile, anOrg } from '../../wizard/samples.ts';

const memory = { draft: { name: 'Agent desktop' } };
const SIGNED_OUT = { kind: 'signed-out', answer: { status: 401 } } as const;

describe('Saving', () => {
  const locked = { keepSecret: async () => ({ ok: false, reason: 'locked' }) } as const;

  it('keeps the draft until the run ends, and after the client was taken back', async () => {
    const acted = await ActedWizard.begin({ memory, effects: locked });
    await acted.does(acted.save());
    acted.run('stopped');
    assert.notEqual(acted.world.kept?.becameClient, true);
    await acted.does({ type: 'take-back' });
    acted.run('taken-back');
    await acted.does({ type: 'start-over' });
    assert.deepEqual(
      acted.state.memory.formerDrafts.map(({ draft }) => draft.name),
      ['Agent desktop'],
    );
  });

  it('offers no draft again whose client was left as it is', async () => {
    const acted = await ActedWizard.begin({ memory, effects: locked });
    await acted.does(acted.save());
    await acted.does({ type: 'start-over' });
    assert.deepEqual(acted.state.memory.formerDrafts, []);
    assert.equal(acted.state.run, null);
  });

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

  it('repeats what failed, and nothing else: a deletion is not gone on with as a Save', async () => {
    const error = { kind: 'server-error', answer: { status: 500 } } as const;
    let written = 0;
    const wizard = await ActedWizard.begin({
      memory,
      effects: {
        editFrameworkFile: async () => {
          written += 1;
          return { kind: 'failed', reason: 'EROFS' };
        },
        deleteClient: async () => ({ ok: false, error, left: 'inactive' }),
      },
    });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.run('stopped').failure.kind, 'not-taken-back');
    assert.equal(written, 1);
    wizard.world.repair();
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('taken-back');
  });

  it('offers no client that a failed deletion left inactive, until it is active again', async () => {
    const error = { kind: 'server-error', answer: { status: 500 } } as const;
    const wizard = await ActedWizard.begin({
      memory,
      effects: { ...locked, deleteClient: async () => ({ ok: false, error, left: 'inactive' }) },
    });
    const state = () => {
      const clients = orgOf(wizard.state.context)?.clients;
      return clients?.kind === 'known' ? clients.value.find(({ id }) => id === NEW_ID)?.state : undefined;
    };
    await wizard.does(wizard.save());
    await wizard.does({ type: 'take-back' });
    assert.equal(state(), 'inactive');
    wizard.world.repair();
    await wizard.does({ type: 'keep-client' });
    wizard.run('finished');
    assert.equal(state(), 'active');
  });

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

  it('goes on with nothing in another org, and shows Review anew', async () => {
    const wizard = await ActedWizard.begin({ memory, effects: refuses(SIGNED_OUT) });
    await wizard.does(wizard.save());
    wizard.world.repair();
    wizard.world.org = { ...wizard.world.org, id: 'org-2', name: 'Another org' };
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.state.run, null);
    assert.equal(wizard.state.planChanged, true);
    assert.equal(wizard.world.clientsRequested, 1);
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
    assert.deepEqual(orgOf(wizard.state.context)?.clients, { kind: 'known', value: [] });
  });

  it('keeps the answers of a client that is being taken back while one leaves it', async () => {
    const { effects, end } = heldDeletion();
    const wizard = await ActedWizard.begin({ memory, effects: { ...locked, ...effects } });
    await wizard.does(wizard.save());
    await wizard.begins({ type: 'take-back' });
    await wizard.begins({ type: 'start-over' });
    end();
    await wizard.begins({ type: 'ready' });
    const { run, memory: remembered } = wizard.state;
    assert.equal(run, null);
    assert.deepEqual(
      remembered.formerDrafts.map(({ draft }) => draft.name),
      ['Agent desktop'],
    );
  });

  it('is left after the question about another secret, not in the middle of it', async () => {
    const found = { ok: true, value: { id: NEW_ID, name: 'Agent desktop' } } as const;
    const wizard = await ActedWizard.begin({ memory, effects: loses(found) });
    await wizard.does(wizard.save());
    let answer: (agrees: boolean) => void = () => undefined;
    wizard.world.ports.secrets.replaceLost = async () =>
      await new Promise((resolve) => {
        answer = resolve;
      });
    await wizard.begins({ type: 'replace-secret' });
    await wizard.begins({ type: 'start-over' });
    assert.equal(wizard.run('finished').saved.answers.name, wizard.state.memory.draft.name);
    answer(true);
    await wizard.begins({ type: 'ready' });
    assert.deepEqual([wizard.state.run, wizard.state.memory.procedure], [null, undefined]);
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

  it('leaves the org for another region, to which one stays signed in, with the same answers', async () => {
    const wizard = await ActedWizard.begin({ memory });
    await wizard.does(wizard.save());
    await wizard.does({ type: 'another-region' });
    const { run, connecting, context, memory: remembered } = wizard.state;
    assert.deepEqual([run, connecting], [null, { kind: 'disconnected' }]);
    assert.equal(context.destination.kind, 'undecided');
    assert.equal(remembered.draft.name, 'Agent desktop');
    assert.equal(wizard.world.sessions.length, 1);
  });

  it('ends unseen where its tab was closed, and says how', async () => {
    const { effects, end } = held();
    const wizard = await ActedWizard.begin({ memory, effects });
    await wizard.begins(wizard.save());
    assert.equal(wizard.wizard.hide(), true, 'it goes on');
    end();
    await wizard.begins({ type: 'ready' });
    assert.deepEqual(wizard.world.said, ['Save finished']);
  });
});

/** The ID of a client of the org that the framework can use. */
function clientOf({ state }: ActedWizard): string {
  const clients = orgOf(state.context)?.clients;
  assert.ok(clients?.kind === 'known');
  const found = clients.value.find(({ authorizedGrantType }) => authorizedGrantType === 'CODE');
  assert.ok(found);
  return found.id;
}

/** Deleting the client takes until a test lets it end. */
function heldDeletion() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const deleteClient = async () => {
    await ended;
    return { ok: true } as const;
  };
  return { effects: { deleteClient }, end: () => end() };
}
