import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Difference } from '../../../src/core/drift/comparison.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { ofScim, SCIM_CLIENT, scimText } from './scenes.ts';

/** How the org could be made to match in each fact that differs. */
function mends(
  client: OAuthClient,
  changes: Readonly<Record<string, unknown>>,
): Record<string, Difference['org']> {
  const [only] = ofScim([client], scimText(changes)).compared;
  return Object.fromEntries((only?.differences ?? []).map(({ fact, org }) => [fact, org]));
}

const GONE = { role: { id: 'role-gone', name: 'Former' } };
const HOME = { id: 'division-1', name: 'Home' };
const FORMER = { id: 'division-gone', name: 'Former' };

describe('What a connection says of roles and divisions', () => {
  it('is not offered where the org does not list the role, or one of the divisions, any more', () => {
    assert.deepEqual(mends(SCIM_CLIENT, GONE), { roles: { kind: 'not', why: 'role-gone' } });
    assert.deepEqual(mends(SCIM_CLIENT, { divisions: [HOME, FORMER] }), {
      divisions: { kind: 'not', why: 'division-gone' },
    });
    const otherGrant = { ...SCIM_CLIENT, authorizedGrantType: 'CODE' };
    assert.deepEqual(mends(otherGrant, GONE)['grant'], { kind: 'not', why: 'role-gone' });
    assert.equal(mends(SCIM_CLIENT, { divisions: [HOME] })['divisions']?.kind, 'change');
  });

  it('takes no role away where the file does not say in which divisions it is meant', () => {
    const client = { ...SCIM_CLIENT, roleDivisions: [{ roleId: 'role-more', divisionId: '*' }] };
    assert.deepEqual(mends(client, { divisions: undefined })['roles'], { kind: 'not', why: 'role-missing' });
  });
});
