import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { holdsSecret } from '../../../src/core/clients/usable.ts';

describe('A client that shows a secret to get its tokens', () => {
  const grants: Readonly<Record<string, boolean>> = {
    CODE: true,
    'CLIENT-CREDENTIALS': true,
    'SAML2-BEARER': true,
    TOKEN: false,
    'GRANT-OF-TOMORROW': false,
  };
  for (const [authorizedGrantType, holds] of Object.entries(grants))
    it(`${authorizedGrantType}: ${holds ? 'has one' : 'is not known to have one'}`, () =>
      assert.equal(holdsSecret({ id: 'id', name: 'CRM', authorizedGrantType }), holds));

  it('is not one whose grant type the org does not tell', () =>
    assert.equal(holdsSecret({ id: 'id', name: 'CRM' }), false));
});
