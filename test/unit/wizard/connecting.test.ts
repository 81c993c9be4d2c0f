import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { orgOf } from '../../../src/core/procedures/context.ts';
import type { SignInFailure } from '../../../src/core/signIn/attempt.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { anAccess, anOrg, loadingAccess } from '../../wizard/samples.ts';

const NO_RETURN: SignInFailure = { kind: 'no-return', region: 'mypurecloud.ie', minutes: 5 };
const byPracticeOrg = { type: 'connect', way: 'practice-org' } as const;

describe('Connecting', () => {
  it('says how far it is, and connects', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    acted.world.tries = { kind: 'holds', stage: { kind: 'starting-practice-org' } };
    await acted.begins(byPracticeOrg);
    assert.deepEqual(acted.state.connecting, { kind: 'starting-practice-org' });
    acted.world.tries = { kind: 'signs-in' };
    await acted.does(byPracticeOrg);
    assert.deepEqual(acted.state.connecting, { kind: 'connected' });
    assert.notEqual(orgOf(acted.state.context), undefined);
    assert.notEqual(acted.state.memory.account, undefined);
  });

  it('lets a second try end the first, of which nothing is heard any more', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    acted.world.tries = { kind: 'holds', stage: { kind: 'loading-org' } };
    await acted.begins(byPracticeOrg);
    acted.world.tries = { kind: 'fails', failure: NO_RETURN };
    await acted.does(byPracticeOrg);
    acted.world.report({ kind: 'loading-org' });
    acted.world.cancelTry();
    assert.deepEqual(acted.state.connecting, { kind: 'disconnected', failure: NO_RETURN });
  });

  it('leaves who was connected before connected when another account fails, and says why it did', async () => {
    const acted = await ActedWizard.begin();
    acted.world.tries = { kind: 'fails', failure: NO_RETURN };
    await acted.does(byPracticeOrg);
    assert.deepEqual(acted.state.connecting, { kind: 'connected', failure: NO_RETURN });
    await acted.answers({ name: 'Agent desktop' });
    await acted.does(acted.save());
    assert.equal(acted.run('finished').client.name, 'Agent desktop');
  });

  it('tries the same again after a failure, and forgets it when it is cancelled', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    acted.world.tries = { kind: 'fails', failure: NO_RETURN };
    await acted.does(byPracticeOrg);
    acted.world.tries = { kind: 'signs-in' };
    await acted.does({ type: 'connect-again' });
    assert.deepEqual(acted.state.connecting, { kind: 'connected' });
    acted.world.tries = { kind: 'fails', failure: NO_RETURN };
    await acted.does({ type: 'connect-again' });
    assert.deepEqual(acted.state.connecting, { kind: 'connected' }, 'there is nothing to try again');
  });

  it('ends a try that is cancelled, and is where it was before', async () => {
    const acted = await ActedWizard.begin();
    acted.world.tries = { kind: 'holds', stage: { kind: 'signing-in', where: 'browser' } };
    await acted.begins(byPracticeOrg);
    await acted.does({ type: 'cancel' });
    assert.deepEqual(acted.state.connecting, { kind: 'connected' });
  });

  it('does not claim to be connected after a sign-out in another window, and comes back to that account', async () => {
    const acted = await ActedWizard.begin();
    const { account } = acted.state.memory;
    acted.world.signOutElsewhere();
    await acted.begins({ type: 'go', step: 'connect' });
    assert.deepEqual(acted.state.connecting, { kind: 'disconnected' });
    assert.equal(orgOf(acted.state.context), undefined);
    assert.equal(acted.state.memory.account, account);
  });

  it('does not claim it either when one signed out while the org was being read', async () => {
    const org = anOrg({ access: loadingAccess });
    const acted = await ActedWizard.begin({ memory: { procedure: 'scim' }, org, connected: false });
    await acted.begins(byPracticeOrg);
    assert.deepEqual(acted.state.connecting, { kind: 'connected' });
    acted.world.sessions = [];
    acted.world.answerAccess(anAccess());
    await acted.begins({ type: 'go', step: 'connect' });
    assert.deepEqual(acted.state.connecting, { kind: 'disconnected' });
  });

  it('signs out, and keeps every answer', async () => {
    const acted = await ActedWizard.begin({ memory: { draft: { name: 'Agent desktop' } } });
    await acted.does({ type: 'disconnect' });
    assert.deepEqual(acted.world.sessions, []);
    assert.deepEqual(acted.state.connecting, { kind: 'disconnected' });
    assert.equal(acted.state.memory.account, undefined);
    assert.equal(acted.state.memory.draft.name, 'Agent desktop');
  });

  it('goes to the admin page of a region, and from there to an org', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    await acted.does({ type: 'connect', way: 'admin-page' });
    const { region } = acted.world.org;
    assert.deepEqual(acted.state.context.destination, { kind: 'admin-page', region });
    assert.equal(acted.state.memory.adminPageRegion, region);
    await acted.does(byPracticeOrg);
    assert.equal(acted.state.context.destination.kind, 'org');
    assert.equal(acted.state.memory.adminPageRegion, undefined);
  });

  it('shows how to make the client to sign in with until that is given up', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    await acted.does({ type: 'connect', way: 'browser' });
    assert.deepEqual(acted.state.connecting, { kind: 'preparing-client', region: acted.world.org.region });
    acted.world.tries = { kind: 'fails', failure: NO_RETURN };
    await acted.does({ type: 'client-prepared' });
    assert.deepEqual(acted.state.connecting, { kind: 'disconnected', failure: NO_RETURN });
    assert.equal(acted.state.memory.preparingRegion, acted.world.org.region, 'it is still being made');
    acted.world.tries = { kind: 'signs-in' };
    await acted.does({ type: 'connect-again' });
    assert.deepEqual(acted.state.connecting, { kind: 'connected' });
    assert.equal(acted.state.memory.preparingRegion, undefined);
  });

  it('does not bring a former account back that signed out elsewhere, when a try is cancelled', async () => {
    const acted = await ActedWizard.begin();
    await acted.does({ type: 'connect', way: 'browser' });
    acted.world.signOutElsewhere();
    await acted.does({ type: 'cancel' });
    assert.deepEqual(acted.world.sessions, []);
    assert.notEqual(acted.state.connecting.kind, 'connected');
  });

  it('has ended by starting over', async () => {
    const acted = await ActedWizard.begin({ connected: false });
    await acted.does({ type: 'connect', way: 'browser' });
    await acted.does({ type: 'start-over' });
    assert.equal(acted.state.connecting.kind, 'disconnected');
    assert.equal(acted.remembered.preparingRegion, undefined);
  });

  describe('beside the way without signing in', () => {
    const adminPageRegion = 'mypurecloud.jp';

    it('leaves that as it was when it fails', async () => {
      const acted = await ActedWizard.begin({ adminPageRegion });
      acted.world.tries = { kind: 'fails', failure: { kind: 'secret-wrong', region: adminPageRegion } };
      await acted.does({ type: 'connect', way: 'client-credentials' });
      const { connecting, context } = acted.state;
      assert.ok(connecting.kind === 'disconnected' && connecting.failure?.kind === 'secret-wrong');
      assert.deepEqual(context.destination, { kind: 'admin-page', region: adminPageRegion });
      assert.equal(acted.remembered.adminPageRegion, adminPageRegion);
    });

    it('can be chosen anew after starting over', async () => {
      const acted = await ActedWizard.begin({ adminPageRegion });
      await acted.does({ type: 'start-over' });
      assert.equal(acted.state.context.destination.kind, 'undecided');
      assert.equal(acted.remembered.adminPageRegion, undefined);
    });

    it('shows what to enter for its own client, and copies what the other step shows there', async () => {
      const acted = await ActedWizard.begin({ adminPageRegion });
      const copiesName = async () => {
        await acted.does({ type: 'copy', what: 'admin-name' });
        return acted.world.clipboard;
      };
      await acted.answers({ name: 'Agent desktop' });
      await acted.does({ type: 'connect', way: 'browser' });
      await acted.does({ type: 'go', step: 'connect' });
      const shown = await copiesName();
      assert.ok(shown !== '' && shown !== 'Agent desktop', shown);
      await acted.does({ type: 'go', step: 'admin-page' });
      assert.equal(await copiesName(), 'Agent desktop');
    });
  });
});
