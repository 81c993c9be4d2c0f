import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { getOwnGrants } from '../../src/core/platform/authorization.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { readConnections } from '../../src/core/scim/connections.ts';
import { scimDiagnostics } from '../../src/host/scim/diagnostics.ts';
import { makeScimToken } from '../../src/host/scim/makeToken.ts';
import { BACK } from '../../src/host/ui/questions.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { codeOf, codesAt } from './frameworkDesk.ts';
import { inMemorySecrets } from './inMemory.ts';
import { intercepted } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { activateExtension, useScimFile } from './scimFile.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const ENDED = '2020-01-01T00:00:00Z';

describe('The token of an identity provider', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  const file = useScimFile();
  /** Every secret and token that a test met. */
  let canaries: string[];
  let client: { id: string; secret: string; roleId: string };

  before(activateExtension);

  beforeEach(async () => {
    dialogs = new FakeDialogs();
    canaries = [];
    window = await windows.open();
    await begin();
  });

  afterEach(async () => {
    const text = await file.read().catch(() => '');
    const written = [text, ...dialogs.said, ...window.told, ...window.logged, window.remembers()].join('\n');
    for (const secret of canaries) assert.equal(written.includes(secret), false);
  });

  /** Signs in, makes the client of a connection, and writes the file that holds it. */
  async function begin(): Promise<void> {
    await window.connectAs('administrator');
    client = await makeClient();
    await write({});
  }

  async function connection() {
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    return await window.services.connections.of(session);
  }

  async function makeClient(more: string[] = [], seconds = 38_880_000) {
    const grants = await getOwnGrants(await connection());
    assert.ok(grants.ok);
    const named = (name: string) => {
      const grant = grants.value.find(({ role }) => role.name === name);
      assert.ok(grant, name);
      return { roleId: grant.role.id, divisionId: '*' };
    };
    const request: OAuthClientRequest = {
      name: 'Identity',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: seconds,
      roleDivisions: ['SCIM Integration', ...more].map(named),
    };
    const made = await createClient(await connection(), request);
    assert.ok(made.ok && made.value.secret, JSON.stringify(made));
    canaries.push(made.value.secret);
    return { id: made.value.client.id, secret: made.value.secret, roleId: named('SCIM Integration').roleId };
  }

  /** `others` are connections of the same file that have other clients. */
  async function write(change: Record<string, unknown>, others: string[] = []): Promise<void> {
    const own = {
      provider: 'entra',
      region: window.org.region,
      clientId: client.id,
      tokenDurationSeconds: 38_880_000,
      tokenEndsAt: ENDED,
      role: { id: client.roleId, name: 'SCIM Integration' },
      ...change,
    };
    const connections = [own, ...others.map((clientId) => ({ ...own, clientId }))];
    const text = JSON.stringify({ note: 'ours', connections }, undefined, 2);
    await file.write(text);
  }

  async function keepSecret(secret = client.secret): Promise<void> {
    const { region } = window.org;
    await window.services.secrets.keep(
      { id: client.id, name: 'Identity', orgName: 'Practice Org', region, practice: true },
      secret,
    );
  }

  async function make(...choices: string[]): Promise<void> {
    dialogs.choices = choices;
    const [found] = readConnections(await file.read());
    assert.ok(found);
    await makeScimToken(window.services, dialogs, async () => undefined, file.uri(), found);
  }

  async function keptToken(): Promise<string> {
    const token = await window.services.secrets.getToken(client.id);
    assert.ok(token);
    canaries.push(token);
    return token;
  }

  async function opensScim(token: string): Promise<boolean> {
    const url = `${window.org.baseUrl}/api/v2/scim/v2/ServiceProviderConfig`;
    return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).ok;
  }

  describe('is made anew', () => {
    it('S6: with the secret that is kept; the file learns its end, and nothing else in it changes', async () => {
      await keepSecret();
      dialogs.accepts = true;
      const before = await file.read();
      await make();
      const token = await keptToken();
      assert.ok(await opensScim(token));
      assert.equal(await vscode.env.clipboard.readText(), token);
      const [, endsAt] = /"tokenEndsAt": "([^"]+)"/.exec(await file.read()) ?? [];
      assert.ok(endsAt);
      const days = (Date.parse(endsAt) - Date.now()) / 86_400_000;
      assert.ok(days > 449 && days <= 450, endsAt);
      assert.equal((await file.read()).replace(endsAt, ENDED), before);
    });

    it('with a secret that is entered, which is kept from then on', async () => {
      window.person.habits = { ...window.person.habits, clientSecret: client.secret };
      await make('Enter the Client Secret');
      assert.ok(await opensScim(await keptToken()));
      assert.equal(await window.secretKept(client.id), client.secret);
    });

    it('with a secret that is made anew after Back from the box to enter it', async () => {
      window.person.prompts.askClientSecret = async (_question, asked) => {
        assert.deepEqual(asked?.step, { number: 2, total: 2 });
        return BACK;
      };
      await make('Enter the Client Secret', 'Make a new secret');
      assert.deepEqual(dialogs.steps, [
        { number: 1, total: undefined },
        { number: 1, total: undefined },
      ]);
      canaries.push((await window.secretKept(client.id)) ?? '');
      assert.ok(await opensScim(await keptToken()));
    });

    it('with a secret that is made anew', async () => {
      await make('Make a new secret');
      assert.match(dialogs.said.join('\n'), /Every application that uses it needs the new one/);
      assert.ok(await opensScim(await keptToken()));
      const secret = await window.secretKept(client.id);
      assert.ok(secret && secret !== client.secret);
      canaries.push(secret);
    });

    it('after the kept secret turned out to be an old one', async () => {
      await keepSecret('an-old-secret-canary');
      canaries.push('an-old-secret-canary');
      window.person.habits = { ...window.person.habits, clientSecret: client.secret };
      await make('Enter the Client Secret');
      assert.match(dialogs.said.join('\n'), /does not accept this secret/);
      assert.ok(await opensScim(await keptToken()));
    });
  });

  describe('stays as it was', () => {
    afterEach(async () => assert.ok((await file.read()).includes(ENDED)));

    it('when the person cancels', async () => {
      await make();
      await keepSecret();
      dialogs.cancels = true;
      await make();
      assert.equal(await window.services.secrets.getToken(client.id), undefined);
    });

    it('when the login host cannot be reached, and says why', async () => {
      await keepSecret();
      await intercepted(
        async () => await Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
        async () => await make(),
      );
      assert.match(dialogs.said.at(-1) ?? '', /No new token was made\..*could not be reached/s);
    });

    it('when the file names a host that nobody knows: no secret is sent there', async () => {
      await keepSecret();
      await write({ region: 'evil.example', tokenUrl: 'https://login.evil.example/oauth/token' });
      const hosts: string[] = [];
      await intercepted(
        async (request, send) => {
          hosts.push(new URL(request.url).hostname);
          return await send();
        },
        async () => await make(),
      );
      assert.equal(
        hosts.some((host) => host.endsWith('evil.example')),
        false,
      );
      assert.match(dialogs.said.at(-1) ?? '', /evil\.example.*is sent nowhere else/s);
    });
  });

  it('is copied when the keyring refuses it', async () => {
    await window.signOutElsewhere();
    const isLocked = (key: string) => key.startsWith('genesysOAuth.providerToken.');
    window = await windows.open({ secrets: inMemorySecrets(isLocked) });
    await begin();
    await keepSecret();
    await make();
    const token = await vscode.env.clipboard.readText();
    canaries.push(token);
    assert.ok(await opensScim(token));
    assert.match(dialogs.said.join('\n'), /could not be kept.*Copy it now/s);
  });

  it('is offered to be made anew where the file says that it has ended', async () => {
    await file.show();
    await until(() => codes().includes('token-expired'));
    // VS Code knows of a finding a moment after it was told.
    await until(async () => (await actionsAt('token-expired')).includes('Make a new token'));
  });

  describe('S4: and what the org made of its client @oldest', () => {
    let diagnostics: vscode.Disposable | undefined;

    afterEach(() => diagnostics?.dispose());

    async function watch(): Promise<void> {
      diagnostics = scimDiagnostics(window.services);
      await file.show();
    }

    it('is told where another role has set the duration back', async () => {
      client = await makeClient(['Employee'], 86_400);
      await window.services.orgClients.refresh();
      await write({ tokenEndsAt: undefined });
      await watch();
      await until(() => codes().includes('duration-reset') && codes().includes('extra-role'));
      await until(() =>
        vscode.languages.getDiagnostics(file.uri()).some(({ message }) => message.includes('Employee')),
      );
    });

    it('is told where somebody has altered its role, and what is different', async () => {
      await write({ tokenEndsAt: undefined });
      await window.turn({ scimRoleAltered: true });
      await window.services.orgClients.refresh();
      await watch();
      await until(() => codes().includes('altered-role') && codes().includes('duration-reset'));
      assert.equal(codes().includes('extra-role'), false);
      const [altered] = vscode.languages
        .getDiagnostics(file.uri())
        .filter((each) => codeOf(each) === 'altered-role');
      assert.match(altered?.message ?? '', /directory:user:view.*telephony:extension:assign/);
    });

    it('is fine when it is as written', async () => {
      // What the org says of it is there together with what it says of another one.
      const { id: other } = await makeClient(['Employee'], 86_400);
      await write({}, [other]);
      await window.services.orgClients.refresh();
      await watch();
      await until(() => toldByOrg().some(({ message }) => message.includes('Employee')));
      assert.deepEqual(toldByOrg().map(codeOf).sort(), ['duration-reset', 'extra-role']);
      const linesBefore = (await file.read()).split(other)[0]?.split('\n').length ?? 0;
      assert.ok(
        toldByOrg().every(({ range }) => range.start.line >= linesBefore),
        'of the other one alone',
      );
      assert.ok((await window.requests()).some((request) => request.includes('/authorization/roles')));
    });

    it('is asked of no org that one is not signed in to', async () => {
      await window.signOutElsewhere();
      const before = (await window.requests()).length;
      await watch();
      await until(() => codes().includes('token-expired'));
      await window.connectAs('administrator');
      const next = (await window.requests())[before];
      assert.equal(next, 'POST /login/oauth/authorize', 'the org was asked nothing before');
    });

    function toldByOrg(): vscode.Diagnostic[] {
      return vscode.languages
        .getDiagnostics(file.uri())
        .filter((each) => ['duration-reset', 'extra-role'].includes(String(codeOf(each))));
    }
  });

  function codes() {
    return codesAt(file.uri());
  }

  async function actionsAt(code: string): Promise<string[]> {
    const at = vscode.languages.getDiagnostics(file.uri()).find((each) => codeOf(each) === code);
    assert.ok(at);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file.uri(),
      at.range,
    );
    return actions.map(({ title }) => title);
  }
});
