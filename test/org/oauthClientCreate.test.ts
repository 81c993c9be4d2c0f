import assert from 'node:assert/strict';
import { idOf } from './samples.ts';
import { clients, code, useOAuthClients } from './useOAuthClients.ts';

describe('creating OAuth clients', () => {
  const { org, admin, home, role, call, machine } = useOAuthClients();
  const create = (body: object) => call('POST', '', body);

  const refused: [string, () => object, string][] = [
    ['no grant type', () => ({ name: 'A', scope: ['users'] }), 'grant.type.required'],
    ['an empty grant type', () => ({ ...code, authorizedGrantType: '' }), 'grant.type.required'],
    ['the withdrawn CODE_PKCE', () => ({ ...code, authorizedGrantType: 'CODE_PKCE' }), 'bad.grant.type'],
    ['PASSWORD', () => ({ ...code, authorizedGrantType: 'PASSWORD' }), 'bad.grant.type'],
    ['a grant type in lower case', () => ({ ...code, authorizedGrantType: 'code' }), 'bad.grant.type'],
    ['no scope', () => ({ ...code, scope: [] }), 'missing.client.scope'],
    [
      'no scope for SAML2',
      () => ({ name: 'A', authorizedGrantType: 'SAML2-BEARER' }),
      'missing.client.scope',
    ],
    ['an invented scope', () => ({ ...code, scope: ['conversations:call:add'] }), 'auth.invalid.scope'],
    ['no roles', () => machine(), 'missing.client.roles'],
    ['a role that the caller does not hold', () => machine('supervisor'), 'bad.client.role'],
    [
      'a role that does not exist',
      () => ({ ...machine(), roleDivisions: [{ roleId: 'x', divisionId: '*' }] }),
      'bad.client.role',
    ],
    ['the state inactive', () => ({ ...code, state: 'inactive' }), 'bad.client.state'],
    ['the state disabled', () => ({ ...code, state: 'disabled' }), 'bad.client.state'],
    ['an unknown state', () => ({ ...code, state: 'sleeping' }), 'invalid.value'],
    ['no name', () => ({ ...code, name: undefined }), 'constraint.validation'],
    ['an empty name', () => ({ ...code, name: '' }), 'constraint.validation'],
    ['a name that is a number', () => ({ ...code, name: 7 }), 'invalid.value'],
    ['299 seconds', () => ({ ...code, accessTokenValiditySeconds: 299 }), 'constraint.validation'],
    [
      '38,880,001 seconds',
      () => ({ ...code, accessTokenValiditySeconds: 38_880_001 }),
      'constraint.validation',
    ],
    ['half a second', () => ({ ...code, accessTokenValiditySeconds: 300.5 }), 'invalid.value'],
    ['a field that does not exist', () => ({ ...code, pkce: true }), 'invalid.property'],
    ['a date that is none', () => ({ ...code, dateToDelete: 'tomorrow' }), 'invalid.date'],
    ['a relative redirect URI', () => ({ ...code, registeredRedirectUri: ['/x'] }), 'constraint.validation'],
    [
      'a fragment',
      () => ({ ...code, registeredRedirectUri: ['https://a.example/#x'] }),
      'constraint.validation',
    ],
    [
      '126 redirect URIs',
      () => ({
        ...code,
        registeredRedirectUri: Array.from({ length: 126 }, (_, i) => `https://a.example/${i}`),
      }),
      'constraint.validation',
    ],
    [
      'a division that does not exist',
      () => ({ ...machine(), roleDivisions: [{ roleId: role('scim'), divisionId: 'x' }] }),
      'constraint.validation',
    ],
    ['a list', () => [code], 'bad.request'],
  ];
  for (const [what, body, expected] of refused) {
    it(`refuses ${what}: 400 ${expected}`, async () => {
      const answer = await create(body());
      assert.equal(answer.status, 400);
      assert.equal(answer.at('code'), expected);
      assert.equal((await call('GET', '')).at('total'), 1);
    });
  }

  it('refuses when there are too many: 400 auth.too.many.clients', async () => {
    await org().turn({ tooManyClients: true });
    assert.equal((await create(code)).at('code'), 'auth.too.many.clients');
  });

  it('answers 200 and gives the secret only then', async () => {
    const created = await create({
      ...code,
      description: 'd',
      registeredRedirectUri: ['https://a.example/cb'],
    });
    assert.equal(created.status, 200);
    assert.match(String(created.at('secret')), /^[\w-]{40,}$/);
    assert.equal(created.at('state'), 'active');
    assert.equal(created.at('accessTokenValiditySeconds'), 86_400);
    assert.equal(created.at('createdBy.name'), 'Practice Administrator');
    const read = await call('GET', `/${idOf(created)}`);
    assert.equal(read.at('secret'), undefined);
    assert.deepEqual(read.at('registeredRedirectUri'), ['https://a.example/cb']);
    const list = await call('GET', '');
    assert.doesNotMatch(JSON.stringify(list.body), /"secret"/);
  });

  it('takes a bare role id (the deprecated form) as that role in the home division', async () => {
    const created = await create({
      name: 'M',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleIds: [role('scim')],
    });
    assert.deepEqual(created.at('roleDivisions'), [{ roleId: role('scim'), divisionId: home() }]);
  });

  it('drops scopes for client credentials and roles for the others', async () => {
    const asMachine = await create({ ...machine('employee'), scope: ['users'] });
    assert.deepEqual(asMachine.at('scope'), []);
    const asPerson = await create({ ...code, roleDivisions: machine('supervisor').roleDivisions });
    assert.deepEqual(asPerson.at('roleDivisions'), []);
  });

  it('lets a client with client credentials pass on only roles that it holds', async () => {
    const token = await org().tokenOfNewClient(admin(), [{ roleId: role('masterAdmin'), divisionId: '*' }]);
    assert.equal((await org().call(token, 'POST', clients, machine('masterAdmin'))).status, 200);
    assert.equal((await org().call(token, 'POST', clients, machine('scim'))).at('code'), 'bad.client.role');
  });
});
