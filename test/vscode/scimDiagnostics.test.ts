import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';

const CANARY = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReWqLkJ';
const ENDED = '2020-01-01T00:00:00Z';

describe('A SCIM config file in the editor', () => {
  let file: vscode.Uri;
  let editor: vscode.TextEditor;

  /** As when the workspace had such a file from the start. */
  before(
    async () => await vscode.extensions.getExtension('genesys-oauth-wizard.genesys-oauth-wizard')?.activate(),
  );

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = vscode.Uri.joinPath(folder.uri, 'genesys-scim.json');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(file);
  });

  async function open(text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    editor = await vscode.window.showTextDocument(file);
    // A document that was open a moment ago may still show what stood there before.
    await until(() => editor.document.getText() === text);
  }

  const codes = () =>
    vscode.languages
      .getDiagnostics(file)
      .filter(({ source }) => source === 'Genesys OAuth')
      .map(({ code }) => code);

  it('S6: shows a secret that does not belong there, and no more once it is gone', async () => {
    await open(`{ "connections": [{ "provider": "okta", "token": "${CANARY}" }] }`);
    await until(() => codes().includes('plain-text-secret'));
    const messages = vscode.languages.getDiagnostics(file).map(({ message }) => message);
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

  it('S6: shows a token that has ended', async () => {
    await open(`{ "connections": [{ "provider": "entra", "tokenEndsAt": "${ENDED}" }] }`);
    await until(() => codes().includes('token-expired'));
  });

  it('says nothing of a file that is half typed', async () => {
    await open('{ "connections": [ {');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(codes(), []);
  });
});
