import assert from 'node:assert/strict';
import fc from 'fast-check';
import { permissionsBeyond, permissionsOf } from '../../../src/core/clients/permissions.ts';
import type { Role } from '../../../src/core/platform/authorization.ts';
import type { Call } from '../../../src/core/privileges/calls/call.ts';
import { type Choices, needsOf } from '../../../src/core/privileges/needs.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import type { Use } from '../../../src/core/privileges/permissionWants.ts';
import { cases } from '../../fuzz/cases.ts';
import { operation } from './operations.ts';
import { publishedOperations } from './publishedOperations.ts';

function use(of: Operation): Use {
  const named: Call['named'] = { by: 'endpoint', method: of.method, path: of.path };
  return { operation: of, calls: [{ named, at: { file: 'app.ts', line: 1 }, sureness: 'certain' }] };
}

const noOrg: Choices = { operations: [], roles: undefined, held: undefined };

function scopesOf(operations: readonly Operation[], choices = noOrg): string[] {
  return needsOf(operations.map(use), 'person', choices).scopes.map(({ scope }) => scope);
}

function permissionsNeeded(operations: readonly Operation[], choices = noOrg): string[] {
  return needsOf(operations.map(use), 'client', choices).permissions.map(({ permission }) => permission);
}

function scoped(...scopes: string[]): Operation {
  return operation('GET /things', { scopes });
}

function any(...of: string[]): Operation {
  return operation('GET /things', { permissions: { mode: 'any', of } });
}

function all(...of: string[]): Operation {
  return operation('POST /things', { permissions: { mode: 'all', of } });
}

/** A role with permissions, which has the name of its ID. */
function role(id: string, ...permissions: string[]): Role {
  const permissionPolicies = permissions.map((permission) => {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    return { domain, entityName, actionSet: [action] };
  });
  return { id, name: id, permissionPolicies };
}

describe('The scopes that calls need', () => {
  it('are the read-only ones where they suffice', () => {
    assert.deepEqual(scopesOf([scoped('users', 'users:readonly')]), ['users:readonly']);
  });

  it('are not the read-only one as well where another call needs the whole one', () => {
    assert.deepEqual(scopesOf([scoped('users', 'users:readonly'), scoped('users')]), ['users']);
  });

  it('are two read-only ones rather than one that lets write', () => {
    assert.deepEqual(scopesOf([scoped('a', 'b:readonly'), scoped('a', 'c:readonly')]), [
      'b:readonly',
      'c:readonly',
    ]);
  });

  it('are one for several calls where one suffices', () => {
    const calls = [scoped('a:readonly', 'b:readonly'), scoped('b:readonly', 'c:readonly')];
    assert.deepEqual(scopesOf(calls), ['b:readonly']);
  });

  it('are those that open least besides, where there is a choice', () => {
    const operations = [scoped('quality:readonly'), scoped('quality:readonly')];
    const choices = { ...noOrg, operations };
    assert.deepEqual(scopesOf([scoped('quality:readonly', 'search:readonly')], choices), ['search:readonly']);
  });

  it('are none for calls that ask for none, and none for a client that calls as itself', () => {
    assert.deepEqual(scopesOf([scoped()]), []);
    assert.deepEqual(needsOf([use(scoped('users'))], 'client', noOrg).scopes, []);
  });

  it('say which calls they are for', () => {
    const uses = [scoped('users'), scoped('users', 'users:readonly'), scoped('routing')].map(use);
    const { scopes } = needsOf(uses, 'person', noOrg);
    assert.deepEqual(
      scopes.map((each) => [each.scope, each.for.map((one) => uses.indexOf(one))]),
      [
        ['routing', [2]],
        ['users', [0, 1]],
      ],
    );
  });

  it('are said to be unknown where the description does not tell them', () => {
    const odd = use(operation('GET /odd', { scopes: undefined }));
    assert.deepEqual(needsOf([odd], 'person', noOrg).unknown, [{ use: odd, of: 'scopes' }]);
    assert.deepEqual(needsOf([odd], 'client', noOrg).unknown, []);
  });
});

