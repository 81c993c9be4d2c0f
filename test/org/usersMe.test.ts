import assert from 'node:assert/strict';
import type { Reply } from './client.ts';
import { useOrg } from './useOrg.ts';

describe('users/me of the practice org', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    machine = await org().automationToken();
  });

  const meWith = (token: string) => org().call(token, 'GET', '/api/v2/users/me?expand=authorization');
  const names = (reply: Reply, place: string) => JSON.stringify(reply.at(place) ?? []);

  it('says what the person may do and holds, only when asked', async () => {
    assert.equal((await org().call(admin, 'GET', '/api/v2/users/me')).at('authorization'), undefined);
    const me = await meWith(admin);
    assert.match(names(me, 'authorization.permissions'), /"oauth:client:add"/);
    assert.match(names(me, 'authorization.roles'), /"SCIM Integration"/);
  });
  it('G1: a developer may not create clients', async () => {
    const developer = await org().signIn('developer');
    assert.doesNotMatch(names(await meWith(developer), 'authorization.permissions'), /oauth:client:add/);
    const answer = await org().call(developer, 'POST', '/api/v2/oauth/clients', {});
    assert.equal(answer.at('code'), 'missing.permissions');
    assert.match(String(answer.at('message')), /oauth:client:add/);
  });
  it('S1: an administrator without SCIM has every permission but not the role', async () => {
    const me = await meWith(await org().signIn('administrator-without-scim'));
    assert.match(names(me, 'authorization.permissions'), /"oauth:client:add"/);
    assert.doesNotMatch(names(me, 'authorization.roles'), /SCIM/);
  });
  it('is not for client credentials: 400 not.a.user', async () => {
    assert.equal((await org().call(machine, 'GET', '/api/v2/users/me')).at('code'), 'not.a.user');
  });
  it('refuses to expand what there is not', async () => {
    const answer = await org().call(admin, 'GET', '/api/v2/users/me?expand=salary');
    assert.equal(answer.at('code'), 'invalid.query.param.value');
  });
});
