import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { check } from '../../src/core/procedures/index.ts';
import { scimRoleStanding } from '../../src/core/procedures/scimRole.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { useScimFile } from './scimFile.ts';

describe('A SCIM client, made in the practice org', () => {
  let wizard: Rehearsal;
  const file = useScimFile();

  beforeEach(async () => {
    wizard = await rehearse({ procedure: 'scim' });
  });

  afterEach(async () => await wizard.dispose());

  async function answer(change: Draft): Promise<void> {
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Identity', ...change } });
  }

  async function config() {
    const text = await file.read();
    const { connections }: { connections: Record<string, unknown>[] } = JSON.parse(text);
    return { text, connections };
  }

  function org() {
    const connected = orgOf(wizard.state().context);
    assert.ok(connected);
    return connected;
  }

  function codes() {
    const { memory, context } = wizard.state();
    return check('scim', memory.draft, context).map(({ code }) => code);
  }

  function finished() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run;
  }

  it('S2–S7: Entra ID gets a token that lasts 450 days, proven, and the file says when it ends', async () => {
    await wizard.connectAs('administrator');
    await answer({ provider: 'entra' });
    await wizard.save();
    const { client, readBack, tokenEndsAt } = finished();
    assert.deepEqual(readBack, { kind: 'as-asked' });
    assert.equal(client.accessTokenValiditySeconds, 38_880_000);
    const days = (Date.parse(tokenEndsAt ?? '') - Date.now()) / 86_400_000;
    assert.ok(days > 449 && days <= 450);
    const { text, connections } = await config();
    assert.equal(connections.length, 1);
    assert.equal(connections[0]?.['clientId'], client.id);
    assert.equal(connections[0]?.['tokenEndsAt'], tokenEndsAt);
    const token = await wizard.secrets.get(`genesysOAuth.providerToken.${client.id}`);
    const secret = await wizard.secretKept(client.id);
    assert.ok(token && secret);
    await wizard.does({ type: 'copy', what: 'scim-token' });
    assert.equal(await vscode.env.clipboard.readText(), token);
    for (const written of [text, wizard.told.join(''), wizard.logged.join('')]) {
      assert.equal(written.includes(token) || written.includes(secret), false);
    }
  });

  it('S6: OneLogin gets ID and secret, and a second run updates its own connection and keeps the other', async () => {
    await wizard.connectAs('administrator');
    await answer({ provider: 'entra' });
    await wizard.save();
    finished();
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'refresh' });
    await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
    await answer({ provider: 'onelogin', name: 'Identity 2' });
    await wizard.save();
    assert.equal(finished().tokenEndsAt, undefined);
    assert.equal(finished().client.accessTokenValiditySeconds, 86_400);
    const { connections } = await config();
    assert.deepEqual(
      connections.map(({ provider }) => provider),
      ['entra', 'onelogin'],
    );
  });

  it('S6: a second client of the same provider goes beside the first, and both are marked as for practice', async () => {
    await wizard.connectAs('administrator');
    for (const name of ['Tenant 1', 'Tenant 2']) {
      await answer({ provider: 'entra', name });
      await wizard.save();
      finished();
      await wizard.does({ type: 'start-over' });
      await wizard.does({ type: 'refresh' });
      await wizard.does({ type: 'choose-procedure', procedure: 'scim' });
    }
    const { connections } = await config();
    assert.deepEqual(
      connections.map(({ provider, practice }) => [provider, practice]),
      [
        ['entra', true],
        ['entra', true],
      ],
    );
    assert.notEqual(connections[0]?.['clientId'], connections[1]?.['clientId']);
  });

  it('S1: whoever does not hold the role gives it to themselves, and goes on once the org has noticed', async () => {
    await wizard.connectAs('administrator-without-scim');
    assert.equal(scimRoleStanding(org().access).kind, 'not-held');
    assert.ok(codes().includes('scim-role-not-held'));
    await wizard.turn({ grantsVisibleAfterSeconds: 2 });
    await wizard.does({ type: 'grant-scim-role' });
    assert.equal(wizard.state().roleChange, null);
    assert.equal(scimRoleStanding(org().access).kind, 'held');
    await answer({ provider: 'servicenow' });
    await wizard.save();
    assert.ok(finished());
  });

  it('S1: an org without the role gets it back, and nothing is forced', async () => {
    await wizard.connectAs('administrator');
    const standing = scimRoleStanding(org().access);
    assert.ok(standing.kind === 'held');
    await removeRole(wizard, 'SCIM Integration');
    await wizard.does({ type: 'refresh' });
    assert.ok(codes().includes('scim-role-missing'));
    await wizard.does({ type: 'restore-scim-role' });
    assert.equal(codes().includes('scim-role-missing'), false);
    const restored = (await wizard.requests()).filter((request) => request.includes('roles/default'));
    assert.deepEqual(restored, ['POST /api/v2/authorization/roles/default']);
  });

  it('S4: says so when the org made tokens end sooner than was asked', async () => {
    await wizard.connectAs('administrator');
    await answer({ provider: 'okta' });
    const { access } = org();
    assert.ok(access.roles.kind === 'known');
    const scim = access.roles.value.find(({ name }) => name === 'SCIM Integration');
    assert.ok(scim);
    await addPermission(wizard, scim.id);
    await wizard.save();
    const { readBack } = finished();
    assert.ok(readBack?.kind === 'different');
    assert.deepEqual(readBack.durationSeconds, { asked: 38_880_000, made: 86_400 });
    assert.equal((await config()).connections[0]?.['tokenDurationSeconds'], 86_400, 'what is true');
  });

  describe('S4: where somebody has altered the role', () => {
    const RESTORE = 'PUT /api/v2/authorization/roles/default';

    beforeEach(async () => {
      await wizard.turn({ scimRoleAltered: true });
      await wizard.connectAs('administrator');
      // As shipped, this custom role would do as well.
      await removeRole(wizard, 'Directory Sync');
      await wizard.does({ type: 'refresh' });
    });

    it('says how, and makes a client for 450 days once that one role is restored', async () => {
      const standing = scimRoleStanding(org().access);
      assert.ok(standing.kind === 'altered');
      assert.deepEqual(standing.added, ['directory:user:view']);
      assert.deepEqual(standing.taken, ['telephony:extension:assign']);
      assert.ok(codes().includes('altered-role'));
      await wizard.does({ type: 'restore-altered-role' });
      assert.equal(wizard.state().roleChange, null);
      assert.equal(scimRoleStanding(org().access).kind, 'held');
      assert.deepEqual(
        (await wizard.requests()).filter((request) => request.endsWith('roles/default')),
        [RESTORE],
      );
      await answer({ provider: 'entra' });
      await wizard.save();
      assert.deepEqual(finished().readBack, { kind: 'as-asked' });
    });

    for (const [kind, error] of [
      ['forbidden', 'forbidden'],
      ['dropped', 'no-answer'],
    ] as const) {
      it(`says that nothing was changed: ${kind}, and restores it at the next try`, async () => {
        await wizard.trouble({ kind, times: 1, method: 'PUT', pathPrefix: '/api/v2/authorization/roles' });
        await wizard.does({ type: 'restore-altered-role' });
        const { roleChange } = wizard.state();
        assert.ok(roleChange?.kind === 'failed');
        assert.equal(roleChange.error.kind, error);
        assert.equal(scimRoleStanding(org().access).kind, 'altered');
        await wizard.does({ type: 'restore-altered-role' });
        assert.equal(scimRoleStanding(org().access).kind, 'held');
      });
    }

    it('restores it once, however often that is asked while the org is slow', async () => {
      await wizard.answersAfter(300);
      const twice = [
        wizard.does({ type: 'restore-altered-role' }),
        wizard.does({ type: 'restore-altered-role' }),
      ];
      assert.equal(wizard.state().roleChange?.kind, 'restoring-altered');
      await Promise.all(twice);
      assert.equal(await wizard.received(RESTORE), 1);
      assert.equal(scimRoleStanding(org().access).kind, 'held');
    });

    it('leaves it as it is when it is no longer what the person was shown, and shows that', async () => {
      await addPermission(wizard, await roleIdOf(wizard, 'SCIM Integration'));
      await wizard.does({ type: 'restore-altered-role' });
      assert.deepEqual(wizard.state().roleChange, { kind: 'changed-meanwhile' });
      assert.equal(await wizard.received(RESTORE), 0);
      const standing = scimRoleStanding(org().access);
      assert.ok(standing.kind === 'altered' && standing.added.includes('oauth:client:view'));
    });

    it('restores nothing that is not altered', async () => {
      await wizard.does({ type: 'restore-altered-role' });
      await wizard.does({ type: 'restore-altered-role' });
      assert.equal(await wizard.received(RESTORE), 1);
    });
  });

  it('stops at a file that is not one, with the client and its secret safe, and goes on when it is mended', async () => {
    await wizard.connectAs('administrator');
    await file.write('{ not json');
    await wizard.open();
    await answer({ provider: 'pingone' });
    await wizard.save();
    const { run } = wizard.state();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'scim-file-refused');
    assert.equal(run.hasSecret, true);
    await file.write('{}');
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.ok(finished());
    assert.equal(await wizard.clientsCreated(), 1);
  });
});

