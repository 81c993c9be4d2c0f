import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { wayId } from '../../src/core/signIn/ways.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { freePort, occupied, setRedirectPort } from './redirectPort.ts';
import type { Rehearsal } from './rehearsal.ts';
import { administratorOf, connectedOrg, failureOf, logInWithBrowser, REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

const UNKNOWN_CLIENT = '11111111-2222-4333-8444-555555555555';

describe('Signing in with the browser @oldest', () => {
  const { openWithGateway } = useWindows();
  let window: Rehearsal;

  beforeEach(async () => {
    window = await openWithGateway();
    window.person.habits = administratorOf(window);
  });

  it('comes back to a port of this computer, and shows who, where and what', async () => {
    await logInWithBrowser(window);
    const org = connectedOrg(window);
    assert.deepEqual(window.person.asked, ['region', 'client ID', 'return by loopback']);
    assert.equal(org.practice, false);
    assert.equal(org.region, REGION);
    assert.ok(org.caller.kind === 'user' && org.caller.roles.some(({ name }) => name === 'Master Admin'));
    assert.ok(Date.parse(org.tokenEndsAt ?? '') > Date.now());
    assert.deepEqual(await window.accounts(), ['Practice Administrator · Practice Org']);
  });

  it('remembers the client of this org for the next time, and asks for nothing then', async () => {
    await logInWithBrowser(window);
    await window.does({ type: 'disconnect' });
    window.person.asked.length = 0;
    const known = window.state().ways.find((way) => way.kind === 'browser' && way.client !== undefined);
    assert.ok(known);
    await window.connect(wayId(known));
    assert.ok(connectedOrg(window));
    assert.deepEqual(window.person.asked, ['return by loopback']);
  });

  it('prepares the client to sign in with where there is none, and takes its ID back', async () => {
    const { clientId, ...withoutClient } = window.person.habits;
    window.person.habits = withoutClient;
    await window.connect('browser');
    assert.deepEqual(window.state().connecting, { kind: 'preparing-client', region: REGION });
    await window.does({ type: 'copy', what: 'admin-redirect-uris' });
    assert.equal(await vscode.env.clipboard.readText(), 'http://localhost');
    await window.does({ type: 'client-prepared' });
    assert.equal(window.state().connecting.kind, 'preparing-client', 'Esc leads back to what to enter');
    window.person.habits = { ...withoutClient, ...(clientId !== undefined && { clientId }) };
    await window.does({ type: 'client-prepared' });
    assert.ok(connectedOrg(window));
  });

  it('says that the region does not know the client, and tries the likely regions when asked', async () => {
    window.person.habits = { ...window.person.habits, clientId: UNKNOWN_CLIENT };
    await logInWithBrowser(window);
    assert.deepEqual(failureOf(window), { kind: 'client-unknown', region: REGION });
    assert.equal(window.person.asked.includes('return by loopback'), false, 'no login page was opened');
    await window.does({ type: 'try-regions' });
    assert.equal(failureOf(window).kind, 'no-region-fits');
  });

  it('says that a client has another grant type', async () => {
    window.person.habits = { ...window.person.habits, clientId: automationClient.id };
    await logInWithBrowser(window);
    assert.equal(failureOf(window).kind, 'grant-missing');
  });

  it('is quiet when the person presses Esc', async () => {
    window.person.habits = { ...window.person.habits, inBrowser: 'presses-escape' };
    await logInWithBrowser(window);
    assert.deepEqual(window.state().connecting, { kind: 'preparing-client', region: REGION });
  });

  it('says that the login page was left', async () => {
    window.person.habits = { ...window.person.habits, inBrowser: 'leaves-the-page' };
    await logInWithBrowser(window);
    const refused = failureOf(window);
    assert.ok(refused.kind === 'login-refused');
    assert.equal(refused.code, 'access_denied');
  });

  it('gives up when the browser never comes back, and frees the port', async () => {
    const port = await freePort();
    await setRedirectPort(port);
    try {
      window.person.habits = { ...window.person.habits, inBrowser: 'forgets-it' };
      await logInWithBrowser(window);
      assert.deepEqual(failureOf(window), { kind: 'no-return', region: REGION, minutes: 5 });
      await occupied(port, async () => {
        await window.does({ type: 'connect-again' });
        assert.deepEqual(failureOf(window), { kind: 'port-in-use', port });
      });
    } finally {
      await setRedirectPort(undefined);
    }
  });

  it('lets the address be pasted where the browser cannot reach this computer', async () => {
    window = await openWithGateway({ environment: { place: 'web', browser: true } });
    const clientId = window.org.signInClient.id;
    window.person.habits = { loginHint: 'integrator', region: REGION, clientId };
    await logInWithBrowser(window);
    assert.ok(connectedOrg(window));
    assert.deepEqual(window.person.asked, ['region', 'client ID', 'return by paste']);
  });
});
