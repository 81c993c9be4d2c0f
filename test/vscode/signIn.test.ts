import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { SignInFailure } from '../../src/core/signIn/failure.ts';
import type { FoundCredentials } from '../../src/core/signIn/found.ts';
import { wayId } from '../../src/core/signIn/ways.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { useGateway } from './person.ts';
import { inMemorySecrets, type Rehearsal, type RehearsalOptions, rehearse } from './rehearsal.ts';

const REGION = 'mypurecloud.jp';
const UNKNOWN_CLIENT = '11111111-2222-4333-8444-555555555555';

describe('Signing in, with the practice org behind a gateway', () => {
  let wizard: Rehearsal;

  afterEach(async () => {
    await useGateway(undefined);
    await wizard.dispose();
  });

  async function begin(options: RehearsalOptions = {}): Promise<void> {
    wizard = await rehearse(options);
    await useGateway(wizard.org.baseUrl);
  }

  function failure(): SignInFailure {
    const { connecting } = wizard.state();
    assert.ok(connecting.kind === 'disconnected' && connecting.failure, JSON.stringify(connecting));
    return connecting.failure;
  }

  function connectedOrg() {
    const { connecting, context } = wizard.state();
    assert.equal(connecting.kind, 'connected', JSON.stringify(connecting));
    const org = orgOf(context);
    assert.ok(org);
    return org;
  }

  /** Logs in with the browser for the first time: sees what client is needed, and enters its ID. */
  async function logIn(): Promise<void> {
    await wizard.connect('browser');
    await wizard.does({ type: 'client-prepared' });
  }

  describe('with the browser', () => {
    beforeEach(async () => {
      await begin();
      wizard.person.habits = {
        loginHint: 'administrator',
        region: REGION,
        clientId: wizard.org.signInClient.id,
      };
    });

    it('comes back to a port of this computer, and shows who, where and what', async () => {
      await logIn();
      const org = connectedOrg();
      assert.deepEqual(wizard.person.asked, ['region', 'client ID', 'return by loopback']);
      assert.equal(org.practice, false);
      assert.equal(org.region, REGION);
      assert.ok(org.caller.kind === 'user' && org.caller.roles.some(({ name }) => name === 'Master Admin'));
      assert.ok(Date.parse(org.tokenEndsAt ?? '') > Date.now());
      assert.deepEqual(await wizard.accounts(), ['Practice Administrator · Practice Org']);
    });

    it('remembers the client of this org for the next time, and asks for nothing then', async () => {
      await logIn();
      await wizard.does({ type: 'disconnect' });
      wizard.person.asked.length = 0;
      const known = wizard.state().ways.find((way) => way.kind === 'browser' && way.client !== undefined);
      assert.ok(known);
      await wizard.connect(wayId(known));
      assert.ok(connectedOrg());
      assert.deepEqual(wizard.person.asked, ['return by loopback']);
    });

    it('prepares the client to sign in with where there is none, and takes its ID back', async () => {
      const { clientId, ...withoutClient } = wizard.person.habits;
      wizard.person.habits = withoutClient;
      await wizard.connect('browser');
      assert.deepEqual(wizard.state().connecting, { kind: 'preparing-client', region: REGION });
      await wizard.does({ type: 'copy', what: 'admin-redirect-uris' });
      assert.equal(await vscode.env.clipboard.readText(), 'http://localhost');
      await wizard.does({ type: 'client-prepared' });
      assert.equal(wizard.state().connecting.kind, 'preparing-client', 'Esc leads back to what to enter');
      wizard.person.habits = { ...withoutClient, ...(clientId !== undefined && { clientId }) };
      await wizard.does({ type: 'client-prepared' });
      assert.ok(connectedOrg());
    });

    it('says that the region does not know the client, and tries the likely regions when asked', async () => {
      wizard.person.habits = { ...wizard.person.habits, clientId: UNKNOWN_CLIENT };
      await logIn();
      assert.deepEqual(failure(), { kind: 'client-unknown', region: REGION });
      assert.equal(wizard.person.asked.includes('return by loopback'), false, 'no login page was opened');
      await wizard.does({ type: 'try-regions' });
      assert.equal(failure().kind, 'no-region-fits');
    });

    it('says that a client has another grant type', async () => {
      wizard.person.habits = { ...wizard.person.habits, clientId: automationClient.id };
      await logIn();
      assert.equal(failure().kind, 'grant-missing');
    });

    it('is quiet when the person presses Esc', async () => {
      wizard.person.habits = { ...wizard.person.habits, inBrowser: 'presses-escape' };
      await logIn();
      assert.deepEqual(wizard.state().connecting, { kind: 'preparing-client', region: REGION });
    });

    it('says that the login page was left', async () => {
      wizard.person.habits = { ...wizard.person.habits, inBrowser: 'leaves-the-page' };
      await logIn();
      const refused = failure();
      assert.ok(refused.kind === 'login-refused');
      assert.equal(refused.code, 'access_denied');
    });

    it('gives up when the browser never comes back, and frees the port', async () => {
      const port = await freePort();
      await setRedirectPort(port);
      try {
        wizard.person.habits = { ...wizard.person.habits, inBrowser: 'forgets-it' };
        await logIn();
        assert.deepEqual(failure(), { kind: 'no-return', region: REGION, minutes: 5 });
        await occupied(port, async () => {
          await wizard.does({ type: 'connect-again' });
          assert.deepEqual(failure(), { kind: 'port-in-use', port });
        });
      } finally {
        await setRedirectPort(undefined);
      }
    });
  });

  it('lets the address be pasted where the browser cannot reach this computer', async () => {
    await begin({ environment: { place: 'web', browser: true } });
    const clientId = wizard.org.signInClient.id;
    wizard.person.habits = { loginHint: 'integrator', region: REGION, clientId };
    await logIn();
    assert.ok(connectedOrg());
    assert.deepEqual(wizard.person.asked, ['region', 'client ID', 'return by paste']);
  });

  describe('with a Client ID and its secret', () => {
    beforeEach(async () => {
      await begin();
      const { id, secret } = automationClient;
      wizard.person.habits = { region: REGION, clientId: id, clientSecret: secret };
    });

    it('connects without a user, and says what could not be checked', async () => {
      await wizard.connect('client-credentials');
      assert.deepEqual(connectedOrg().caller, { kind: 'client', name: 'Practice Automation' });
      await wizard.does({
        type: 'answer',
        revision: 1,
        change: { name: 'Agent desktop', target: { kind: 'by-hand' } },
      });
      await wizard.save();
      assert.equal(wizard.state().run?.kind, 'finished');
    });

    it('makes a new token by itself when the old one has ended', async () => {
      await wizard.connect('client-credentials');
      await wizard.trouble({ kind: 'expired-token', times: 1 });
      await wizard.does({ type: 'refresh' });
      assert.ok(connectedOrg());
    });

    it('tells a wrong secret from an unknown client', async () => {
      wizard.person.habits = { ...wizard.person.habits, clientSecret: 'not-the-secret' };
      await wizard.connect('client-credentials');
      assert.equal(failure().kind, 'secret-wrong');
      wizard.person.habits = { ...wizard.person.habits, clientId: UNKNOWN_CLIENT };
      await wizard.connect('client-credentials');
      assert.equal(failure().kind, 'client-unknown');
    });

    it('says that a client has another grant type', async () => {
      const { id, secret } = await codeClient(wizard);
      wizard.person.habits = { region: REGION, clientId: id, clientSecret: secret };
      await wizard.connect('client-credentials');
      assert.equal(failure().kind, 'grant-missing');
    });

    it('says that the setting for the gateway is not one, and sends nothing', async () => {
      const before = await wizard.requests();
      const settings = vscode.workspace.getConfiguration('genesysOAuth');
      await settings.update('gateway', { host: 'not a host' }, vscode.ConfigurationTarget.Global);
      await wizard.connect('client-credentials');
      assert.equal(failure().kind, 'gateway-malformed');
      assert.deepEqual(await wizard.requests(), before);
    });
  });

  it('takes an access token, says that it has ended, and forgets it at the server on sign-out', async () => {
    await begin();
    const accessToken = await automationToken(wizard);
    wizard.person.habits = { region: REGION, accessToken };
    await wizard.connect('access-token');
    assert.ok(connectedOrg());
    await wizard.does({ type: 'disconnect' });
    assert.ok((await wizard.requests()).includes('DELETE /api/v2/tokens/me'));
    await wizard.connect('access-token');
    assert.equal(failure().kind, 'token-refused');
    await wizard.does({ type: 'try-regions' });
    assert.equal(failure().kind, 'no-region-fits');
  });

  describe('with what is on this computer', () => {
    it('uses a profile only on click, and leaves its token to the tool it belongs to', async () => {
      const other = await rehearse();
      const accessToken = await automationToken(other);
      const found: FoundCredentials = {
        description: {
          id: 'genesys-cli:default',
          source: 'genesys-cli',
          profile: 'default',
          region: REGION,
          holds: 'access-token',
        },
        credentials: { kind: 'access-token', accessToken },
      };
      wizard = await rehearse({ found: [found], beside: other });
      await useGateway(wizard.org.baseUrl);
      const before = (await wizard.requests()).length;
      assert.equal(wizard.state().ways[0]?.kind, 'found');
      assert.equal((await wizard.requests()).length, before);
      await wizard.connect('found:genesys-cli:default');
      assert.ok(connectedOrg());
      await wizard.does({ type: 'disconnect' });
      await wizard.connect('found:genesys-cli:default');
      assert.ok(connectedOrg());
      await other.dispose();
    });

    it('asks for the region that a profile does not name, and says when the profile is gone', async () => {
      const found: FoundCredentials[] = [];
      await begin({ found });
      const { id, secret } = automationClient;
      found.push({
        description: {
          id: 'terraform',
          source: 'terraform',
          holds: 'client-credentials',
          obstacle: 'region-missing',
        },
        credentials: { kind: 'client-credentials', clientId: id, clientSecret: secret },
      });
      await wizard.open();
      wizard.person.habits = { region: REGION };
      await wizard.connect('found:terraform');
      assert.ok(connectedOrg());
      assert.deepEqual(wizard.person.asked, ['region']);
      await wizard.does({ type: 'disconnect' });
      found.length = 0;
      await wizard.connect('found:terraform');
      assert.equal(failure().kind, 'found-gone');
    });
  });

  it('keeps a sign-in for this window when the keyring refuses it, and says so', async () => {
    await begin({ secrets: inMemorySecrets((key) => key === 'genesysOAuth.sessions') });
    await wizard.connectAs('administrator');
    assert.ok(connectedOrg());
    assert.equal(wizard.state().outlastsWindow, false);
    assert.equal((await wizard.accounts()).length, 1);
    await wizard.does({ type: 'disconnect' });
    assert.equal((await wizard.accounts()).length, 0);
  });

  it('G1: goes from the palette to framework.js on the admin page without one request', async () => {
    await begin();
    const file = await frameworkFile();
    const textBefore = await read(file);
    const before = await wizard.requests();
    try {
      wizard.person.habits = { region: 'mypurecloud.com' };
      await wizard.connect('admin-page');
      const clientId = 'ABCDEF01-2345-4678-9ABC-DEF012345678';
      await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop', clientId } });
      await wizard.does({ type: 'copy', what: 'admin-name' });
      assert.equal(await vscode.env.clipboard.readText(), 'Agent desktop');
      await wizard.save();
      assert.equal(wizard.state().run?.kind, 'finished');
      assert.ok((await read(file)).includes(clientId.toLowerCase()));
      assert.deepEqual(await wizard.requests(), before);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(textBefore));
    }
  });

  /** What reading an org takes, whichever way one came: all at once. */
  const READING = ['users/me', 'organizations/me', 'tokens/me', 'oauth/scopes', 'oauth/clients'];
  const requestsOfWays = {
    'practice-org': ['POST /login/oauth/authorize', 'POST /login/oauth/token'],
    browser: ['POST /login/oauth/token', 'POST /login/oauth/authorize', 'POST /login/oauth/token'],
    'client-credentials': ['POST /login/oauth/token'],
    'access-token': [],
    'admin-page': undefined,
  };
  for (const [way, before] of Object.entries(requestsOfWays)) {
    it(`makes ${before === undefined ? 'no request' : `${before.length} requests to log in and 5 to read the org`}: ${way}`, async () => {
      await begin();
      const { id, secret } = automationClient;
      const clientId = way === 'browser' ? wizard.org.signInClient.id : id;
      const accessToken = await automationToken(wizard);
      const earlier = (await wizard.requests()).length;
      wizard.person.habits = {
        ...{ loginHint: 'administrator', region: REGION },
        ...{ clientId, clientSecret: secret, accessToken },
      };
      await (way === 'browser' ? logIn() : wizard.connect(way));
      const reading = before === undefined ? [] : READING.map((path) => `GET /api/v2/${path}`);
      const made = (await wizard.requests()).slice(earlier).map((request) => request.replace(/\?.*/, ''));
      assert.deepEqual(made.sort(), [...(before ?? []), ...reading].sort());
    });
  }

  it('keeps secrets out of everything the page is told, the log, what is remembered and every address', async () => {
    await begin();
    const { id, secret } = automationClient;
    const accessToken = await automationToken(wizard);
    const canaries = [secret, accessToken, 'canary-secret-that-is-wrong', 'canary-token-that-is-wrong'];
    const tries = [
      ['client-credentials', { region: REGION, clientId: id, clientSecret: secret }],
      ['client-credentials', { region: REGION, clientId: id, clientSecret: 'canary-secret-that-is-wrong' }],
      ['access-token', { region: REGION, accessToken }],
      ['access-token', { region: REGION, accessToken: 'canary-token-that-is-wrong' }],
      ['browser', { region: REGION, clientId: wizard.org.signInClient.id, loginHint: 'administrator' }],
      ['practice-org', { loginHint: 'developer' }],
    ] as const;
    for (const [way, habits] of tries) {
      wizard.person.habits = habits;
      await (way === 'browser' ? logIn() : wizard.connect(way));
      const stored = await wizard.secrets.get('genesysOAuth.sessions');
      canaries.push(...(stored?.match(/(?<="(accessToken|refreshToken)":")[^"]+/g) ?? []));
    }
    assert.ok(canaries.length > 8, 'tokens of the sign-ins are among the canaries');
    const written = [
      wizard.told.join('\n'),
      wizard.logged.join('\n'),
      wizard.remembers(),
      JSON.stringify(wizard.remembered()),
      (await wizard.requests()).join('\n'),
      process.title,
    ].join('\n');
    assert.ok(written.includes(id), 'what is no secret is there to be found');
    for (const canary of canaries) assert.equal(written.includes(canary), false);
  });
});

