import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compareClient, durationReadBack } from '../../../src/core/operations/readBack.ts';
import type { ReadBack } from '../../../src/core/operations/run.ts';
import type { OAuthClient, OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import type { Plan } from '../../../src/core/procedures/plan.ts';

const CODE: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/a', 'https://crm.test/b'],
  scope: ['users', 'presence'],
};
const MACHINE: OAuthClientRequest = {
  name: 'SCIM',
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 38_880_000,
  roleDivisions: [
    { roleId: 'role-scim', divisionId: 'home' },
    { roleId: 'role-scim', divisionId: 'sales' },
  ],
};

/** What the read-back says when the org has made the client like this. */
function compare(asked: OAuthClientRequest, differences: Partial<OAuthClient> = {}) {
  return compareClient({ body: asked }, { ok: true, value: { id: 'new', ...asked, ...differences } });
}

describe('Reading a client back', () => {
  for (const asked of [CODE, MACHINE]) {
    it(`S4: finds the client of ${asked.authorizedGrantType} as asked`, () => {
      assert.deepEqual(compare(asked), { kind: 'as-asked' });
    });
  }

  it('S4: notices that the org has shortened the duration, and to what', () => {
    assert.deepEqual(compare(MACHINE, { accessTokenValiditySeconds: 86_400 }), {
      kind: 'different',
      fields: [],
      durationSeconds: { asked: 38_880_000, made: 86_400 },
    });
  });

  it('S4: notices a duration that the org has made longer, too', () => {
    assert.deepEqual(compare(CODE, { accessTokenValiditySeconds: 86_400 }), {
      kind: 'different',
      fields: [],
      durationSeconds: { asked: 64_800, made: 86_400 },
    });
  });

  it('takes no answer about the duration for no difference', () => {
    const { accessTokenValiditySeconds: _, ...rest } = MACHINE;
    assert.deepEqual(compareClient({ body: MACHINE }, { ok: true, value: { id: 'new', ...rest } }), {
      kind: 'as-asked',
    });
  });

  it('does not mind the order of lists, nor something answered once that was asked for twice', () => {
    const twice = { ...CODE, scope: ['users', 'presence', 'users'] };
    const reversed = {
      scope: ['presence', 'users'],
      registeredRedirectUri: ['https://crm.test/b', 'https://crm.test/a'],
    };
    assert.deepEqual(compare(twice, reversed), { kind: 'as-asked' });
    const roleDivisions = [...(MACHINE.roleDivisions ?? [])].reverse();
    assert.deepEqual(compare(MACHINE, { roleDivisions }), { kind: 'as-asked' });
  });

  it('S5: knows a role that was asked for in every division, also where the org spells them out', () => {
    const everywhere = { ...MACHINE, roleDivisions: [{ roleId: 'role-scim', divisionId: '*' }] };
    for (const divisionIds of [['*'], ['home', 'sales']]) {
      const roleDivisions = divisionIds.map((divisionId) => ({ roleId: 'role-scim', divisionId }));
      assert.deepEqual(compare(everywhere, { roleDivisions }), { kind: 'as-asked' });
    }
    const other = { roleDivisions: [{ roleId: 'another', divisionId: '*' }] };
    assert.deepEqual(compare(everywhere, other), { kind: 'different', fields: ['roleDivisions'] });
  });

  it('S5: misses a division where not all of them came back', () => {
    const body = { ...MACHINE, roleDivisions: [{ roleId: 'role-scim', divisionId: '*' }] };
    const madeIn = (...divisionIds: string[]) => {
      const roleDivisions = divisionIds.map((divisionId) => ({ roleId: 'role-scim', divisionId }));
      const value = { id: 'new', ...body, roleDivisions };
      return compareClient({ body, divisionCount: 2 }, { ok: true, value }).kind;
    };
    assert.equal(madeIn('home'), 'different');
    assert.equal(madeIn('home', 'home'), 'different');
    assert.equal(madeIn('home', 'sales'), 'as-asked');
    assert.equal(madeIn('*'), 'as-asked');
  });

  it('takes null and an empty list for a list that was not asked for', () => {
    for (const list of [null, []]) {
      assert.deepEqual(compare(MACHINE, { scope: list, registeredRedirectUri: list }), { kind: 'as-asked' });
      assert.deepEqual(compare(CODE, { roleDivisions: list }), { kind: 'as-asked' });
    }
  });

  const differences: [field: string, asked: OAuthClientRequest, made: Partial<OAuthClient>][] = [
    ['authorizedGrantType', CODE, { authorizedGrantType: 'TOKEN' }],
    ['registeredRedirectUri', CODE, { registeredRedirectUri: ['https://crm.test/a'] }],
    ['registeredRedirectUri', CODE, { registeredRedirectUri: null }],
    ['scope', CODE, { scope: ['users', 'presence', 'routing'] }],
    ['scope', CODE, { scope: null }],
    ['scope', MACHINE, { scope: ['users'] }],
    ['roleDivisions', MACHINE, { roleDivisions: null }],
    ['roleDivisions', MACHINE, { roleDivisions: [{ roleId: 'role-scim', divisionId: 'home' }] }],
    [
      'roleDivisions',
      MACHINE,
      {
        roleDivisions: [
          { roleId: 'role-scim', divisionId: 'home' },
          { roleId: 'another', divisionId: 'sales' },
        ],
      },
    ],
  ];
  for (const [field, asked, made] of differences) {
    it(`names ${field} when the org made of it ${JSON.stringify(Object.values(made)[0])}`, () => {
      assert.deepEqual(compare(asked, made), { kind: 'different', fields: [field] });
    });
  }

  it('names everything that differs at once', () => {
    const made = {
      authorizedGrantType: 'CODE',
      accessTokenValiditySeconds: 300,
      scope: ['users'],
      roleDivisions: [],
    };
    assert.deepEqual(compare(MACHINE, made), {
      kind: 'different',
      fields: ['authorizedGrantType', 'scope', 'roleDivisions'],
      durationSeconds: { asked: 38_880_000, made: 300 },
    });
  });

  it('says that the client could not be read, and why', () => {
    const error = { kind: 'forbidden', answer: { status: 403 } } as const;
    assert.deepEqual(compareClient({ body: CODE }, { ok: false, error }), { kind: 'unread', error });
  });
});

