import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useQuickFixes } from './quickFixes.ts';
import { until } from './until.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const FRAMEWORK_URI = 'https://apps.mypurecloud.com/crm/index.html';

describe('Quick fixes of a framework.js', () => {
  const desk = useFrameworkDesk();
  const fixes = useQuickFixes();
  let region: string;

  beforeEach(() => {
    region = desk.org().org.region;
  });

  it('repair all that is safe at once', async () => {
    const { document } = await desk.open(
      `x = { clientIds: {\n'${region}': '',\n'${region}': '',\n'${region}': '${ID}' } };`,
    );
    await untilCodes(document.uri, 'duplicate-region', 'duplicate-region');
    await fixes.take(await fixes.find(document, region, /^Fix all of these/));
    await untilCodes(document.uri);
    assert.equal(document.getText().split(region).length - 1, 1);
  });

  it('repair all that is safe on saving, where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.genesysOAuth': 'explicit' });
    try {
      const editor = await desk.open(frameworkWith(region, ID));
      await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), `      '${region}': '',\n`));
      await untilCodes(editor.document.uri, 'duplicate-region');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until(() => editor.document.getText() === frameworkWith(region, ID));
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  it('silence a finding on its line, in the indentation of the file', async () => {
    const { document } = await desk.open(frameworkWith(region, ID.slice(1)));
    await untilCodes(document.uri, 'malformed-client-id');
    await fixes.take(await fixes.find(document, ID.slice(1), /^Ignore malformed-client-id/));
    await untilCodes(document.uri);
    assert.match(document.getText(), /\n {6}\/\/ genesys-oauth-disable-next-line malformed-client-id\n {6}'/);
  });

  it('open the login in a window of its own', async () => {
    const { document } = await desk.open(frameworkWith(region, ID, 'dedicatedLoginWindow: false'));
    await fixes.take(await fixes.find(document, 'dedicatedLoginWindow', /separate window/));
    assert.match(document.getText(), /dedicatedLoginWindow: true/);
  });

  it('copy the redirect URIs for whoever has no account', async () => {
    const { document } = await desk.open(frameworkWith(region, ID, 'dedicatedLoginWindow: true'));
    const action = await fixes.find(document, ID, /^Copy the redirect URIs/);
    const { openExternal } = vscode.env;
    const opened: string[] = [];
    Reflect.set(vscode.env, 'openExternal', async (uri: vscode.Uri) => opened.push(uri.toString(true)) > 0);
    try {
      await fixes.take(action);
    } finally {
      Reflect.set(vscode.env, 'openExternal', openExternal);
    }
    const expected = [FRAMEWORK_URI, FRAMEWORK_URI.replace('index', 'authWindow')].join('\n');
    assert.equal(await vscode.env.clipboard.readText(), expected);
    assert.deepEqual(opened, [`https://apps.${region}/directory/#/admin/integrations/oauth/${ID}`]);
    assert.match(fixes.told.join(), /on the clipboard/);
    assert.deepEqual(await desk.org().requests(), []);
  });

  it('copy nothing for a client that is known and lacks nothing', async () => {
    const { id } = await desk.client();
    const { document } = await desk.open(frameworkWith(region, id));
    const copies = async () =>
      (await fixes.offered(document, id)).filter(({ title }) => title.startsWith('Copy')).length;
    assert.equal(await copies(), 1, 'as long as it is not known');
    await desk.signIn();
    await until(async () => (await copies()) === 0);
  });

  describe('that change the client', () => {
    const BARE = { registeredRedirectUri: ['https://crm.test/'] };

    async function openWith(changes: Parameters<typeof desk.client>[0], code: string) {
      const { id } = await desk.client(changes);
      await desk.signIn();
      const { document } = await desk.open(frameworkWith(region, id));
      await untilCodes(document.uri, code);
      return { id, document };
    }

    const puts = async (id: string) => await desk.org().received(`PUT /api/v2/oauth/clients/${id}`);

    it('change nothing when the person does not agree', async () => {
      const { id, document } = await openWith({ authorizedGrantType: 'TOKEN' }, 'implicit-grant-ending');
      const text = document.getText();
      await fixes.take(await fixes.find(document, id, /PKCE/));
      assert.equal(fixes.told.filter((message) => message.startsWith('Change the client')).length, 1);
      assert.deepEqual([await puts(id), document.getText()], [0, text]);
    });

    it('do nothing for a text that has changed since', async () => {
      const { id, document } = await openWith(BARE, 'missing-redirect-uri');
      const stale = await fixes.find(document, id, /redirect URI/i);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      fixes.answers = { warning: 'Change client' };
      await fixes.take(stale);
      assert.equal(await puts(id), 0);
      assert.match(fixes.told.join(), /has changed since/);
    });

    it('say so when the client cannot be changed, and leave the file alone', async () => {
      const { id, document } = await openWith({ authorizedGrantType: 'TOKEN' }, 'implicit-grant-ending');
      const text = document.getText();
      await desk.org().trouble({ kind: 'forbidden', times: 9, method: 'PUT' });
      fixes.answers = { warning: 'Change client' };
      await fixes.take(await fixes.find(document, id, /PKCE/));
      assert.equal(document.getText(), text);
      assert.equal((await desk.read(id)).authorizedGrantType, 'TOKEN');
    });
  });

  it('choose one of the clients of the org', async () => {
    const { id } = await desk.client({ name: '0 first of all' });
    await desk.signIn();
    const { document } = await desk.open(frameworkWith(region, ''));
    await untilCodes(document.uri, 'no-client-id');
    const choose = await fixes.find(document, region, /^Choose/);
    await desk.answering(async () => await fixes.take(choose));
    await untilCodes(document.uri);
    assert.equal(document.getText(), frameworkWith(region, id));
  });

  it('open the wizard for a client that is not there yet', async () => {
    const { document } = await desk.open(frameworkWith(region, ''));
    await untilCodes(document.uri, 'no-client-id');
    await fixes.take(await fixes.find(document, region, /^Create/));
    const wizards = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    await until(() => wizards().length === 1);
  });
});
