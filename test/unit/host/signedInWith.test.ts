import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Session } from '../../../src/host/signIn/session.ts';
import { signedInWith } from '../../../src/host/signIn/signedInWith.ts';

const session: Session = {
  id: 's',
  accessToken: 't',
  account: { id: 'mypurecloud.jp/org-1', label: 'Ada · Acme' },
  scopes: [],
  orgName: 'Acme',
  region: 'mypurecloud.jp',
  source: { kind: 'access-token' },
};
const client = { id: 'client-1', region: 'mypurecloud.jp', practice: false };
const accounts = async (differences: Partial<Session>, of = client) =>
  await signedInWith({ all: async () => [{ ...session, ...differences }] }, of);

describe('Who is signed in with a client itself', () => {
  it('is named, however they signed in with it', async () => {
    const named = ['Ada · Acme'];
    assert.deepEqual(await accounts({ source: { kind: 'browser', clientId: 'client-1' } }), named);
    assert.deepEqual(await accounts({ source: { kind: 'client-credentials', clientId: 'client-1' } }), named);
    const renewal = { kind: 'client-credentials', clientId: 'client-1', clientSecret: 's' } as const;
    assert.deepEqual(
      await accounts({ source: { kind: 'found', id: 'x', holds: 'client-credentials' }, renewal }),
      named,
    );
  });

  it('is nobody with another client, of another place, or with a token that does not say', async () => {
    const own = { source: { kind: 'browser', clientId: 'client-1' } } as const;
    assert.deepEqual(await accounts(own, { ...client, id: 'client-2' }), []);
    assert.deepEqual(await accounts(own, { ...client, region: 'mypurecloud.ie' }), []);
    assert.deepEqual(await accounts(own, { ...client, practice: true }), []);
    assert.deepEqual(await accounts({}), []);
  });
});
