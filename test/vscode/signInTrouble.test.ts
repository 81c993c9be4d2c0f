import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { orgOf } from '../../src/core/procedures/context.ts';
import { readTerraformVariables } from '../../src/core/signIn/found.ts';
import { wayId } from '../../src/core/signIn/ways.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { intercepted, isLogin } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { administratorOf, failureOf, logInWithBrowser, REGION } from './signingIn.ts';
import { until } from './until.ts';
import { assertConnected, useWindows } from './windows.ts';

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

    it('after somebody signed out elsewhere does not bring the former account back', async () => {
      await window.connectAs('administrator');
      window.person.habits = { region: REGION };
      await window.connect('browser');
      await window.signOutElsewhere();
      await window.does({ type: 'cancel' });
      assert.deepEqual(await window.accounts(), []);
      assert.notEqual(window.state().connecting.kind, 'connected');
    });

    it('by starting over has ended', async () => {
      await window.connect('browser');
      await window.does({ type: 'start-over' });
      assert.equal(window.state().connecting.kind, 'disconnected');
      assert.equal(window.remembered().preparingRegion, undefined);
    });
  });

  describe('beside the way without signing in', () => {
    beforeEach(async () => await window.connect('admin-page'));

    it('leaves that as it was when it fails', async () => {
      window.person.habits = {
        region: REGION,
        clientId: automationClient.id,
        clientSecret: 'not-the-secret',
      };
      await window.connect('client-credentials');
      assert.equal(failureOf(window).kind, 'secret-wrong');
      assert.deepEqual(window.state().context.destination, { kind: 'admin-page', region: REGION });
      assert.equal(window.remembered().adminPageRegion, REGION);
    });

    it('can be chosen anew after starting over', async () => {
      await window.does({ type: 'start-over' });
      assert.equal(window.state().context.destination.kind, 'undecided');
      assert.equal(window.remembered().adminPageRegion, undefined);
    });

    it('shows what to enter for its own client, and copies what the other step shows there', async () => {
      await window.does({ type: 'answer', revision: 5, change: { name: 'Agent desktop' } });
      await window.connect('browser');
      await window.does({ type: 'go', step: 'connect' });
      await window.does({ type: 'copy', what: 'admin-name' });
      assert.notEqual(await vscode.env.clipboard.readText(), 'Agent desktop');
      await window.does({ type: 'go', step: 'admin-page' });
      await window.does({ type: 'copy', what: 'admin-name' });
      assert.equal(await vscode.env.clipboard.readText(), 'Agent desktop');
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

  it('to another org ends the Save that waited for it, and Save works there', async () => {
    await logInWithBrowser(window);
    const change = { name: 'Agent desktop', target: { kind: 'by-hand' } } as const;
    await window.does({ type: 'answer', revision: 5, change });
    await window.trouble({
      ...{ kind: 'signed-out', times: 1 },
      ...{ method: 'POST', pathPrefix: '/api/v2/oauth/clients' },
    });
    await window.save();
    assert.equal(window.state().run?.kind, 'stopped');
    const before = await window.clientsCreated();
    await intercepted(
      async (request, send) => {
        const answer = await send();
        if (!request.url.includes('/organizations/me')) return answer;
        return Response.json({ ...(await answer.json()), id: 'another-org' });
      },
      async () => {
        await window.does({ type: 'sign-in-again' });
        assertConnected(window);
        assert.equal(window.state().run, null);
        assert.equal(window.state().planChanged, true);
        assert.equal(await window.clientsCreated(), before, 'nothing is made without another look');
        await window.save();
        assert.equal(window.state().run?.kind, 'finished');
      },
    );
  });
});