describe('A token that ends', () => {
  let wizard: Rehearsal;

  beforeEach(async () => {
    wizard = await rehearse();
    await wizard.connectAs('administrator');
    await wizard.does({
      type: 'answer',
      revision: 1,
      change: { name: 'Agent desktop', target: { kind: 'by-hand' } },
    });
  });

  afterEach(async () => await wizard.dispose());

  const POST = { times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients' } as const;

  it('is renewed without a word while Save is under way, and one client is made', async () => {
    await wizard.trouble({ kind: 'expired-token', ...POST });
    await wizard.save();
    assert.equal(wizard.state().run?.kind, 'finished');
    assert.equal(await wizard.clientsCreated(), 2, 'the refused one and the one that succeeded');
  });

  it('is renewed once, however many requests find it refused', async () => {
    const renewals = async () =>
      (await wizard.requests()).filter((request) => request === 'POST /login/oauth/token').length;
    const before = await renewals();
    await wizard.trouble({ kind: 'expired-token', times: 1 });
    await wizard.does({ type: 'refresh' });
    assert.equal(wizard.state().connecting.kind, 'connected');
    assert.equal(await renewals(), before + 1);
  });

  it('beyond renewal stops Save, and signing in again in place goes on with it', async () => {
    await wizard.trouble({ kind: 'signed-out', ...POST });
    await wizard.save();
    const { run, memory } = wizard.state();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'not-created');
    assert.equal(run.failure.error.kind, 'signed-out');
    assert.equal(memory.draft.name, 'Agent desktop');
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.state().run?.kind, 'finished');
  });

  it('stays stopped when signing in again is cancelled', async () => {
    await wizard.trouble({ kind: 'signed-out', ...POST });
    await wizard.save();
    wizard.person.habits = {};
    await wizard.does({ type: 'sign-in-again' });
    assert.equal(wizard.state().run?.kind, 'stopped');
    assert.equal(wizard.state().memory.draft.name, 'Agent desktop');
  });
});

