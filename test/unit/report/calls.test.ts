import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { Role } from '../../../src/core/platform/authorization.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import { callsRead } from '../../../src/core/report/calls.ts';
import { minutesToAsk } from '../../../src/core/report/estimate.ts';
import { ADMIN, client, VIEWER } from '../../report/made.ts';

const LIST: Operation = {
  method: 'GET',
  path: '/oauth/clients',
  name: 'getOauthClients',
  permissions: { mode: 'any', of: ['oauth:client:view'] },
  scopes: ['oauth', 'oauth:readonly'],
  callers: 'all',
};

const role = (id: string, name: string, ...actions: string[]): Role => ({
  id,
  name,
  permissionPolicies: [{ domain: 'oauth', entityName: 'client', actionSet: actions }],
});
const roles = [role(ADMIN, 'Admin', 'view', 'add', 'edit'), role(VIEWER, 'Viewer', 'view')];

const by = {
  index: indexOperations([LIST]),
  org: { operations: [LIST], roles, held: undefined },
  roles: new Map(roles.map((each) => [each.id, each])),
};

/** More than 90 days after the client was made. */
const NOW = new Date('2027-02-01T00:00:00.000Z');

function read(of: Partial<OAuthClient>, ...paths: string[]) {
  const endpoints = paths.map((templateUri) => ({ templateUri, method: 'GET', requests: 3, refused: 0 }));
  return callsRead(client(of), { endpoints, hasMore: false }, by, NOW);
}

const LISTING = '/api/v2/oauth/clients';

describe('What the calls of a client tell of what it may do', () => {
  it('is which scopes were of no use, and which could be smaller', () => {
    assert.deepEqual(read({ scope: ['oauth', 'fax'] }, LISTING), {
      kind: 'compared',
      isWhole: true,
      unused: [
        { kind: 'scope-only-reads', right: 'oauth', instead: ['oauth:readonly'] },
        { kind: 'scope-unused', right: 'fax', instead: [] },
      ],
    });
  });

  it('is which roles were too large, by their names, in however many divisions it has them', () => {
    const machine = {
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: ['*', 'a'].map((divisionId) => ({ roleId: ADMIN, divisionId })),
    };
    assert.deepEqual(read(machine, LISTING), {
      kind: 'compared',
      isWhole: true,
      unused: [{ kind: 'role-too-large', right: 'Admin', instead: ['Viewer'] }],
    });
  });

  it('is nothing where nothing was called, or nobody knows what the calls need', () => {
    assert.deepEqual(read({}), { kind: 'nothing-called' });
    assert.deepEqual(read({}, '/api/v2/unheard/of'), { kind: 'only-unknown' });
  });

  it('is nothing but that it is too early to tell, of a client that is younger than the days that are read', () => {
    const madeAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
    const dateCreated = madeAgo(89.9);
    const scope = ['oauth', 'fax'];
    for (const paths of [[], [LISTING]])
      assert.deepEqual(read({ dateCreated, scope }, ...paths), {
        kind: 'too-early',
        madeAt: dateCreated,
        calledNothing: paths.length === 0,
      });
    assert.equal(read({ dateCreated: madeAgo(90), scope }, LISTING).kind, 'compared');
  });

  it('is not certain where what some of the calls need is not known', () => {
    const told = read({ scope: ['fax'] }, LISTING, '/api/v2/unheard/of');
    assert.equal(told.kind === 'compared' && told.isWhole, false);
  });

  it('E5: is none of the scopes of the Embeddable Framework, of a client that has its page', () => {
    const registeredRedirectUri = [...frameworkRedirectUris('mypurecloud.jp', false)];
    const told = read({ registeredRedirectUri, scope: [...FRAMEWORK_SCOPES, 'fax'] }, LISTING);
    assert.deepEqual(told.kind === 'compared' && told.unused.map(({ right }) => right), ['fax']);
  });
});

describe('How long it takes to ask how clients were used', () => {
  it('is at least a minute, and an hour for two questions about each of 10,000 clients', () => {
    assert.deepEqual([0, 1, 200, 20_000].map(minutesToAsk), [1, 1, 1, 59]);
  });
});
