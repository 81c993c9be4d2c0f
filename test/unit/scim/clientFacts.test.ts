import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { scimClientFacts } from '../../../src/core/scim/clientFacts.ts';
import { SCIM_ROLE } from '../procedures/situations.ts';

const REGION = 'mypurecloud.jp';
const CLIENT = {
  id: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31',
  name: 'Identity',
  accessTokenValiditySeconds: 38_880_000,
  roleDivisions: [
    { roleId: SCIM_ROLE.id, divisionId: '*' },
    { roleId: 'gone', divisionId: '*' },
  ],
};

function org(more: Partial<OrgClients> = {}): OrgClients {
  const readAt = '2026-03-01T09:00:00Z';
  return {
    account: 'a',
    orgName: 'Acme',
    region: REGION,
    practice: false,
    clients: [CLIENT],
    readAt,
    ...more,
  };
}

describe('What orgs say of a client that a SCIM config file names', () => {
  const named = { region: REGION, clientId: CLIENT.id, practice: false };
  const ask = (
    orgs: readonly OrgClients[],
    roles: (typeof SCIM_ROLE)[] | undefined = [SCIM_ROLE],
    of = named,
  ) => scimClientFacts(orgs, () => roles)(of);

  it('S4: is how long its tokens last, and which of its roles lets them last so long', () => {
    const facts = ask([org()]);
    assert.equal(facts?.accessTokenValiditySeconds, 38_880_000);
    assert.equal(facts.practice, false);
    assert.deepEqual(
      facts.roles.map(({ name, fit }) => [name, fit.kind]),
      [
        ['SCIM Integration', 'fits'],
        ['gone', 'unchecked'],
      ],
    );
  });

  it('S4: is of no role whether it fits, where the roles are not known; its ID stands for its name', () => {
    const facts = scimClientFacts([org()], () => undefined)(named);
    assert.deepEqual(
      facts?.roles.map(({ id, name, fit }) => [id === name, fit]),
      [
        [true, { kind: 'unchecked', isLikely: false }],
        [true, { kind: 'unchecked', isLikely: false }],
      ],
    );
  });

  it('is nothing where no org has the client, or it does not say how long tokens last', () => {
    assert.equal(ask([org({ clients: [] })]), undefined);
    assert.equal(ask([org({ region: 'mypurecloud.ie' })]), undefined);
    const { accessTokenValiditySeconds: _, ...silent } = CLIENT;
    assert.equal(ask([org({ clients: [silent] })]), undefined);
  });

  it('says of a client of the practice org that it is one', () => {
    const facts = ask([org({ practice: true })], [SCIM_ROLE], { ...named, practice: true });
    assert.equal(facts?.practice, true);
  });
});
