import assert from 'node:assert/strict';
import { redirectUri, useLogin } from './useLogin.ts';

describe('login page of the practice org', () => {
  const { org, request, page } = useLogin();

  const nowhere: [string, Record<string, string>][] = [
    ['an unknown client', { client_id: '00000000-0000-4000-8000-000000000000' }],
    ['a trailing slash', { redirect_uri: `${redirectUri}/` }],
    ['another path', { redirect_uri: `${redirectUri}/callback` }],
    ['another loopback name', { redirect_uri: 'http://127.0.0.1:49152' }],
    ['a port that there is not', { redirect_uri: 'http://localhost:65536' }],
    ['https instead of http', { redirect_uri: 'https://localhost:49152' }],
    ['a host that only begins alike', { redirect_uri: 'http://localhost:49152.evil.example' }],
    ['a user name before the host', { redirect_uri: 'http://localhost:49152@evil.example' }],
  ];
  for (const [what, change] of nowhere) {
    it(`sends nobody anywhere for ${what}, and says what is wrong`, async () => {
      const answer = await page({ ...request(), ...change });
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('location'), null);
      assert.match(await answer.text(), /OAuth client ID or redirect URI is invalid/);
    });
  }

  const refused: [string, Record<string, string>, string][] = [
    ['the implicit response type', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['a challenge that is not S256', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge that is too short', { code_challenge: 'abc' }, 'invalid_request'],
  ];
  for (const [what, change, error] of refused) {
    it(`tells the client about ${what}, with its state`, async () => {
      const answer = await page({ ...request(), ...change });
      const location = new URL(answer.headers.get('location') ?? '');
      assert.equal(location.searchParams.get('error'), error);
      assert.equal(location.searchParams.get('state'), 'a&b');
    });
  }

  it('refuses a public client without PKCE', async () => {
    const { code_challenge: _, ...without } = request();
    const location = new URL((await page(without)).headers.get('location') ?? '');
    assert.equal(location.searchParams.get('error'), 'invalid_request');
  });

  it('never signs in silently: login_hint only puts that person first, with the focus', async () => {
    const answer = await page({ ...request(), login_hint: 'developer' });
    assert.equal(answer.status, 200);
    const buttons = [
      ...(await answer.text()).matchAll(/<button name="person" value="([^"]+)" (autofocus)?/g),
    ];
    assert.deepEqual([buttons[0]?.[1], buttons[0]?.[2]], ['developer', 'autofocus']);
    assert.equal(buttons.filter(([, , focus]) => focus).length, 1);
    assert.deepEqual(
      buttons.map(([, hint]) => hint).sort(),
      org()
        .people.map((each) => each.loginHint)
        .sort(),
    );
  });

  const languages: [string, string][] = [
    ['fr, ja;q=0.8, en;q=0.5', 'ja'],
    ['en;q=0.2, ja-JP;q=0.9', 'ja'],
    ['ja;q=0, en', 'en'],
    ['en-GB, ja', 'en'],
    ['fr', 'en'],
    [';;q=x,,', 'en'],
  ];
  for (const [header, language] of languages) {
    it(`speaks ${language} to Accept-Language: ${header}`, async () => {
      const text = await (await page(request(), { 'accept-language': header })).text();
      assert.ok(text.includes(`<html lang="${language}">`));
      assert.equal(text.includes('誰としてサインインしますか'), language === 'ja');
    });
  }

  it('escapes what the request brought along', async () => {
    const text = await (await page({ ...request(), state: '"><script>alert(1)</script>' })).text();
    assert.doesNotMatch(text, /<script>/);
  });

  it('allows only its own form and the redirect that follows it', async () => {
    const policy = (await page(request())).headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /form-action 'self' http:\/\/localhost:49152;/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('asks again when the chosen person does not exist', async () => {
    const body = new URLSearchParams({ ...request(), person: 'nobody' });
    const url = `${org().baseUrl}/login/oauth/authorize`;
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    assert.equal(answer.headers.get('location'), null);
    assert.match(await answer.text(), /Who do you want to be/);
  });

  it('reports access_denied after Cancel', async () => {
    const body = new URLSearchParams({ ...request(), decision: 'cancel' });
    const url = `${org().baseUrl}/login/oauth/authorize`;
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    const location = new URL(answer.headers.get('location') ?? '');
    assert.equal(location.searchParams.get('error'), 'access_denied');
    assert.equal(location.searchParams.get('state'), 'a&b');
  });
});
