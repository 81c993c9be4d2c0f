import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doubtsOf } from '../../../../src/core/texts/callsInWizard.ts';
import type { NeedsFound } from '../../../../src/core/wizard/needs/shown.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

describe('What an application needs, by what the org says of its own operations', () => {
  const useDesk = useOrgDesk();

  async function find(wizard: ActedWizard, text: string): Promise<NeedsFound> {
    await wizard.does({ type: 'find-needs', text, anew: false });
    const { found } = wizard.state.needs;
    assert.ok(found);
    return found;
  }

  it('G15: its scopes are ones that the org knows, and the client is made with no others', async () => {
    const desk = useDesk();
    const wizard = await desk.begin('general');
    await desk.connect(wizard);
    const found = await find(wizard, 'getUsersMe\nGET /api/v2/oauth/clients');
    assert.equal(found.operations, 2);
    const scopes = found.scopes.map(({ scope }) => scope);
    await wizard.answers({ name: 'Wallboard', redirectUris: 'https://wallboard.example.com/', scopes });
    await wizard.does(wizard.save());
    assert.deepEqual(wizard.run('finished').client.name, 'Wallboard');
  });

  it('G12: its roles are ones that can be given, and only a person gets what is only for people', async () => {
    const desk = useDesk();
    const wizard = await desk.begin('general', { memory: { draft: { grantType: 'CLIENT-CREDENTIALS' } } });
    await desk.connect(wizard);
    const found = await find(wizard, 'getUsersMe\nGET /api/v2/authorization/roles');
    const [people, ...others] = doubtsOf(found, 'en');
    assert.match(people?.texts[0] ?? '', /^Only a person can make these calls: GET \/api\/v2\/users\/me\.$/);
    assert.deepEqual(others, []);
    const roles = (found.roles?.needed.first ?? []).map(({ id }) => ({
      roleId: id,
      divisionIds: ['*'],
    }));
    assert.equal(roles.length, 1);
    await wizard.answers({ name: 'Role report', roles });
    await wizard.does(wizard.save());
    wizard.run('finished');
  });
});
