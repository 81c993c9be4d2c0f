import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { GrantType } from '../../src/core/platform/oauthClients.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { check } from '../../src/core/procedures/index.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

describe('A client for an application, made in the practice org', () => {
  let wizard: Rehearsal;

  beforeEach(async () => {
    wizard = await rehearse({ procedure: 'general' });
  });

  afterEach(async () => await wizard.dispose());

  async function answer(change: Draft): Promise<void> {
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Reporting', ...change } });
  }

  function access() {
    const org = orgOf(wizard.state().context);
    assert.ok(org?.access.roles.kind === 'known' && org.access.divisions.kind === 'known');
    assert.ok(org.access.held.kind === 'known');
    return {
      roles: org.access.roles.value,
      divisions: org.access.divisions.value,
      held: org.access.held.value,
    };
  }

  function finished() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run;
  }

  const drafts: Record<Exclude<GrantType, 'CLIENT-CREDENTIALS'>, Draft> = {
    CODE: { redirectUris: 'https://app.example.com/callback', scopes: ['users:readonly'] },
    TOKEN: { redirectUris: 'https://app.example.com/callback', scopes: ['users:readonly'] },
    'SAML2-BEARER': { scopes: ['users:readonly'] },
  };
  for (const grantType of ['CODE', 'TOKEN', 'SAML2-BEARER'] as const) {
    it(`G6: ${grantType} is made and reads back as asked`, async () => {
      await wizard.connectAs('administrator');
      await answer({ grantType, ...drafts[grantType] });
      await wizard.save();
      assert.equal(finished().client.authorizedGrantType, grantType);
      assert.deepEqual(finished().readBack, { kind: 'as-asked' });
    });
  }

  it('G7, G12, G13: client credentials are made with a role in a division, and get a token', async () => {
    await wizard.connectAs('administrator');
    const { roles, divisions } = access();
    const role = roles.find(({ name }) => name === 'Employee');
    const home = divisions.find(({ isHome }) => isHome);
    assert.ok(role && home);
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles: [{ roleId: role.id, divisionIds: [home.id] }] });
    await wizard.save();
    assert.deepEqual(finished().client.roleDivisions, [{ roleId: role.id, divisionId: home.id }]);
    assert.deepEqual(
      finished().plan.map(({ kind }) => kind),
      ['create-client', 'keep-secret', 'read-back', 'prove'],
    );
  });

  it('G12: what the integrator does not hold cannot be given', async () => {
    await wizard.connectAs('integrator');
    const { roles, held } = access();
    const foreign = roles.find(({ id }) => !held.some(({ roleId }) => roleId === id));
    assert.ok(foreign);
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles: [{ roleId: foreign.id, divisionIds: ['x'] }] });
    const { memory, context } = wizard.state();
    const codes = check('general', memory.draft, context).map(({ code }) => code);
    assert.ok(codes.includes('role-not-held'));
  });

  it('can be taken elsewhere, and never with a secret', async () => {
    await wizard.connectAs('administrator');
    await answer({ grantType: 'CODE', ...drafts.CODE });
    for (const format of ['curl', 'genesys-cli', 'terraform', 'json'] as const) {
      await vscode.env.clipboard.writeText('');
      await wizard.does({ type: 'copy-as', format });
      assert.match(await vscode.env.clipboard.readText(), /Reporting/);
    }
  });

  it('can be taken over by Terraform once it is made', async () => {
    await wizard.connectAs('administrator');
    await answer({ grantType: 'CODE', ...drafts.CODE });
    await wizard.save();
    await wizard.does({ type: 'copy-as', format: 'terraform' });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^import \{/);
    assert.ok(copied.includes(`"${finished().client.id}"`));
  });

  it('S5: a role in every division is made and reads back as asked', async () => {
    await wizard.connectAs('administrator');
    const role = access().roles.find(({ name }) => name === 'Employee');
    assert.ok(role);
    const roles = [{ roleId: role.id, divisionIds: ['*'] }];
    await answer({ grantType: 'CLIENT-CREDENTIALS', roles });
    await wizard.save();
    assert.deepEqual(finished().readBack, { kind: 'as-asked' });
  });

  it('asks for no roles where no procedure needs them', async () => {
    await wizard.dispose();
    wizard = await rehearse();
    await wizard.connectAs('administrator');
    assert.equal(
      (await wizard.requests()).some((request) => request.includes('/authorization/')),
      false,
    );
    await wizard.does({ type: 'choose-procedure', procedure: 'general' });
    assert.ok(access().roles.length > 3);
  });
});