describe('The permissions that calls need', () => {
  it('are each one of ALL, and one of ANY', () => {
    assert.deepEqual(permissionsNeeded([all('a:b:edit', 'a:c:edit'), any('a:b:edit', 'a:d:edit')]), [
      'a:b:edit',
      'a:c:edit',
    ]);
  });

  it('are of ANY the one that only looks', () => {
    assert.deepEqual(permissionsNeeded([any('a:b:add', 'a:b:view')]), ['a:b:view']);
  });

  it('are of ANY the one that whoever is signed in holds, and so can give', () => {
    const held = { roleIds: new Set<string>(), permissions: ['a:b:*'] };
    const { permissions } = needsOf([use(any('a:a:view', 'a:b:edit')), use(all('x:y:view'))], 'client', {
      ...noOrg,
      held,
    });
    assert.deepEqual(
      permissions.map(({ permission, isHeld }) => [permission, isHeld]),
      [
        ['a:b:edit', true],
        ['x:y:view', false],
      ],
    );
  });

  it('are said to be unknown where the description does not tell whether one suffices', () => {
    const odd = use(
      operation('GET /odd', { permissions: { mode: 'unknown', of: ['a:b:view', 'a:c:view'] } }),
    );
    const needs = needsOf([odd], 'client', noOrg);
    assert.deepEqual(needs.permissions, []);
    assert.deepEqual(needs.unknown, [{ use: odd, of: 'permissions' }]);
  });

  it('are known of a single one whatever is said of it', () => {
    const single = operation('GET /odd', { permissions: { mode: 'unknown', of: ['a:b:view'] } });
    assert.deepEqual(permissionsNeeded([single]), ['a:b:view']);
  });
});

describe('Calls that only a person may make', () => {
  const usersMe = use(operation('GET /users/me', { callers: 'people', scopes: ['user-basic-info'] }));

  it('are told apart for a client that calls as itself', () => {
    assert.deepEqual(needsOf([usersMe], 'client', noOrg).onlyPeople, [usersMe]);
  });

  it('are as any others where people call', () => {
    const needs = needsOf([usersMe], 'person', noOrg);
    assert.deepEqual(needs.onlyPeople, []);
    assert.deepEqual(needs.scopes.length, 1);
  });
});

describe('The roles for what is needed', () => {
  const roles = [
    role('admin', '*:*:*'),
    role('viewer', 'directory:user:view', 'routing:queue:view'),
    role('router', 'routing:queue:view', 'routing:queue:edit'),
    role('editor', 'directory:user:*'),
  ];
  const operations = [
    any('directory:user:view'),
    any('directory:user:edit'),
    any('routing:queue:view'),
    any('routing:queue:edit'),
    any('outbound:campaign:view'),
  ];

  function chosen(calls: readonly Operation[], choices: Partial<Choices> = {}) {
    const needs = needsOf(calls.map(use), 'client', { operations, roles, held: undefined, ...choices });
    assert.ok(needs.roles);
    return needs.roles;
  }

  function idsOf(some: readonly { role: Role }[]): string[] {
    return some.map((each) => each.role.id).sort();
  }

  it('are those with the least besides', () => {
    assert.deepEqual(idsOf(chosen([any('directory:user:view')]).roles), ['viewer']);
    assert.deepEqual(idsOf(chosen([any('directory:user:view'), all('directory:user:edit')]).roles), [
      'editor',
    ]);
    assert.deepEqual(idsOf(chosen([all('routing:queue:edit', 'directory:user:view')]).roles), [
      'router',
      'viewer',
    ]);
  });

  it('say what of theirs is needed, and what they hold besides, with a * written out', () => {
    const { roles: found } = chosen([any('directory:user:edit')]);
    assert.deepEqual(
      found.map(({ gives, besides }) => ({ gives, besides })),
      [{ gives: ['directory:user:edit'], besides: ['directory:user:view'] }],
    );
  });

  it('are those of one’s own, and for the rest those that somebody else has to give', () => {
    const held = { roleIds: new Set(['router']), permissions: [] };
    const found = chosen([any('routing:queue:view'), any('directory:user:edit')], { held });
    assert.deepEqual(idsOf(found.roles), ['router']);
    assert.deepEqual(idsOf(found.ofOthers), ['editor']);
    assert.deepEqual(found.uncovered, []);
  });

  it('are undefined where the org’s could not be read', () => {
    assert.equal(needsOf([], 'client', { ...noOrg, roles: undefined }).roles, undefined);
  });

  it('leave uncovered what none holds, or holds under conditions only', () => {
    const limited: Role = {
      id: 'limited',
      name: 'limited',
      permissionPolicies: [
        {
          domain: 'outbound',
          entityName: 'campaign',
          actionSet: ['view'],
          resourceConditionNode: { conjunction: 'AND' },
        },
      ],
    };
    const found = chosen([any('outbound:campaign:view')], { roles: [limited, ...roles.slice(1)] });
    assert.deepEqual(found.roles, []);
    assert.deepEqual(
      found.uncovered.map(({ anyOf, underConditions }) => [anyOf, underConditions.map(({ id }) => id)]),
      [[['outbound:campaign:view'], ['limited']]],
    );
  });
});

/** Every choice from a list; it is short. */
function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>(
    (subsets, item) => subsets.flatMap((subset) => [subset, [...subset, item]]),
    [[]],
  );
}

