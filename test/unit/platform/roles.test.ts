import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import {
  compareWithDefault,
  getOwnGrants,
  listDivisions,
  listRoles,
  restoreDefaultRole,
} from '../../../src/core/platform/authorization.ts';
import { json, useAnswers } from './useAnswers.ts';

const POLICY = {
  ...{ domain: 'directory', entityName: 'user', actionSet: ['add'], namedResources: null },
  resourceConditionNode: { conjunction: 'AND' },
  allowConditions: false,
};

describe('The roles and divisions of an org', () => {
  const answers = useAnswers();

  it('S4: restores one role and no other, whole as it is shipped, under the ID that it has in the org', async () => {
    const asked: unknown[] = [];
    const connection = await answers.answering(async (request, response) => {
      const { method, url, headers } = request;
      asked.push([method, url, JSON.parse(await text(request)), headers['content-type']]);
      json(200, [])(request, response);
    });
    const shipped = {
      id: 'default-id',
      name: 'SCIM Integration',
      permissionPolicies: [POLICY],
      userCount: 3,
    };
    const role = { id: 'role-scim', defaultRoleId: 'scim' };
    assert.ok((await restoreDefaultRole(connection, role, shipped)).ok);
    assert.deepEqual(asked, [
      ['PUT', '/api/v2/authorization/roles/default', [{ ...shipped, ...role }], 'application/json'],
    ]);
  });

  it('S4: keeps of a comparison what nothing here reads, because a restored role is sent whole', async () => {
    const difference = {
      addedPermissionPolicies: [POLICY],
      removedPermissionPolicies: null,
      userOrgRole: { permissionPolicies: [POLICY] },
      roleFromDefault: { name: 'SCIM Integration', permissionPolicies: [POLICY], userCount: 3 },
    };
    const connection = await answers.answering(json(200, difference));
    assert.deepEqual(await compareWithDefault(connection, 'role-scim', 'scim'), {
      ok: true,
      value: difference,
    });
  });

  it('takes a policy without a domain, a role without a name and a division without an ID for no answer', async () => {
    const { domain: _, ...nowhere } = POLICY;
    const role = { id: 'role-1', name: 'Agent' };
    for (const [entity, list] of [
      [{ ...role, permissionPolicies: [nowhere] }, listRoles],
      [{ id: 'role-1' }, listRoles],
      [{ name: 'Home' }, listDivisions],
    ] as const) {
      const connection = await answers.answering(json(200, { entities: [entity], pageCount: 1 }));
      const listed = await list(connection);
      assert.equal(!listed.ok && listed.error.kind, 'unexpected-answer', JSON.stringify(entity));
    }
  });

  it('S5: lists divisions, the one that was there first among them', async () => {
    const divisions = [
      { id: 'division-1', name: 'Home', homeDivision: true },
      { id: 'division-2', name: 'Osaka' },
    ];
    const connection = await answers.answering(json(200, { entities: divisions, pageCount: 1 }));
    assert.deepEqual(await listDivisions(connection), { ok: true, value: divisions });
  });

  it('are held by nobody where the org names no grants', async () => {
    const connection = await answers.answering(json(200, { id: 'user-1' }));
    assert.deepEqual(await getOwnGrants(connection), { ok: true, value: [] });
  });
});
