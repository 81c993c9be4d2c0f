import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { connectionText, inPlaceOf, type KnownConnection } from '../../../src/core/scim/configFile.ts';
import { CONNECTION } from './samples.ts';

describe('A connection in the place of the one that its client has', () => {
  const { tokenEndsAt, ...withoutToken } = CONNECTION;
  /** The same client, put anew: what this Save has made of it. */
  const made = {
    ...withoutToken,
    createdAt: '2026-11-30T09:00:00.000Z',
    secret: { kept: 'elsewhere' } as const,
  };
  const own = (known: KnownConnection): KnownConnection => inPlaceOf(known, made);

  it('S6: was created when it was, not when it was written again', () => {
    assert.equal(own({ createdAt: CONNECTION.createdAt }).createdAt, CONNECTION.createdAt);
    assert.equal(own({}).createdAt, made.createdAt);
  });

  it('S6: goes on with its token until another one is made, and has none where none was', () => {
    assert.equal(own({ tokenEndsAt: '2027-01-01T00:00:00Z' }).tokenEndsAt, '2027-01-01T00:00:00Z');
    const renewed = { ...made, tokenEndsAt };
    assert.equal(inPlaceOf({ tokenEndsAt: '2027-01-01T00:00:00Z' }, renewed).tokenEndsAt, tokenEndsAt);
    assert.equal('tokenEndsAt' in own({}), false);
  });

  it('S6: says that its identity provider keeps the secret, unless the secret is kept here now', () => {
    const atProvider = { secret: { kept: 'identity-provider' } } as const;
    assert.deepEqual(own(atProvider).secret, atProvider.secret);
    const here = { kept: 'vscode-secret-storage' } as const;
    assert.deepEqual(inPlaceOf(atProvider, { ...made, secret: here }).secret, here);
    assert.deepEqual(own({ secret: here }).secret, made.secret, 'what was kept here once says nothing');
    assert.deepEqual(own({}).secret, made.secret);
  });

  it('S6: has everything else as it was made', () => {
    const others = { region: 'mypurecloud.ie', tokenDurationSeconds: 300, divisions: 'all' } as const;
    assert.deepEqual(own(others), made);
  });
});

describe('The text of a connection', () => {
  it('has a property a line in the order of the file, and nothing of what is not known', () => {
    const text = connectionText({ createdAt: CONNECTION.createdAt, practice: undefined, provider: 'entra' });
    assert.equal(text, `{\n  "provider": "entra",\n  "createdAt": "${CONNECTION.createdAt}"\n}`);
  });
});
