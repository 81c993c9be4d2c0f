import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../../../src/core/procedures/context.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { FRAMEWORK, type OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

describe('A client for the framework, made in the practice org', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(async () => {
    desk = useDesk();
    wizard = await desk.begin('embeddable');
  });

  async function connectAndAnswer(): Promise<void> {
    await desk.connect(wizard);
    await wizard.answers({ name: 'Agent desktop' });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  it('G1: shows before the form that the developer may not add clients', async () => {
    await desk.connect(wizard, 'developer');
    assert.equal(wizard.state.connecting.kind, 'connected');
    const org = orgOf(wizard.state.context);
    assert.ok(org?.caller.kind === 'user');
    assert.equal(org.caller.permissions.includes('oauth:client:add'), false);
  });

  it('creates one client, keeps its secret, and changes one value of framework.js', async () => {
    const before = desk.texts.get(FRAMEWORK.uri);
    await connectAndAnswer();
    await save();
    const { client, hasSecret } = wizard.run('finished');
    assert.equal(hasSecret, true);
    assert.equal(
      desk.texts.get(FRAMEWORK.uri),
      before?.replace(/(mypurecloud\.com['"]\s*:\s*['"])/, `$1${client.id}`),
    );
    assert.equal(await desk.clientsRequested(), 1);
  });

  it('G11: serves several regions with one client, in one change of framework.js', async () => {
    await connectAndAnswer();
    await wizard.answers({ moreRegions: ['usw2.pure.cloud'] });
    await save();
    const { client } = wizard.run('finished');
    assert.deepEqual(client.registeredRedirectUri, [
      'https://apps.mypurecloud.com/crm/index.html',
      'https://apps.usw2.pure.cloud/crm/index.html',
    ]);
    const text = desk.texts.get(FRAMEWORK.uri) ?? '';
    assert.equal(text.split(client.id).length - 1, 2);
    assert.match(text, new RegExp(`usw2\\.pure\\.cloud['"]\\s*:\\s*['"]${client.id}`));
    assert.equal(await desk.clientsRequested(), 1);
  });

  it('G11: goes on to another region with the same answers, and still signed in to the first', async () => {
    await connectAndAnswer();
    await save();
    const first = wizard.run('finished').client.id;
    await wizard.does({ type: 'another-region' });
    const { run, memory, context, connecting } = wizard.state;
    assert.deepEqual([run, memory.step, connecting.kind], [null, 'connect', 'disconnected']);
    assert.equal(context.destination.kind, 'undecided');
    assert.equal(memory.draft.name, 'Agent desktop');
    assert.equal(wizard.world.sessions.length, 1);
    await desk.connect(wizard);
    const replaced = { uri: FRAMEWORK.uri, region: 'mypurecloud.com', clientId: first };
    await wizard.answers({ mayReplace: [replaced] });
    await save();
    assert.notEqual(wizard.run('finished').client.id, first);
  });

  it('G16: tells the page the Client ID and never the secret, nor the access token', async () => {
    await connectAndAnswer();
    await save();
    const { client } = wizard.run('finished');
    const secret = wizard.world.secrets.get(client.id);
    assert.ok(secret !== undefined && secret.length > 20);
    const told = wizard.told.join('\n');
    assert.equal(told.includes(client.id), true);
    assert.equal(told.includes(secret), false);
    assert.equal(/accessToken"|secret":|Bearer/.test(told), false);
  });

  it('opens from the page only files that the wizard has shown', async () => {
    await connectAndAnswer();
    await wizard.does({ type: 'open-file', uri: 'file:///etc/hostname' });
    await wizard.does({ type: 'open-file', uri: FRAMEWORK.uri, line: 3 });
    assert.deepEqual(wizard.world.shown, [`${FRAMEWORK.uri}:3`]);
  });

  it('waits with the secret while the keyring is locked', async () => {
    const before = desk.texts.get(FRAMEWORK.uri);
    await connectAndAnswer();
    desk.isKeyringLocked = true;
    await save();
    const { failure, client, done } = wizard.run('stopped');
    assert.equal(failure.kind, 'secret-not-kept');
    assert.equal(done, 1);
    assert.equal(desk.texts.get(FRAMEWORK.uri), before);
    desk.isKeyringLocked = false;
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(wizard.run('finished').client.id, client?.id);
    assert.ok(wizard.world.secrets.has(wizard.run('finished').client.id));
    assert.equal(await desk.clientsRequested(), 1);
  });

  it('E3: when the org refuses implicit clients, PKCE is one change away with everything else kept', async () => {
    await connectAndAnswer();
    await wizard.answers({ grantType: 'TOKEN' });
    await desk.org.turn({ implicitRefused: true });
    await save();
    const { failure } = wizard.run('stopped');
    assert.ok(failure.kind === 'not-created' && failure.error.kind === 'rejected');
    assert.equal(failure.error.answer.code, 'bad.grant.type');
    await wizard.does({ type: 'back-to-answers' });
    await wizard.answers({ grantType: 'CODE' });
    await save();
    assert.equal(wizard.run('finished').client.name, 'Agent desktop');
  });

  it('goes on with its Save although one signed out, and in again, in another window meanwhile', async () => {
    const clients = { pathPrefix: '/api/v2/oauth/clients' };
    await connectAndAnswer();
    await desk.org.turn({
      troubles: [
        { kind: 'lost', times: 1, method: 'POST', ...clients },
        { kind: 'dropped', times: 9, ...clients },
      ],
    });
    await save();
    wizard.closeTab();
    await desk.org.turn({ troubles: [] });
    wizard.world.signOutElsewhere();
    await wizard.openTab();
    assert.equal(wizard.state.connecting.kind, 'disconnected');
    wizard.closeTab();
    await desk.signInElsewhere(wizard.world);
    await wizard.openTab();
    assert.equal(wizard.state.connecting.kind, 'connected');
    wizard.run('stopped');
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('finished');
    assert.equal(await desk.clientsRequested(), 1);
  });
});
