import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../src/core/procedures/context.ts';
import { readTerraformVariables } from '../../src/core/signIn/found.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { inMemorySecrets } from './inMemory.ts';
import { intercepted, isLogin } from './interception.ts';
import type { Rehearsal, RehearsalOptions } from './rehearsal.ts';
import { until } from './until.ts';
import { assertConnected, useWindows } from './windows.ts';

describe('A session', () => {
  const { open, openWithGateway } = useWindows();

  /** Two windows that are connected by the same session. */
  async function openTwo(options: RehearsalOptions = {}): Promise<[Rehearsal, Rehearsal]> {
    const first = await open(options);
    await first.connectAs('administrator');
    const second = await open({ beside: first });
    await until(() => second.state().connecting.kind === 'connected');
    return [first, second];
  }

  describe('that is renewed', () => {
    let window: Rehearsal;

    beforeEach(async () => {
      window = await open();
      await window.connectAs('administrator');
    });

    it('is so as often as its token ends, and what follows uses the new token at once', async () => {
      for (const renewals of [1, 2]) {
        await window.endToken();
        await window.does({ type: 'refresh' });
        assertConnected(window);
        assert.equal(await window.received('POST /login/oauth/token'), 1 + renewals);
      }
      const before = (await window.requests()).length;
      await window.does({ type: 'refresh' });
      assert.equal((await window.requests()).length - before, 8, 'no request is refused first');
    });

    it('shows when its new token ends, after reading the org and after Save', async () => {
      const shownEnd = () => orgOf(window.state().context)?.tokenEndsAt;
      const storedEnd = async () => (await window.stored())[0]?.endsAt;
      const atFirst = shownEnd();
      await untilTheNextMillisecond();
      await window.endToken();
      await window.does({ type: 'refresh' });
      const afterReading = shownEnd();
      assert.notEqual(afterReading, atFirst);
      assert.equal(afterReading, await storedEnd());
      await untilTheNextMillisecond();
      await window.endToken();
      const change = { name: 'Agent desktop', target: { kind: 'by-hand' } } as const;
      await window.does({ type: 'answer', revision: 1, change });
      await window.save();
      assert.notEqual(await storedEnd(), afterReading);
      assert.equal(shownEnd(), await storedEnd());
    });

    it('is not said to have ended because the login host is out of order', async () => {
      await window.endToken();
      const outOfOrder = async () => await window.does({ type: 'refresh' });
      await intercepted(
        async (request, send) => (isLogin(request) ? new Response('{}', { status: 503 }) : await send()),
        outOfOrder,
      );
      const { connecting } = window.state();
      assert.ok(connecting.kind === 'connected', JSON.stringify(connecting));
      assert.equal(connecting.failure?.kind, 'org-not-loaded');
      await window.does({ type: 'connect-again' });
      assertConnected(window);
    });

    it('while somebody signs out leaves no token alive', async () => {
      await window.endToken();
      let renewed = '';
      const signOutDuringRenewal = async (request: Request, send: () => Promise<Response>) => {
        const answer = await send();
        if (isLogin(request) && renewed === '') {
          const token: { access_token: string } = await answer.clone().json();
          renewed = token.access_token;
          assert.ok(await isAlive(window, renewed));
          await window.signOutElsewhere();
        }
        return answer;
      };
      await intercepted(signOutDuringRenewal, async () => await window.does({ type: 'refresh' }));
      assert.notEqual(renewed, '');
      assert.equal(await isAlive(window, renewed), false);
      assert.deepEqual(await window.accounts(), []);
      assert.equal(window.state().connecting.kind, 'disconnected');
    });
  });

  describe('that is signed out of', () => {
    it('cannot be renewed any more, even when its token had ended by itself', async () => {
      const window = await open();
      await window.connectAs('administrator');
      const [session] = await window.stored();
      assert.ok(session?.renewal?.kind === 'refresh-token');
      await window.endToken();
      await window.does({ type: 'disconnect' });
      const { clientId, refreshToken } = session.renewal;
      const body = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId };
      const answer = await fetch(`${window.org.baseUrl}/login/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams(body),
      });
      assert.equal(answer.status, 400);
      assert.deepEqual(window.person.warned, []);
    });

    it('leaves no token alive that was made from a Client ID and secret found on this computer', async () => {
      const found = readTerraformVariables({
        GENESYSCLOUD_OAUTHCLIENT_ID: automationClient.id,
        GENESYSCLOUD_OAUTHCLIENT_SECRET: automationClient.secret,
        GENESYSCLOUD_REGION: 'ap-northeast-1',
      });
      const window = await openWithGateway({ found });
      await window.connect('found:terraform');
      assertConnected(window);
      await window.does({ type: 'disconnect' });
      assert.equal(await window.received('DELETE /api/v2/tokens/me'), 1);
    });

    it('has ended here when its token could not be ended, and the person is told that it lasts', async () => {
      const window = await open();
      await window.connectAs('administrator');
      const [account] = await window.accounts();
      await window.trouble({ kind: 'server-error', times: 9, method: 'DELETE' });
      await window.does({ type: 'disconnect' });
      assert.deepEqual(await window.accounts(), []);
      assert.deepEqual(window.person.warned, [account]);
    });

    it('while the org is read does not come back with what was read', async () => {
      const window = await open();
      await window.connectAs('administrator');
      await window.answersAfter(200);
      const reading = window.does({ type: 'refresh' });
      await until(() => window.state().connecting.kind === 'loading-org');
      await window.signOutElsewhere();
      await reading;
      assert.deepEqual(await window.accounts(), []);
      assert.equal(window.state().connecting.kind, 'disconnected');
    });
  });

  describe('of several windows', () => {
    it('ends in a window that has changed nothing yet, too', async () => {
      const [first, second] = await openTwo();
      await first.does({ type: 'disconnect' });
      await until(() => second.state().connecting.kind === 'disconnected');
    });

    for (const milliseconds of [0, 150]) {
      it(`is renewed by both at the same time, and both stay signed in, with ${milliseconds} ms for the keyring`, async () => {
        const secrets = inMemorySecrets();
        const store = secrets.store.bind(secrets);
        secrets.store = async (key, value) => {
          await sleep(milliseconds);
          await store(key, value);
        };
        const [first, second] = await openTwo({ secrets });
        await first.endToken();
        await Promise.all([first.does({ type: 'refresh' }), second.does({ type: 'refresh' })]);
        assertConnected(first, second);
        assert.equal((await first.stored()).length, 1);
      });
    }
  });
});

/** A token that is made then has another end, even where the computer is very fast. */
async function untilTheNextMillisecond(): Promise<void> {
  const now = Date.now();
  await until(() => Date.now() > now);
}

async function isAlive({ org }: Rehearsal, accessToken: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await fetch(`${org.baseUrl}/api/v2/users/me`, { headers })).status === 200;
}
