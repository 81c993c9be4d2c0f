import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createClient, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { chooseClient } from '../../src/host/clients/chooseClient.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { manageClient } from '../../src/host/clients/manageClient.ts';
import { refreshChecks } from '../../src/host/clients/refreshChecks.ts';
import { tokenHost } from '../../src/host/scim/tokenHost.ts';
import { rotateSecret } from '../../src/host/secrets/rotateSecret.ts';
import { AGENT_DESKTOP } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { intercepted } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const ELSEWHERE = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const TOKEN = 'token-of-the-second-org';

describe('Two orgs in one region', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let region: string;
  /** A client of the first org, which is the practice org. */
  let clientId: string;
  /** What the second org answers; it signed in last. */
  let second: { name: string; clients: OAuthClient[]; isDown: boolean };
  /** The requests that the second org got, the one for its list left out. */
  let sentToSecond: string[];

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    ({ region } = window.org);
    await window.connectAs('administrator');
    second = { name: 'Second Org', clients: [], isDown: false };
    sentToSecond = [];
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const made = await createClient(await window.services.connections.of(session), AGENT_DESKTOP);
    assert.ok(made.ok);
    clientId = made.value.client.id;
  });

  async function signInToSecond(): Promise<void> {
    const { sessions, orgClients } = window.services;
    const [session] = await sessions.all();
    assert.ok(session);
    const { renewal: _, ...rest } = session;
    const account = { id: `${region}/second`, label: `Ann · ${second.name}` };
    await sessions.add({ ...rest, id: 'second', accessToken: TOKEN, account, orgName: second.name });
    await until(() => orgClients.orgs(region).length === 2);
  }

  /** Does something while the second org answers, too. */
  async function withBoth(work: () => Promise<unknown>): Promise<void> {
    await signInToSecond();
    await intercepted(
      async (request, send) => {
        if (request.headers.get('authorization') !== `Bearer ${TOKEN}`) return await send();
        const { pathname } = new URL(request.url);
        const [, id] = /clients\/([^/]+)$/.exec(pathname) ?? [];
        if (id !== undefined || request.method !== 'GET') sentToSecond.push(`${request.method} ${pathname}`);
        return answerOfSecond(id);
      },
      async () => void (await work()),
    );
  }

  function answerOfSecond(id: string | undefined): Response {
    if (second.isDown) return Response.json({ code: 'missing.permissions' }, { status: 403 });
    if (id === undefined) return Response.json({ entities: second.clients });
    const client = second.clients.find((each) => each.id === id);
    return client === undefined
      ? Response.json({ code: 'client.not.found', message: 'no' }, { status: 404 })
      : Response.json(client);
  }

  async function loginUrlFor(id: string): Promise<string | undefined> {
    const found = await tokenHost(window.services, { ...CONNECTION, region, clientId: id });
    return found.ok ? found.host.loginUrl : undefined;
  }

  const change = async (id: string) =>
    await new ClientChanges(window.services, dialogs).apply({
      region,
      clientId: id,
      changes: [{ kind: 'add-scopes', scopes: ['presence'] }],
    });
  const manage = async (id: string) =>
    await manageClient(window.services, dialogs, async () => undefined, {
      region,
      clientId: id,
      dedicatedLoginWindow: false,
    });
  const wasAskedWhich = () =>
    dialogs.said.some((said) => /^Choose the organization of the client/.test(said));

  describe('a client that was made in the first', () => {
    it('is changed there, although the second signed in last, and nobody is asked', async () => {
      await withBoth(async () => assert.equal(await change(clientId), 'changed'));
      assert.equal(wasAskedWhich(), false);
      assert.match(dialogs.said.join('\n'), /Change the client "Agent desktop" in Practice/);
      assert.deepEqual(sentToSecond, []);
    });

    it('is changed there, although the second cannot be read', async () => {
      second.isDown = true;
      await withBoth(async () => assert.equal(await change(clientId), 'changed'));
      assert.deepEqual(sentToSecond, []);
    });

    it('is managed as one of it', async () => {
      await withBoth(async () => {
        await window.services.orgClients.refresh();
        await manage(clientId);
      });
      assert.match(dialogs.said.join(), /^Agent desktop \(Practice/);
    });
  });

  describe('a client that neither has', () => {
    it('is looked for in both before anything is asked, and then in the one that is chosen', async () => {
      dialogs.choices = ['Second Org'];
      await withBoth(async () => assert.equal(await change(ELSEWHERE), 'failed'));
      assert.ok(wasAskedWhich());
      assert.match(dialogs.said.at(-1) ?? '', /The organization does not know this client/);
      assert.deepEqual(sentToSecond, [`GET /api/v2/oauth/clients/${ELSEWHERE}`]);
    });

    it('is asked of neither when the person does not say which is meant', async () => {
      await withBoth(async () => assert.equal(await change(ELSEWHERE), 'cancelled'));
      assert.deepEqual(sentToSecond, []);
      assert.equal(await window.received(`GET /api/v2/oauth/clients/${ELSEWHERE}`), 0);
    });

    it('may only be in the one that could not be read', async () => {
      second.isDown = true;
      await withBoth(async () => assert.equal(await change(ELSEWHERE), 'failed'));
      assert.equal(wasAskedWhich(), false);
      assert.deepEqual(sentToSecond, [`GET /api/v2/oauth/clients/${ELSEWHERE}`]);
    });

    it('has its secret sent to the host of the region, and to that of nobody who is signed in', async () => {
      const host = async (id: string) => await loginUrlFor(id);
      await withBoth(async () => {
        await window.services.orgClients.refresh();
        assert.equal(await host(ELSEWHERE), `https://login.${region}`);
        assert.equal(await host(clientId), `${window.org.baseUrl}/login`);
      });
    });
  });

  describe('a client that both claim to have', () => {
    beforeEach(() => {
      second.clients = [{ id: clientId, name: 'Twin' }];
    });

    it('is changed in the one that the person means', async () => {
      dialogs.choices = ['Second Org'];
      await withBoth(async () => {
        await window.services.orgClients.refresh();
        await change(clientId);
      });
      assert.ok(wasAskedWhich());
      assert.equal(await window.received(`PUT /api/v2/oauth/clients/${clientId}`), 0);
    });

    it('is managed in the one that the person means, and in none when they do not say', async () => {
      dialogs.choices = ['Second Org'];
      await withBoth(async () => {
        await window.services.orgClients.refresh();
        await manage(clientId);
        assert.match(dialogs.said.at(-1) ?? '', /^Twin \(Second Org\)/);
        await manage(clientId);
      });
      assert.match(dialogs.said.at(-1) ?? '', /^Choose the organization/);
    });

    it('has its secret sent to the host of the region', async () => {
      await withBoth(async () => {
        await window.services.orgClients.refresh();
        assert.equal(await loginUrlFor(clientId), `https://login.${region}`);
      });
    });
  });

  it('their clients are listed with their org where one is chosen', async () => {
    second.clients = [{ ...AGENT_DESKTOP, id: ELSEWHERE, name: 'Of the second' }];
    await withBoth(async () => {
      await window.services.orgClients.refresh();
      await chooseClient(window.services, dialogs, async () => undefined, region);
    });
    const row = dialogs.rows.find(({ label }) => label === 'Of the second');
    assert.match(row?.detail ?? '', /Second Org$/);
  });

  it('only the clients of the one that is chosen get a new secret', async () => {
    second.clients = [{ ...AGENT_DESKTOP, id: ELSEWHERE, name: 'Of the second' }];
    dialogs.choices = ['Second Org'];
    await withBoth(async () => await rotateSecret(window.services, dialogs, async () => undefined));
    assert.deepEqual(
      dialogs.rows.map(({ label }) => label),
      ['Of the second'],
    );
  });

  describe('of one name', () => {
    beforeEach(async () => {
      const [session] = await window.services.sessions.all();
      second.name = session?.orgName ?? '';
    });

    it('are told apart by their accounts', async () => {
      await withBoth(async () => await refreshChecks(window.services, dialogs, async () => undefined));
      assert.match(dialogs.said.join(), / · .+ · .+, .+ · Ann · .+ as it is now/);
    });

    it('are not taken for each other when one cannot be read', async () => {
      second.isDown = true;
      await withBoth(async () => await refreshChecks(window.services, dialogs, async () => undefined));
      assert.match(dialogs.said[0] ?? '', / · Ann · .+ could not be read/);
      assert.match(dialogs.said[1] ?? '', /^Client IDs are checked against .+ as it is now/);
      assert.equal(/Ann · /.test(dialogs.said[1] ?? ''), false);
    });

    it('one that can be read gets a new secret, although the other cannot', async () => {
      second.isDown = true;
      await signInToSecond();
      const [org] = window.services.orgClients.orgs();
      dialogs.choices = [org?.orgName ?? ''];
      await withBoth(async () => await rotateSecret(window.services, dialogs, async () => undefined));
      assert.ok(dialogs.rows.some(({ label }) => label === 'Agent desktop'));
    });
  });
});

const CONNECTION = { provider: 'entra', holdsToken: true, practice: false, start: 0, end: 0 };
