import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { beginLogin, endLogin } from '../../../src/core/platform/login.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { oauthAdminUrl } from '../../../src/core/platform/regions.ts';
import { adminPageFields, signInClient } from '../../../src/core/procedures/adminPage.ts';
import { answersOf, procedures } from '../../../src/core/procedures/index.ts';
import { lackingScopes } from '../../../src/core/signIn/scopes.ts';
import { submit } from '../../org/client.ts';
import { useOrg } from '../../org/useOrg.ts';
import { aContext, onAdminPage } from './situations.ts';

const least: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
};

describe('What to enter on the admin page', () => {
  it('comes field by field in the order of the page, one value a line', () => {
    const fields = adminPageFields({
      ...least,
      scope: ['users', 'presence'],
      registeredRedirectUri: ['https://crm.test/a', 'https://crm.test/b'],
      description: 'Agent desktop',
    });
    assert.deepEqual(fields, [
      { field: 'name', lines: ['CRM'] },
      { field: 'description', lines: ['Agent desktop'] },
      { field: 'duration', lines: ['64800'] },
      { field: 'grant-type', lines: ['CODE'] },
      { field: 'redirect-uris', lines: ['https://crm.test/a', 'https://crm.test/b'] },
      { field: 'scopes', lines: ['users', 'presence'] },
    ]);
  });

  it('leaves out fields that stay empty', () => {
    const fields = adminPageFields({ ...least, registeredRedirectUri: [], scope: [] });
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['name', 'duration', 'grant-type'],
    );
  });

  it('G12, G13: names the roles and divisions of client credentials, and of no other grant type', () => {
    const names = { roleNames: ' Supervisor \n\nReporting\n', divisionNames: 'Home' };
    const fieldsOf = (authorizedGrantType: OAuthClientRequest['authorizedGrantType']) =>
      adminPageFields({ ...least, authorizedGrantType }, names).slice(3);
    assert.deepEqual(fieldsOf('CLIENT-CREDENTIALS'), [
      { field: 'roles', lines: ['Supervisor', 'Reporting'] },
      { field: 'divisions', lines: ['Home'] },
    ]);
    assert.deepEqual(fieldsOf('SAML2-BEARER'), []);
  });

  it('S4: names the SCIM role, whatever a draft says', () => {
    const context = aContext({ destination: onAdminPage('mypurecloud.ie') });
    const answers = answersOf('scim', { roleNames: 'Master Admin', divisionNames: 'Sales' }, context);
    const request = procedures.scim.request(answers);
    assert.ok(request);
    assert.deepEqual(adminPageFields(request, answers).slice(-2), [
      { field: 'roles', lines: ['SCIM Integration'] },
      { field: 'divisions', lines: ['Sales'] },
    ]);
  });

  it('is the very client that a request of ours would make', () => {
    const context = aContext({ destination: onAdminPage('mypurecloud.ie') });
    const request = procedures.embeddable.request(answersOf('embeddable', { name: 'CRM' }, context));
    assert.ok(request);
    const uris = adminPageFields(request).find(({ field }) => field === 'redirect-uris');
    assert.deepEqual(uris?.lines, ['https://apps.mypurecloud.ie/crm/index.html']);
  });

  it('is entered on the page of the region', () => {
    assert.equal(
      oauthAdminUrl('mypurecloud.ie'),
      'https://apps.mypurecloud.ie/directory/#/admin/integrations/oauth',
    );
  });
});

describe('The client to sign in with', () => {
  const org = useOrg();

  it('signs somebody in through any port, with every scope that comes next, once it is made as described', async () => {
    const administrator = await org().signIn('administrator');
    const made = await org().call(administrator, 'POST', '/api/v2/oauth/clients', signInClient());
    assert.equal(made.status, 200);
    const { baseUrl } = org();
    const login = await beginLogin({
      loginUrl: `${baseUrl}/login`,
      clientId: String(made.at('id')),
      redirectUri: 'http://localhost:49152',
    });
    const form = Object.fromEntries(login.url.searchParams);
    const result = await endLogin(login, await submit(baseUrl, { ...form, person: 'developer' }));
    assert.ok(result.ok);
    const token = await org().call(result.token.accessToken, 'GET', '/api/v2/tokens/me');
    const held = token.at('authorizedScope');
    assert.ok(Array.isArray(held));
    assert.deepEqual(lackingScopes(held.map(String)), []);
  });
});
