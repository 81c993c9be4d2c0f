import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import { permissionsBeyond, permissionsOf } from '../../../src/core/clients/permissions.ts';
import type { Role } from '../../../src/core/platform/authorization.ts';
import type { CalledEndpoint } from '../../../src/core/platform/calledEndpoints.ts';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import {
  type Excess,
  type RightSize,
  resized,
  rightSize,
  type SizedClient,
} from '../../../src/core/privileges/rightSize.ts';
import { sizedClient, sizedForPeople } from '../../../src/core/privileges/sizedClient.ts';
import { cases } from '../../fuzz/cases.ts';
import { operation } from './operations.ts';
import { role } from './uses.ts';

const users = ['users', 'users:readonly'];
const readUser = operation('GET /users/{userId}', { scopes: users });
const changeUser = operation('PATCH /users/{userId}', { scopes: ['users'] });
const me = operation('GET /users/me', { scopes: ['user-basic-info', ...users] });
const status = operation('GET /status');
const untold = operation('GET /untold', { scopes: undefined });
const all = [readUser, changeUser, me, status, untold];

function called(of: Operation, requests = 1, refused = 0): CalledEndpoint {
  return { templateUri: `/api/v2${of.path}`, method: of.method, requests, refused };
}

function sized(
  client: SizedClient,
  endpoints: readonly CalledEndpoint[],
  { operations = all, roles = [] as readonly Role[], held = undefined as readonly string[] | undefined } = {},
): RightSize {
  return rightSize(client, { endpoints, hasMore: false }, indexOperations(operations), {
    operations,
    roles,
    held: held && { roleIds: new Set(held) },
  });
}

function excessesOf(size: RightSize): readonly Excess[] {
  assert.equal(size.kind, 'compared');
  return size.kind === 'compared' ? size.excesses : [];
}

function ofScopes(scopes: readonly string[], ...calls: readonly CalledEndpoint[]) {
  const client = { callsAs: 'person', scopes, needed: [] } as const;
  const excesses = excessesOf(sized(client, calls));
  return {
    excesses: excesses.map((each) => ('scope' in each ? `${each.kind} ${each.scope}` : each.kind)),
    left: resized(client, excesses),
  };
}

function inDivisions(of: Role | string, ...divisionIds: string[]) {
  return typeof of === 'string'
    ? { roleId: of, divisionIds, role: undefined }
    : { roleId: of.id, divisionIds, role: of };
}

describe('The scopes of a client, against what it called', () => {
  it('are in excess where no call was let in by them', () => {
    const { excesses, left } = ofScopes(['users:readonly', 'routing'], called(readUser));
    assert.deepEqual(excesses, ['scope-unused routing']);
    assert.deepEqual(left, { scopes: ['users:readonly'] });
  });

  it('become the form that only reads where that lets in every call', () => {
    const { excesses, left } = ofScopes(['users'], called(readUser, 120), called(status));
    assert.deepEqual(excesses, ['scope-only-reads users']);
    assert.deepEqual(left, { scopes: ['users:readonly'] });
  });

  it('stay where a single call wrote, be it one that was refused', () => {
    assert.deepEqual(ofScopes(['users'], called(readUser, 120), called(changeUser, 1, 1)).excesses, []);
  });

  it('are spare where others let in the same calls; those that let write go first', () => {
    const { excesses, left } = ofScopes(['users', 'user-basic-info'], called(me));
    assert.deepEqual(excesses, ['scope-spare users']);
    assert.deepEqual(left, { scopes: ['user-basic-info'] });
  });

  it('E5: stay where the Embeddable Framework needs them, whatever agents did with it in some weeks', () => {
    const registeredRedirectUri = [...frameworkRedirectUris('mypurecloud.jp', false)];
    const excessesWith = (scope: readonly string[]) =>
      excessesOf(sized(sizedForPeople({ scope: [...scope], registeredRedirectUri }), [called(readUser)]));
    assert.deepEqual(excessesWith(FRAMEWORK_SCOPES), []);
    const larger = FRAMEWORK_SCOPES.map((scope) => scope.replace(':readonly', ''));
    assert.deepEqual(excessesWith(larger), []);
    assert.equal(excessesWith([...FRAMEWORK_SCOPES, 'fax']).length, 1);
  });

  it('are left alone where the client called nothing: nothing is known of what it needs', () => {
    assert.deepEqual(sized({ callsAs: 'person', scopes: users, needed: [] }, []), { kind: 'nothing-called' });
  });

  it('are left alone where it called only what nobody knows', () => {
    const strange = { ...called(readUser), templateUri: '/api/v2/made/up' };
    const nameless = { templateUri: undefined, method: undefined, requests: 3, refused: 0 };
    const unknown = [strange, nameless, called(untold)];
    assert.deepEqual(sized({ callsAs: 'person', scopes: users, needed: [] }, unknown), {
      kind: 'only-unknown',
      unknown,
    });
  });

  it('are compared with what is known, and the rest is told', () => {
    const strange = { ...called(readUser), method: 'TRACE' };
    const size = sized({ callsAs: 'person', scopes: ['routing'], needed: [] }, [called(readUser), strange]);
    assert.deepEqual(size.kind === 'compared' && size.unknown, [strange]);
  });

  it('are compared whether or not the org writes /api/v2, a host, or a method in capitals', () => {
    for (const templateUri of [
      '/users/{userId}',
      'users/{id}',
      'https://api.mypurecloud.ie/api/v2/users/{x}',
    ]) {
      const size = sized({ callsAs: 'person', scopes: users, needed: [] }, [
        { ...called(readUser), templateUri },
      ]);
      assert.deepEqual(size.kind === 'compared' && size.called.map((each) => each.operation), [readUser]);
    }
  });
});

