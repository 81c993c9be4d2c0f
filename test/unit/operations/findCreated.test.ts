import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findCreated } from '../../../src/core/operations/readBack.ts';

const BEFORE = { clientIds: new Set<string>(), callerId: 'user-1' };

describe('Looking for the client of a lost request', () => {
  const request = {
    name: 'CRM',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: ['https://crm.test/a', 'https://crm.test/b'],
    scope: ['users'],
  } as const;
  const asked = {
    ...request,
    registeredRedirectUri: [...request.registeredRedirectUri],
    scope: [...request.scope],
  };
  const created = { id: 'new', ...asked };

  it('finds it, in whatever order the org answers its lists', () => {
    const listed = { ...created, registeredRedirectUri: [...asked.registeredRedirectUri].reverse() };
    assert.equal(findCreated(asked, [listed], BEFORE)?.id, 'new');
  });

  it('finds it when the org answers something once that was asked for twice', () => {
    const twice = { ...asked, scope: ['users', 'users'] };
    assert.equal(findCreated(twice, [created], BEFORE)?.id, 'new');
  });

  it('takes none that was there before', () => {
    assert.equal(findCreated(asked, [created], { ...BEFORE, clientIds: new Set(['new']) }), undefined);
  });

  it('takes none that somebody else made meanwhile, but one of which the org does not say whose it is', () => {
    const by = (id: string) => findCreated(asked, [{ ...created, createdBy: { id } }], BEFORE)?.id;
    assert.deepEqual([by('user-2'), by('user-1')], [undefined, 'new']);
    assert.equal(findCreated(asked, [{ ...created, createdBy: null }], BEFORE)?.id, 'new');
    const unknown = { ...BEFORE, callerId: undefined };
    assert.equal(findCreated(asked, [{ ...created, createdBy: { id: 'user-2' } }], unknown)?.id, 'new');
  });

  for (const [field, value] of Object.entries({
    name: 'crm',
    authorizedGrantType: 'TOKEN',
    accessTokenValiditySeconds: 86_400,
    registeredRedirectUri: ['https://crm.test/a'],
    scope: ['users', 'presence'],
  })) {
    it(`takes none whose ${field} differs`, () => {
      assert.equal(findCreated(asked, [{ ...created, [field]: value }], BEFORE), undefined);
    });
  }

  describe('of client credentials', () => {
    const scim = {
      name: 'SCIM',
      authorizedGrantType: 'CLIENT-CREDENTIALS' as const,
      accessTokenValiditySeconds: 38_880_000,
      roleDivisions: [
        { roleId: 'role-scim', divisionId: 'home' },
        { roleId: 'role-scim', divisionId: 'sales' },
      ],
    };

    it('finds it, in whatever order the org answers its roles', () => {
      const listed = { id: 'new', ...scim, roleDivisions: [...scim.roleDivisions].reverse() };
      assert.equal(findCreated(scim, [listed], BEFORE)?.id, 'new');
    });

    it('S4: finds it although the org has set its duration back, so that no second one is made', () => {
      const listed = { id: 'new', ...scim, accessTokenValiditySeconds: 86_400 };
      assert.equal(findCreated(scim, [listed], BEFORE)?.id, 'new');
    });

    it('takes none of the same name that has other roles', () => {
      for (const roleDivisions of [null, [], scim.roleDivisions.slice(1)]) {
        assert.equal(findCreated(scim, [{ id: 'new', ...scim, roleDivisions }], BEFORE), undefined);
      }
    });
  });
});
