import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inMemorySecrets } from './inMemory.ts';
import { useWindows } from './windows.ts';

const NAME = 'Role report';
const CALLS = 'GET /api/v2/authorization/roles\nGET /api/v2/oauth/clients';

describe('G12: a client with a role of its own', () => {
  const windows = useWindows();

  it('is made of the calls that were pasted, and both are taken back', async () => {
    let locked = true;
    const secrets = inMemorySecrets((key) => locked && key.includes('keptSecrets'));
    const wizard = await windows.open({ procedure: 'general', secrets });
    await wizard.connectAs('administrator');
    await wizard.does({ type: 'answer', revision: 100, change: { grantType: 'CLIENT-CREDENTIALS' } });
    await wizard.does({ type: 'find-needs', text: CALLS, anew: false });
    const { needs, context } = wizard.state();
    const permissions = (needs.found?.permissions.first ?? []).map((each) => ({
      permission: each.permission,
      for: each.for,
    }));
    assert.deepEqual(
      permissions.map(({ permission }) => permission),
      ['authorization:role:view', 'oauth:client:view'],
    );
    const { destination } = context;
    assert.ok(destination.kind === 'org' && destination.org.access.divisions.kind === 'known');
    const divisionIds = destination.org.access.divisions.value.entries.map(({ id }) => id);
    const newRole = { name: NAME, description: 'Only this', permissions, divisionIds };
    await wizard.does({ type: 'answer', revision: 200, change: { name: NAME, newRole } });

    const call = async (path: string) => {
      const [session] = await wizard.stored();
      const headers = { Authorization: `Bearer ${session?.accessToken}` };
      return await (await fetch(wizard.org.baseUrl + path, { headers })).text();
    };
    const roles = async () => await call('/api/v2/authorization/roles?pageSize=500');
    await wizard.save();
    const { run } = wizard.state();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'secret-not-kept', JSON.stringify(run));
    assert.ok((await roles()).includes(`"name":"${NAME}"`));
    assert.ok((await call(`/api/v2/oauth/clients/${run.client?.id}`)).includes(run.role?.id ?? 'none'));

    locked = false;
    await wizard.does({ type: 'take-back' });
    assert.equal(wizard.state().run?.kind, 'taken-back');
    assert.equal((await roles()).includes(`"name":"${NAME}"`), false);
    assert.equal((await call('/api/v2/oauth/clients')).includes(NAME), false);

    await wizard.does({ type: 'back-to-answers' });
    await wizard.save();
    const again = wizard.state().run;
    assert.ok(again?.kind === 'finished', JSON.stringify(again));
    assert.deepEqual(
      new Set(again.client.roleDivisions?.map(({ roleId }) => roleId)),
      new Set([again.role?.id]),
    );
  });
});
