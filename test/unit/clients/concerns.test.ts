import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Concern,
  concernsOf,
  lackedPages,
  Mention,
  weightOf,
} from '../../../src/core/clients/concerns.ts';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { clientRowLabel, clientRowText, concernLine } from '../../../src/core/texts/clientList.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const RECKONING = { now: NOW, soonDays: 30 };
const REGION = 'mypurecloud.jp';

const RIGHT: OAuthClient = {
  id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  registeredRedirectUri: [...frameworkRedirectUris(REGION, false)],
  scope: [...FRAMEWORK_SCOPES],
  state: 'active',
};

const FRAMEWORK: Mention = {
  kind: 'framework',
  uri: 'file:///crm/src/framework.js',
  path: 'src/framework.js',
  line: 12,
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' },
};

function token(days: number, lifeSeconds = 38_880_000): Mention {
  const tokenEndsAt = new Date(NOW.getTime() + days * 86_400_000).toISOString();
  return {
    kind: 'scim',
    uri: 'file:///a',
    path: 'genesys-scim.json',
    line: 3,
    tokenEndsAt,
    tokenLifeSeconds: lifeSeconds,
  };
}

const words = (concerns: readonly Concern[]) =>
  concerns.map((each) => `${weightOf(each)}: ${concernLine(each, NOW, 'en')}`);

describe('What is to be looked after about a client', () => {
  it('is nothing where it is right, or where nobody here uses it', () => {
    assert.deepEqual(concernsOf(RIGHT, [], RECKONING), []);
    const elsewhere = { ...RIGHT, registeredRedirectUri: ['https://crm.test/'], state: 'disabled' };
    assert.deepEqual(concernsOf(elsewhere, [], RECKONING), []);
  });

  it('E4: is the redirect URI that a framework.js of the workspace needs, and where that is', () => {
    assert.deepEqual(words(concernsOf(RIGHT, [FRAMEWORK], RECKONING)), [
      'warning: redirect URI missing (src/framework.js, line 12)',
    ]);
  });

  it('is no advice: a scope that may be missing is told at the file alone', () => {
    const client = {
      ...RIGHT,
      registeredRedirectUri: [...frameworkRedirectUris(REGION, true)],
      scope: ['users'],
    };
    assert.deepEqual(concernsOf(client, [FRAMEWORK], RECKONING), []);
  });

  it('E3: is that nobody can log in with it, before everything else', () => {
    const [first] = words(concernsOf({ ...RIGHT, state: 'inactive' }, [FRAMEWORK, token(3)], RECKONING));
    assert.equal(first, 'error: not active, but used (src/framework.js, line 12)');
  });

  it('G9: is that an implicit one will end, once, wherever it is used', () => {
    const client = {
      ...RIGHT,
      authorizedGrantType: 'TOKEN',
      registeredRedirectUri: [...frameworkRedirectUris(REGION, true)],
    };
    assert.deepEqual(words(concernsOf(client, [], RECKONING)), [
      'information: implicit, may end from March 2027 on',
    ]);
    assert.equal(concernsOf(client, [FRAMEWORK], RECKONING).length, 1);
  });

  it('G9: is that an implicit one will end also where its file or its token has another concern', () => {
    const client = { ...RIGHT, authorizedGrantType: 'TOKEN' };
    const withPkce: Mention = { ...FRAMEWORK, use: { ...FRAMEWORK.use, usePKCEAuthFlow: 'on' } };
    for (const mention of [withPkce, token(12)]) {
      const last = concernsOf(client, [mention], RECKONING).at(-1);
      assert.deepEqual(last, { kind: 'implicit-grant' });
    }
  });

  it('G9: is worth knowing, and no more, as long as its end is only announced', () => {
    const client = {
      ...RIGHT,
      authorizedGrantType: 'TOKEN',
      registeredRedirectUri: [...frameworkRedirectUris(REGION, true)],
    };
    const found = concernsOf(client, [FRAMEWORK], { ...RECKONING, now: new Date('2026-02-28T12:00:00Z') });
    assert.deepEqual(found.map(weightOf), ['information']);
  });

  it('S6: is the token of an identity provider that ends soon, or has ended', () => {
    assert.deepEqual(words(concernsOf(RIGHT, [token(12)], RECKONING)), [
      'warning: token ends in 12 days (genesys-scim.json, line 3)',
    ]);
    assert.deepEqual(words(concernsOf(RIGHT, [token(-1)], RECKONING)), [
      'error: token ended yesterday (genesys-scim.json, line 3)',
    ]);
    assert.deepEqual(concernsOf(RIGHT, [token(200)], RECKONING), []);
  });

  it('S6: is as early as the person wants to know it', () => {
    const early = { ...RECKONING, soonDays: 3 };
    assert.deepEqual(concernsOf(RIGHT, [token(12)], early), []);
    assert.deepEqual(concernsOf(RIGHT, [token(2)], early).map(weightOf), ['warning']);
  });

  it('is that it goes for good, where the workspace names it, and nothing where nobody here does', () => {
    const waiting = { ...RIGHT, state: 'inactive', dateToDelete: '2026-11-25T09:00:00Z' };
    assert.deepEqual(concernsOf(waiting, [], RECKONING), []);
    assert.deepEqual(words(concernsOf(waiting, [token(200)], RECKONING)), [
      'warning: deleted in 3 days, inactive (genesys-scim.json, line 3)',
    ]);
  });

  it('S6: is nothing where the file does not say when a token ends', () => {
    const unsaid: Mention = {
      kind: 'scim',
      uri: '',
      path: 'a',
      line: 1,
      tokenLifeSeconds: 1,
    };
    assert.deepEqual(concernsOf(RIGHT, [unsaid], RECKONING), []);
  });

  it('is told with what matters most first, in whatever order the workspace names it', () => {
    const weights = (mentions: readonly Mention[]) =>
      concernsOf({ ...RIGHT, state: 'a new state' }, mentions, RECKONING).map(weightOf);
    const most = ['error', 'warning', 'warning', 'information'];
    assert.deepEqual(weights([token(12), FRAMEWORK, token(-1)]), most);
    assert.deepEqual(weights([FRAMEWORK, token(-1), token(12)]), most);
  });

  it('stands behind its name in a few words, and is said in full to who does not see the icon', () => {
    const listed = { client: RIGHT, concerns: concernsOf(RIGHT, [FRAMEWORK, token(12)], RECKONING) };
    assert.equal(clientRowText(listed, NOW, 'en'), 'redirect URI missing and 1 more');
    assert.equal(
      clientRowLabel(listed, NOW, 'en'),
      'Agent desktop, warning, redirect URI missing and 1 more, Code Authorization / PKCE',
    );
    assert.equal(
      clientRowText({ client: { ...RIGHT, state: 'disabled' }, concerns: [] }, NOW, 'en'),
      'disabled',
    );
  });
});

