import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { LONGEST_CHECKED } from '../../src/core/files/readable.ts';
import { diagnostics } from '../../src/core/findings/catalogue.ts';
import { frameworkFile } from '../../src/core/findings/frameworkFindings.ts';
import { changeSeverity } from '../../src/host/diagnostics/changeSeverity.ts';
import { CORPUS } from '../unit/framework/corpus.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { codesAt, diagnosticsAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { until } from './until.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const FAULTY = frameworkWith('mypurecloud.com', ID.slice(1));
const FINE = frameworkWith('mypurecloud.com', ID);
const { fs } = vscode.workspace;

/**
 * For each code that the text alone tells, the first file of the corpus that has nothing but that, or else the first that
 * has it, too; and all codes of that file.
 */
const TEXTS = Object.keys(frameworkFile)
  .filter((code) => code !== 'built-copy')
  .map((code) => {
    const having = CORPUS.filter(
      ({ orgs, findings }) => orgs.length === 0 && findings.some(([found]) => found === code),
    );
    const file = having.find(({ findings }) => findings.every(([found]) => found === code)) ?? having[0];
    assert.ok(file !== undefined, `no file of the corpus is there for ${code}`);
    return { code, text: file.text, codes: file.findings.map(([found]) => found) };
  });

describe('A framework.js in the editor @oldest', () => {
  const desk = useFrameworkDesk();
  const disposables: vscode.Disposable[] = [];

  afterEach(async () => {
    for (const each of disposables.splice(0)) each.dispose();
    await vscode.workspace.getConfiguration('genesysOAuth').update('severity', undefined);
  });

  /** What is said beside the language of a document, from now on. */
  function saidBesideLanguages(): (uri: vscode.Uri) => readonly string[] {
    const items = new Map<string, vscode.LanguageStatusItem>();
    const create = vscode.languages.createLanguageStatusItem;
    const restore = () => Reflect.set(vscode.languages, 'createLanguageStatusItem', create);
    Reflect.set(vscode.languages, 'createLanguageStatusItem', (id: string, to: vscode.DocumentSelector) => {
      const item = create(id, to);
      items.set(id, item);
      const dispose = item.dispose.bind(item);
      item.dispose = () => {
        items.delete(id);
        dispose();
      };
      return item;
    });
    disposables.push(new vscode.Disposable(restore));
    return (uri) =>
      [...items].flatMap(([id, { text, detail }]) =>
        id.endsWith(uri.toString()) ? [`${text}. ${detail}`] : [],
      );
  }

  for (const { code, text, codes } of TEXTS) {
    it(`shows ${code} when it is opened, with nobody signed in`, async () => {
      const { document } = await desk.open(text);
      await untilCodes(document.uri, ...codes);
      await desk.untilChecked();
      const accounts = await vscode.authentication.getAccounts('genesys-cloud');
      const requests = await desk.org().requests();
      assert.deepEqual({ accounts, requests }, { accounts: [], requests: [] });
    });
  }

  it('says nothing of one that is fine, or of another JavaScript file', async () => {
    const fine = await desk.open(FINE);
    const other = await desk.open(FAULTY, 'other.js');
    await desk.untilChecked();
    assert.deepEqual([codesAt(fine.document.uri), codesAt(other.document.uri)], [[], []]);
  });

  it('shows a fault soon after it was typed, and no more once it is put right', async () => {
    const editor = await desk.open(FINE);
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf(ID));
    await editor.edit((edit) => edit.insert(at, 'x'));
    await untilCodes(document.uri, 'malformed-client-id');
    await vscode.commands.executeCommand('undo');
    await untilCodes(document.uri);
  });

  it('leads from each code to what the documentation says of it', async () => {
    const { document } = await desk.open(FAULTY);
    await untilCodes(document.uri, 'malformed-client-id');
    const [diagnostic] = diagnosticsAt(document.uri);
    const { code } = diagnostic ?? {};
    assert.ok(typeof code === 'object');
    const [id, args] = [code.target.path, JSON.parse(code.target.query)];
    await vscode.commands.executeCommand(id, ...args);
    const shown = vscode.window.activeTextEditor;
    assert.match(shown?.document.uri.path ?? '', /docs\/findings(\.ja)?\.md$/);
    const line = shown?.document.lineAt(shown.selection.active.line).text;
    assert.equal(line, '### `malformed-client-id`');
  });

  it('points at the other place that explains a finding', async () => {
    const { document } = await desk.open(
      `x = { clientIds: {\n'mypurecloud.com': '',\n'mypurecloud.com': '${ID}' } };`,
    );
    await untilCodes(document.uri, 'duplicate-region');
    const [diagnostic] = diagnosticsAt(document.uri);
    const [related] = diagnostic?.relatedInformation ?? [];
    assert.equal(diagnostic?.range.start.line, 1);
    assert.equal(related?.location.range.start.line, 2);
    assert.equal(related.location.uri.toString(), document.uri.toString());
  });

  it('shows nothing any more once it is closed', async () => {
    const { document } = await desk.open(FAULTY);
    await untilCodes(document.uri, 'malformed-client-id');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilCodes(document.uri);
  });

  it('shows nothing any more once it is deleted', async () => {
    await desk.writeKnown(FAULTY);
    const { document } = await desk.open(FAULTY);
    await untilCodes(document.uri, 'malformed-client-id');
    await fs.delete(document.uri);
    await untilCodes(document.uri);
  });

  it('takes its findings along when it is renamed, as long as it is a framework.js', async () => {
    const { document } = await desk.open(FAULTY);
    await untilCodes(document.uri, 'malformed-client-id');
    const rename = async (from: vscode.Uri, to: vscode.Uri) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename(document.uri, desk.place('moved/framework.js'));
    await untilCodes(desk.place('moved/framework.js'), 'malformed-client-id');
    assert.deepEqual(codesAt(document.uri), []);
    await rename(desk.place('moved/framework.js'), desk.place('moved/backup.js'));
    await untilCodes(desk.place('moved/framework.js'));
    assert.deepEqual(codesAt(desk.place('moved/backup.js')), []);
  });

  it('is as loud as the settings of its workspace say', async () => {
    const { document } = await desk.open(FAULTY);
    const severities = () => diagnosticsAt(document.uri).map(({ severity }) => severity);
    const set = async (value: unknown) =>
      await vscode.workspace
        .getConfiguration('genesysOAuth')
        .update('severity', { 'malformed-client-id': value }, vscode.ConfigurationTarget.Workspace);
    await until(() => severities()[0] === vscode.DiagnosticSeverity.Error);
    await set('hint');
    await until(() => severities()[0] === vscode.DiagnosticSeverity.Hint);
    await set('very loud');
    await until(() => severities()[0] === vscode.DiagnosticSeverity.Error);
    await set('off');
    await until(() => severities().length === 0);
  });

  it('is as loud as somebody picks, and all others as loud as before', async () => {
    const { document } = await desk.open(FAULTY);
    const severities = () => diagnosticsAt(document.uri).map(({ severity }) => severity);
    const settings = () => vscode.workspace.getConfiguration('genesysOAuth');
    await settings().update('severity', { 'built-copy': 'off' }, vscode.ConfigurationTarget.Workspace);
    const dialogs = new FakeDialogs();
    dialogs.choices = ['hint', 'Not shown'];
    await changeSeverity(dialogs, document.uri, 'malformed-client-id');
    await until(() => severities()[0] === vscode.DiagnosticSeverity.Hint);
    await changeSeverity(dialogs, document.uri, 'malformed-client-id');
    await until(() => severities().length === 0);
    const kept = { 'built-copy': 'off', 'malformed-client-id': 'off' };
    assert.deepEqual(settings().inspect('severity')?.workspaceValue, kept);
  });

  it('has a setting for each code', () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
    );
    const { properties } = extension?.packageJSON.contributes.configuration ?? {};
    const settable: string[] = properties['genesysOAuth.severity'].propertyNames.enum;
    assert.deepEqual(settable.toSorted(), Object.keys(diagnostics).toSorted());
  });

  it('is silent on a line below the comment that says so', async () => {
    const { document } = await desk.open(
      FAULTY.replace(
        "      'mypurecloud.com'",
        "      // genesys-oauth-disable-next-line malformed-client-id\n      'mypurecloud.com'",
      ),
    );
    await desk.untilChecked();
    assert.deepEqual(codesAt(document.uri), []);
  });

  it('says of a built copy only where its source is', async () => {
    const source = await desk.write(FINE, 'app/src/framework.js');
    const { document } = await desk.open(FAULTY, 'app/dist/framework.js');
    await untilCodes(document.uri, 'built-copy');
    const [diagnostic] = diagnosticsAt(document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Hint);
    assert.ok(diagnostic.relatedInformation?.length === 1);
    assert.match(diagnostic.message, /framework\.js/);
    assert.notEqual(diagnostic.message.indexOf(vscode.workspace.asRelativePath(source)), 0);
  });

  it('is left alone when it is large or binary, which is said beside its language', async () => {
    const said = saidBesideLanguages();
    // Shown by no editor: that would take long to draw it.
    for (const [path, text] of Object.entries({
      'large/framework.js': `${FAULTY}// ${'x'.repeat(LONGEST_CHECKED)}`,
      // VS Code takes it for text by how it begins.
      'binary/framework.js': `${FAULTY}// ${'x'.repeat(1000)}\0`,
    })) {
      const { uri } = await vscode.workspace.openTextDocument(await desk.write(text, path));
      await desk.untilChecked();
      assert.deepEqual(codesAt(uri), []);
      assert.deepEqual(said(uri), [
        path.startsWith('large')
          ? 'Not checked. The file is larger than 400 kB.'
          : 'Not checked. The file is binary.',
      ]);
    }
    const { document } = await desk.open(FAULTY, 'small/framework.js');
    await untilCodes(document.uri, 'malformed-client-id');
    assert.deepEqual(said(document.uri), []);
  });

  it('is checked in a file system of another extension, too, and before it is saved at all', async () => {
    const files = new MemoryFiles(FAULTY);
    disposables.push(vscode.workspace.registerFileSystemProvider('desk', files, { isCaseSensitive: true }));
    const virtual = vscode.Uri.parse('desk:/project/framework.js');
    await vscode.window.showTextDocument(virtual);
    await untilCodes(virtual, 'malformed-client-id');
    const unsaved = desk.place('unsaved/framework.js').with({ scheme: 'untitled' });
    const editor = await vscode.window.showTextDocument(unsaved);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), FAULTY));
    await untilCodes(unsaved, 'malformed-client-id');
  });

  it('is not judged by a past version of it', async () => {
    const past = vscode.Uri.parse('past:/project/framework.js');
    disposables.push(
      vscode.workspace.registerTextDocumentContentProvider('past', {
        provideTextDocumentContent: () => FAULTY,
      }),
    );
    await vscode.window.showTextDocument(past);
    await desk.untilChecked();
    assert.deepEqual(codesAt(past), []);
  });
});

/** A file system with the same text in every file. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly text: string) {}

  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length });
  readFile = () => new TextEncoder().encode(this.text);
  watch = () => new vscode.Disposable(() => {});
  readDirectory = () => [];
  createDirectory = () => {};
  writeFile = () => {};
  delete = () => {};
  rename = () => {};
}
