import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lackingScopes, SIGN_IN_SCOPES } from '../../../src/core/signIn/scopes.ts';
import { useOrg } from '../../org/useOrg.ts';

describe('The scopes of a sign-in', () => {
  const org = useOrg();

  it('are all lacking in a token without any', () => {
    assert.deepEqual(lackingScopes([]), [...SIGN_IN_SCOPES]);
  });

  it('lack nothing in a token with exactly these, or with more', () => {
    assert.deepEqual(lackingScopes(SIGN_IN_SCOPES), []);
    assert.deepEqual(lackingScopes([...SIGN_IN_SCOPES, 'routing', 'users']), []);
  });

  it('are covered by one that may write where one that may read is enough, and never the other way', () => {
    const held = ['authorization', 'oauth', 'organization', 'user-basic-info'];
    assert.deepEqual(lackingScopes(held), []);
    const readOnly = ['authorization:readonly', 'oauth:readonly', 'organization', 'user-basic-info:readonly'];
    assert.deepEqual(lackingScopes(readOnly), ['authorization', 'oauth', 'user-basic-info']);
  });

  it('are not mistaken for others that begin alike', () => {
    assert.ok(lackingScopes(['oauthx', 'user-basic', 'organization-authorization']).includes('oauth'));
    assert.equal(lackingScopes(['organization-authorization']).length, SIGN_IN_SCOPES.length);
  });

  it('are scopes that the org knows', async () => {
    const listed = await org().call(await org().signIn('administrator'), 'GET', '/api/v2/oauth/scopes');
    const body = JSON.stringify(listed.body);
    for (const scope of SIGN_IN_SCOPES) assert.ok(body.includes(`"${scope}"`), scope);
  });
});
