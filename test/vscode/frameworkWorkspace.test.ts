import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
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
    const uri = await desk.write(FAULTY);
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

  it('compares them with the org that one is signed in to, too', async () => {
    await desk.signIn();
    const uri = await desk.write(frameworkWith(desk.org().org.region, ID));
    await check();
    await untilCodes(uri, 'client-not-found');
    await vscode.commands.executeCommand('genesysOAuth.signOut');
    await untilCodes(uri);
  });
});
