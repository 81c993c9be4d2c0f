import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { GrantType } from '../../../../src/core/platform/oauthClients.ts';
import type { Draft } from '../../../../src/core/procedures/draft.ts';
import { check } from '../../../../src/core/procedures/index.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import type { OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

describe('A client for an application, made in the practice org', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(async () => {
    desk = useDesk();
    wizard = await desk.begin('general');
  });

  async function answer(change: Draft): Promise<void> {
    await wizard.answers({ name: 'Reporting', ...change });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  const drafts: Record<Exclude<GrantType, 'CLIENT-CREDENTIALS'>, Draft> = {
    CODE: { redirectUris: 'https://app.example.com/callback', scopes: ['users:readonly'] },
    TOKEN: { redirectUris: 'https://app.example.com/callback', scopes: ['users:readonly'] },
    'SAML2-BEARER': { scopes: ['users:readonly'] },
  };
  for (const grantType of ['CODE', 'TOKEN', 'SAML2-BEARER'] as const) {
    it(`G6: ${grantType} is made and reads back as asked`, async () => {
      await desk.connect(wizard);
      await answer({ grantType, ...drafts[grantType] });
      await save();
      const { client, readBack } = wizard.run('finished');
      assert.equal(client.authorizedGrantType, grantType);
      assert.deepEqual(readBack, { kind: 'as-asked' });
    });
  }

  it('G7, G12, G13: client credentials are made with a role in a division, and get a token', async () => {
    await desk.connect(wizard);
    const { roles, divisions } = wizard;
    const role = roles.find(({ name }) => name === 'Employee');
    const home = divisions.find(({ isHome }) => isHome);
    assert.ok(role && home);
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles: [{ roleId: role.id, divisionIds: [home.id] }] });
    await save();
    const { client, plan } = wizard.run('finished');
    assert.deepEqual(client.roleDivisions, [{ roleId: role.id, divisionId: home.id }]);
    assert.deepEqual(
      plan.map(({ kind }) => kind),
      ['create-client', 'keep-secret', 'read-back', 'prove'],
    );
  });

  it('G12: what the integrator does not hold cannot be given', async () => {
    await desk.connect(wizard, 'integrator');
    const listed = wizard.list('roles');
    const foreign = wizard.roles[listed.choosable];
    assert.ok(foreign);
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles: [{ roleId: foreign.id, divisionIds: ['x'] }] });
    const { memory, context } = wizard.state;
    const codes = check('general', memory.draft, context).map(({ code }) => code);
    assert.ok(codes.includes('role-not-held'));
  });

  it('can be taken elsewhere, and never with a secret', async () => {
    await desk.connect(wizard);
    await answer({ grantType: 'CODE', ...drafts.CODE });
    for (const format of ['curl', 'genesys-cli', 'terraform', 'json'] as const) {
      wizard.world.clipboard = '';
      await wizard.does({ type: 'copy-as', format });
      assert.match(wizard.world.clipboard, /Reporting/);
    }
  });

  it('can be taken over by Terraform once it is made', async () => {
    await desk.connect(wizard);
    await answer({ grantType: 'CODE', ...drafts.CODE });
    await save();
    await wizard.does({ type: 'copy-as', format: 'terraform' });
    const { clipboard, secrets } = wizard.world;
    const { id } = wizard.run('finished').client;
    assert.match(clipboard, /^import \{/m);
    assert.ok(clipboard.includes(`"${id}"`));
    assert.equal(clipboard.includes(secrets.get(id) ?? assert.fail('the secret is kept')), false);
  });

  it('S5: a role in every division is made and reads back as asked', async () => {
    await desk.connect(wizard);
    const role = wizard.roles.find(({ name }) => name === 'Employee');
    assert.ok(role);
    const roles = [{ roleId: role.id, divisionIds: ['*'] }];
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles });
    await save();
    assert.deepEqual(wizard.run('finished').readBack, { kind: 'as-asked' });
  });

  it('asks for no roles where no procedure needs them', async () => {
    wizard = await desk.begin('embeddable');
    await desk.connect(wizard);
    const asked = (await desk.requests()).filter((request) => request.includes('/authorization/'));
    assert.deepEqual(asked, []);
    await wizard.does({ type: 'choose-procedure', procedure: 'general' });
    assert.ok(wizard.roles.length > 3);
  });
});
