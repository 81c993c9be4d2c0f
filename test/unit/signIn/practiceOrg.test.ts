import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  logInToPracticeOrg,
  PracticeOrg,
  practiceHosts,
  saidIn,
  sendToPracticeOrg,
} from '../../../src/core/signIn/practiceOrg.ts';
import { useServer } from '../../host/useServer.ts';
import { useOrg } from '../../org/useOrg.ts';

const SIGN_IN_CLIENT = { id: 'client-1' };

describe('Signing in to a practice org', () => {
  const org = useOrg();
  const server = useServer();

  it('goes through the login that every org has', async () => {
    const { baseUrl, signInClient } = org();
    const login = await logInToPracticeOrg({ baseUrl, signInClient }, 'administrator');
    assert.ok(login.ok);
    const headers = { authorization: `Bearer ${login.token.accessToken}` };
    const me = await fetch(`${practiceHosts(org()).apiUrl}/api/v2/users/me`, { headers });
    assert.equal(me.status, 200);
  });

  it('says what the login page answered in the place of a redirect', async () => {
    const baseUrl = await server.start((_, response) => response.writeHead(503).end());
    const login = logInToPracticeOrg({ baseUrl, signInClient: SIGN_IN_CLIENT }, 'administrator');
    await assert.rejects(login, /The login page answered HTTP 503 without a redirect/);
  });

  it('says so where nothing answers, with the reason', async () => {
    const baseUrl = await server.start((_, response) => response.end());
    await server.stop();
    await assert.rejects(
      sendToPracticeOrg(`${baseUrl}/practice/requests`, { method: 'GET' }),
      /^Error: The practice org gave no answer\. .+/,
    );
  });

  it('ends when it is cancelled', async () => {
    const baseUrl = await server.start(() => {});
    const cancelling = new AbortController();
    const sent = sendToPracticeOrg(`${baseUrl}/practice/requests`, { method: 'GET' }, cancelling.signal);
    cancelling.abort();
    await assert.rejects(sent, /The practice org gave no answer/);
  });
});

describe('What a practice org prints when it is ready', () => {
  const printed = {
    baseUrl: 'http://127.0.0.1:49152',
    region: 'mypurecloud.jp',
    people: [{ name: 'Practice Administrator', loginHint: 'administrator', mayDo: { en: 'Everything.' } }],
    signInClient: SIGN_IN_CLIENT,
    controlToken: 'a-token',
  };

  it('is read as it is, and never leads to another computer', () => {
    assert.deepEqual(PracticeOrg.parse(printed), printed);
    for (const baseUrl of ['http://practice.example.com', 'http://127.0.0.1.example.com', 'nonsense'])
      assert.equal(PracticeOrg.safeParse({ ...printed, baseUrl }).success, false, baseUrl);
  });

  it('is not one of before, which has no token to steer it with', () => {
    const { controlToken: _, ...before } = printed;
    assert.equal(PracticeOrg.safeParse(before).success, false);
  });

  it('is said in the language of the reader, or in English', () => {
    const said = { en: 'Everything.', ja: 'すべて' };
    assert.deepEqual(
      [saidIn('ja', said), saidIn('fr', said), saidIn('fr', {})],
      ['すべて', 'Everything.', undefined],
    );
  });
});
