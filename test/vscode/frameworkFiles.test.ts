import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { placementOf } from '../../src/core/procedures/frameworkFile.ts';
import { findFrameworkFiles } from '../../src/host/framework/find.ts';
import { createFrameworkFile, editFrameworkFile } from '../../src/host/framework/writeClientId.ts';
import { useNoAutoSave } from './autoSave.ts';
import { until } from './until.ts';

const REGION = 'mypurecloud.jp';
const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const OTHER_ID = '0b1f0c5e-2222-4222-8222-000000000003';
const { fs } = vscode.workspace;

describe('framework.js in a workspace', () => {
  let folder: vscode.Uri;

  useNoAutoSave();

  before(() => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'tried-by-tests');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(folder, { recursive: true, useTrash: false }).then(undefined, () => undefined);
  });

  async function write(text: string | Uint8Array, name = 'framework.js'): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder, name);
    await fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return uri;
  }

  /** The step that Review would show for this text. */
  function stepFor(uri: vscode.Uri, text: string) {
    const placement = placementOf(text, [REGION]);
    assert.ok(placement.kind === 'possible');
    const { entries, diff } = placement;
    return {
      kind: 'edit-framework-file' as const,
      uri: uri.toString(),
      path: 'framework.js',
      regions: [REGION],
      entries,
      diff,
    };
  }

  async function textOf(uri: vscode.Uri): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(uri));
  }

  const mixed = `\uFEFFvar x = 1;\r\nvar f = {\n  clientIds: { '${REGION}': '' }\r\n};\n`;

  it('E6: changes that one value and no other byte, mixed line ends and byte order mark included', async () => {
    const uri = await write(mixed);
    assert.deepEqual(await editFrameworkFile(stepFor(uri, mixed), ID), { kind: 'written', saved: true });
    assert.equal(await textOf(uri), mixed.replace(`'${REGION}': ''`, `'${REGION}': '${ID}'`));
  });

  it('leaves a file with unsaved changes unsaved, with its changes and the Client ID in the editor', async () => {
    const text = `x = { clientIds: { '${REGION}': '' } };\n`;
    const uri = await write(text);
    const editor = await vscode.window.showTextDocument(uri);
    // VS Code may still know the text of the test before.
    await until(() => editor.document.getText() === text);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '// not saved yet\n'));
    assert.deepEqual(await editFrameworkFile(stepFor(uri, text), ID), { kind: 'written', saved: false });
    assert.equal(await textOf(uri), text);
    assert.match(editor.document.getText(), new RegExp(`'${ID}'.*\n// not saved yet`));
  });

  it('saves a file that was open without changes', async () => {
    const text = `x = { clientIds: { '${REGION}': '' } };\n`;
    const uri = await write(text);
    await vscode.window.showTextDocument(uri);
    assert.deepEqual(await editFrameworkFile(stepFor(uri, text), ID), { kind: 'written', saved: true });
    assert.match(await textOf(uri), new RegExp(ID));
  });

  it('writes nothing when somebody else put a Client ID there after Review', async () => {
    const text = `x = { clientIds: { '${REGION}': '' } };\n`;
    const step = stepFor(await write(text), text);
    const taken = text.replace("''", `'${OTHER_ID}'`);
    const uri = await write(taken);
    assert.deepEqual(await editFrameworkFile(step, ID), { kind: 'changed-meanwhile' });
    assert.equal(await textOf(uri), taken);
  });

  it('writes all the same when only other lines changed after Review', async () => {
    const text = `x = { clientIds: { '${REGION}': '' } };\n`;
    const step = stepFor(await write(text), text);
    const uri = await write(`// a new first line\n${text}`);
    assert.equal((await editFrameworkFile(step, ID)).kind, 'written');
    assert.match(await textOf(uri), new RegExp(ID));
  });

  it('says why when the file has gone', async () => {
    const text = `x = { clientIds: { '${REGION}': '' } };\n`;
    const uri = await write(text);
    await fs.delete(uri);
    const result = await editFrameworkFile(stepFor(uri, text), ID);
    assert.ok(result.kind === 'failed' && result.reason !== '');
  });

  it('makes a new framework.js, and never over one that is there', async () => {
    const uri = vscode.Uri.joinPath(folder, 'framework.js');
    const step = {
      kind: 'create-framework-file' as const,
      uri: uri.toString(),
      path: 'framework.js',
      regions: [REGION],
      dedicatedLoginWindow: true,
      pkce: true,
      text: '',
    };
    assert.deepEqual(await createFrameworkFile(step, ID), { kind: 'written', saved: true });
    assert.match(await textOf(uri), new RegExp(ID));
    assert.deepEqual(await createFrameworkFile(step, OTHER_ID), { kind: 'changed-meanwhile' });
    assert.match(await textOf(uri), new RegExp(ID));
    // As when Save goes on after a crash that came just after this.
    assert.deepEqual(await createFrameworkFile(step, ID), { kind: 'written', saved: true });
  });

  it('is not made over a file that cannot be read', async () => {
    const bytes = new Uint8Array([0x82, 0xa0, 0xff]);
    const uri = await write(bytes);
    const step = {
      kind: 'create-framework-file' as const,
      uri: uri.toString(),
      path: 'framework.js',
      regions: [REGION],
      dedicatedLoginWindow: false,
      pkce: true,
      text: '',
    };
    assert.deepEqual(await createFrameworkFile(step, ID), { kind: 'changed-meanwhile' });
    assert.deepEqual(new Uint8Array(await fs.readFile(uri)), bytes);
  });

  it('is found wherever it is, but for node_modules; a built copy comes last and is told apart', async () => {
    const text = `x = { clientIds: {} };\n`;
    await write(text, 'dist/framework.js');
    await write(text, 'public/framework.js');
    await write(text, 'node_modules/x/framework.js');
    const { files } = await findFrameworkFiles([REGION]);
    const mine = files.filter(({ path }) => path.startsWith('tried-by-tests'));
    assert.deepEqual(
      mine.map(({ path, builtCopy }) => ({ path, builtCopy })),
      [
        { path: 'tried-by-tests/public/framework.js', builtCopy: false },
        { path: 'tried-by-tests/dist/framework.js', builtCopy: true },
      ],
    );
  });

  it('is called unreadable when it is not text', async () => {
    await write(new Uint8Array([0xff, 0xfe, 0x00, 0x80]));
    const { files } = await findFrameworkFiles([REGION]);
    const mine = files.find(({ path }) => path.startsWith('tried-by-tests'));
    assert.equal(mine?.placement?.kind, 'unreadable');
  });
});