async function asAdministrator(wizard: Rehearsal): Promise<string> {
  const stored = await wizard.secrets.get('genesysOAuth.sessions');
  const [session]: { accessToken: string }[] = JSON.parse(stored ?? '[]');
  assert.ok(session);
  return session.accessToken;
}

async function call(wizard: Rehearsal, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${wizard.org.baseUrl}/api/v2/authorization/${path}`, {
    method,
    headers: { authorization: `Bearer ${await asAdministrator(wizard)}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer;
}

async function roleIdOf(wizard: Rehearsal, name: string): Promise<string> {
  const listing = await call(wizard, 'GET', `roles?pageSize=100&name=${encodeURIComponent(name)}`);
  const { entities }: { entities: { id: string; name: string }[] } = await listing.json();
  const role = entities.find((entity) => entity.name === name);
  assert.ok(role);
  return role.id;
}

async function removeRole(wizard: Rehearsal, name: string): Promise<void> {
  await call(wizard, 'DELETE', `roles/${await roleIdOf(wizard, name)}`);
}

/** As an administrator who gives the role of the identity system one permission more. */
async function addPermission(wizard: Rehearsal, roleId: string): Promise<void> {
  const role: { permissionPolicies: unknown[] } = await (await call(wizard, 'GET', `roles/${roleId}`)).json();
  const more = { domain: 'oauth', entityName: 'client', actionSet: ['view'] };
  await call(wizard, 'PUT', `roles/${roleId}`, {
    ...role,
    permissionPolicies: [...role.permissionPolicies, more],
  });
}
