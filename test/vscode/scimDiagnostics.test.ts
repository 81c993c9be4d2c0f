import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { LONGEST_CHECKED } from '../../src/core/files/readable.ts';
import { codesAt, diagnosticsAt } from './frameworkDesk.ts';
import { activateExtension, useScimFile } from './scimFile.ts';
import { until } from './until.ts';

const CANARY = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReWqLkJ';
const WITH_ENDED = '{ "connections": [{ "provider": "entra", "tokenEndsAt": "2020-01-01T00:00:00Z" }] }';

describe('A SCIM config file in the editor @oldest', () => {
  const file = useScimFile();
  let editor: vscode.TextEditor;

  before(activateExtension);

  async function open(text: string): Promise<void> {
    await file.write(text);
    editor = await file.show();
  }

  const codes = () => codesAt(file.uri());

  it('S6: shows a secret that does not belong there, and no more once it is gone', async () => {
    await open(`{ "connections": [{ "provider": "okta", "token": "${CANARY}" }] }`);
    await until(() => codes().includes('plain-text-secret'));
    const messages = vscode.languages.getDiagnostics(file.uri()).map(({ message }) => message);
    assert.equal(
      messages.some((message) => message.includes(CANARY)),
      false,
    );
    const place = editor.document.getText().indexOf(CANARY);
    await editor.edit((edit) =>
      edit.delete(
        new vscode.Range(
          editor.document.positionAt(place),
          editor.document.positionAt(place + CANARY.length),
        ),
      ),
    );
    await until(() => codes().length === 0);
  });

  it('S6: takes it out on request, to the clipboard first', async () => {
    await open(`{ "connections": [{ "provider": "okta", "token": "${CANARY}" }] }`);
    await until(() => codes().includes('plain-text-secret'));
    const [diagnostic] = diagnosticsAt(file.uri());
    assert.ok(diagnostic);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file.uri(),
      diagnostic.range,
    );
    const [action, ...others] = actions.filter(({ title }) => title === 'Copy it, and remove it from here');
    assert.deepEqual(others, []);
    assert.ok(action?.command);
    assert.doesNotMatch(JSON.stringify(action.command.arguments?.[0]?.range), new RegExp(CANARY));
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...args);
    assert.equal(editor.document.getText(), '{ "connections": [{ "provider": "okta" }] }');
    assert.equal(await vscode.env.clipboard.readText(), CANARY);
    await vscode.commands.executeCommand('undo');
    assert.ok(editor.document.getText().includes(CANARY));
    await vscode.commands.executeCommand(command, ...args);
    assert.ok(editor.document.getText().includes(CANARY), 'a file that has changed since is left alone');
  });

  it('S6: shows a token that has ended', async () => {
    await open(WITH_ENDED);
    await until(() => codes().includes('token-expired'));
  });

  it('is as loud as the settings say, and leads to the documentation', async () => {
    await open(WITH_ENDED);
    await until(() => codes().includes('token-expired'));
    const [diagnostic] = diagnosticsAt(file.uri());
    assert.match(JSON.stringify(diagnostic?.code), /_genesysOAuth\.explain/);
    const settings = vscode.workspace.getConfiguration('genesysOAuth');
    const set = async (severity: unknown) => await settings.update('severity', severity);
    await set({ 'token-expired': 'hint' });
    await until(() => diagnosticsAt(file.uri())[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await set({ 'token-expired': 'off' });
    await until(() => codes().length === 0);
    await set(undefined);
    await until(() => codes().includes('token-expired'));
  });

  it('shows nothing any more once it is deleted, and shows it anew once it is back', async () => {
    await open(WITH_ENDED);
    await until(() => codes().includes('token-expired'));
    await vscode.workspace.fs.delete(file.uri());
    await until(() => codes().length === 0);
    await file.write(WITH_ENDED);
    await until(() => codes().includes('token-expired'));
  });

  it('is left alone when it is large', async () => {
    const folder = vscode.Uri.joinPath(file.uri(), '../large');
    const large = vscode.Uri.joinPath(folder, 'genesys-scim.json');
    const text = `${WITH_ENDED}${' '.repeat(LONGEST_CHECKED)}`;
    await vscode.workspace.fs.writeFile(large, new TextEncoder().encode(text));
    try {
      // Shown by no editor: that would take long to draw it.
      await vscode.workspace.openTextDocument(large);
      await file.untilOpenedAreLookedAt();
      assert.deepEqual(codesAt(large), []);
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('is not judged by a past version of it', async () => {
    const past = vscode.Uri.parse('past:/project/genesys-scim.json');
    const provider = vscode.workspace.registerTextDocumentContentProvider('past', {
      provideTextDocumentContent: () => WITH_ENDED,
    });
    try {
      await vscode.window.showTextDocument(past);
      await file.untilOpenedAreLookedAt();
      assert.deepEqual(codesAt(past), []);
    } finally {
      provider.dispose();
    }
  });

  it('says nothing of a file that is half typed', async () => {
    await open(WITH_ENDED);
    await until(() => codes().includes('token-expired'));
    const all = new vscode.Range(0, 0, 0, WITH_ENDED.length);
    await editor.edit((edit) => edit.replace(all, '{ "connections": [ {'));
    await until(() => codes().length === 0);
    assert.equal(editor.document.isClosed, false);
  });
});
