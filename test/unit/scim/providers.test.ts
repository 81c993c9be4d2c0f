import assert from 'node:assert/strict';
import { orgHosts } from '../../../src/core/platform/orgHosts.ts';
import { type Provider, providerIds, providers, providerUrls } from '../../../src/core/scim/providers.ts';
import { providerName } from '../../../src/core/texts/scim.ts';

describe('The identity providers (S6)', () => {
  it('S6: are the five of the procedure and any other, the last', () => {
    assert.deepEqual(providerIds.map(providerName), [
      'Microsoft Entra ID',
      'Okta',
      'OneLogin',
      'ServiceNow',
      'PingOne',
      'Another identity provider',
    ]);
  });

  for (const id of providerIds) {
    const { holds, authorizationPath, fields, name }: Provider = providers[id];
    const asked = fields.map(({ value }) => value);

    it(`S6: ${name} is asked for what it holds, and for nothing else`, () => {
      assert.equal(asked.includes('access-token'), holds !== 'client-credentials');
      assert.equal(asked.includes('client-id'), holds !== 'bearer-token');
      assert.equal(asked.includes('client-secret'), holds !== 'bearer-token');
    });

    it(`S6: ${name} has an authorization URL exactly when its page asks for one`, () => {
      assert.equal(asked.includes('authorization-url'), authorizationPath !== undefined);
      const { authorizationUrl } = providerUrls(id, orgHosts('mypurecloud.jp'));
      assert.equal(authorizationUrl !== undefined, authorizationPath !== undefined);
    });
  }

  it('S6: Entra ID and Okta hold a bearer token; OneLogin, ServiceNow and PingOne ID and secret', () => {
    const held = providerIds.map((id) => [id, providers[id].holds]);
    assert.deepEqual(Object.fromEntries(held), {
      entra: 'bearer-token',
      okta: 'bearer-token',
      onelogin: 'client-credentials',
      servicenow: 'client-credentials',
      pingone: 'client-credentials',
      other: 'either',
    });
  });

  it('S6: the addresses are those of the region', () => {
    const hosts = orgHosts('usw2.pure.cloud');
    assert.deepEqual(providerUrls('entra', hosts), {
      scimBaseUrl: 'https://api.usw2.pure.cloud/api/v2/scim/v2',
      tokenUrl: 'https://login.usw2.pure.cloud/oauth/token',
    });
    assert.deepEqual(providerUrls('onelogin', hosts), {
      scimBaseUrl: 'https://api.usw2.pure.cloud/api/v2/scim',
      tokenUrl: 'https://login.usw2.pure.cloud/oauth/token',
      authorizationUrl: 'https://login.usw2.pure.cloud',
    });
  });
});
