import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import type { ClientUse, ReportedOrg } from '../../../src/core/report/facts.ts';
import { namedRole, problemsOf } from '../../../src/core/report/problems.ts';
import { ADMIN, client, orgWith, SALES, UNREAD, VIEWER } from '../../report/made.ts';

function found(
  more: Partial<OAuthClient> = {},
  use: ClientUse = UNREAD,
  facts: Partial<ReportedOrg> = {},
): string[] {
  const problems = problemsOf(client(more), use, orgWith([], facts));
  return problems.map(({ code, certainty, of }) => [code, certainty, ...of].join(' '));
}

/** A client that calls as itself. */
const machine = (...roles: (readonly [string, string])[]): Partial<OAuthClient> => ({
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  scope: [],
  registeredRedirectUri: [],
  roleDivisions: roles.map(([roleId, divisionId]) => ({ roleId, divisionId })),
});

describe('What an auditor is told of a client', () => {
  it('is nothing where nothing is to be said', () => assert.deepEqual(found(), []));

  it('is that it uses the implicit grant', () => {
    assert.deepEqual(found({ authorizedGrantType: 'TOKEN' }), ['implicit-grant certain']);
  });

  it('is each redirect URI over http that leads off this computer, and no other', () => {
    const registeredRedirectUri = [
      'http://crm.example/callback',
      'HTTP://10.0.0.1/',
      'http://localhost:8080/callback',
      'http://127.0.0.1/',
      'http://[::1]/',
      'https://http.example/',
      'myapp://callback',
      'no address at all',
    ];
    assert.deepEqual(found({ registeredRedirectUri }), [
      'insecure-redirect-uri certain http://crm.example/callback HTTP://10.0.0.1/',
    ]);
  });

  it('is that it was not used, by the days or by the calls that were read', () => {
    assert.deepEqual(found({}, { last: { kind: 'unused' }, calls: undefined }), ['not-used certain']);
    assert.deepEqual(found({}, { last: undefined, calls: { kind: 'nothing-called' } }), ['not-used certain']);
  });

  it('is not that it was not used, of a client that is younger than the days that were read', () => {
    const { now } = orgWith([]);
    const madeAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
    const unused = { last: { kind: 'unused' }, calls: undefined } as const;
    assert.deepEqual(found({ dateCreated: madeAgo(29.9) }, unused), []);
    assert.deepEqual(found({ dateCreated: madeAgo(30) }, unused), ['not-used certain']);
  });

  it('is not that it was not used, where it was, nobody asked, or the org does not tell', () => {
    const used = { kind: 'used', day: '2026-11-29' } as const;
    assert.deepEqual(found({}, { last: used, calls: { kind: 'nothing-called' } }), []);
    assert.deepEqual(found({}, { last: { kind: 'untold' }, calls: { kind: 'untold' } }), []);
    assert.deepEqual(found({}, { last: undefined, calls: { kind: 'only-unknown' } }), []);
  });

  for (const [isWhole, certainty] of [
    [true, 'certain'],
    [false, 'likely'],
  ] as const) {
    it(`is what no call needed, ${certainty} where ${isWhole ? 'all' : 'not all'} of the calls are known`, () => {
      const unused = [{ kind: 'scope-unused', right: 'fax', instead: [] }] as const;
      const calls = { kind: 'compared', unused, isWhole } as const;
      assert.deepEqual(found({}, { last: undefined, calls }), [`unused-rights ${certainty} fax`]);
    });
  }

  it('is each role that it has in all divisions, once and by name', () => {
    assert.deepEqual(found(machine([VIEWER, '*'], [VIEWER, SALES], ['unnamed', '*'])), [
      'all-divisions certain Viewer unnamed',
    ]);
    assert.deepEqual(found(machine([VIEWER, SALES])), []);
  });

  it('is what lets it make clients or give roles: certain of its roles, likely of scopes', () => {
    assert.deepEqual(found(machine([ADMIN, SALES], [VIEWER, SALES])), ['hands-out-rights certain Admin']);
    assert.deepEqual(found({ scope: ['oauth', 'oauth:readonly', 'authorization', 'users'] }), [
      'hands-out-rights likely oauth authorization',
    ]);
    assert.deepEqual(found(machine([ADMIN, SALES]), UNREAD, { roles: undefined }), []);
  });

  it('is that its tokens last as long as they can', () => {
    assert.deepEqual(found({ accessTokenValiditySeconds: 172_799 }), []);
    assert.deepEqual(found({ accessTokenValiditySeconds: 172_800 }), ['longest-tokens certain']);
    assert.deepEqual(found({ accessTokenValiditySeconds: 38_880_000 }), ['longest-tokens certain']);
  });

  it('is that no renewal of its secret is known of for a year, which is never certain', () => {
    const old = { dateCreated: '2024-01-01T00:00:00Z' };
    assert.deepEqual(found(old), ['secret-not-renewed likely 2024-01-01T00:00:00Z']);
    assert.deepEqual(found(old, UNREAD, { renewedAt: () => '2026-06-01T00:00:00Z' }), []);
    assert.deepEqual(found(old, UNREAD, { renewedAt: () => '2025-06-01T00:00:00Z' }), [
      'secret-not-renewed likely 2025-06-01T00:00:00Z',
    ]);
    assert.deepEqual(found({ ...old, authorizedGrantType: 'TOKEN' }), ['implicit-grant certain']);
  });

  it('is said of one of which nobody knows since when it is, without a day', () => {
    for (const dateCreated of [undefined, 'yesterday'])
      assert.deepEqual(found({ dateCreated }), ['secret-not-renewed likely']);
  });

  it('is nothing about a client that was made tomorrow, by a clock that is wrong', () => {
    assert.deepEqual(found({ dateCreated: '2036-01-01T00:00:00Z' }), []);
  });
});

describe('What a report tells of a role', () => {
  const role = (domain: string, entityName: string | undefined, actionSet: string[] | undefined) =>
    namedRole({ id: ADMIN, name: 'R', permissionPolicies: [{ domain, entityName, actionSet }] }).handsOut;

  it('is with which permissions it hands out rights, a * counting for all that it stands for', () => {
    assert.deepEqual(role('oauth', 'client', ['view']), []);
    assert.deepEqual(role('oauth', 'client', ['add', 'view']), ['oauth:client:add']);
    assert.deepEqual(role('oauth', undefined, undefined), ['oauth:client:add', 'oauth:client:edit']);
    assert.equal(role('*', undefined, undefined).length, 4);
  });
});
