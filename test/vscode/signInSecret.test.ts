import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { automationToken, codeClient } from './automation.ts';
import type { Rehearsal } from './rehearsal.ts';
import { connectedOrg, failureOf, REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

const UNKNOWN_CLIENT = '11111111-2222-4333-8444-555555555555';

describe('Signing in with a Client ID and its secret @oldest', () => {
  const { openWithGateway } = useWindows();
  let window: Rehearsal;

  beforeEach(async () => {
    window = await openWithGateway();
    const { id, secret } = automationClient;
    window.person.habits = { region: REGION, clientId: id, clientSecret: secret };
  });

  it('connects without a user, and says what could not be checked', async () => {
    await window.connect('client-credentials');
    assert.deepEqual(connectedOrg(window).caller, { kind: 'client', name: 'Practice Automation' });
    await window.does({
      type: 'answer',
      revision: 1,
      change: { name: 'Agent desktop', target: { kind: 'by-hand' } },
    });
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
  });

  it('makes a new token by itself when the old one has ended', async () => {
    await window.connect('client-credentials');
    await window.trouble({ kind: 'expired-token', times: 1 });
    await window.does({ type: 'refresh' });
    assert.ok(connectedOrg(window));
  });

  it('tells a wrong secret from an unknown client', async () => {
    window.person.habits = { ...window.person.habits, clientSecret: 'not-the-secret' };
    await window.connect('client-credentials');
    assert.equal(failureOf(window).kind, 'secret-wrong');
    window.person.habits = { ...window.person.habits, clientId: UNKNOWN_CLIENT };
    await window.connect('client-credentials');
    assert.equal(failureOf(window).kind, 'client-unknown');
  });

  it('says that a client has another grant type', async () => {
    const { id, secret } = await codeClient(window);
    window.person.habits = { region: REGION, clientId: id, clientSecret: secret };
    await window.connect('client-credentials');
    assert.equal(failureOf(window).kind, 'grant-missing');
  });

  it('says that the setting for the gateway is not one, and sends nothing', async () => {
    const before = await window.requests();
    const settings = vscode.workspace.getConfiguration('genesysOAuth');
    await settings.update('gateway', { host: 'not a host' }, vscode.ConfigurationTarget.Global);
    await window.connect('client-credentials');
    assert.equal(failureOf(window).kind, 'gateway-malformed');
    assert.deepEqual(await window.requests(), before);
  });
});

describe('Signing in with an access token @oldest', () => {
  const { openWithGateway } = useWindows();

  it('works until it ends, says so then, and forgets the token at the server on sign-out', async () => {
    const window = await openWithGateway();
    const accessToken = await automationToken(window);
    window.person.habits = { region: REGION, accessToken };
    await window.connect('access-token');
    assert.ok(connectedOrg(window));
    await window.does({ type: 'disconnect' });
    assert.ok((await window.requests()).includes('DELETE /api/v2/tokens/me'));
    await window.connect('access-token');
    assert.equal(failureOf(window).kind, 'token-refused');
    await window.does({ type: 'try-regions' });
    assert.equal(failureOf(window).kind, 'no-region-fits');
  });
});
