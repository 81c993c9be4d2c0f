import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createClient, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { OrgClientsCache } from '../../src/host/clients/orgClients.ts';
import { intercepted } from './interception.ts';
import type { Rehearsal, Trouble } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const LIST = 'GET /api/v2/oauth/clients';
const NEW = { name: 'New here', authorizedGrantType: 'CODE', accessTokenValiditySeconds: 300 } as const;

describe("The clients of the orgs that one is signed in to, for whoever checks a file's Client IDs", () => {
  const windows = useWindows();
  let window: Rehearsal;
  let cache: OrgClientsCache;
  let region: string;

  beforeEach(async () => {
    window = await windows.open();
    cache = window.services.orgClients;
    region = window.org.region;
  });

  /** Signed in a while ago: nobody has read the clients in this window. */
  async function signedInBefore(): Promise<void> {
    await window.connectAs('administrator');
    window = await windows.open({ beside: window });
    window.closeTab();
    // The cache of that window has learned them from its wizard.
    const { sessions, connections, signIn } = window.services;
    cache = new OrgClientsCache(sessions, connections, signIn);
    await until(() => cache.standing(region).kind === 'unread');
  }

  async function trouble(kind: Trouble['kind'], times = 9): Promise<void> {
    await window.trouble({ kind, times, method: 'GET', pathPrefix: '/api/v2/oauth/clients' });
  }

  const names = () => cache.current().flatMap(({ clients }) => clients.map(({ name }) => name));

  it('sends nothing and asks for nothing when nobody is signed in', async () => {
    await cache.want(region);
    await cache.refresh();
    assert.deepEqual(cache.standing(region), { kind: 'signed-out' });
    assert.deepEqual(cache.current(), []);
    assert.deepEqual(await window.requests(), []);
    assert.deepEqual(window.person.asked, []);
  });

  it('are known without a request once the wizard has read the org', async () => {
    await window.connectAs('administrator');
    await until(() => cache.standing(region).kind === 'known');
    await cache.want(region);
    assert.equal(await window.received(LIST), 1);
    assert.deepEqual(
      cache.current().map(({ practice, region }) => ({ practice, region })),
      [{ practice: true, region }],
    );
  });

  describe('of somebody who signed in a while ago', () => {
    let before: number;

    beforeEach(async () => {
      await signedInBefore();
      before = await window.received(LIST);
    });

    const asked = async () => (await window.received(LIST)) - before;

    it('are not read before somebody wants to know', async () => {
      assert.deepEqual(cache.standing(region), { kind: 'unread' });
      assert.equal(await asked(), 0);
    });

    it('are read by one request, however many want them at once or soon after', async () => {
      const seen: string[] = [];
      cache.onDidChange(() => seen.push(cache.standing(region).kind));
      await Promise.all([cache.want(region), cache.want(region), cache.want(region)]);
      await cache.want(region);
      assert.deepEqual(seen, ['reading', 'known']);
      const standing = cache.standing(region);
      assert.ok(standing.kind === 'known');
      assert.ok(Date.now() - Date.parse(standing.readAt) < 10_000);
      assert.ok(names().length > 0);
      assert.equal(await asked(), 1);
    });

    it('are not read for another region', async () => {
      await cache.want('mypurecloud.jp');
      assert.deepEqual(cache.standing('mypurecloud.jp'), { kind: 'signed-out' });
      assert.equal(await asked(), 0);
    });

    it('are read anew on demand, and meanwhile those read before stay', async () => {
      await cache.want(region);
      const count = names().length;
      const refreshing = cache.refresh(region);
      assert.equal(cache.standing(region).kind, 'known');
      assert.equal(names().length, count);
      await refreshing;
      assert.equal(await asked(), 2);
    });

    for (const [kind, error] of [
      ['forbidden', 'forbidden'],
      ['html', 'unexpected-answer'],
      ['dropped', 'no-answer'],
      ['unavailable', 'server-error'],
    ] as const) {
      it(`after ${kind}: say why they are not known, and are not asked for again at once`, async () => {
        await trouble(kind);
        await cache.want(region);
        const standing = cache.standing(region);
        assert.ok(standing.kind === 'failed', standing.kind);
        assert.equal(standing.error.kind, error);
        assert.deepEqual(cache.current(), []);
        const after = await asked();
        await cache.want(region);
        assert.equal(await asked(), after);
        await window.trouble();
        await cache.refresh(region);
        assert.equal(cache.standing(region).kind, 'known');
      });
    }

    it('that were read stay when they cannot be read again, and that is said', async () => {
      await cache.want(region);
      const known = names();
      await trouble('forbidden');
      await cache.refresh(region);
      const standing = cache.standing(region);
      assert.ok(standing.kind === 'known');
      assert.equal(standing.error?.kind, 'forbidden');
      assert.deepEqual(names(), known);
    });

    it('go when one signs out', async () => {
      await cache.want(region);
      await window.signOutElsewhere();
      await until(() => cache.standing(region).kind === 'signed-out');
      assert.deepEqual(cache.current(), []);
    });

    it('do not come back when one signs out while they are on their way', async () => {
      const work = async () => await cache.want(region);
      await intercepted(async (request, send) => {
        const answer = await send();
        if (request.method === 'GET' && request.url.endsWith('/oauth/clients'))
          await window.signOutElsewhere();
        return answer;
      }, work);
      await until(() => cache.standing(region).kind === 'signed-out');
      assert.deepEqual(cache.current(), []);
    });

    it('are of use at once when we change one, without a request', async () => {
      await cache.want(region);
      const [client] = cache.current().flatMap(({ clients }) => clients);
      assert.ok(client);
      const found = cache.whereIs(region, client.id);
      assert.ok(found.kind === 'in-one');
      const { account } = found.org;
      cache.note(account, { ...client, name: 'Changed here' });
      assert.ok(names().includes('Changed here'));
      cache.forget(account, client.id);
      assert.equal(names().includes('Changed here'), false);
      assert.equal(await asked(), 1);
    });

    it('hold what we change while an older list is on its way', async () => {
      await cache.want(region);
      const [org] = cache.orgs(region);
      assert.ok(org);
      const { account } = org;
      const made: OAuthClient = { id: '1', name: 'Made meanwhile' };
      const work = async () => await cache.refresh(region);
      await intercepted(async (_request, send) => {
        const older = await send();
        cache.note(account, made);
        return older;
      }, work);
      assert.ok(names().includes('Made meanwhile'));
    });

    it('do not freeze the editor when there are thousands', async () => {
      const clients = Array.from({ length: 10_000 }, (_, index) => ({
        ...NEW,
        id: String(index),
        scope: ['users', 'presence'],
        registeredRedirectUri: [`https://app-${index}.test/`],
      }));
      const body = JSON.stringify({ entities: clients });
      let longest = 0;
      let last = performance.now();
      const heart = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      const work = async () => await cache.want(region);
      await intercepted(async () => new Response(body), work);
      clearInterval(heart);
      assert.equal(names().length, 10_000);
      assert.ok(longest < 1000, `${longest} ms`);
    });
  });

  it('hold what the wizard has just made, without another request', async () => {
    await window.connectAs('administrator');
    await until(() => cache.standing(region).kind === 'known');
    const change = { name: 'Made by the wizard', target: { kind: 'by-hand' } } as const;
    await window.does({ type: 'answer', revision: 1, change });
    await window.save();
    assert.ok(names().includes('Made by the wizard'));
    assert.equal(await window.received(LIST), 1);
  });

  it('are not known better than the org: one made elsewhere shows after a refresh', async () => {
    await window.connectAs('administrator');
    await until(() => cache.standing(region).kind === 'known');
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const made = await createClient(await window.services.connections.of(session), {
      ...NEW,
      scope: ['users'],
    });
    assert.ok(made.ok, JSON.stringify(made));
    assert.equal(names().includes(NEW.name), false);
    await cache.refresh();
    assert.ok(names().includes(NEW.name));
  });
});
