import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../src/core/procedures/context.ts';
import { readTerraformVariables } from '../../src/core/signIn/found.ts';
import { wayId } from '../../src/core/signIn/ways.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { intercepted, isLogin } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { administratorOf, failureOf, logInWithBrowser, REGION } from './signingIn.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('A sign-in @oldest', () => {
  const { openWithGateway } = useWindows();
  let window: Rehearsal;

  beforeEach(async () => {
    window = await openWithGateway();
    window.person.habits = administratorOf(window);
  });

  describe('that is cancelled', () => {
    it('after the Client ID was entered opens no login page, and leads back to what to enter', async () => {
      await window.connect('browser');
      const going = window.does({ type: 'client-prepared' });
      await until(() => window.person.asked.includes('client ID'));
      await window.does({ type: 'cancel' });
      await going;
      assert.equal(window.person.pagesOpened, 0);
      assert.deepEqual(window.state().connecting, { kind: 'preparing-client', region: REGION });
    });

    it('while the org is read leaves no token alive', async () => {
      const { id, secret } = automationClient;
      window.person.habits = { region: REGION, clientId: id, clientSecret: secret };
      await window.answersAfter(100);
      const going = window.connect('client-credentials');
      await until(() => window.state().connecting.kind === 'loading-org');
      await window.does({ type: 'cancel' });
      await going;
      assert.equal(await window.received('DELETE /api/v2/tokens/me'), 1);
      assert.deepEqual(await window.accounts(), []);
      assert.equal(window.state().connecting.kind, 'disconnected');
    });
  });

  it('to a real org does not take its place when the practice org is connected again', async () => {
    await window.connectAs('administrator');
    window.person.habits = { ...window.person.habits, region: REGION, clientId: window.org.signInClient.id };
    await logInWithBrowser(window);
    const isPractice = () => orgOf(window.state().context)?.practice;
    assert.equal(isPractice(), false);
    const practice = window
      .state()
      .ways.find((way) => way.kind === 'signed-in' && way.session.region === window.org.region);
    assert.ok(practice);
    await window.connect(wayId(practice));
    assert.equal(isPractice(), true);
    await window.open();
    assert.equal(isPractice(), true);
  });

  it('asks for the region when what was found on this computer names none that exists', async () => {
    const found = readTerraformVariables({
      GENESYSCLOUD_OAUTHCLIENT_ID: automationClient.id,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: automationClient.secret,
      GENESYSCLOUD_REGION: 'region.example/x',
      GENESYSCLOUD_GATEWAY_HOST: 'gateway',
    });
    window = await openWithGateway({ found });
    window.person.habits = { region: REGION };
    await window.connect('found:terraform');
    assert.deepEqual(window.person.asked, ['region']);
    assert.equal(orgOf(window.state().context)?.region, REGION);
  });

  it('says what is wrong when VS Code cannot tell where the browser finds a port', async () => {
    window.person.browser.external = async () => {
      throw new Error('There is no tunnel.');
    };
    await logInWithBrowser(window);
    assert.deepEqual(failureOf(window), { kind: 'broken', reason: 'There is no tunnel.' });
  });

  it('says that the login host is not trusted before the person logs in for nothing', async () => {
    const untrusted = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    await intercepted(
      async (request, send) => {
        if (isLogin(request)) throw new TypeError('fetch failed', { cause: untrusted });
        return await send();
      },
      async () => await logInWithBrowser(window),
    );
    assert.equal(failureOf(window).kind, 'login-failed');
    assert.equal(window.person.pagesOpened, 0);
  });

  it('tells the page no token that a proxy says back', async () => {
    const accessToken = 'canary-token-canary-token';
    window.person.habits = { region: REGION, accessToken };
    let saidBack = 0;
    await intercepted(
      async (request, send) => {
        if (!request.url.includes('/api/v2/')) return await send();
        saidBack += 1;
        const message = `cannot route ${request.headers.get('authorization')}`;
        return Response.json({ code: 'bad.request', message }, { status: 400 });
      },
      async () => await window.connect('access-token'),
    );
    assert.ok(saidBack > 0);
    assert.equal(failureOf(window).kind, 'org-not-loaded');
    const written = [...window.told, ...window.logged].join('\n');
    assert.ok(written.includes('cannot route'), 'all else that the proxy said is told');
    assert.equal(written.includes(accessToken), false);
  });
});
