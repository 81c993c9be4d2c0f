import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allowTheSame,
  permissionsBeyond,
  permissionsNamed,
  permissionsOf,
  readPermission,
} from '../../../src/core/clients/permissions.ts';

const ADD = { domain: 'directory', entityName: 'user', actionSet: ['add'] };
const onGroup = (value: string) => ({
  conjunction: 'AND',
  terms: [{ variableName: 'Group.id', operator: 'EQ', operands: [{ type: 'SCALAR', value }] }],
});

function same(some: object[], others: object[]): boolean {
  const read = (policies: object[]) =>
    permissionsOf(policies.map((policy) => ({ domain: 'directory', ...policy })));
  assert.equal(allowTheSame(read(some), read(others)), allowTheSame(read(others), read(some)));
  return allowTheSame(read(some), read(others));
}

describe('Permissions', () => {
  it('S4: are the same however policies are cut up and ordered', () => {
    const both = { ...ADD, actionSet: ['edit', 'add'] };
    assert.ok(same([both], [ADD, { ...ADD, actionSet: ['edit'] }]));
    assert.ok(same([ADD, ADD], [ADD]));
    assert.ok(!same([both], [ADD]));
  });

  it('S4: are others under a condition, a different one, or on named resources only', () => {
    const limited = { ...ADD, resourceConditionNode: onGroup('1') };
    assert.ok(!same([limited], [ADD]));
    assert.ok(!same([limited], [{ ...ADD, resourceConditionNode: onGroup('2') }]));
    assert.ok(!same([{ ...ADD, namedResources: ['a'] }], [ADD]));
    assert.ok(same([limited], [{ ...ADD, resourceConditionNode: onGroup('1') }]));
  });

  it('S4: are the same where nothing is said in another way, or in another order', () => {
    for (const resourceConditionNode of [null, undefined, {}, { terms: [] }, { terms: null }]) {
      assert.ok(same([{ ...ADD, resourceConditionNode, namedResources: [] }], [ADD]));
    }
    const { terms, conjunction } = onGroup('1');
    const second = { variableName: 'A', operator: 'IN', operands: [] };
    assert.ok(
      same(
        [{ ...ADD, resourceConditionNode: { terms: [...terms, second], conjunction } }],
        [{ ...ADD, resourceConditionNode: { conjunction, terms: [second, ...terms] } }],
      ),
    );
  });

  it('S4: are no fewer for a condition beside the same without one', () => {
    assert.ok(same([ADD, { ...ADD, resourceConditionNode: onGroup('1') }], [ADD]));
  });

  it('S4: are all that a star stands for, in each of the three places', () => {
    const early = ['*', 'directory:*'];
    for (const wide of [
      '*:*:*',
      'directory:*:*',
      'directory:user:*',
      '*:user:add',
      'directory:*:add',
      ...early,
    ]) {
      assert.deepEqual(permissionsBeyond(['directory:user:add'], [wide]), [], wide);
      assert.deepEqual(permissionsBeyond([wide], ['directory:user:add']), [wide]);
      assert.ok(allowTheSame([wide, 'directory:user:add'], [wide]));
    }
    for (const wide of ['routing:*:*', 'directory:group:*', '*:group:add', '*:*:edit']) {
      assert.deepEqual(permissionsBeyond(['directory:user:add'], [wide]), ['directory:user:add'], wide);
    }
    const [limited = ''] = permissionsOf([{ ...ADD, actionSet: ['*'], resourceConditionNode: onGroup('1') }]);
    assert.deepEqual(permissionsBeyond(['directory:user:add'], [limited]), ['directory:user:add']);
  });

  it('S4: are all that a star stands for under a condition too, but not under another one', () => {
    const under = (action: string, value: string) =>
      permissionsOf([{ ...ADD, actionSet: [action], resourceConditionNode: onGroup(value) }]);
    assert.deepEqual(permissionsBeyond(under('add', '1'), ['directory:user:*']), []);
    assert.deepEqual(permissionsBeyond(under('add', '1'), under('*', '1')), []);
    assert.deepEqual(permissionsBeyond(under('add', '1'), under('*', '2')), under('add', '1'));
  });

  it('of a policy without entity or actions are all of them', () => {
    assert.deepEqual(permissionsOf([{ domain: 'routing' }]), ['routing:*:*']);
    assert.deepEqual(permissionsOf([{ domain: 'routing', entityName: 'queue', actionSet: [] }]), []);
  });

  it('tell their name, and whether something limits them', () => {
    const read = permissionsOf([ADD, { ...ADD, resourceConditionNode: onGroup('a b') }]).map(readPermission);
    assert.deepEqual(read, [
      { name: 'directory:user:add', isLimited: false },
      { name: 'directory:user:add', isLimited: true },
    ]);
  });
});

describe('The permissions that an org says are missing', () => {
  const refused = (message?: string) =>
    permissionsNamed({
      kind: 'forbidden',
      answer: { status: 403, code: 'missing.permissions', ...(message === undefined ? {} : { message }) },
    });

  for (const [message, named] of [
    ['You are missing: oauth:client:edit', ['oauth:client:edit']],
    ['[usage:client:view, oauth:client:view].', ['usage:client:view', 'oauth:client:view']],
    ['conversation:web-chat:x_1 or Routing:q2:*', ['conversation:web-chat:x_1', 'Routing:q2:*']],
    ['a:b:c', ['a:b:c']],
    ['oauth:client:edit, and oauth:client:edit again', ['oauth:client:edit']],
    ['at 12:30:45, see https://help.test:8080/why', []],
    ['oauth:client, :client:edit, oauth::edit, oauth:-x:edit', []],
    ['', []],
  ] as const) {
    it(`are ${named.join(' and ') || 'none'} in "${message}"`, () =>
      assert.deepEqual(refused(message), named));
  }

  it('are none where it says nothing, or where it was not the org that refused', () => {
    assert.deepEqual(refused(), []);
    const answer = { status: 400, code: 'bad.request', message: 'oauth:client:edit' };
    assert.deepEqual(permissionsNamed({ kind: 'rejected', answer }), []);
  });
});
