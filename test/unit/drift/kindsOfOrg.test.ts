import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import type { KnownOrgs } from '../../../src/core/drift/framework.ts';
import { compareScim } from '../../../src/core/drift/scim.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { anOrg, known, NOW, SCIM_CLIENT, SCIM_FILE, scimText } from './scenes.ts';

describe('A connection, held against the org of its kind', () => {
  const real = anOrg([SCIM_CLIENT], { account: 'real', orgName: 'Acme' });
  const practice = anOrg([SCIM_CLIENT], { account: 'practice', orgName: 'Practice Org', practice: true });
  const failing: KnownOrgs['failures'] = () => [
    { orgName: 'Practice Org', practice: true, error: { kind: 'cancelled' } },
  ];

  function comparedIn(isSaidToPractice: boolean, orgs: KnownOrgs): readonly string[] {
    const text = scimText(isSaidToPractice ? { practice: true } : {});
    const all = { ...orgs, names: new Map(), practiceOrgs: new Map() };
    const { compared, notCompared } = compareScim({ ...SCIM_FILE, text }, all, reckonedAt(NOW));
    return [...compared.map(({ org }) => org.account), ...notCompared.map(({ why }) => why.kind)];
  }
  const without = (org: OrgClients) => ({ ...org, clients: [] });

  it('is compared with the client of that one, where both have one of its ID', () => {
    assert.deepEqual(comparedIn(false, known(practice, real)), ['real']);
    assert.deepEqual(comparedIn(true, known(real, practice)), ['practice']);
  });

  it('is compared with the practice org where it does not say so, and no real org has it', () => {
    assert.deepEqual(comparedIn(false, known(without(real), practice)), ['practice']);
  });

  it('misses its client in the org of its kind, whatever an org of the other kind could not tell', () => {
    assert.deepEqual(comparedIn(false, { ...known(without(real)), failures: failing }), ['real']);
    assert.deepEqual(comparedIn(true, { ...known(without(real)), failures: failing }), ['unread']);
    assert.deepEqual(comparedIn(true, known(real)), ['signed-out']);
  });
});
