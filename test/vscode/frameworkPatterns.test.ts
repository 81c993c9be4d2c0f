import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { findFrameworkFiles } from '../../src/host/framework/find.ts';
import { codesAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useMessages } from './messages.ts';
import { until } from './until.ts';

const REGION = 'mypurecloud.com';
const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const FAULTY = frameworkWith(REGION, ID.slice(1));

describe('The setting genesysOAuth.frameworkFiles', () => {
  const desk = useFrameworkDesk();
  const messages = useMessages();

  async function set(value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('genesysOAuth');
    await settings.update('frameworkFiles', value, vscode.ConfigurationTarget.Workspace);
  }

  afterEach(async () => await set(undefined));

  const at = ({ document }: vscode.TextEditor, text: string) =>
    document.positionAt(document.getText().indexOf(text) + 1);

  /** Writes a file until VS Code tells of it: of what happens in a folder that was just made, it may tell nothing. */
  async function written(text: string, path: string): Promise<vscode.Uri> {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.js');
    const uri = desk.place(path);
    let isKnown = false;
    const hear = (told: vscode.Uri) => {
      isKnown ||= told.toString() === uri.toString();
    };
    watcher.onDidCreate(hear);
    watcher.onDidChange(hear);
    try {
      await until(async () => {
        await desk.write(text, path);
        return isKnown;
      });
    } finally {
      watcher.dispose();
    }
    return uri;
  }

  /** How much each of the editor's aids has to say about the entry of a file. */
  async function aids(editor: vscode.TextEditor): Promise<Record<string, number>> {
    const { uri, lineCount } = editor.document;
    const whole = new vscode.Range(0, 0, lineCount, 0);
    const ask = async (command: string, ...rest: unknown[]) => {
      const answer = await vscode.commands.executeCommand<unknown[]>(`vscode.${command}`, uri, ...rest);
      return answer.length;
    };
    return {
      hover: await ask('executeHoverProvider', at(editor, REGION)),
      hints: await ask('executeInlayHintProvider', whole),
      links: await ask('executeLinkProvider'),
      actions: await ask('executeCodeActionProvider', new vscode.Range(at(editor, ID), at(editor, ID))),
    };
  }

  it('a file of another name gets its findings at once, and the usual one loses them', async () => {
    const usual = await desk.open(FAULTY, 'framework.js');
    const other = await desk.open(FAULTY, 'softphone/main.js');
    await untilCodes(usual.document.uri, 'malformed-client-id');
    await set(['**/softphone/*.js']);
    await untilCodes(other.document.uri, 'malformed-client-id');
    await untilCodes(usual.document.uri);
    await set(undefined);
    await untilCodes(usual.document.uri, 'malformed-client-id');
    await untilCodes(other.document.uri);
    assert.deepEqual(messages.told, []);
  });

  it('every aid of the editor follows without a reload', async () => {
    const usual = await desk.open(frameworkWith(REGION, ID), 'framework.js');
    const other = await desk.open(frameworkWith(REGION, ID), 'softphone.mjs');
    const nothing = { hover: 0, hints: 0, links: 0 };
    const shows = async (editor: vscode.TextEditor, isMeant: boolean) => {
      await until(async () => {
        const found = await aids(editor);
        return Object.keys(nothing).every((aid) => (found[aid] ?? 0) > 0 === isMeant);
      });
    };
    await shows(usual, true);
    await shows(other, false);
    await set(['**/softphone.{js,mjs}']);
    await shows(other, true);
    await shows(usual, false);
    await set(undefined);
    await shows(usual, true);
    await shows(other, false);
  });

  it('a file that is not open is checked, offered to the wizard, and watched', async () => {
    await set(['**/framework-desk-*/start.js']);
    const uri = await written(FAULTY, 'start.js');
    await vscode.commands.executeCommand('genesysOAuth.checkWorkspace');
    assert.deepEqual(codesAt(uri), ['malformed-client-id']);
    const { files } = await findFrameworkFiles([REGION]);
    assert.deepEqual(
      files.map((file) => file.uri),
      [uri.toString()],
    );
    await desk.write(frameworkWith(REGION, ID), 'start.js');
    await untilCodes(uri);
    await desk.write(FAULTY, 'start.js');
    await untilCodes(uri, 'malformed-client-id');
    await set(undefined);
    await untilCodes(uri);
  });

  it('a pattern that means every file ends well: only the Embeddable Framework is looked at', async () => {
    await set(['**']);
    const code = await desk.open('export const clientIds = { google: "CLIENT_ID" };\n', 'oauth.js');
    const prose = await desk.open('"mypurecloud.com": the region.\n', 'notes.txt');
    const mine = await desk.open(FAULTY, 'anything.js');
    await untilCodes(mine.document.uri, 'malformed-client-id');
    await desk.untilChecked();
    for (const { document } of [code, prose]) assert.deepEqual(codesAt(document.uri), []);
    await vscode.commands.executeCommand('genesysOAuth.checkWorkspace');
    assert.deepEqual(codesAt(mine.document.uri), ['malformed-client-id']);
    assert.equal(messages.told.length, 1);
  });

  it('an empty list means no file', async () => {
    const usual = await desk.open(FAULTY, 'framework.js');
    await untilCodes(usual.document.uri, 'malformed-client-id');
    await set([]);
    await untilCodes(usual.document.uri);
    assert.deepEqual((await findFrameworkFiles([REGION])).files, []);
  });

  const bad: Readonly<Record<string, unknown>> = {
    'no list': '**/main.js',
    'a place on the computer': ['/home/me/framework.js'],
    'a brace that is never closed': ['**/{framework,main.js', 7],
  };
  for (const [what, value] of Object.entries(bad)) {
    it(`${what}: said in one message, and the usual files are meant`, async () => {
      const usual = await desk.open(FAULTY, 'framework.js');
      await untilCodes(usual.document.uri, 'malformed-client-id');
      await set(value);
      await until(() => messages.told.length > 0);
      await desk.untilChecked();
      assert.deepEqual(codesAt(usual.document.uri), ['malformed-client-id']);
      assert.equal(messages.told.length, 1);
      assert.match(messages.told.join(), /genesysOAuth\.frameworkFiles/);
    });
  }
});
