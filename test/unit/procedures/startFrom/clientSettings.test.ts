import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../../src/core/platform/oauthClients.ts';
import type { Draft, ProcedureId } from '../../../../src/core/procedures/draft.ts';
import { startFrom } from '../../../../src/core/procedures/startFrom/clientSettings.ts';
import { nameOfCopy, notTakenText } from '../../../../src/core/texts/startFrom.ts';
import { aContext, anOrg, findingsOf, inOrg } from '../situations.ts';

const site: OAuthClient = {
  id: 'client-1',
  name: 'Wallboard',
  description: 'In the hall',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 3600,
  registeredRedirectUri: ['https://a.example.com/', 'https://b.example.com/'],
  scope: ['users', 'analytics:readonly'],
};
const service: OAuthClient = {
  id: 'client-2',
  name: 'Export',
  description: null,
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 86_400,
  registeredRedirectUri: [],
  scope: null,
  roleDivisions: [
    { roleId: 'role-not-held', divisionId: 'division-home' },
    { roleId: 'role-supervisor', divisionId: '*' },
    { roleId: 'role-not-held', divisionId: 'division-sales' },
  ],
};

describe('Starting from roles of which no division is known', () => {
  it('G13: keeps the roles, and asks for the division of each', () => {
    const settings = {
      ...{ name: 'Export', authorizedGrantType: 'CLIENT-CREDENTIALS' },
      ...{ roleDivisions: [], rolesWithoutDivision: ['role-supervisor'] },
    };
    const { draft } = startFrom('general', settings, {});
    assert.deepEqual(draft.roles, [{ roleId: 'role-supervisor', divisionIds: [] }]);
    const found = findingsOf('general', draft, aContext({ destination: inOrg(anOrg()) }));
    assert.ok(found.includes('error role-without-division'), found.join());
  });
});

describe('Starting from a client that exists', () => {
  it('takes over everything that the procedure asks about it', () => {
    const { draft, notTaken } = startFrom('general', { ...site, name: nameOfCopy(site.name) }, {});
    assert.deepEqual(draft, {
      adopts: null,
      name: 'Copy of Wallboard',
      description: 'In the hall',
      duration: '3600',
      grantType: 'CODE',
      redirectUris: 'https://a.example.com/\nhttps://b.example.com/',
      scopes: ['users', 'analytics:readonly'],
    });
    assert.deepEqual(notTaken, []);
  });

  it('takes over each role once with its divisions; G12: one that the person does not hold is found', () => {
    const { draft } = startFrom('general', service, {});
    assert.deepEqual(draft.roles, [
      { roleId: 'role-not-held', divisionIds: ['division-home', 'division-sales'] },
      { roleId: 'role-supervisor', divisionIds: ['*'] },
    ]);
    assert.deepEqual(findingsOf('general', draft), ['error role-not-held']);
  });

  it('G2: warns about a name that is in use, as that of a copy is when it is copied twice', () => {
    const clients = { kind: 'known' as const, value: [{ id: 'client-9', name: 'Copy of Wallboard' }] };
    const context = aContext({ destination: inOrg(anOrg({ clients })) });
    const { draft } = startFrom('general', { ...site, name: nameOfCopy(site.name) }, {});
    assert.deepEqual(findingsOf('general', draft, context), ['warning name-in-use']);
  });

  const lost: [ProcedureId, OAuthClient, unknown[]][] = [
    [
      'general',
      { ...site, authorizedGrantType: 'PASSWORD' },
      [{ kind: 'grant-type', grantType: 'PASSWORD' }],
    ],
    [
      'embeddable',
      service,
      [
        { kind: 'grant-type', grantType: 'CLIENT-CREDENTIALS' },
        { kind: 'roles', count: 2 },
      ],
    ],
    [
      'scim',
      site,
      [
        { kind: 'grant-type', grantType: 'CODE' },
        { kind: 'redirect-uris', count: 2 },
        { kind: 'scopes', count: 2 },
      ],
    ],
  ];
  for (const [procedure, client, notTaken] of lost) {
    it(`says what ${procedure} has no place for in a client of ${client.authorizedGrantType}`, () => {
      const started = startFrom(procedure, client, {});
      assert.deepEqual(started.notTaken, notTaken);
      assert.equal(started.draft.grantType, undefined);
    });
  }

  it('S2: keeps the 450 days of a client for SCIM there alone; elsewhere it takes the longest, and says so', () => {
    const long = { ...service, accessTokenValiditySeconds: 38_880_000 };
    for (const procedure of ['general', 'embeddable'] as const) {
      const { draft, notTaken } = startFrom(procedure, long, {});
      assert.equal(draft.duration, '172800');
      const told = notTaken.filter(({ kind }) => kind === 'duration').map(notTakenText);
      assert.deepEqual(told, [
        'The token duration of 450 days is only for SCIM. It is 2 days here, the longest that another client may have.',
      ]);
    }
    const scim = startFrom('scim', long, {});
    assert.equal(scim.draft.duration, '38880000');
    assert.equal(
      scim.notTaken.some(({ kind }) => kind === 'duration'),
      false,
    );
  });

  it('G4: leaves a duration that nobody may have to the rules', () => {
    const { draft, notTaken } = startFrom(
      'general',
      { ...service, accessTokenValiditySeconds: 38_880_001 },
      {},
    );
    assert.equal(draft.duration, '38880001');
    assert.deepEqual(notTaken, []);
  });

  it('leaves what is asked beyond the client as it was, and nothing of a former client', () => {
    const before: Draft = {
      adopts: 'client-7',
      name: 'Typed',
      description: 'Typed, too',
      scopes: ['oauth'],
      target: { kind: 'by-hand' },
      dedicatedLoginWindow: true,
    };
    assert.deepEqual(startFrom('embeddable', { name: 'A' }, before).draft, {
      adopts: null,
      name: 'A',
      target: { kind: 'by-hand' },
      dedicatedLoginWindow: true,
    });
  });

  it('takes a duration that no rule allows as it is, for the rules to say so', () => {
    const { draft } = startFrom('general', { ...site, accessTokenValiditySeconds: 38_880_000.5 }, {});
    assert.deepEqual(findingsOf('general', draft), ['error duration-not-a-number']);
  });
});
