import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { afterRenewal } from '../../../src/core/signIn/renewal.ts';
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