describe('Two windows', () => {
  let first: Rehearsal;
  let second: Rehearsal;

  beforeEach(async () => {
    first = await rehearse();
    second = await rehearse({ beside: first });
  });

  afterEach(async () => {
    await second.dispose();
    await first.dispose();
  });

  const settled = async () => await new Promise((resolve) => setTimeout(resolve, 300));

  it('sign in together: what one window did, the other offers', async () => {
    await first.connectAs('administrator');
    await settled();
    assert.equal(second.state().ways[0]?.kind, 'signed-in');
    assert.equal(second.state().connecting.kind, 'disconnected', 'nobody is connected without asking for it');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    assert.equal(second.state().connecting.kind, 'connected');
    assert.deepEqual(second.person.asked, []);
  });

  it('sign out together', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.does({ type: 'disconnect' });
    await settled();
    assert.equal(second.state().connecting.kind, 'disconnected');
    assert.deepEqual(await second.accounts(), []);
  });

  it('follow each other to the account that one of them signed in to anew', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.connectAs('developer');
    await settled();
    const caller = orgOf(second.state().context)?.caller;
    assert.ok(caller?.kind === 'user' && caller.name === 'Practice Developer');
    assert.equal((await second.accounts()).length, 1);
  });

  it('use one renewal between them', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.trouble({ kind: 'expired-token', times: 1 });
    await first.does({ type: 'refresh' });
    const before = (await first.requests()).filter((request) => request.endsWith('/oauth/token')).length;
    await second.does({ type: 'refresh' });
    assert.equal(second.state().connecting.kind, 'connected');
    const after = (await first.requests()).filter((request) => request.endsWith('/oauth/token')).length;
    assert.equal(after, before);
  });
});

async function automationToken({ org }: Rehearsal): Promise<string> {
  const { id, secret } = automationClient;
  const answer = await fetch(`${org.baseUrl}/login/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token }: { access_token: string } = await answer.json();
  return token;
}

/** A client that people log in with, which cannot speak for itself. */
async function codeClient(wizard: Rehearsal): Promise<{ id: string; secret: string }> {
  const answer = await fetch(`${wizard.org.baseUrl}/api/v2/oauth/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await automationToken(wizard)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Site',
      authorizedGrantType: 'CODE',
      registeredRedirectUri: ['http://localhost'],
      scope: ['oauth'],
    }),
  });
  const client: { id: string; secret: string } = await answer.json();
  return client;
}

async function frameworkFile(): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'src', 'framework.js');
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
}

async function setRedirectPort(port: number | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('genesysOAuth');
  await settings.update('redirectPort', port, vscode.ConfigurationTarget.Global);
}

async function freePort(): Promise<number> {
  let port = 0;
  await listening(0, async (taken) => {
    port = taken;
  });
  return port;
}

async function occupied(port: number, work: () => Promise<void>): Promise<void> {
  await listening(port, async () => await work());
}

async function listening(port: number, work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await work(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