describe('E4: the redirect URIs that the workspace needs of a client', () => {
  it('are those that it lacks, each once, however many files need it', () => {
    const elsewhere: Mention = {
      ...FRAMEWORK,
      path: 'other/framework.js',
      use: { ...FRAMEWORK.use, region: 'mypurecloud.com.au' },
    };
    const [, window] = frameworkRedirectUris(REGION, true);
    assert.deepEqual(lackedPages(RIGHT, [FRAMEWORK, token(3), FRAMEWORK]), [window]);
    assert.deepEqual(lackedPages(RIGHT, [FRAMEWORK, elsewhere]), [
      window,
      ...frameworkRedirectUris('mypurecloud.com.au', true),
    ]);
  });

  it('are none where it has them, or where no framework.js names it', () => {
    const whole = { ...RIGHT, registeredRedirectUri: [...frameworkRedirectUris(REGION, true)] };
    assert.deepEqual(lackedPages(whole, [FRAMEWORK]), []);
    assert.deepEqual(lackedPages(RIGHT, [token(3)]), []);
  });
});

describe('A place of the workspace that names a client', () => {
  const read = (mention: unknown) => Mention.safeParse(JSON.parse(JSON.stringify(mention))).data;

  it('arrives on a page with nothing lost', () => {
    for (const mention of [FRAMEWORK, token(12)]) assert.deepEqual(read(mention), mention);
  });

  it('is none without what it takes to open it, or with a switch that is set to something else', () => {
    for (const mention of [FRAMEWORK, token(12)]) {
      for (const part of ['kind', 'uri', 'path', 'line']) {
        assert.equal(read({ ...mention, [part]: undefined }), undefined, part);
      }
    }
    assert.equal(read({ ...FRAMEWORK, use: {} }), undefined);
    assert.equal(read({ ...FRAMEWORK, use: { ...FRAMEWORK.use, usePKCEAuthFlow: 'perhaps' } }), undefined);
  });
});
