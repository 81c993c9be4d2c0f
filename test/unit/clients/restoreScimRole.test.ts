import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { restoreScimRole } from '../../../src/core/clients/restoreScimRole.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { readRoles } from '../../../src/core/procedures/loadAccess.ts';
import { roleId } from '../../org/samples.ts';
import { useOrg } from '../../org/useOrg.ts';

const ROLES = '/api/v2/authorization/roles';

describe('Restoring the role for SCIM that somebody altered', () => {
  const org = useOrg();

  /** An org whose role was altered, as somebody sees it who may restore it. */
  async function begin() {
    const admin = await org().signIn('administrator');
    const connection: Connection = { apiUrl: org().baseUrl, accessToken: admin, language: 'en' };
    const id = await roleId(org(), admin, 'SCIM Integration');
    const alter = async (name: string, ...permissions: string[]) => {
      const path = `${ROLES}/${await roleId(org(), admin, name)}`;
      assert.equal((await org().call(admin, 'PUT', path, { name, permissions })).status, 200);
    };
    const role = async (name = 'SCIM Integration') => {
      const roles = await readRoles(connection);
      const found = roles.ok ? roles.value.find((each) => each.name === name) : undefined;
      assert.ok(found);
      return found;
    };
    await alter('SCIM Integration', 'directory:user:add', 'routing:queue:view');
    await alter('Supervisor', 'routing:queue:view');
    const asked = async () =>
      (await (await fetch(`${org().baseUrl}/practice/requests`)).json())
        .filter(
          ({ method, path }: { method: string; path: string }) =>
            method !== 'GET' && path.includes('default'),
        )
        .map(({ method, path }: { method: string; path: string }) => `${method} ${path}`);
    return { connection, admin, id, alter, role, asked };
  }

  const isIntact = ({
    permissions,
    shipped,
  }: Awaited<ReturnType<Awaited<ReturnType<typeof begin>>['role']>>) =>
    shipped?.kind === 'known' &&
    [...shipped.value.permissions].sort().join() === [...permissions].sort().join();

  it('S4: restores this one role, and leaves others that were changed as they are', async () => {
    const { connection, role, asked } = await begin();
    assert.ok(!isIntact(await role()));
    assert.deepEqual(await restoreScimRole(connection, await role()), { ok: true, value: 'restored' });
    assert.ok(isIntact(await role()));
    assert.deepEqual((await role('Supervisor')).permissions, ['routing:queue:view']);
    assert.deepEqual(await asked(), [`PUT ${ROLES}/default`]);
  });

  it('S4: leaves a role alone that is no longer what the person was shown', async () => {
    const { connection, alter, role, asked } = await begin();
    const shown = await role();
    await alter('SCIM Integration', 'directory:user:add');
    assert.deepEqual(await restoreScimRole(connection, shown), { ok: true, value: 'changed-meanwhile' });
    assert.deepEqual(await asked(), []);
    assert.deepEqual((await role()).permissions, ['directory:user:add']);
  });

  it('S4: knows that it was restored although the answer was lost', async () => {
    const { connection, role } = await begin();
    const shown = await role();
    for (const kind of ['lost', 'truncated']) {
      await org().turn({ troubles: [{ kind, times: 1, method: 'PUT' }] });
      assert.deepEqual(await restoreScimRole(connection, shown), { ok: true, value: 'restored' }, kind);
      const { alter } = await begin();
      await alter('SCIM Integration', 'directory:user:add', 'routing:queue:view');
    }
  });

  it('S4: says why it was not restored, after a look where that is not certain', async () => {
    const { connection, role } = await begin();
    const shown = await role();
    const expected = { forbidden: 'forbidden', 'server-error': 'server-error', dropped: 'no-answer' };
    for (const [kind, error] of Object.entries(expected)) {
      await org().turn({ troubles: [{ kind, times: 1, method: 'PUT' }] });
      const result = await restoreScimRole(connection, shown);
      assert.equal(!result.ok && result.error.kind, error);
      assert.ok(!isIntact(await role()));
    }
  });

  it('S4: is refused to who may not edit roles', async () => {
    const { role } = await begin();
    const accessToken = await org().signIn('integrator');
    const shown = await role();
    const result = await restoreScimRole({ apiUrl: org().baseUrl, accessToken, language: 'en' }, shown);
    assert.equal(!result.ok && result.error.kind, 'forbidden');
  });
});
