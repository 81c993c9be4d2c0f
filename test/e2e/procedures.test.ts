import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { filesContaining } from './search.ts';
import { useWalks } from './useWalks.ts';
import { CLIENT_ID } from './walk.ts';

/** Every grant type by the value of its choice, and the pages that it asks for between its own and Review. */
const GRANTS = {
  CODE: ['redirectUris', 'scopes'],
  TOKEN: ['redirectUris', 'scopes'],
  'SAML2-BEARER': ['scopes'],
  'CLIENT-CREDENTIALS': ['roles'],
} as const;
const GRANT_NAMES = {
  CODE: 'Code Authorization / PKCE',
  TOKEN: 'Implicit Grant (Browser)',
  'SAML2-BEARER': 'SAML2 Bearer',
  'CLIENT-CREDENTIALS': 'Client Credentials',
} as const;

describe('The other procedures, in a real VS Code', () => {
  const { goOn } = useWalks();

  for (const [grant, asks] of Object.entries(GRANTS)) {
    it(`G6: a client for an application, ${grant}${grant === 'CODE' ? ' @oldest' : ''}`, async () => {
      const someone = await goOn({ pictures: `general-${grant}` });
      await someone.openWizard();
      await someone.chooseProcedure('general');
      await someone.connectAs('Practice Administrator');
      await someone.nextTo(2);
      await someone.type('name', `Reporting ${grant}`);
      await someone.nextTo(3);
      await someone.wizard.getByRole('radio', { name: nameOf(grant) }).check();
      await someone.picture('grant-type');
      let step = 3;
      for (const field of asks) {
        step += 1;
        await someone.nextTo(step);
        if (field === 'redirectUris') await someone.type(field, 'https://app.example.com/callback');
        if (field === 'scopes') await someone.tick('users:readonly');
        if (field === 'roles') await someone.tick('Employee');
        await someone.picture(field);
      }
      await someone.nextTo(step + 1);
      await someone.picture('review');
      assert.match(await someone.finish(), CLIENT_ID);
    });
  }

  for (const language of ['en', 'ja'] as const) {
    it(`S1–S7: a SCIM client for Entra ID, in ${language}${language === 'en' ? ' @oldest' : ''}`, async () => {
      const someone = await goOn({ language, pictures: `scim-${language}` });
      await someone.openWizard();
      await someone.chooseProcedure('scim');
      await someone.connectAs('Practice Administrator');
      await someone.nextTo(2);
      await someone.wizard.getByRole('radio', { name: /Entra ID/ }).check();
      await someone.picture('identity-provider');
      await someone.nextTo(3);
      await someone.type('name', 'Identity');
      await someone.picture('details');
      await someone.nextTo(4);
      await someone.picture('divisions');
      await someone.nextTo(5);
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
  }

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

function nameOf(grant: string): RegExp {
  const [, name] = Object.entries(GRANT_NAMES).find(([value]) => value === grant) ?? [];
  return new RegExp((name ?? grant).replace(/[()/]/g, '\\$&'));
}
