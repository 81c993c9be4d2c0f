import assert from 'node:assert/strict';
import { type OrgUnderTest, startOrg } from './client.ts';
import { idOf, roleId } from './samples.ts';

const clients = '/api/v2/oauth/clients';

/** The calls of the Terraform provider, in its order (Genesys facts 11). */
describe('practice org with the call sequence of the Terraform provider', () => {
  let org: OrgUnderTest;
  before(async () => {
    org = await startOrg();
  });
  after(() => org.close());

  it('starts, which it does by asking for the products of the org', async () => {
    const products = await org.call(await org.automationToken(), 'GET', '/api/v2/authorization/products');
    assert.equal(products.status, 200);
    assert.equal(products.at('total'), products.at('entities.length'));
    assert.match(String(products.at('entities.0.id')), /^[a-z]+/i);
  });

  for (const withUser of [false, true]) {
    it(`creates, reads, updates and deletes, as ${withUser ? 'a person' : 'a client'}`, async () => {
      const token = withUser ? await org.signIn('administrator') : await org.automationToken();
      const scim = await roleId(org, token, 'SCIM Integration');
      const tokenInfo = await org.call(token, 'GET', '/api/v2/tokens/me');
      assert.equal(typeof tokenInfo.at('OAuthClient.id'), 'string');
      if (withUser) {
        const me = idOf(await org.call(token, 'GET', '/api/v2/users/me'));
        const held = await org.call(token, 'GET', `/api/v2/users/${me}/roles`);
        const roleIds = [...Array(Number(held.at('roles.length'))).keys()].map((n) =>
          held.at(`roles.${n}.id`),
        );
        const replaced = await org.call(token, 'PUT', `/api/v2/users/${me}/roles`, [...roleIds, scim]);
        assert.equal(replaced.status, 200);
      }
      const body = {
        name: 'Terraform',
        description: '',
        accessTokenValiditySeconds: 38_880_000,
        registeredRedirectUri: [],
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        scope: [],
        roleDivisions: [{ roleId: scim, divisionId: '*' }],
        state: 'active',
      };
      const created = await org.call(token, 'POST', clients, body);
      assert.equal(created.status, 200);
      const path = `${clients}/${idOf(created)}`;
      const read = await org.call(token, 'GET', path);
      assert.equal(read.at('accessTokenValiditySeconds'), 38_880_000);
      assert.deepEqual(read.at('roleDivisions'), body.roleDivisions);

      const updated = await org.call(token, 'PUT', path, { ...body, name: 'Terraform 2' });
      assert.equal(updated.at('name'), 'Terraform 2');

      assert.equal(
        (await org.call(token, 'PUT', path, { ...body, state: 'inactive' })).at('state'),
        'inactive',
      );
      assert.ok((await org.call(token, 'DELETE', path)).status < 300);
      assert.equal((await org.call(token, 'GET', path)).status, 404);
    });
  }
});
