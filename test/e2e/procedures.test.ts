import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { CLIENT_ID } from '../host/wizardWalk.ts';
import { filesContaining } from './search.ts';
import { useWalks } from './useWalks.ts';

describe('The other procedures, in a real VS Code', () => {
  const { goOn } = useWalks();

  it('G6: a client for an application, CODE @oldest', async () => {
    const someone = await goOn({ pictures: 'general-CODE' });
    await someone.openWizard();
    await someone.chooseProcedure('general');
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Reporting');
    for (const step of [3, 4]) await someone.nextTo(step);
    await someone.type('redirectUris', 'https://app.example.com/callback');
    await someone.nextTo(5);
    await someone.tick('users:readonly');
    await someone.nextTo(6);
    await someone.picture('review');
    assert.match(await someone.finish(), CLIENT_ID);
  });

  it('S1–S7: a SCIM client for Entra ID @oldest', async () => {
    const someone = await goOn({ pictures: 'scim' });
    await someone.openWizard();
    await someone.chooseProcedure('scim');
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.wizard.getByRole('radio', { name: /Entra ID/ }).check();
    await someone.nextTo(3);
    await someone.type('name', 'Identity');
    for (const step of [4, 5]) await someone.nextTo(step);
    await someone.picture('review');
    const clientId = await someone.finish();
    const token = await someone.copy('scim-token');
    assert.ok(token.length > 20);
    const { dataFolder, workspaceFolder } = someone.workbench;
    for (const folder of [dataFolder, workspaceFolder]) {
      assert.deepEqual(await filesContaining(folder, token), []);
    }
    const config = await readFile(join(workspaceFolder, 'genesys-scim.json'), 'utf8');
    assert.ok(config.includes(clientId));
  });

  it('E3: an Embeddable Framework client with the implicit grant @oldest', async () => {
    const someone = await goOn();
    await someone.openWizard();
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Agent desktop, implicit');
    await someone.nextTo(3);
    await someone.wizard.getByRole('radio', { name: 'Implicit Grant (Browser)' }).check();
    for (const step of [4, 5, 6, 7]) await someone.nextTo(step);
    const clientId = await someone.save();
    assert.match(clientId, CLIENT_ID);
    assert.ok((await someone.framework()).includes(`'mypurecloud.com': '${clientId}'`));
  });
});
