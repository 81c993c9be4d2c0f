import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { automationToken } from './automation.ts';
import { logInWithBrowser, REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

describe('Every way to sign in @oldest', () => {
  const { openWithGateway } = useWindows();

  /** What reading an org takes, whichever way one came: all at once. */
  const READING = [
    ...['users/me', 'organizations/me', 'tokens/me', 'oauth/scopes', 'oauth/clients'],
    // What of its settings may break a client that is right.
    ...['organizations/authentication/settings', 'tokens/timeout', 'oauth/authorizations'],
  ];
  const requestsOfWays = {
    'practice-org': ['POST /login/oauth/authorize', 'POST /login/oauth/token'],
    browser: ['POST /login/oauth/token', 'POST /login/oauth/authorize', 'POST /login/oauth/token'],
    'client-credentials': ['POST /login/oauth/token'],
    'access-token': [],
    'admin-page': undefined,
  };
  for (const [way, before] of Object.entries(requestsOfWays)) {
    it(`makes ${before === undefined ? 'no request' : `${before.length} requests to log in and ${READING.length} to read the org`}: ${way}`, async () => {
      const window = await openWithGateway();
      const { id, secret } = automationClient;
      const clientId = way === 'browser' ? window.org.signInClient.id : id;
      const accessToken = await automationToken(window);
      const earlier = (await window.requests()).length;
      window.person.habits = {
        ...{ loginHint: 'administrator', region: REGION },
        ...{ clientId, clientSecret: secret, accessToken },
      };
      await (way === 'browser' ? logInWithBrowser(window) : window.connect(way));
      const reading = before === undefined ? [] : READING.map((path) => `GET /api/v2/${path}`);
      const made = (await window.requests()).slice(earlier).map((request) => request.replace(/\?.*/, ''));
      assert.deepEqual(made.sort(), [...(before ?? []), ...reading].sort());
    });
  }

  it('keeps secrets out of everything the page is told, the log, what is remembered and every address', async () => {
    const window = await openWithGateway();
    const { id, secret } = automationClient;
    const accessToken = await automationToken(window);
    const canaries = [secret, accessToken, 'canary-secret-that-is-wrong', 'canary-token-that-is-wrong'];
    const tries = [
      ['client-credentials', { region: REGION, clientId: id, clientSecret: secret }],
      ['client-credentials', { region: REGION, clientId: id, clientSecret: 'canary-secret-that-is-wrong' }],
      ['access-token', { region: REGION, accessToken }],
      ['access-token', { region: REGION, accessToken: 'canary-token-that-is-wrong' }],
      ['browser', { region: REGION, clientId: window.org.signInClient.id, loginHint: 'administrator' }],
      ['practice-org', { loginHint: 'developer' }],
    ] as const;
    for (const [way, habits] of tries) {
      window.person.habits = habits;
      await (way === 'browser' ? logInWithBrowser(window) : window.connect(way));
      const stored = JSON.stringify(await window.stored());
      canaries.push(...(stored.match(/(?<="(accessToken|refreshToken)":")[^"]+/g) ?? []));
    }
    assert.ok(canaries.length > 8, 'tokens of the sign-ins are among the canaries');
    const query = {
      procedure: 'embeddable',
      list: 'clients-to-copy',
      search: '',
      from: 0,
      language: 'en',
    } as const;
    await window.does({ type: 'list', id: 'clients', query });
    const written = [
      window.told.join('\n'),
      window.logged.join('\n'),
      window.remembers(),
      JSON.stringify(window.remembered()),
      (await window.requests()).join('\n'),
      process.title,
    ].join('\n');
    assert.ok(written.includes(id), 'what is no secret is there to be found');
    for (const canary of canaries) assert.equal(written.includes(canary), false);
  });
});
