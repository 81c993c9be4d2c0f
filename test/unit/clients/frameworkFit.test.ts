import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { byFrameworkFit, frameworkFit, mayFitFramework } from '../../../src/core/clients/forFramework.ts';

describe('A client for the Embeddable Framework', () => {
  const client = (name: string, authorizedGrantType?: string, state?: string) => ({
    id: name,
    name,
    ...(authorizedGrantType !== undefined && { authorizedGrantType }),
    ...(state !== undefined && { state }),
  });

  it('E3: fits with Code Authorization / PKCE and with Implicit', () => {
    for (const grantType of ['CODE', 'TOKEN']) assert.equal(frameworkFit(client('c', grantType)), 'fits');
  });

  it('does not fit with a grant type with which nobody logs in on a page', () => {
    for (const grantType of ['CLIENT-CREDENTIALS', 'SAML2-BEARER', 'PASSWORD'])
      assert.equal(frameworkFit(client('c', grantType)), 'other-grant-type');
  });

  it('does not fit while no token can be made with it', () => {
    for (const state of ['disabled', 'inactive'])
      assert.equal(frameworkFit(client('c', 'CODE', state)), 'not-active');
  });

  it('is not refused for what nobody knows', () => {
    for (const grantType of [undefined, 'GRANT-OF-TOMORROW'])
      assert.equal(frameworkFit(client('c', grantType, 'state-of-tomorrow')), 'fits');
  });

  it('E3: is offered where it fits, or would once it is active, and in no other case', () => {
    assert.equal(mayFitFramework(client('c', 'CODE')), true);
    assert.equal(mayFitFramework(client('c', 'TOKEN', 'disabled')), true);
    assert.equal(mayFitFramework(client('c', 'GRANT-OF-TOMORROW')), true);
    assert.equal(mayFitFramework(client('c', 'CLIENT-CREDENTIALS')), false);
    assert.equal(mayFitFramework(client('c', 'SAML2-BEARER', 'disabled')), false);
  });

  it('is listed before those that do not fit, each by name', () => {
    const clients = [
      client('b', 'CLIENT-CREDENTIALS'),
      client('d', 'CODE', 'disabled'),
      client('C', 'CODE', 'active'),
      client('a', 'CLIENT-CREDENTIALS'),
      client('b2', 'TOKEN'),
    ];
    assert.deepEqual(
      byFrameworkFit(clients).map(({ name }) => name),
      ['b2', 'C', 'd', 'a', 'b'],
    );
  });
});
