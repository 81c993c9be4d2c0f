import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../../../src/core/procedures/context.ts';
import type { Draft } from '../../../../src/core/procedures/draft.ts';
import { check } from '../../../../src/core/procedures/index.ts';
import { valueAt } from '../../../org/client.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { type OrgDesk, SCIM } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

const OWN_ROLES = 'GET /api/v2/authorization/subjects/me';

describe('A SCIM client, made in the practice org', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(async () => {
    desk = useDesk();
    wizard = await desk.begin('scim');
  });

  async function answer(change: Draft): Promise<void> {
    await wizard.answers({ name: 'Identity', ...change });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  async function anotherOne(): Promise<void> {
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'refresh' });
    await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
  }

  function connections(): Record<string, unknown>[] {
    return JSON.parse(desk.texts.get(SCIM.uri) ?? '').connections;
  }

  function org() {
    const connected = orgOf(wizard.state.context);
    assert.ok(connected);
    return connected;
  }

  function codes() {
    const { memory, context } = wizard.state;
    return check('scim', memory.draft, context).map(({ code }) => code);
  }

  it('S2–S7: Entra ID gets a token that lasts 450 days, proven, and the file says when it ends', async () => {
    await desk.connect(wizard);
    await answer({ provider: 'entra' });
    await save();
    const { client, readBack, tokenEndsAt } = wizard.run('finished');
    assert.deepEqual(readBack, { kind: 'as-asked' });
    assert.equal(client.accessTokenValiditySeconds, 38_880_000);
    const days = (Date.parse(tokenEndsAt ?? '') - Date.now()) / 86_400_000;
    assert.ok(days > 449 && days <= 450);
    const [written, ...others] = connections();
    assert.deepEqual([written?.['clientId'], written?.['tokenEndsAt']], [client.id, tokenEndsAt]);
    assert.deepEqual(others, []);
    const token = wizard.world.secrets.get(`token of ${client.id}`);
    const secret = wizard.world.secrets.get(client.id);
    assert.ok(token && secret);
    await wizard.does({ type: 'copy', what: 'scim-token' });
    assert.equal(wizard.world.clipboard, token);
    for (const told of [desk.texts.get(SCIM.uri) ?? '', wizard.told.join('')]) {
      assert.equal(told.includes(token) || told.includes(secret), false);
    }
  });

  it('S6: OneLogin gets ID and secret, and a second run updates its own connection and keeps the other', async () => {
    await desk.connect(wizard);
    await answer({ provider: 'entra' });
    await save();
    wizard.run('finished');
    await anotherOne();
    await answer({ provider: 'onelogin', name: 'Identity 2' });
    await save();
    assert.equal(wizard.run('finished').tokenEndsAt, undefined);
    assert.equal(wizard.run('finished').client.accessTokenValiditySeconds, 86_400);
    assert.deepEqual(
      connections().map(({ provider }) => provider),
      ['entra', 'onelogin'],
    );
  });

  it('S6: a second client of the same provider goes beside the first, and both are marked as for practice', async () => {
    await desk.connect(wizard);
    for (const name of ['Tenant 1', 'Tenant 2']) {
      await answer({ provider: 'entra', name });
      await save();
      wizard.run('finished');
      await anotherOne();
    }
    const made = connections();
    assert.deepEqual(
      made.map(({ provider, practice }) => [provider, practice]),
      [
        ['entra', true],
        ['entra', true],
      ],
    );
    assert.notEqual(made[0]?.['clientId'], made[1]?.['clientId']);
  });

  it('S1: whoever does not hold the role gives it to themselves, and goes on once the org has noticed', async () => {
    await desk.connect(wizard, 'administrator-without-scim');
    assert.equal(org().access.scimRole.kind, 'not-held');
    assert.ok(codes().includes('scim-role-not-held'));
    await desk.org.turn({ grantsVisibleAfterSeconds: 2 });
    await wizard.does({ type: 'grant-scim-role' });
    assert.equal(wizard.state.roleChange, null);
    assert.equal(org().access.scimRole.kind, 'held');
    await answer({ provider: 'servicenow' });
    await save();
    wizard.run('finished');
  });

  it('S1: waits no longer than it says for the org to notice, also where each look takes as long as it may', async () => {
    await desk.connect(wizard, 'administrator-without-scim');
    await desk.org.turn({ grantsVisibleAfterSeconds: 1000 });
    const before = await desk.received(OWN_ROLES);
    let halfMinutes = 0;
    desk.now = () => {
      halfMinutes += 1;
      return new Date(halfMinutes * 30_000);
    };
    await wizard.does({ type: 'grant-scim-role' });
    assert.deepEqual(wizard.state.roleChange, { kind: 'not-visible', seconds: 60 });
    // A look, and the reading that shows what stands.
    assert.equal((await desk.received(OWN_ROLES)) - before, 2);
  });

  it('S1: an org without the role gets it back, and nothing is forced', async () => {
    await desk.connect(wizard);
    assert.equal(org().access.scimRole.kind, 'held');
    await removeRole('SCIM Integration');
    await wizard.does({ type: 'refresh' });
    assert.ok(codes().includes('scim-role-missing'));
    await wizard.does({ type: 'restore-scim-role' });
    assert.equal(codes().includes('scim-role-missing'), false);
    const restored = (await desk.requests()).filter((request) => request.includes('roles/default'));
    assert.deepEqual(restored, ['POST /api/v2/authorization/roles/default']);
  });

  it('S4: says so when the org made tokens end sooner than was asked', async () => {
    await desk.connect(wizard);
    await answer({ provider: 'okta' });
    await addPermission(await roleIdOf('SCIM Integration'));
    await save();
    const { readBack } = wizard.run('finished');
    assert.ok(readBack?.kind === 'different');
    assert.deepEqual(readBack.durationSeconds, { asked: 38_880_000, made: 86_400 });
    assert.equal(connections()[0]?.['tokenDurationSeconds'], 86_400, 'what is true');
  });

  describe('S4: where somebody has altered the role', () => {
    const RESTORE = 'PUT /api/v2/authorization/roles/default';

    beforeEach(async () => {
      await desk.org.turn({ scimRoleAltered: true });
      await desk.connect(wizard);
      // As shipped, this custom role would do as well.
      await removeRole('Directory Sync');
      await wizard.does({ type: 'refresh' });
    });

    it('says how, and makes a client for 450 days once that one role is restored', async () => {
      const standing = org().access.scimRole;
      assert.ok(standing.kind === 'altered');
      assert.deepEqual(standing.added, ['directory:user:view']);
      assert.deepEqual(standing.taken, ['telephony:extension:assign']);
      assert.ok(codes().includes('altered-role'));
      await wizard.does({ type: 'restore-altered-role' });
      assert.equal(wizard.state.roleChange, null);
      assert.equal(org().access.scimRole.kind, 'held');
      assert.deepEqual(
        (await desk.requests()).filter((request) => request.endsWith('roles/default')),
        [RESTORE],
      );
      await answer({ provider: 'entra' });
      await save();
      assert.deepEqual(wizard.run('finished').readBack, { kind: 'as-asked' });
    });

    for (const [kind, error] of [
      ['forbidden', 'forbidden'],
      ['dropped', 'no-answer'],
    ] as const) {
      it(`says that nothing was changed: ${kind}, and restores it at the next try`, async () => {
        const trouble = { kind, times: 1, method: 'PUT', pathPrefix: '/api/v2/authorization/roles' };
        await desk.org.turn({ troubles: [trouble] });
        await wizard.does({ type: 'restore-altered-role' });
        const { roleChange } = wizard.state;
        assert.ok(roleChange?.kind === 'failed');
        assert.equal(roleChange.error.kind, error);
        assert.equal(org().access.scimRole.kind, 'altered');
        await wizard.does({ type: 'restore-altered-role' });
        assert.equal(org().access.scimRole.kind, 'held');
      });
    }

    it('restores it once, however often that is asked while the org is slow', async () => {
      const twice = [
        wizard.does({ type: 'restore-altered-role' }),
        wizard.does({ type: 'restore-altered-role' }),
      ];
      assert.equal(wizard.state.roleChange?.kind, 'restoring-altered');
      await Promise.all(twice);
      assert.equal(await desk.received(RESTORE), 1);
      assert.equal(org().access.scimRole.kind, 'held');
    });

    it('leaves it as it is when it is no longer what the person was shown, and shows that', async () => {
      await addPermission(await roleIdOf('SCIM Integration'));
      await wizard.does({ type: 'restore-altered-role' });
      assert.deepEqual(wizard.state.roleChange, { kind: 'changed-meanwhile' });
      assert.equal(await desk.received(RESTORE), 0);
      const standing = org().access.scimRole;
      assert.ok(standing.kind === 'altered' && standing.added.includes('oauth:client:view'));
    });

    it('restores nothing that is not altered', async () => {
      await wizard.does({ type: 'restore-altered-role' });
      await wizard.does({ type: 'restore-altered-role' });
      assert.equal(await desk.received(RESTORE), 1);
    });
  });

  it('stops at a file that is not one, with the client and its secret safe, and goes on when it is mended', async () => {
    await desk.connect(wizard);
    desk.texts.set(SCIM.uri, '{ not json');
    await wizard.wizard.open('scim');
    await answer({ provider: 'pingone' });
    await save();
    const { failure, hasSecret } = wizard.run('stopped');
    assert.equal(failure.kind, 'scim-file-refused');
    assert.equal(hasSecret, true);
    desk.texts.set(SCIM.uri, '{}');
    await wizard.does({ type: 'retry', createAnyway: false });
    wizard.run('finished');
    assert.equal(await desk.clientsRequested(), 1);
  });

  async function roleIdOf(name: string): Promise<string> {
    const path = `/authorization/roles?pageSize=100&name=${encodeURIComponent(name)}`;
    const entities = valueAt(await desk.asAdministrator('GET', path), 'entities');
    assert.ok(Array.isArray(entities));
    return String(
      valueAt(
        entities.find((each) => valueAt(each, 'name') === name),
        'id',
      ),
    );
  }

  async function removeRole(name: string): Promise<void> {
    await desk.asAdministrator('DELETE', `/authorization/roles/${await roleIdOf(name)}`);
  }

  /** As an administrator who gives the role of the identity system one permission more. */
  async function addPermission(roleId: string): Promise<void> {
    const path = `/authorization/roles/${roleId}`;
    const role = await desk.asAdministrator('GET', path);
    const policies = valueAt(role, 'permissionPolicies');
    assert.ok(role instanceof Object && Array.isArray(policies));
    const more = { domain: 'oauth', entityName: 'client', actionSet: ['view'] };
    await desk.asAdministrator('PUT', path, { ...role, permissionPolicies: [...policies, more] });
  }
});
