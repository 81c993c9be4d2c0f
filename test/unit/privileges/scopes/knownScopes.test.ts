import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { KnownScopes, nearScopes } from '../../../../src/core/privileges/scopes/knownScopes.ts';
import { operation } from '../operations.ts';
import { publishedOperations } from '../publishedOperations.ts';
import { SCOPES } from './scopes.ts';

describe('The scopes near a word', () => {
  const cases: Record<string, readonly string[]> = {
    'users:manage': ['users', 'users:readonly'],
    'conversations:call:add': ['conversations', 'conversations:readonly'],
    'admin:oauthclient': ['oauth', 'oauth:readonly'],
    'analytics:read': ['analytics:readonly', 'analytics'],
    'oauth:client:write': ['oauth', 'oauth:readonly'],
    'user:readonly': ['users:readonly', 'users'],
    conversation: ['conversations', 'conversations:readonly'],
    externalContacts: ['external-contacts', 'external-contacts:readonly'],
    'external_contacts:view': ['external-contacts:readonly', 'external-contacts'],
    'organisation:readonly': ['organization:readonly', 'organization'],
    'Users:readonly': ['users:readonly', 'users'],
    'notification:readonly': ['notifications'],
    'audits:read': ['audits:readonly'],
  };
  for (const [word, near] of Object.entries(cases))
    it(`of ${word}`, () => assert.deepEqual(nearScopes(word, SCOPES), near));

  it('are none where nothing is near', () => {
    for (const word of [
      'all',
      'read',
      'admin',
      'repo:status',
      'openid',
      'offline_access',
      'x:y:z',
      '',
      ':::',
      'use',
    ])
      assert.deepEqual(nearScopes(word, SCOPES), [], word);
  });
});

describe('A word in the place of a scope', () => {
  const known = new KnownScopes([
    operation('GET /oauth/clients', {
      permissions: { mode: 'any', of: ['oauth:client:view'] },
      scopes: ['oauth', 'oauth:readonly'],
    }),
    operation('GET /oauth/clients/{id}', {
      permissions: { mode: 'any', of: ['oauth:client:view'] },
      scopes: ['oauth'],
    }),
    operation('GET /free', { permissions: { mode: 'any', of: ['a:free:view'] }, scopes: undefined }),
  ]);

  it('is a scope where an operation accepts it', () => {
    assert.deepEqual(known.judge('oauth:readonly'), { kind: 'scope' });
  });

  it('is a permission where an operation asks for it, with the scopes of these operations, the most frequent first', () => {
    assert.deepEqual(known.judge('oauth:client:view'), {
      kind: 'permission',
      scopes: ['oauth', 'oauth:readonly'],
    });
    assert.deepEqual(known.judge('a:free:view'), { kind: 'permission', scopes: [] });
  });

  it('is none otherwise', () => {
    assert.deepEqual(known.judge('oauth:client:write'), {
      kind: 'no-scope',
      near: ['oauth', 'oauth:readonly'],
    });
    assert.deepEqual(known.judge('toString'), { kind: 'no-scope', near: [] });
  });

  it('is what it is in the API itself, too', function () {
    const operations = publishedOperations();
    if (operations === undefined) return this.skip();
    const real = new KnownScopes(operations);
    for (const scope of SCOPES) assert.deepEqual(real.judge(scope), { kind: 'scope' }, scope);
    for (const word of [
      'users:manage',
      'conversations:call:add',
      'admin:oauthclient',
      'analytics:read',
      'oauth:client:write',
    ]) {
      const judged = real.judge(word);
      assert.ok(judged.kind === 'no-scope' && judged.near.length > 0, word);
    }
    assert.equal(real.judge('oauth:client:view').kind, 'permission');
  });
});
