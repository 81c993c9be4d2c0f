import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { getOwnGrants } from '../../src/core/platform/authorization.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { showKeptSecrets } from '../../src/host/secrets/keptSecrets.ts';
import { rotateSecret } from '../../src/host/secrets/rotateSecret.ts';
import { BACK } from '../../src/host/ui/questions.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { inMemorySecrets } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useScimFile } from './scimFile.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const REQUEST: OAuthClientRequest = {
  name: 'Wallboard',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 86_400,
  registeredRedirectUri: ['https://wallboard.test/'],
  scope: ['users'],
};
const RESET = /^POST \/api\/v2\/oauth\/clients\/[^/]+\/secret$/;

describe('A Client Secret', () => {
  const windows = useWindows();
  const scim = useScimFile();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  /** Every secret that a test met. */
  let canaries: string[];

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    canaries = [];
  });

  afterEach(() => {
    const written = [...dialogs.said, ...window.told, ...window.logged, window.remembers()];
    for (const secret of canaries) assert.equal(written.join('\n').includes(secret), false);
  });

  /** The account that the test signs in with, and a client with a secret that it made. */
  async function makeClient(request = REQUEST): Promise<{ id: string; secret: string }> {
    await window.connectAs('administrator');
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const made = await createClient(await window.services.connections.of(session), request);
    assert.ok(made.ok && made.value.secret, JSON.stringify(made));
    canaries.push(made.value.secret);
    return { id: made.value.client.id, secret: made.value.secret };
  }

  async function rotate(...choices: FakeDialogs['choices']): Promise<void> {
    dialogs.choices = choices;
    await rotateSecret(window.services, dialogs, async () => undefined);
  }

  async function kept(id: string): Promise<string> {
    const secret = await window.secretKept(id);
    assert.ok(secret);
    canaries.push(secret);
    return secret;
  }

  /** How the login host answers somebody who shows this secret. */
  async function answerTo(id: string, secret: string): Promise<unknown> {
    const answer = await fetch(`${window.org.baseUrl}/login/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'none', redirect_uri: 'x' }),
    });
    const { error }: { error: unknown } = await answer.json();
    return error;
  }

  async function scimRole(): Promise<{ id: string; divisionId: string }> {
    await window.connectAs('administrator');
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const grants = await getOwnGrants(await window.services.connections.of(session));
    const grant = grants.ok ? grants.value.find(({ role }) => role.name === 'SCIM Integration') : undefined;
    assert.ok(grant);
    return { id: grant.role.id, divisionId: grant.division.id };
  }

  const resets = async () => (await window.requests()).filter((request) => RESET.test(request)).length;

  describe('that is rotated', () => {
    it('is another one, kept, and copied when asked for; the old one is worth nothing', async () => {
      const { id, secret } = await makeClient();
      dialogs.accepts = true;
      await rotate('Wallboard');
      const now = await kept(id);
      assert.notEqual(now, secret);
      assert.equal(await answerTo(id, secret), 'invalid_client');
      assert.equal(await answerTo(id, now), 'invalid_grant');
      await until(() => dialogs.said.some((said) => /stays on the clipboard for 60 seconds/.test(said)));
      assert.equal(await vscode.env.clipboard.readText(), now);
    });

    it('in two windows at once is the one that works, whichever of the answers comes first', async () => {
      const { id, secret } = await makeClient();
      const other = await windows.open({ beside: window });
      const others = new FakeDialogs();
      [dialogs.accepts, others.accepts] = [true, true];
      const [before, operation] = [await resets(), 'POST /api/v2/oauth/clients/{clientId}/secret'];
      await window.trouble({ kind: 'slow', milliseconds: 1500, times: 1, operation });
      const first = rotate('Wallboard');
      // The org has answered the first one, which does not know it yet.
      await until(async () => (await answerTo(id, secret)) === 'invalid_client');
      others.choices = ['Wallboard'];
      await rotateSecret(other.services, others, async () => undefined);
      await first;
      assert.equal(await resets(), before + 2);
      assert.equal(await answerTo(id, await kept(id)), 'invalid_grant');
      for (const said of [dialogs.said, others.said]) assert.match(said.join('\n'), /has a new secret/);
    });

    it('is followed by a new token first where an identity provider holds one, and takes no secret', async () => {
      const { id } = await makeClient();
      const connection = { provider: 'entra', region: window.org.region, practice: true, clientId: id };
      const token = { tokenDurationSeconds: 38_880_000, tokenEndsAt: '2028-02-24T05:48:00Z' };
      await scim.write(JSON.stringify({ connections: [{ ...connection, ...token }] }));
      await rotate('Wallboard');
      await kept(id);
      assert.deepEqual(dialogs.buttons, ['Make a New SCIM Token', 'Copy Client Secret']);
    });

    it('offers no Cancel while that is under way, as nobody can stop it', async () => {
      await makeClient();
      await rotate('Wallboard');
      assert.deepEqual(
        dialogs.cancellable.filter((title) => /new secret/.test(title)),
        [],
      );
    });

    it('is what a sign-in with the client itself goes on with', async () => {
      const { id: roleId, divisionId } = await scimRole();
      const { id, secret } = await makeClient({
        name: 'Wallboard',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        accessTokenValiditySeconds: 86_400,
        roleDivisions: [{ roleId, divisionId }],
      });
      const { sessions } = window.services;
      const [session] = await sessions.all();
      assert.ok(session);
      const renewal = { kind: 'client-credentials' as const, clientId: id, clientSecret: secret };
      await sessions.replace({ ...session, renewal });
      await rotate('Wallboard');
      const now = await kept(id);
      assert.notEqual(now, secret);
      const [after] = await sessions.all();
      assert.deepEqual(after?.renewal, { ...renewal, clientSecret: now });
    });

    it('is none of a sign-in to another org, though its client has the same ID', async () => {
      const { id, secret } = await makeClient();
      const { sessions, secrets } = window.services;
      const [session] = await sessions.all();
      assert.ok(session);
      const renewal = { kind: 'client-credentials' as const, clientId: id, clientSecret: secret };
      const account = { id: 'other/org', label: 'Somebody · Another Org' };
      const elsewhere = { id: 'other', account, orgName: 'Another Org', region: 'mypurecloud.de' };
      await sessions.add({ ...session, ...elsewhere, renewal });
      await rotate('Practice Org', 'Wallboard');
      assert.notEqual(await kept(id), secret);
      assert.deepEqual((await sessions.ofAccount(account.id))?.renewal, renewal);
      assert.equal((await secrets.clientOf(id))?.practice, true);
    });

    it('stays as it is until the person knows what that means', async () => {
      const { id, secret } = await makeClient();
      dialogs.confirms = () => false;
      await rotate('Wallboard');
      assert.match(dialogs.said.join('\n'), /Every application that uses it needs the new one/);
      assert.equal(await resets(), 0);
      assert.equal(await answerTo(id, secret), 'invalid_grant');
    });

    it('is of the client of an org that is chosen first, to which Back leads', async () => {
      await makeClient();
      const { sessions } = window.services;
      const [session] = await sessions.all();
      assert.ok(session);
      const account = { id: 'other/org', label: 'Somebody · Another Org' };
      await sessions.add({
        ...session,
        id: 'other',
        account,
        orgName: 'Another Org',
        region: 'mypurecloud.de',
      });
      await rotate('Practice Org', BACK, 'Practice Org', 'Wallboard');
      assert.deepEqual(
        dialogs.steps,
        [1, 2, 1, 2].map((number) => ({ number, total: 2 })),
      );
      assert.equal(await resets(), 1);
    });

    it('is of a client that has one: the implicit grant shows none', async () => {
      await makeClient({ ...REQUEST, name: 'Page', authorizedGrantType: 'TOKEN' });
      await makeClient();
      await rotate();
      assert.equal(
        dialogs.rows.some(({ label }) => label === 'Page'),
        false,
      );
      assert.equal(
        dialogs.rows.some(({ label }) => label === 'Wallboard'),
        true,
      );
    });

    it('is looked for nowhere when nobody signs in', async () => {
      await rotate();
      assert.deepEqual(dialogs.said, []);
      assert.deepEqual(await window.requests(), []);
    });

    it('is not known to be the old or the new one when the answer is lost, and then is made once more', async () => {
      const { id, secret } = await makeClient();
      await window.trouble({ kind: 'lost', times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients/' });
      await rotate('Wallboard');
      assert.match(
        dialogs.said.join('\n'),
        /not certain whether "Wallboard" has a new secret.*may have stopped/s,
      );
      assert.equal(await resets(), 2);
      assert.equal(await answerTo(id, await kept(id)), 'invalid_grant');
      assert.equal(await answerTo(id, secret), 'invalid_client');
    });

    it('is not made once more after a lost answer unless the person wants it', async () => {
      const { id } = await makeClient();
      await window.trouble({ kind: 'lost', times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients/' });
      dialogs.confirms = (_question, shown) => shown === 1;
      await rotate('Wallboard');
      assert.equal(await resets(), 1);
      assert.equal(await window.secretKept(id), undefined);
    });

    for (const [kind, said] of [
      ['forbidden', /was not changed.*practice:rehearsal:forbidden.*An administrator/s],
      ['too-many-requests', /was not changed/],
    ] as const) {
      it(`stays as it is when the org answers ${kind}`, async () => {
        const { id, secret } = await makeClient();
        await window.trouble({ kind, times: 1, method: 'POST', pathPrefix: '/api/v2/oauth/clients/' });
        await rotate('Wallboard');
        assert.match(dialogs.said.at(-1) ?? '', said);
        assert.equal(await answerTo(id, secret), 'invalid_grant');
        assert.equal(await window.secretKept(id), undefined);
      });
    }

    it('stays as it is for somebody who lacks a role of the client, and says so', async () => {
      const { id: roleId, divisionId } = await scimRole();
      const roleDivisions = [{ roleId, divisionId }];
      const { name, accessTokenValiditySeconds } = REQUEST;
      const authorizedGrantType = 'CLIENT-CREDENTIALS';
      await makeClient({ name, accessTokenValiditySeconds, authorizedGrantType, roleDivisions });
      await window.signOutElsewhere();
      await window.connectAs('administrator-without-scim');
      await rotate('Wallboard');
      assert.match(dialogs.said.at(-1) ?? '', /was not changed.*holds every role/s);
    });

    it('is given to the clipboard when the keyring refuses it', async () => {
      const isLocked = (key: string) => key.startsWith('genesysOAuth.keptSecrets');
      window = await windows.open({ secrets: inMemorySecrets(isLocked) });
      const { id, secret } = await makeClient();
      await rotate('Wallboard');
      assert.match(dialogs.said.join('\n'), /could not be kept.*Copy it now/s);
      const copied = await vscode.env.clipboard.readText();
      canaries.push(copied);
      assert.notEqual(copied, secret);
      assert.equal(await answerTo(id, copied), 'invalid_grant');
    });
  });

  describe('that is kept', () => {
    const show = async (...choices: FakeDialogs['choices']) => {
      dialogs.choices = choices;
      await showKeptSecrets(window.services, dialogs);
    };

    async function keepOne(): Promise<string> {
      const { id } = await makeClient();
      await rotate('Wallboard');
      await kept(id);
      return id;
    }

    it('is copied later, also when nobody is signed in any more', async () => {
      const id = await keepOne();
      await window.signOutElsewhere();
      await show('Wallboard', 'Copy Client Secret');
      assert.equal(await vscode.env.clipboard.readText(), await window.secretKept(id));
    });

    it('is that of another client after Back', async () => {
      const id = await keepOne();
      dialogs.steps.length = 0;
      await show('Wallboard', BACK, 'Wallboard', 'Copy Client Secret');
      assert.deepEqual(
        dialogs.steps,
        [1, 2, 1, 2].map((number) => ({ number, total: 2 })),
      );
      assert.equal(await vscode.env.clipboard.readText(), await window.secretKept(id));
    });

    it('is forgotten when the person agrees, and only then', async () => {
      const id = await keepOne();
      dialogs.confirms = () => false;
      await show('Wallboard', 'Forget it here');
      assert.ok(await window.secretKept(id));
      dialogs.confirms = () => true;
      await show('Wallboard', 'Forget it here');
      assert.equal(await window.secretKept(id), undefined);
      await show();
      assert.match(dialogs.said.at(-1) ?? '', /No Client Secret is kept here/);
    });

    it('is not listed any more when the keyring has lost it', async () => {
      const id = await keepOne();
      await window.secrets.delete(`genesysOAuth.keptSecrets.${id}`);
      await show();
      assert.match(dialogs.said.at(-1) ?? '', /No Client Secret is kept here/);
    });
  });
});