describe('The roles of a client, against what it called', () => {
  const view = operation('GET /queues', { permissions: { mode: 'any', of: ['routing:queue:view'] } });
  const edit = operation('PUT /queues/{id}', { permissions: { mode: 'any', of: ['routing:queue:edit'] } });
  const either = operation('GET /either', { permissions: { mode: 'unknown', of: ['a:b:c', 'd:e:f'] } });
  const operations = [view, edit, either];
  const small = role('small', 'routing:queue:view');
  const large = role('large', 'routing:queue:view', 'routing:queue:edit', 'oauth:client:add');
  const other = role('other', 'oauth:client:add');

  function ofRoles(
    roles: readonly ReturnType<typeof inDivisions>[],
    calls: readonly Operation[],
    org: readonly Role[] = [],
    held?: readonly string[],
  ) {
    const client = { callsAs: 'client', roles } as const;
    const endpoints = calls.map((each) => called(each));
    const excesses = excessesOf(sized(client, endpoints, { operations, roles: org, held }));
    return {
      excesses: excesses.map((each) => ('role' in each ? `${each.kind} ${each.role.roleId}` : each.kind)),
      left: resized(client, excesses),
    };
  }

  it('are in excess where they hold nothing that a call asks for', () => {
    const { excesses, left } = ofRoles([inDivisions(small, 'x'), inDivisions(other, '*')], [view]);
    assert.deepEqual(excesses, ['role-unused other']);
    assert.deepEqual(left, { roles: [{ roleId: 'small', divisionIds: ['x'] }] });
  });

  it('are spare where others hold the same in all their divisions, and only there', () => {
    const { excesses } = ofRoles([inDivisions(small, '*'), inDivisions(large, 'x')], [view]);
    assert.deepEqual(excesses, ['role-spare large']);
    assert.deepEqual(ofRoles([inDivisions(small, 'y'), inDivisions(large, 'x')], [view]).excesses, []);
  });

  it('become smaller ones of the org that hold nothing beyond them, in the same divisions', () => {
    const { excesses, left } = ofRoles([inDivisions(large, 'x', 'y')], [view], [small, large, other]);
    assert.deepEqual(excesses, ['role-too-large large']);
    assert.deepEqual(left, { roles: [{ roleId: 'small', divisionIds: ['x', 'y'] }] });
  });

  it('stay where the smaller ones hold something else, or whoever is signed in could not give them', () => {
    const beyond = role('beyond', 'routing:queue:view', 'x:y:z');
    assert.deepEqual(ofRoles([inDivisions(large, 'x')], [view], [beyond, large]).excesses, []);
    assert.deepEqual(ofRoles([inDivisions(large, 'x')], [view], [small, large], ['large']).excesses, []);
  });

  it('stay where they hold under conditions what a call asks for', () => {
    const [policy] = small.permissionPolicies ?? [];
    assert.ok(policy);
    const limited = { ...small, permissionPolicies: [{ ...policy, resourceConditionNode: { only: 'x' } }] };
    assert.deepEqual(ofRoles([inDivisions(limited, '*')], [view], [small]).excesses, []);
  });

  it('stay where it is not told whether one of several permissions suffices, or what they hold', () => {
    const roles = [inDivisions(role('abc', 'a:b:c'), '*'), inDivisions(role('def', 'd:e:f'), '*')];
    assert.deepEqual(ofRoles([...roles, inDivisions('gone', '*')], [either]).excesses, []);
  });
});

