import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fixturesFolder } from '../host/paths.ts';
import { type Answer, answerOf } from '../unit/cli/answers.ts';
import { codeOf, diagnosticsAt, frameworkWith, useFrameworkDesk } from './frameworkDesk.ts';

/** With the usual name, too: by one of that the desk knows that all was checked. */
const PATTERNS = ['**/*.phone.js', '**/framework.js'];

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** Of what is opened without an editor, VS Code closes the first once there are 50. */
const MOST_OPEN = 40;

/** What is told of a problem in both places. */
type Told = Omit<Answer['problems'][number], 'path' | 'fixable'>;

/** Every text that other tests check, and where it stands here, each in a folder of its own. */
const TEXTS: readonly (readonly [path: string, text: Uint8Array])[] = [
  ...texts('frameworkCorpus', /\.js$/, 'framework.js'),
  ...texts('framework', /\.js$/, 'framework.js'),
  ...texts('scim', /\.jsonc?$/, 'genesys-scim.json'),
];

function texts(folder: string, names: RegExp, name: string) {
  return readdirSync(join(fixturesFolder, folder))
    .filter((file) => names.test(file))
    .map((file) => [`${folder}/${file}/${name}`, readFileSync(join(fixturesFolder, folder, file))] as const);
}

describe('The built command line and the Problems of VS Code', function () {
  this.timeout(180_000);
  const desk = useFrameworkDesk();
  const settings = () => vscode.workspace.getConfiguration('genesysOAuth');

  afterEach(async () => {
    for (const name of ['severity', 'frameworkFiles'])
      await settings().update(name, undefined, vscode.ConfigurationTarget.Workspace);
  });

  /** Opens all files, and holds what VS Code tells of each against what the command line does. */
  async function compare(
    files: readonly (readonly [path: string, text: string | Uint8Array])[],
  ): Promise<number> {
    const uris = await Promise.all(files.map(async ([path, text]) => await desk.write(text, path)));
    const told = await check(uris);
    for (let start = 0; start < uris.length; start += MOST_OPEN) {
      const some = uris.slice(start, start + MOST_OPEN);
      for (const uri of some) await vscode.workspace.openTextDocument(uri);
      await desk.untilChecked();
      for (const uri of some) {
        const path = vscode.workspace.asRelativePath(uri);
        const here = told.filter((problem) => problem.path === path);
        assert.deepEqual(inOrder(here.map(withoutPath)), inOrder(diagnosticsAt(uri).map(toldOf)), path);
      }
    }
    return told.length;
  }

  it('agree on every text of the corpus', async () => {
    assert.ok((await compare(TEXTS)) > 150);
  });

  it('agree where the settings change severities and the files that are meant', async () => {
    const severity = { 'malformed-client-id': 'hint', 'duplicate-region': 'off', 'unknown-region': 'error' };
    await settings().update('severity', severity, vscode.ConfigurationTarget.Workspace);
    await settings().update('frameworkFiles', PATTERNS, vscode.ConfigurationTarget.Workspace);
    const named = TEXTS.map(([path, text]) => [path.replace('/framework.js', '/my.phone.js'), text] as const);
    assert.ok((await compare(named)) > 100);
  });

  it('agree on what a build wrote, with its source and without', async () => {
    const text = frameworkWith('mypurecloud.com', '0b1f0c5e-1111-4111-8111-000000000002');
    await settings().update('frameworkFiles', PATTERNS, vscode.ConfigurationTarget.Workspace);
    const copies = ['dist/a.phone.js', 'b/out/b.phone.js', 'b/src/b.phone.js'].map(
      (path) => [path, text] as const,
    );
    assert.equal(await compare(copies), 2);
  });
});

/** What the command line tells of these files, in the folder and the language of the window. */
async function check(uris: readonly vscode.Uri[]): Promise<Answer['problems']> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
  );
  assert.ok(folder !== undefined && extension !== undefined);
  const program = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'genesys-oauth.cjs').fsPath;
  const paths = uris.map((uri) => vscode.workspace.asRelativePath(uri));
  const out = await new Promise<string>((resolve) => {
    const options = {
      cwd: folder.uri.fsPath,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      maxBuffer: 50_000_000,
    };
    // It ends with 1 or 2, because much is wrong with these files.
    execFile(
      process.execPath,
      [program, 'check', '--format', 'json', '--lang', 'en', ...paths],
      options,
      (_, stdout) => resolve(stdout),
    );
  });
  return answerOf({ out }).problems;
}

function toldOf(diagnostic: vscode.Diagnostic): Told {
  return {
    ...place(diagnostic.range),
    severity: SEVERITIES[diagnostic.severity],
    code: String(codeOf(diagnostic)),
    message: diagnostic.message,
    related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
      path: vscode.workspace.asRelativePath(location.uri),
      ...place(location.range),
      message,
    })),
  };
}

function place({ start, end }: vscode.Range) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function withoutPath({ path: _, fixable: __, ...told }: Answer['problems'][number]): Told {
  return told;
}

/** VS Code shows them in an order of its own. */
function inOrder(told: readonly Told[]): readonly string[] {
  return told
    .map(({ line, column, endLine, endColumn, severity, code, message, related }) =>
      JSON.stringify({ line, column, endLine, endColumn, severity, code, message, related }, undefined, 1),
    )
    .toSorted();
}
