import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FoundCredentials } from '../../src/core/signIn/found.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { automationToken } from './automation.ts';
import { connectedOrg, failureOf, REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

describe('Signing in with what is on this computer @oldest', () => {
  const { open, openWithGateway } = useWindows();

  it('uses a profile only on click, and leaves its token to the tool it belongs to', async () => {
    const other = await open();
    const accessToken = await automationToken(other);
    const found: FoundCredentials = {
      description: {
        id: 'genesys-cli:default',
        source: 'genesys-cli',
        profile: 'default',
        region: REGION,
        holds: 'access-token',
      },
      credentials: { kind: 'access-token', accessToken, endsAt: '2099-01-01T00:00:00.000Z' },
    };
    const window = await openWithGateway({ found: [found], beside: other });
    const before = (await window.requests()).length;
    assert.equal(window.state().ways[0]?.kind, 'found');
    assert.equal((await window.requests()).length, before);
    await window.connect('found:genesys-cli:default');
    assert.match(connectedOrg(window).tokenEndsAt ?? '', /^209[89]-/);
    await window.does({ type: 'disconnect' });
    await window.connect('found:genesys-cli:default');
    assert.ok(connectedOrg(window));
  });

  it('asks for the region that a profile does not name, and says when the profile is gone', async () => {
    const found: FoundCredentials[] = [];
    const window = await openWithGateway({ found });
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
    await window.open();
    window.person.habits = { region: REGION };
    await window.connect('found:terraform');
    assert.ok(connectedOrg(window));
    assert.deepEqual(window.person.asked, ['region']);
    await window.does({ type: 'disconnect' });
    found.length = 0;
    await window.connect('found:terraform');
    assert.equal(failureOf(window).kind, 'found-gone');
  });
});
