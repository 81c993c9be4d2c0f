import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createFeatures } from '../../src/host/createFeatures.ts';
import type { Features } from '../../src/host/features.ts';
import { registerAuthenticationProvider } from '../../src/host/signIn/authenticationProvider.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { inMemoryContext } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { REGION } from './signingIn.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('Other extensions', () => {
  const { openWithGateway } = useWindows();
  let window: Rehearsal;
  let features: Features;
  let provider: vscode.AuthenticationProvider;
  let changes: vscode.AuthenticationProviderAuthenticationSessionsChangeEvent[];
  const disposables: vscode.Disposable[] = [];

  beforeEach(async () => {
    window = await openWithGateway();
    const context = inMemoryContext(window.secrets, vscode.Uri.file(window.storage.path));
    const emitter = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
    features = createFeatures(context, emitter, { show: () => undefined });
    provider = await registered(emitter, async () => features);
    changes = [];
    disposables.push(
      emitter,
      emitter.event((change) => changes.push(change)),
      ...context.subscriptions.map((each) => vscode.Disposable.from(each)),
    );
  });

  afterEach(() => {
    for (const each of disposables.splice(0).reverse()) each.dispose();
  });

  it('get the ID, the token, the account and the scopes of a session, and nothing that makes more tokens', async () => {
    const { id, secret } = automationClient;
    window.person.habits = { region: REGION, clientId: id, clientSecret: secret };
    await window.connect('client-credentials');
    await window.connectAs('administrator');
    const sessions = await provider.getSessions([], {});
    assert.equal(sessions.length, 2);
    const canaries = (await window.stored()).flatMap(({ renewal }) =>
      renewal?.kind === 'refresh-token' ? [renewal.refreshToken] : [renewal?.clientSecret ?? ''],
    );
    assert.deepEqual([canaries.includes(secret), canaries.length], [true, 2]);
    await window.endToken();
    await window.does({ type: 'refresh' });
    await window.signOutElsewhere();
    const told = (kind: keyof (typeof changes)[number]) => changes.flatMap((change) => change[kind] ?? []);
    await until(() => told('removed').length === 2);
    assert.deepEqual([told('added').length, told('changed').length], [2, 1]);
    const handedOut = [...sessions, ...told('added'), ...told('changed'), ...told('removed')];
    for (const session of handedOut) {
      assert.deepEqual(Object.keys(session).sort(), ['accessToken', 'account', 'id', 'scopes']);
      assert.deepEqual(Object.keys(session.account).sort(), ['id', 'label']);
    }
    for (const canary of canaries) assert.equal(JSON.stringify(handedOut).includes(canary), false);
  });

  it('get the sessions of the account that they name, with the scopes that they need', async () => {
    await window.connectAs('administrator');
    const [session] = await provider.getSessions([], {});
    assert.ok(session);
    const { account, scopes } = session;
    assert.ok(scopes.length > 0);
    assert.deepEqual(await provider.getSessions(scopes, { account }), [session]);
    assert.deepEqual(await provider.getSessions([...scopes, 'no-such-scope'], { account }), []);
    assert.deepEqual(await provider.getSessions(scopes, { account: { id: 'another', label: '' } }), []);
  });

  it('hear which scopes a new session lacks, and what helps, instead of getting it', async () => {
    await window.connectAs('administrator');
    const [session] = await provider.getSessions([], {});
    assert.ok(session);
    const signingIn = { ...features, signInForAccountsMenu: async () => session };
    const another = await registered(new vscode.EventEmitter(), async () => signingIn);
    assert.equal(await another.createSession(session.scopes, {}), session);
    await assert.rejects(async () => await another.createSession([...session.scopes, 'no-such-scope'], {}), {
      message:
        /^You are signed in as Practice Administrator · Practice Org, .* lacks these scopes: no-such-scope\. .*sign in with another client\.$/,
    });
  });
});

/** The provider as VS Code gets it; the one of the extension itself stays where it is. */
async function registered(
  ...[changes, features]: Parameters<typeof registerAuthenticationProvider>
): Promise<vscode.AuthenticationProvider> {
  const { registerAuthenticationProvider: register } = vscode.authentication;
  return await new Promise((resolve, reject) => {
    const take = (_id: string, _label: string, provider: vscode.AuthenticationProvider) => resolve(provider);
    try {
      Reflect.set(vscode.authentication, 'registerAuthenticationProvider', take);
      registerAuthenticationProvider(changes, features);
    } catch (error) {
      reject(error);
    } finally {
      Reflect.set(vscode.authentication, 'registerAuthenticationProvider', register);
    }
  });
}
