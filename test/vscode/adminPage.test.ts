import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { Copyable } from '../../src/core/wizard/messages.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import { useWindows } from './windows.ts';

describe('The admin page', () => {
  const { openWithGateway } = useWindows();
  const file = useFrameworkFile();

  it('G1: leads from the palette to framework.js without one request', async () => {
    const window = await openWithGateway();
    const before = await window.requests();
    window.person.habits = { region: 'mypurecloud.com' };
    await window.connect('admin-page');
    const clientId = 'ABCDEF01-2345-4678-9ABC-DEF012345678';
    await window.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop', clientId } });
    await window.does({ type: 'copy', what: 'admin-name' });
    assert.equal(await vscode.env.clipboard.readText(), 'Agent desktop');
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    assert.ok((await file.read()).includes(clientId.toLowerCase()));
    assert.deepEqual(await window.requests(), before);
  });

  it('S6: copies the role and the addresses that an identity provider asks for', async () => {
    const window = await openWithGateway({ procedure: 'scim' });
    window.person.habits = { region: 'mypurecloud.de' };
    await window.connect('admin-page');
    const clientId = 'abcdef01-2345-4678-9abc-def012345678';
    const change = { name: 'Entra ID', provider: 'entra' as const, divisionNames: 'Sales', clientId };
    await window.does({ type: 'answer', revision: 1, change });
    const copied = async (what: Copyable) => {
      await window.does({ type: 'copy', what });
      return await vscode.env.clipboard.readText();
    };
    assert.equal(await copied('admin-roles'), 'SCIM Integration');
    assert.equal(await copied('admin-divisions'), 'Sales');
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    assert.equal(await copied('scim-base-url'), 'https://api.mypurecloud.de/api/v2/scim/v2');
  });

  it('G12: knows the roles by name that were chosen in the org', async () => {
    const window = await openWithGateway({ procedure: 'general' });
    await window.connectAs('administrator');
    const access = orgOf(window.state().context)?.access;
    assert.ok(access?.roles.kind === 'known' && access.divisions.kind === 'known');
    const [role] = access.roles.value;
    const [division] = access.divisions.value;
    assert.ok(role && division);
    const roles = [{ roleId: role.id, divisionIds: [division.id] }];
    const change = { grantType: 'CLIENT-CREDENTIALS' as const, roles };
    await window.does({ type: 'answer', revision: 1, change });
    window.person.habits = { region: 'mypurecloud.de' };
    await window.connect('admin-page');
    const { roleNames, divisionNames } = window.state().memory.draft;
    assert.deepEqual([roleNames, divisionNames], [role.name, division.name]);
  });
});
