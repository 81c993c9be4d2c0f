import assert from 'node:assert/strict';
import { useOAuthClients } from './useOAuthClients.ts';

describe('OAuth scopes', () => {
  const { org, admin } = useOAuthClients();

  it('are 134, described in the language that is asked for', async () => {
    const list = (language: string) =>
      fetch(`${org().baseUrl}/api/v2/oauth/scopes`, {
        headers: { authorization: `Bearer ${admin()}`, 'accept-language': language },
      }).then((answer) => answer.text());
    const [english, japanese] = [await list('en-us'), await list('ja')];
    assert.equal(english.match(/"description"/g)?.length, 134);
    assert.match(english, /View OAuth clients/);
    assert.match(japanese, /OAuth クライアントの表示/);
    assert.doesNotMatch(english, /[\u3040-\u30ff]/);
    assert.equal((await org().call(admin(), 'GET', '/api/v2/oauth/scopes/x')).at('code'), 'not.found');
  });
});
