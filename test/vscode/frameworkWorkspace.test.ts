import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { LONGEST_CHECKED } from '../../src/core/files/readable.ts';
import { codesAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useMessages } from './messages.ts';
import { until } from './until.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const FAULTY = frameworkWith('mypurecloud.com', ID.slice(1));
const FINE = frameworkWith('mypurecloud.com', ID);

describe('"Check framework.js Files"', () => {
  const desk = useFrameworkDesk();
  const messages = useMessages();

  const check = async () => await vscode.commands.executeCommand('genesysOAuth.checkWorkspace');

  it('shows the findings of files that are not open, and counts them', async () => {
    const one = await desk.write(FAULTY, 'one/framework.js');
    const two = await desk.write(FAULTY.replace('mypurecloud.com', 'us-west-2'), 'two/src/framework.js');
    const fine = await desk.write(FINE, 'three/framework.js');
    const built = await desk.write(FAULTY, 'one/dist/framework.js');
    const packaged = await desk.write(FAULTY, 'one/node_modules/x/framework.js');
    await check();
    assert.deepEqual(codesAt(one), ['malformed-client-id']);
    assert.equal(codesAt(two).length, 2);
    for (const uri of [fine, built, packaged]) assert.deepEqual(codesAt(uri), []);
    // The sample project has one of its own.
    assert.match(messages.told.join(), /: 3, in 2 of 4 files/);
  });

  it('is right about lines and columns, whatever the line ends', async () => {
    const uri = await desk.write(`\uFEFF// one\r\n\r\n${FAULTY.replaceAll('\n', '\r\n')}`);
    await check();
    const places = () => vscode.languages.getDiagnostics(uri).map(({ range }) => JSON.stringify(range));
    const unopened = places();
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString());
    await untilCodes(uri, 'malformed-client-id');
    assert.equal(unopened.length, 1);
    assert.deepEqual(places(), unopened);
  });

  it('keeps in step with the disk, and with an editor while there is one', async () => {
    const uri = await desk.writeKnown(FAULTY);
    await check();
    assert.deepEqual(codesAt(uri), ['malformed-client-id']);
    await desk.write(FINE);
    await untilCodes(uri);
    await desk.write(FAULTY);
    await untilCodes(uri, 'malformed-client-id');
    const editor = await desk.open(FAULTY);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, FINE));
    await untilCodes(uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilCodes(uri, 'malformed-client-id');
    await vscode.workspace.fs.delete(uri);
    await untilCodes(uri);
  });

  it('leaves out what the settings exclude, and says when nothing is wrong', async () => {
    const uri = await desk.write(FAULTY, 'excluded/framework.js');
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('exclude', { '**/excluded': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await check();
      assert.deepEqual(codesAt(uri), []);
      assert.match(messages.told.join(), /^Nothing is wrong/);
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('says what was not compared with an organization, and offers to sign in', async () => {
    await desk.write(FINE, 'one/framework.js');
    await desk.write(frameworkWith('mypurecloud.ie', ID.replace(/^0/, '1')), 'two/framework.js');
    await check();
    const [told = ''] = messages.told;
    // The sample project has one with an ID, too.
    assert.match(told, /^Nothing is wrong in the text of 3 files\. /);
    assert.match(
      told,
      /3 Client IDs were not compared with an organization: sign in to .*\.com and .*\.ie\./,
    );
    messages.answers = { information: 'Sign In' };
    await desk.answering(async () => {
      const once = check();
      await until(() => messages.told.length >= 2);
      messages.answers = {};
      await once;
    });
    await vscode.commands.executeCommand('genesysOAuth.signOut');
    // Whoever has signed in is told again, without asking for it.
    assert.equal(messages.told.filter((each) => /Client ID was compared with /.test(each)).length, 1);
  });

  it('names what was left alone, and what is of another product', async () => {
    await desk.write(FINE, 'one/framework.js');
    await desk.write(new Uint8Array([0x82, 0xa0, 0xff]), 'two/framework.js');
    await desk.write(`${FINE}\n//${'x'.repeat(LONGEST_CHECKED)}`, 'three/framework.js');
    await desk.write(`export const clientIds = { google: 'CLIENT_ID' };\n`, 'four/framework.js');
    await desk.write(FINE.replace(/\{\s*'mypurecloud.com[^}]*\}/, 'load()'), 'five/framework.js');
    await check();
    const [told = ''] = messages.told;
    assert.match(told, /^Nothing is wrong in the text of 3 files\. /);
    assert.match(told, / In 1 file, clientIds or a part of it is known only when it runs\./);
    assert.match(told, / 2 files were left alone, because they are too large or cannot be read\./);
    assert.match(told, / 1 file has no sign of the Embeddable Framework/);
  });

  it('says when the clients of an organization could not be read', async () => {
    const { region } = desk.org().org;
    await desk.org().turn({
      troubles: [{ kind: 'forbidden', times: 9, method: 'GET', pathPrefix: '/api/v2/oauth/clients' }],
    });
    await desk.signIn();
    await desk.write(frameworkWith(region, ID));
    await check();
    assert.match(
      messages.told.join(),
      /1 Client ID was not compared, because the clients of .+ could not be read/,
    );
  });

  it('compares them with the org that one is signed in to, too', async () => {
    await desk.signIn();
    const uri = await desk.write(frameworkWith(desk.org().org.region, ID));
    await check();
    assert.deepEqual(codesAt(uri), ['client-not-found']);
    assert.match(messages.told.join(), /1 Client ID was compared with /);
    await vscode.commands.executeCommand('genesysOAuth.signOut');
    await untilCodes(uri);
  });
});