describe('S4: how long the tokens of a client last', () => {
  const plan: Plan = [
    { kind: 'create-client', orgName: 'Tanaka', url: 'https://api.mypurecloud.jp/api/v2', body: MACHINE },
    { kind: 'read-back', url: 'https://api.mypurecloud.jp/api/v2', body: MACHINE },
  ];
  const error = { kind: 'forbidden', answer: { status: 403 } } as const;
  const cases: Readonly<Record<string, [ReadBack | undefined, number | undefined]>> = {
    'as was asked, where the client is as asked': [{ kind: 'as-asked' }, 38_880_000],
    'as was asked, where something else differs': [{ kind: 'different', fields: ['scope'] }, 38_880_000],
    'as the org made it': [
      { kind: 'different', fields: [], durationSeconds: { asked: 38_880_000, made: 86_400 } },
      86_400,
    ],
    'not known, where the client could not be read': [{ kind: 'unread', error }, undefined],
    'not known before it was read': [undefined, undefined],
  };
  for (const [what, [readBack, seconds]] of Object.entries(cases)) {
    it(`is ${what}`, () => assert.equal(durationReadBack(plan, readBack), seconds));
  }

  it('is not known of a client that nobody asked for', () => {
    const adopted: Plan = [{ kind: 'use-client', id: 'client-1', name: 'SCIM' }];
    assert.equal(durationReadBack(adopted, { kind: 'as-asked' }), undefined);
  });
});
