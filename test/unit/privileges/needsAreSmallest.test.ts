import assert from 'node:assert/strict';
import fc from 'fast-check';
import { permissionsBeyond, permissionsOf } from '../../../src/core/clients/permissions.ts';
import type { Role } from '../../../src/core/platform/authorization.ts';
import { needsOf } from '../../../src/core/privileges/needs.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import { cases } from '../../fuzz/cases.ts';
import { operation } from './operations.ts';
import { publishedOperations } from './publishedOperations.ts';
import { any, permissionsNeeded, role, scoped, scopesOf, use } from './uses.ts';

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
