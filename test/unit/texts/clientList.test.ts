import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clientRowLabel, concernText } from '../../../src/core/texts/clientList.ts';

const AT = { kind: 'scim', uri: '', path: 'genesys-scim.json', line: 1 } as const;

/** What is said at this moment of a token that ends then; both by the clocks of the reader. */
function said(now: string, endsAt: string): string {
  const at = new Date(now);
  const end = new Date(endsAt);
  const standing = end <= at ? 'expired' : 'expiring';
  return concernText({ kind: 'token', standing, endsAt: end.toISOString(), at: AT }, at, 'en');
}

describe('What is said of a client in a list', () => {
  it('S6: names the day on which a token ends as the calendar of its reader does', () => {
    assert.equal(said('2026-11-30T01:00', '2026-11-30T21:00'), 'token ends today');
    assert.equal(said('2026-11-30T23:00', '2026-12-01T08:00'), 'token ends tomorrow');
    assert.equal(said('2026-11-30T22:00', '2026-11-30T02:00'), 'token ended today');
    assert.equal(said('2026-11-30T01:00', '2026-11-29T23:00'), 'token ended yesterday');
    assert.equal(said('2026-03-20T12:00', '2026-04-01T11:00'), 'token ends in 12 days');
  });

  it('reads out the ID of a client that has no name', () => {
    const client = { id: 'client-1', name: '', state: 'active', authorizedGrantType: 'CODE' };
    const label = clientRowLabel({ client, concerns: [] }, new Date(), 'en');
    assert.equal(label, '(no name) client-1, Code Authorization / PKCE');
  });
});
