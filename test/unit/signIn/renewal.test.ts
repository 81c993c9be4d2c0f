import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Token } from '../../../src/core/platform/login.ts';
import { logInToPracticeOrg } from '../../../src/core/signIn/practiceOrg.ts';
import {
  afterRenewal,
  nextRenewal,
  Renewal,
  renewalOf,
  tokenAnew,
} from '../../../src/core/signIn/renewal.ts';
import { useOrg } from '../../org/useOrg.ts';
import { anOrg } from '../procedures/situations.ts';

const BEFORE = '2026-11-22T17:00:00Z';
const NOW = '2026-11-23T11:00:00Z';
const IDLE = '2026-11-22T09:30:00Z';

describe('What is known of an org after its session was renewed', () => {
  it('is that its token ends later, and all else as before', () => {
    const org = anOrg({ tokenEndsAt: BEFORE });
    assert.deepEqual(afterRenewal(org, { endsAt: BEFORE }, { endsAt: NOW }), { ...org, tokenEndsAt: NOW });
  });

  it('is still that an idle token ends sooner', () => {
    const org = anOrg({ tokenEndsAt: IDLE });
    assert.equal(afterRenewal(org, { endsAt: BEFORE }, { endsAt: NOW }).tokenEndsAt, IDLE);
  });

  it('is not when the new token ends, where nobody says so', () => {
    const org = anOrg({ tokenEndsAt: BEFORE });
    assert.equal(afterRenewal(org, { endsAt: BEFORE }, {}).tokenEndsAt, undefined);
  });
});

describe('What renews a token without asking anybody', () => {
  const org = useOrg();
  const loginUrl = () => `${org().baseUrl}/login`;
  const token = (refreshToken?: string): Token => ({
    accessToken: 'a-token',
    expiresInSeconds: 3600,
    refreshToken,
  });

  it('is the refresh token that came with it; nothing where none did', () => {
    const renewal = renewalOf(token('r-1'), 'client-1');
    assert.deepEqual(renewal, { kind: 'refresh-token', clientId: 'client-1', refreshToken: 'r-1' });
    assert.equal(renewalOf(token(), 'client-1'), undefined);
  });

  it('is the next refresh token where one came, and else what it was', () => {
    const first: Renewal = { kind: 'refresh-token', clientId: 'client-1', refreshToken: 'r-1' };
    assert.deepEqual(nextRenewal(first, token('r-2')), { ...first, refreshToken: 'r-2' });
    assert.deepEqual(nextRenewal(first, token()), first);
    const secret: Renewal = { kind: 'client-credentials', clientId: 'client-1', clientSecret: 'a-secret' };
    assert.deepEqual(nextRenewal(secret, token('r-2')), secret);
  });

  it('is read back as it was kept, and nothing else is', () => {
    for (const renewal of [
      { kind: 'refresh-token', clientId: 'client-1', refreshToken: 'r-1' },
      { kind: 'client-credentials', clientId: 'client-1', clientSecret: 'a-secret' },
    ])
      assert.deepEqual(Renewal.parse(renewal), renewal);
    for (const odd of [
      { kind: 'refresh-token', clientId: 'client-1' },
      { kind: 'client-credentials', clientSecret: 's' },
    ])
      assert.equal(Renewal.safeParse(odd).success, false);
  });

  it('G8: makes another token of a refresh token, once', async () => {
    const login = await logInToPracticeOrg(org(), 'administrator');
    assert.ok(login.ok);
    const { refreshToken = '' } = login.token;
    const renewal: Renewal = { kind: 'refresh-token', clientId: org().signInClient.id, refreshToken };
    assert.equal((await tokenAnew(renewal, loginUrl())).ok, true);
    assert.equal((await tokenAnew(renewal, loginUrl())).ok, false);
  });

  it('G10: makes another token with the secret of a client that speaks for itself', async () => {
    const { id, secret } = org().automationClient;
    const renewal: Renewal = { kind: 'client-credentials', clientId: id, clientSecret: secret };
    assert.equal((await tokenAnew(renewal, loginUrl())).ok, true);
    assert.equal((await tokenAnew({ ...renewal, clientSecret: 'another' }, loginUrl())).ok, false);
  });
});
