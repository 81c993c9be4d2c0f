import assert from 'node:assert/strict';
import type { Role } from '../../../src/core/platform/authorization.ts';
import { type Choices, needsOf } from '../../../src/core/privileges/needs.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import { operation } from './operations.ts';
import { all, any, noOrg, permissionsNeeded, role, scoped, scopesOf, use } from './uses.ts';

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
