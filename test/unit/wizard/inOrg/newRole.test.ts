import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { interrupted } from '../../../../src/core/operations/interrupted.ts';
import type { Failure, Run } from '../../../../src/core/operations/run.ts';
import type { NewRole } from '../../../../src/core/procedures/newRole.ts';
import { stopText } from '../../../../src/core/texts/failures.ts';
import type { TroubleAsked as Trouble } from '../../../../src/practiceOrg/practice/troubles.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import type { OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

const NAME = 'Role report';
const CALLS = 'GET /api/v2/authorization/roles\nGET /api/v2/oauth/clients';
const ROLES = '/api/v2/authorization/roles';
const CREATE_ROLE = { method: 'POST', pathPrefix: ROLES } as const;
const CREATE_CLIENT = { method: 'POST', pathPrefix: '/api/v2/oauth/clients' } as const;

type Named = { readonly id: string; readonly name: string };

describe('G12: a client with a role of its own, made in the practice org', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(async () => {
    desk = useDesk();
    wizard = await desk.begin('general', { memory: { draft: { grantType: 'CLIENT-CREDENTIALS' } } });
    await desk.connect(wizard);
  });

  /** Asks what the calls need, and wants a role with exactly that, as the page does. */
  async function answer(change: Partial<NewRole> = {}): Promise<void> {
    await wizard.does({ type: 'find-needs', text: CALLS, anew: false });
    const permissions = (wizard.state.needs.found?.permissions.first ?? []).map((each) => ({
      permission: each.permission,
      for: each.for,
    }));
    const home = wizard.divisions.find(({ isHome }) => isHome)?.id ?? '';
    const newRole = { name: NAME, description: 'Only this', permissions, divisionIds: [home], ...change };
    await wizard.answers({ name: NAME, newRole });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  async function goOn(): Promise<void> {
    await wizard.does({ type: 'retry', createAnyway: false });
  }

  async function trouble(...troubles: Trouble[]): Promise<void> {
    await desk.org.turn({ troubles });
  }

  function stoppedBy(kind: Failure['kind']): Extract<Run, { kind: 'stopped' }> {
    const run = wizard.run('stopped');
    assert.equal(run.failure.kind, kind, JSON.stringify(run.failure));
    return run;
  }

  async function named(path: string): Promise<Named[]> {
    const { entities }: { entities?: Named[] } = Object(await desk.asAdministrator('GET', path));
    return (entities ?? []).filter(({ name }) => name === NAME);
  }

  /** How many roles and clients of the name there are. */
  async function there(): Promise<{ roles: number; clients: number }> {
    const roles = await named('/authorization/roles?pageSize=500');
    return { roles: roles.length, clients: (await named('/oauth/clients')).length };
  }

  async function isHeld(): Promise<boolean> {
    return JSON.stringify(await desk.asAdministrator('GET', '/authorization/subjects/me')).includes(
      `"${NAME}"`,
    );
  }

  /** All that the page was told of the Save, in order. */
  function runs(): Run[] {
    return wizard.told.flatMap((message) => {
      const { state }: { state?: { run?: Run | null } } = JSON.parse(message);
      return state?.run ?? [];
    });
  }

  it('gets the role, which allows exactly what its calls need, and Delete takes both away', async () => {
    await answer();
    await save();
    const { client, role, readBack } = wizard.run('finished');
    assert.ok(role);
    assert.deepEqual(
      client.roleDivisions?.map(({ roleId }) => roleId),
      [role.id],
    );
    assert.deepEqual(readBack, { kind: 'as-asked' });
    const made = Object(await desk.asAdministrator('GET', `/authorization/roles/${role.id}`));
    assert.deepEqual([made.name, made.description, made.permissionPolicies.length], [NAME, 'Only this', 2]);
    assert.equal(await isHeld(), true);
    assert.deepEqual(wizard.list('roles', { search: NAME }).choosable, 1, 'the next client can have it, too');

    const whole = Object(await desk.asAdministrator('GET', `/oauth/clients/${client.id}`));
    await desk.asAdministrator('PUT', `/oauth/clients/${client.id}`, { ...whole, state: 'inactive' });
    await desk.asAdministrator('DELETE', `/oauth/clients/${client.id}`);
    wizard.world.removal = { kind: 'deleted' };
    await wizard.does({ type: 'delete-client' });
    const { client: gone, role: left } = wizard.run('taken-back');
    assert.deepEqual([gone?.id, left], [client.id, undefined]);
    assert.deepEqual((await named('/authorization/roles?pageSize=500')).length, 0);
    assert.equal(await isHeld(), false);
    assert.equal(wizard.list('roles', { search: NAME }).matching, 0);
    await wizard.does({ type: 'back-to-answers' });
    assert.equal(wizard.state.memory.draft.newRole?.name, NAME);
  });

  it('waits until the org has noticed who holds the role', async () => {
    await desk.org.turn({ grantsVisibleAfterSeconds: 10 });
    await answer();
    await save();
    wizard.run('finished');
  });

  it('says that the org has not noticed, and goes on with the same role', async () => {
    await desk.org.turn({ grantsVisibleAfterSeconds: 100 });
    await answer();
    await save();
    const { role } = stoppedBy('role-not-noticed');
    assert.deepEqual(await there(), { roles: 1, clients: 0 });
    await goOn();
    assert.deepEqual(wizard.run('finished').role, role);
    assert.deepEqual(await there(), { roles: 1, clients: 1 });
  });

  const lost: [what: string, Trouble][] = [
    ['the role', { kind: 'lost', times: 1, ...CREATE_ROLE }],
    ['the client', { kind: 'lost', times: 1, ...CREATE_CLIENT }],
  ];
  for (const [what, each] of lost)
    it(`is made once where the answer about ${what} is lost`, async () => {
      await answer();
      await trouble(each);
      await save();
      assert.deepEqual(await there(), { roles: 1, clients: 1 });
    });

  it('says what stands where the client is refused, and takes the role back alone', async () => {
    await answer();
    await trouble({ kind: 'refused', code: 'bad.request', ...CREATE_CLIENT });
    await save();
    assert.ok(stoppedBy('not-created').role);
    assert.deepEqual(await there(), { roles: 1, clients: 0 });
    await wizard.does({ type: 'take-back' });
    wizard.run('taken-back');
    assert.deepEqual(await there(), { roles: 0, clients: 0 });
    await wizard.does({ type: 'back-to-answers' });
    await trouble();
    await save();
    wizard.run('finished');
    assert.deepEqual(await there(), { roles: 1, clients: 1 });
  });

  const others: [who: string, give: (roleId: string) => Promise<string>][] = [
    [
      'a person',
      async (roleId) => {
        const other = await desk.org.call(await desk.org.signIn('developer'), 'GET', '/api/v2/users/me');
        const grant = { subjectIds: [other.at('id')], divisionIds: ['*'] };
        await desk.asAdministrator('POST', `/authorization/roles/${roleId}`, grant);
        return String(other.at('name'));
      },
    ],
    [
      'another client',
      async (roleId) => {
        const roleDivisions = [{ roleId, divisionId: '*' }];
        const authorizedGrantType = 'CLIENT-CREDENTIALS';
        const client = { name: 'Night report', authorizedGrantType, roleDivisions };
        await desk.asAdministrator('POST', '/oauth/clients', client);
        return client.name;
      },
    ],
  ];
  for (const [who, give] of others)
    it(`leaves the role where ${who} was given it meanwhile, and says so`, async () => {
      await answer();
      desk.isKeyringLocked = true;
      await save();
      const { role } = stoppedBy('secret-not-kept');
      const name = await give(role?.id ?? '');
      await wizard.does({ type: 'take-back' });
      const stopped = stoppedBy('role-not-taken-back');
      assert.deepEqual(await there(), { roles: 1, clients: 0 });
      const { what, why } = stopText(stopped);
      assert.match(what, /It is still there\.$/);
      assert.equal(why, `"${name}" was given the role, too, and would lose it.`);
    });

  it('leaves the role where the org does not say who was given it', async () => {
    await answer();
    await trouble({ kind: 'refused', code: 'bad.request', ...CREATE_CLIENT });
    await save();
    await trouble({
      kind: 'forbidden',
      permission: 'authorization:role:view',
      method: 'GET',
      pathPrefix: ROLES,
    });
    await wizard.does({ type: 'take-back' });
    const { what, why } = stopText(stoppedBy('role-not-taken-back'));
    assert.match(what, /was not deleted\.$/);
    assert.match(why, /^Others may have been given the role, too/);
    await trouble();
    assert.deepEqual(await there(), { roles: 1, clients: 0 });
    await goOn();
    assert.deepEqual(await there(), { roles: 0, clients: 0 });
  });

  it('makes another role where somebody has deleted it meanwhile', async () => {
    await answer();
    await trouble({ kind: 'refused', code: 'bad.request', ...CREATE_CLIENT });
    await save();
    const { role } = stoppedBy('not-created');
    await trouble();
    await desk.asAdministrator('DELETE', `/authorization/roles/${role?.id}`);
    await goOn();
    assert.equal(stoppedBy('role-gone').role, undefined);
    await goOn();
    assert.notEqual(wizard.run('finished').role?.id, role?.id);
    assert.deepEqual(await there(), { roles: 1, clients: 1 });
  });

  it('takes the role away later, where that could not be done with the client', async () => {
    await answer();
    await trouble({ kind: 'refused', code: 'bad.request', ...CREATE_CLIENT });
    await save();
    await trouble({ kind: 'server-error', method: 'DELETE', pathPrefix: ROLES });
    await wizard.does({ type: 'take-back' });
    stoppedBy('role-not-taken-back');
    assert.deepEqual(await there(), { roles: 1, clients: 0 });
    await trouble();
    await goOn();
    wizard.run('taken-back');
    assert.deepEqual(await there(), { roles: 0, clients: 0 });
  });

  for (const until of ['create-role', 'give-role', 'create-client'] as const)
    it(`goes on after VS Code has ended at ${until}, and makes nothing twice`, async () => {
      await answer();
      await trouble();
      wizard.cancelsBefore = until === 'create-role' ? 'give-role' : until;
      await save();
      const noted = runs().find((run) => run.kind === 'running' && run.plan[run.done]?.kind === until);
      const run = noted && interrupted(noted);
      assert.ok(run, 'it was noted before it was sent');
      const next = await desk.begin('general', { memory: wizard.remembered, run });
      await desk.connect(next);
      wizard = next;
      await goOn();
      wizard.run('finished');
      assert.deepEqual(await there(), { roles: 1, clients: 1 });
    });

  it('can be taken elsewhere, without an ID that does not exist', async () => {
    await answer();
    for (const format of ['curl', 'genesys-cli', 'terraform', 'json'] as const) {
      wizard.world.clipboard = '';
      await wizard.does({ type: 'copy-as', format });
      const { clipboard } = wizard.world;
      assert.match(clipboard, /authorization/, format);
      assert.match(clipboard, /Only this/, format);
      assert.doesNotMatch(clipboard, /\{new-role-id\}/, format);
    }
    await save();
    await wizard.does({ type: 'copy-as', format: 'terraform' });
    assert.ok(wizard.world.clipboard.includes(wizard.run('finished').role?.id ?? 'none'));
  });

  it('is asked for by whoever may not make roles', async () => {
    await desk.org.turn({ permissionsTaken: { administrator: ['authorization:role:add'] } });
    await desk.connect(wizard);
    await answer();
    await wizard.does({ type: 'copy', what: 'role-request' });
    const { clipboard } = wizard.world;
    assert.match(clipboard, /^Missing permission: authorization:role:add$/m);
    assert.match(clipboard, /^Role: Role report\n- authorization:role:view\n- oauth:client:view$/m);
  });
});
