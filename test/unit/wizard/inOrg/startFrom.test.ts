import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft, ProcedureId } from '../../../../src/core/procedures/draft.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { FRAMEWORK, type OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

const SECRET = 'the-one-canary-that-nobody-may-see';

describe('Starting from something, with a practice org', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  async function connect(procedure: ProcedureId): Promise<void> {
    desk = useDesk();
    wizard = await desk.begin(procedure);
    await desk.connect(wizard);
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  /** Makes a client, and goes back to the first question as whoever wants another one does. */
  async function makeOne(change: Draft): Promise<string> {
    await wizard.answers(change);
    await save();
    const { id } = wizard.run('finished').client;
    await wizard.does({ type: 'start-over' });
    return id;
  }

  it('keeps a half-filled draft when one starts over, and goes on with it where it was left', async () => {
    await connect('embeddable');
    await wizard.answers({ name: 'Half an answer', moreRegions: ['mypurecloud.jp'] });
    await wizard.does({ type: 'go', step: 'scopes' });
    await wizard.does({ type: 'start-over' });
    const [former] = wizard.remembered.formerDrafts;
    assert.ok(former);
    assert.equal(former.draft.name, 'Half an answer');
    assert.deepEqual(wizard.remembered.draft, {});
    await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
    await wizard.does({ type: 'take-up-draft', id: former.id });
    const { memory, context, connecting } = wizard.state;
    assert.equal(memory.procedure, 'embeddable');
    assert.equal(memory.step, 'scopes');
    assert.equal(memory.draft.name, 'Half an answer');
    assert.equal(connecting.kind, 'connected');
    assert.equal(context.destination.kind, 'org');
    assert.deepEqual(wizard.remembered.formerDrafts, []);
  });

  it('does not go on in the org of somebody else', async () => {
    await connect('embeddable');
    await wizard.answers({ name: 'Half an answer' });
    await wizard.does({ type: 'start-over' });
    const [former] = wizard.remembered.formerDrafts;
    assert.ok(former);
    // Somebody signed out in another window, which was not heard of here yet.
    wizard.world.sessions = [];
    await wizard.does({ type: 'take-up-draft', id: former.id });
    const { connecting, context, memory } = wizard.state;
    assert.equal(memory.draft.name, 'Half an answer');
    assert.equal(connecting.kind, 'disconnected');
    assert.equal(context.destination.kind, 'undecided');
  });

  it('forgets a draft that became a client, and no other', async () => {
    await connect('general');
    await wizard.answers({ name: 'Left behind' });
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'choose-procedure', procedure: 'general' });
    await makeOne({ name: 'Made', scopes: ['users'], redirectUris: 'https://app.example.com/' });
    assert.deepEqual(
      wizard.remembered.formerDrafts.map(({ draft }) => draft.name),
      ['Left behind'],
    );
  });

  it('E6: writes the ID of an existing client into framework.js, and creates none', async () => {
    await connect('embeddable');
    const id = await makeOne({ name: 'Agent desktop', target: { kind: 'by-hand' } });
    await wizard.does({ type: 'choose-procedure', procedure: 'embeddable' });
    const count = wizard.clients.length;
    await wizard.answers({ adopts: id });
    await save();
    assert.equal(wizard.run('finished').client.id, id);
    assert.match(desk.texts.get(FRAMEWORK.uri) ?? '', new RegExp(id));
    assert.equal(await desk.clientsRequested(), 1);
    assert.equal(wizard.clients.length, count);
    assert.deepEqual(wizard.remembered.draft, {});
  });

  it('S6, S7: makes a token for an existing client whose secret is kept here, and for no other', async () => {
    await connect('scim');
    const id = await makeOne({ name: 'Identity', provider: 'entra', scimTarget: { kind: 'none' } });
    await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
    await wizard.answers({ adopts: id, provider: 'entra', scimTarget: { kind: 'none' } });
    await save();
    const run = wizard.run('finished');
    assert.deepEqual(
      run.plan.map(({ kind }) => kind),
      ['use-client', 'prove', 'make-token'],
    );
    assert.equal(run.hasSecret, true);
    assert.ok(run.tokenEndsAt);
    assert.equal(await desk.clientsRequested(), 1);
    const secret = wizard.world.secrets.get(id);
    assert.ok(secret);
    assert.equal(wizard.told.join('\n').includes(secret), false);
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
    const other = wizard.clients.find(
      (each) => each.id !== id && each.authorizedGrantType === 'CLIENT-CREDENTIALS',
    );
    assert.ok(other);
    await wizard.answers({ adopts: other.id, provider: 'entra', scimTarget: { kind: 'none' } });
    await save();
    assert.deepEqual(
      wizard.run('finished').plan.map(({ kind }) => kind),
      ['use-client'],
    );
  });

  it('reads a JSON from the clipboard, and tells the page nothing of the secret in it', async () => {
    await connect('general');
    wizard.world.clipboard = `{"name":"Wallboard","secret":"${SECRET}"}`;
    await wizard.does({ type: 'read-json' });
    const told = wizard.told.join('\n');
    assert.match(told, /"type":"json-read".*"name":"Wallboard"/);
    assert.match(told, /"droppedSecret":true/);
    assert.equal(told.includes(SECRET), false);
    wizard.world.clipboard = '';
    await wizard.does({ type: 'read-json' });
    assert.match(wizard.told.at(-1) ?? '', /"kind":"refused","refusals":\[\{"kind":"empty"\}\]/);
  });

  it('begins with the procedure of a command, and offers what was half filled in for another one', async () => {
    await connect('embeddable');
    await wizard.answers({ name: 'Half an answer' });
    await wizard.wizard.begin('scim');
    assert.equal(wizard.state.memory.procedure, 'scim');
    assert.deepEqual(wizard.state.memory.draft, {});
    assert.equal(wizard.state.memory.formerDrafts[0]?.draft.name, 'Half an answer');
    await wizard.answers({ name: 'Identity' });
    await wizard.wizard.begin(undefined);
    assert.equal(wizard.state.memory.procedure, undefined);
    assert.equal(wizard.state.memory.formerDrafts.length, 2);
  });
});