describe('What is proposed for a client', () => {
  const names = ['a', 'a:readonly', 'b', 'b:readonly', 'c:readonly', 'd'];
  const permissions = ['d:a:view', 'd:a:edit', 'd:b:view', 'd:b:edit', 'e:a:view'];
  const divisions = ['x', 'y', '*'];
  const operations = fc
    .array(
      fc.record({
        scopes: fc.subarray(names),
        mode: fc.constantFrom('any' as const, 'all' as const, 'unknown' as const),
        of: fc.subarray(permissions, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((facts) =>
      facts.map(({ scopes, mode, of }, at) =>
        operation(`GET /things${at}`, { scopes, permissions: { mode, of } }),
      ),
    );
  const holdings = fc.subarray([...permissions, 'd:a:*', 'd:*:view', 'e:*:*', 'x:y:z'], { minLength: 1 });

  it('never takes a scope away that a call needs, whatever of it is ticked', () => {
    let proposed = 0;
    fc.assert(
      fc.property(operations, fc.subarray(names), fc.infiniteStream(fc.boolean()), (calls, scopes, ticks) => {
        const client = { callsAs: 'person', scopes, needed: [] } as const;
        const excesses = excessesOf(
          sized(
            client,
            calls.map((each) => called(each)),
            { operations: calls },
          ),
        );
        proposed += excesses.length;
        const left = resized(
          client,
          excesses.filter(() => ticks.next().value),
        );
        assert.ok('scopes' in left);
        const letIn = (by: readonly string[]) =>
          calls.filter((call) => call.scopes?.some((scope) => by.includes(scope)));
        const after = letIn(left.scopes);
        for (const call of letIn(scopes)) assert.ok(after.includes(call));
      }),
      { numRuns: cases(500) },
    );
    assert.ok(proposed > 100);
  });

  it('never takes a permission away that a call needs in a division, nor gives one, whatever is ticked', () => {
    const choices = fc.uniqueArray(
      fc.record({ at: fc.nat({ max: 5 }), divisionIds: fc.subarray(divisions, { minLength: 1 }) }),
      { selector: ({ at }) => at, maxLength: 4 },
    );
    let proposed = 0;
    fc.assert(
      fc.property(
        operations,
        fc.array(holdings, { minLength: 6, maxLength: 6 }),
        choices,
        fc.infiniteStream(fc.boolean()),
        (calls, lists, choice, ticks) => {
          const roles = lists.map((list, at) => role(`role ${at}`, ...list));
          const client = {
            callsAs: 'client',
            roles: choice.flatMap(({ at, divisionIds }) => {
              const of = roles[at];
              return of === undefined ? [] : [inDivisions(of, ...divisionIds)];
            }),
          } as const;
          const endpoints = calls.map((each) => called(each));
          const excesses = excessesOf(sized(client, endpoints, { operations: calls, roles }));
          proposed += excesses.length;
          const ticked = excesses.filter(() => ticks.next().value);
          const left = resized(client, ticked);
          assert.ok('roles' in left);
          for (const division of divisions) {
            const heldIn = (
              some: readonly { roleId: string; divisionIds: readonly string[] }[],
            ): string[] => {
              const there = some.filter(({ divisionIds: at }) => at.includes('*') || at.includes(division));
              return there.flatMap(({ roleId }) =>
                permissionsOf(roles.find(({ id }) => id === roleId)?.permissionPolicies ?? []),
              );
            };
            const given = heldIn(client.roles);
            const kept = heldIn(left.roles);
            assert.deepEqual(permissionsBeyond(kept, given), [], 'gives nothing');
            const mayBeMade = calls.filter(({ permissions: asked }) => satisfies(asked, given));
            for (const call of mayBeMade)
              assert.ok(satisfies(call.permissions, kept), 'takes nothing needed');
          }
        },
      ),
      { numRuns: cases(200) },
    );
    assert.ok(proposed > 100);
  });

  /** Where it is not told which way it is, both have to stay possible. */
  function satisfies({ mode, of }: Operation['permissions'], held: readonly string[]): boolean {
    const lacked = permissionsBeyond(of, held).length;
    return mode === 'any' ? of.length === 0 || lacked < of.length : lacked === 0;
  }
});

describe('A client for SCIM', () => {
  const scim = {
    ...role('SCIM Integration', 'directory:user:add', 'directory:user:edit'),
    id: 'scim',
    default: true,
    defaultRoleId: 'scimIntegration',
  };
  const copy = { ...scim, id: 'copy', name: 'Directory', default: false, defaultRoleId: undefined };
  const other = { ...role('Other', 'quality:form:view'), id: 'other' };

  it('S4: is never said to have the role of SCIM, or a copy of it, in excess; another role is', () => {
    const client = {
      id: 'client',
      name: 'Directory',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: ['scim', 'copy', 'other'].map((roleId) => ({ roleId, divisionId: '*' })),
    };
    const roles = [scim, copy, other];
    const size = sized(
      sizedClient(client, new Map(roles.map((each) => [each.id, each]))),
      [called(readUser)],
      {
        roles,
      },
    );
    const inExcess = excessesOf(size).map((each) => ('role' in each ? each.role.roleId : each.scope));
    assert.deepEqual(inExcess, ['other']);
  });
});