describe('Needs, against somebody who tries every choice', () => {
  const names = ['a', 'a:readonly', 'b', 'b:readonly', 'c', 'c:readonly', 'd:readonly', 'e'];
  const anyScoped = fc.subarray(names).map((scopes) => scoped(...scopes));

  it('are scopes that suffice, as few as can be, and as few of them as can be that let write', () => {
    fc.assert(
      fc.property(fc.array(anyScoped, { maxLength: 8 }), (calls) => {
        const suffices = (scopes: readonly string[]) =>
          calls.every((call) => !call.scopes?.length || call.scopes.some((scope) => scopes.includes(scope)));
        const weight = (scopes: readonly string[]) =>
          scopes.filter((scope) => !scope.endsWith(':readonly')).length * 100 + scopes.length;
        const found = scopesOf(calls);
        assert.ok(suffices(found));
        assert.equal(weight(found), Math.min(...subsetsOf(names).filter(suffices).map(weight)));
      }),
      { numRuns: cases(300) },
    );
  });

  const permissions = ['d:a:view', 'd:a:edit', 'd:b:view', 'd:b:edit', 'e:a:view', 'e:a:edit'];
  const anyAsking = fc
    .record({
      mode: fc.constantFrom('any' as const, 'all' as const),
      of: fc.subarray(permissions, { maxLength: 3 }),
    })
    .map((asked) => operation('GET /things', { permissions: asked }));
  const held = [...permissions, 'd:a:*', 'd:*:view', 'e:*:*', 'x:a:view', 'x:b:view'];
  const anyRoles = fc
    .array(fc.subarray(held, { minLength: 1 }), { maxLength: 7 })
    .map((lists) => lists.map((list, at) => role(`role ${at}`, ...list)));

  function satisfies({ permissions: { mode, of } }: Operation, allowed: readonly string[]): boolean {
    const lacked = permissionsBeyond(of, allowed);
    return mode === 'all' || of.length === 0 ? lacked.length === 0 : lacked.length < of.length;
  }

  it('are permissions that suffice, of which none can be left out', () => {
    fc.assert(
      fc.property(fc.array(anyAsking, { maxLength: 8 }), (calls) => {
        const found = permissionsNeeded(calls);
        const suffice = (some: readonly string[]) => calls.every((call) => satisfies(call, some));
        assert.ok(suffice(found));
        for (const each of found) assert.ok(!suffice(found.filter((other) => other !== each)));
      }),
      { numRuns: cases(300) },
    );
  });

  it('are roles that suffice as far as any do, with the least besides', () => {
    fc.assert(
      fc.property(fc.array(anyAsking, { maxLength: 6 }), anyRoles, (calls, roles) => {
        const operations = permissions.map((permission) => any(permission));
        const { roles: found } = needsOf(calls.map(use), 'client', { operations, roles, held: undefined });
        assert.ok(found?.areSmallest);
        const allowedBy = (some: readonly Role[]) =>
          permissionsOf(some.flatMap((each) => each.permissionPolicies ?? []));
        const covered = (some: readonly Role[]) =>
          calls.filter((call) => satisfies(call, allowedBy(some))).length;
        const chosen = found.roles.map((each) => each.role);
        assert.equal(covered(chosen), covered(roles));
        assert.equal(found.uncovered.length > 0, covered(roles) < calls.length);
        const wanted = calls.flatMap((call) => call.permissions.of);
        const universe = [...permissions, 'x:a:view', 'x:b:view'].filter(
          (permission) => !wanted.includes(permission),
        );
        const excess = (some: readonly Role[]) =>
          universe.length - permissionsBeyond(universe, allowedBy(some)).length;
        if (found.uncovered.length > 0) return;
        const least = Math.min(
          ...subsetsOf(roles)
            .filter((some) => covered(some) === calls.length)
            .map(excess),
        );
        assert.equal(excess(chosen), least);
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('Needs of every operation of the API', () => {
  it('are found in a moment, and suffice', function () {
    const operations = publishedOperations();
    if (operations === undefined) this.skip();
    const roles = Array.from({ length: 300 }, (_, at) =>
      role(
        `role ${at}`,
        ...operations.flatMap(({ permissions }, index) =>
          (index * 7919) % (at + 11) === 0 ? permissions.of : [],
        ),
      ),
    );
    const uses = operations.map(use);
    const started = performance.now();
    const needs = needsOf(uses, 'person', { operations, roles, held: undefined });
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds < 20, `${seconds} s`);
    const scopes = new Set(needs.scopes.map(({ scope }) => scope));
    const lacking = operations.filter(
      (each) => each.scopes?.length && !each.scopes.some((scope) => scopes.has(scope)),
    );
    assert.deepEqual(lacking, []);
    assert.ok(needs.areScopesSmallest && needs.arePermissionsSmallest);
  });
});
