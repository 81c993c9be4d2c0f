import assert from 'node:assert/strict';
import { basic, submit } from './client.ts';
import { useLogin } from './useLogin.ts';

describe('other grants of the practice org', () => {
  const { org, request, page, freshCode, exchange } = useLogin();

  let admin: string;
  beforeEach(async () => {
    admin = await org().automationToken();
  });
  const create = (body: object) => org().call(admin, 'POST', '/api/v2/oauth/clients', { name: 'X', ...body });

  it('implicit: the token comes in the fragment, and expires_in with it', async () => {
    const client = await create({
      authorizedGrantType: 'TOKEN',
      scope: ['user-basic-info'],
      accessTokenValiditySeconds: 300,
      registeredRedirectUri: ['https://app.practice.example/index.html'],
    });
    const location = await submit(org().baseUrl, {
      client_id: String(client.at('id')),
      redirect_uri: 'https://app.practice.example/index.html',
      response_type: 'token',
      state: 's',
      person: 'developer',
    });
    const answer = new URLSearchParams(location.hash.slice(1));
    assert.equal(location.search, '');
    assert.equal(answer.get('state'), 's');
    assert.equal(answer.get('expires_in'), '300');
    const me = await org().call(answer.get('access_token') ?? '', 'GET', '/api/v2/users/me');
    assert.equal(me.at('name'), 'Practice Developer');
  });

  it('refuses response_type=token to a Code Authorization client, and gives no code to an implicit one', async () => {
    const answer = await page({ ...request(), response_type: 'token' });
    assert.match(answer.headers.get('location') ?? '', /#error=unauthorized_client/);
  });

  describe('SAML2 bearer', () => {
    const assertion = (email: string, notOnOrAfter: string) =>
      Buffer.from(
        `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"><saml2:Subject>` +
          `<saml2:NameID Format="x">${email}</saml2:NameID></saml2:Subject>` +
          `<saml2:Conditions NotOnOrAfter="${notOnOrAfter}"/></saml2:Assertion>`,
      ).toString('base64');
    const ask = async (text: string, change: Record<string, string> = {}) => {
      const client = await create({ authorizedGrantType: 'SAML2-BEARER', scope: ['user-basic-info'] });
      const credentials = { id: String(client.at('id')), secret: String(client.at('secret')) };
      const grant = {
        grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
        orgName: 'practice-org',
      };
      return org().token({ ...grant, assertion: text, ...change }, basic(credentials));
    };

    it('gives a token for the person that the assertion names', async () => {
      const answer = await ask(assertion('developer@practice.example', '2999-01-01T00:00:00Z'));
      const me = await org().call(String(answer.at('access_token')), 'GET', '/api/v2/users/me');
      assert.equal(me.at('name'), 'Practice Developer');
    });
    const wrong: [string, string, Record<string, string>][] = [
      ['a stranger', assertion('x@practice.example', '2999-01-01T00:00:00Z'), {}],
      ['an assertion that has expired', assertion('developer@practice.example', '2001-01-01T00:00:00Z'), {}],
      ['a time that is none', assertion('developer@practice.example', 'soon'), {}],
      ['something else', Buffer.from('hello').toString('base64'), {}],
      ['another org', assertion('developer@practice.example', '2999-01-01T00:00:00Z'), { orgName: 'other' }],
    ];
    for (const [what, text, change] of wrong) {
      it(`refuses ${what}: invalid_grant`, async () => {
        assert.equal((await ask(text, change)).at('error'), 'invalid_grant');
      });
    }
  });

  it('an org with an idle timeout gives no refresh token', async () => {
    await org().turn({ hipaa: true });
    assert.equal((await exchange(await freshCode())).at('refresh_token'), undefined);
    await org().turn({ hipaa: false });
    assert.equal(typeof (await exchange(await freshCode())).at('refresh_token'), 'string');
  });

  it('a code can be exchanged for a minute, not longer', async () => {
    const code = await freshCode();
    await org().turn({ clockOffsetSeconds: 61 });
    const answer = await exchange(code);
    await org().turn({ clockOffsetSeconds: 0 });
    assert.equal(answer.at('error'), 'invalid_grant');
  });
});
