import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnosticsAt, frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { hoverAt } from './hoverAt.ts';
import { until } from './until.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const { executeCommand } = vscode.commands;

describe('Reading a framework.js', () => {
  const desk = useFrameworkDesk();
  let region: string;

  beforeEach(() => {
    region = desk.org().org.region;
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration('genesysOAuth').update('codeLens', undefined);
  });

  async function lensesOf({ document }: vscode.TextEditor): Promise<(string | undefined)[]> {
    const lenses: vscode.CodeLens[] = await executeCommand(
      'vscode.executeCodeLensProvider',
      document.uri,
      99,
    );
    return lenses.map(({ command }) => command?.title);
  }

  /** The clients of an org are read a moment after one has signed in. */
  async function untilLenses(editor: vscode.TextEditor, ...titles: string[]): Promise<void> {
    await until(async () => (await lensesOf(editor)).join() === titles.join());
  }

  async function completionsIn(
    { document }: vscode.TextEditor,
    at: number,
  ): Promise<vscode.CompletionItem[]> {
    const list: vscode.CompletionList = await executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(at),
    );
    return list.items;
  }

  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  it('shows what AWS calls a region, and where it is', async () => {
    const editor = await desk.open(frameworkWith('mypurecloud.jp', ID));
    // The first framework.js wakes the extension.
    await until(async () => /Tokyo.*ap-northeast-1/.test(await hoverAt(editor.document, 'mypurecloud.jp')));
  });

  it('shows it for a key that names the region otherwise, too, and that the framework wants the domain', async () => {
    const editor = await desk.open(frameworkWith('apps.mypurecloud.ie', ID));
    await until(async () => /Ireland.*eu-west-1/.test(await hoverAt(editor.document, 'apps.mypurecloud.ie')));
    assert.match(await hoverAt(editor.document, 'apps.mypurecloud.ie'), /exact.domain.here:.mypurecloud/);
    const typing = await desk.open(frameworkWith('mypurecoud.com', ID));
    assert.equal(await hoverAt(typing.document, 'mypurecoud.com'), '');
  });

  it('shows the client behind an ID, with the age of what is known, and never a secret', async () => {
    const { id } = await desk.client({ name: 'CRM **of** <b>Tokyo</b>' });
    await desk.signIn();
    const editor = await desk.open(frameworkWith(region, id));
    await until(async () => /Tokyo/.test(await hoverAt(editor.document, id)));
    const text = (await hoverAt(editor.document, id)).replaceAll('\\', '');
    for (const fact of [/Tokyo/, /PKCE/, /active/, /18 hours/, /index\.html/, /As it was/]) {
      assert.match(text, fact);
    }
    assert.doesNotMatch(text, /secret/i);
    const [, given] = /command:genesysOAuth\.manageClient\?([^)]+)\)/.exec(text) ?? [];
    const [about] = JSON.parse(decodeURIComponent(given ?? ''));
    assert.deepEqual([about.clientId, about.region], [id, region], 'it leads to the page of the client');
    const drawn = await hoverAt(editor.document, id);
    assert.ok(drawn.includes('CRM \\*\\*of\\*\\* \\<b\\>Tokyo'), 'a name is shown letter by letter');
  });

  it('G11: knows a client under every region that it serves, and names the page that one of them lacks', async () => {
    const { id } = await desk.client({ name: 'CRM of all regions' });
    await desk.signIn();
    const entries = [region, 'usw2.pure.cloud'].map((each) => `'${each}': '${id}'`);
    const editor = await desk.open(
      frameworkWith(region, id).replace(/'[^']+': '[^']+'/, entries.join(',\n')),
    );
    await untilCodes(editor.document.uri, 'missing-redirect-uri');
    const finding = diagnosticsAt(editor.document.uri).find(
      (each) => codeOf(each) === 'missing-redirect-uri',
    );
    assert.match(finding?.message ?? '', /apps\.usw2\.pure\.cloud/);
    for (const each of [region, 'usw2.pure.cloud']) {
      const line = editor.document.getText().split(`'${each}': `)[1] ?? '';
      assert.match(await hoverAt(editor.document, line), /CRM.of.all.regions/, each);
    }
    assert.equal((await lensesOf(editor)).length, 2);
  });

  it('says what one would see after signing in, without asking for anything', async () => {
    const editor = await desk.open(frameworkWith(region, ID));
    await until(async () => /command:genesysOAuth\.signIn/.test(await hoverAt(editor.document, ID)));
    await desk.untilChecked();
    assert.deepEqual(await desk.org().requests(), []);
  });

  it('says once, as a problem or in its own words, that no organization has an ID', async () => {
    const severity = async (value: Record<string, string> | undefined) =>
      await vscode.workspace.getConfiguration('genesysOAuth').update('severity', value);
    await desk.signIn();
    const { document } = await desk.open(frameworkWith(region, ID));
    await untilCodes(document.uri, 'client-not-found');
    const inProblem = diagnosticsAt(document.uri).filter(({ message }) =>
      /no OAuth client with this ID/.test(message),
    );
    assert.equal(inProblem.length, 1);
    assert.doesNotMatch(await hoverAt(document, ID), /Unknown.in.the.organizations/);
    assert.match(await hoverAt(document, ID), /command:genesysOAuth\.doctor/, 'the way to why stays');
    await severity({ 'client-not-found': 'off' });
    try {
      await untilCodes(document.uri);
      assert.match(await hoverAt(document, ID), /Unknown.*in.*the.*organizations/);
    } finally {
      await severity(undefined);
    }
  });

  it('says which Client IDs were compared with no organization, above them and at them', async () => {
    const editor = await desk.open(
      frameworkWith(region, ID).replace(/'[^']+': '[^']+'/, `$&, 'mypurecloud.ie': '${ID}'`),
    );
    const [both, one] = [2, 1].map((count) => new RegExp(`^${count} Client IDs? not compared .*Sign in to `));
    await until(async () => both?.test((await lensesOf(editor)).join()) === true);
    assert.match(await hoverAt(editor.document, ID), /Not compared with an organization/);
    await desk.signIn();
    // The client may be in an org of the other region.
    await until(async () => /Sign in to mypurecloud\.ie$/.test((await lensesOf(editor)).join()));
    assert.match(await hoverAt(editor.document, ID), /Not compared with an organization in mypurecloud..ie/);
    const single = await desk.open(frameworkWith('mypurecloud.ie', ID), 'one/framework.js');
    await until(async () => one?.test((await lensesOf(single)).join()) === true);
    const known = await desk.open(frameworkWith(region, ID), 'two/framework.js');
    await untilCodes(known.document.uri, 'client-not-found');
    assert.deepEqual(await lensesOf(known), []);
  });

  it('shows above each entry which client it names, unless the settings say otherwise', async () => {
    const { id } = await desk.client({ authorizedGrantType: 'TOKEN' });
    await desk.signIn();
    const editor = await desk.open(frameworkWith(region, id));
    await untilCodes(editor.document.uri, 'implicit-grant-ending');
    const [title, ...others] = await lensesOf(editor);
    assert.match(title ?? '', /^My CRM · (Practice org|implicit, may end from March 2027 on)$/);
    assert.deepEqual(others, [], 'one lens an entry');
    const [{ command } = {}] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
      99,
    );
    for (const fact of [/^My CRM · /, /18 hours/, /active/, /Implicit, may end/, /Click to manage it\.$/])
      assert.match(command?.tooltip ?? '', fact);
    await vscode.workspace.getConfiguration('genesysOAuth').update('codeLens', false);
    assert.deepEqual(await lensesOf(editor), []);
  });

  it('offers to create a client where there is none, once one is signed in', async () => {
    const editor = await desk.open(frameworkWith(region, ''));
    assert.deepEqual(await lensesOf(editor), []);
    await desk.signIn();
    await untilLenses(editor, 'Create a client');
  });

  it('offers to choose one, too, where the org has one that the framework can use', async () => {
    await desk.client();
    const editor = await desk.open(frameworkWith(region, ''));
    await desk.signIn();
    await untilLenses(editor, 'Create a client', 'Choose one');
  });

  it('completes the clients of the org by their names, of those that agents may log in with', async () => {
    await desk.client({ name: 'Zeta desk' });
    await desk.signIn();
    const editor = await desk.open(frameworkWith(region, ''));
    const labels = async () =>
      (await completionsIn(editor, editor.document.getText().indexOf("''") + 1))
        .filter(({ detail }) => detail?.includes(region) || detail?.includes('·'))
        .map(labelOf);
    await until(async () => (await labels()).includes('Zeta desk'));
    assert.equal((await labels()).includes('Practice Automation'), false);
  });

  it('completes the regions that are not there yet', async () => {
    const editor = await desk.open(frameworkWith(region, ID));
    const end = editor.document.getText().indexOf("',\n") + 2;
    const labels = (await completionsIn(editor, end)).map(labelOf);
    assert.ok(labels.includes('mypurecloud.jp'));
    assert.equal(labels.includes(region), false);
  });

  it('leads from an ID to its admin page, in real regions only', async () => {
    const editor = await desk.open(
      `x = { clientIds: { 'mypurecloud.de': '${ID}', 'evil.example': '${ID.replace('0b', '0c')}' } };`,
    );
    const links: vscode.DocumentLink[] = await executeCommand(
      'vscode.executeLinkProvider',
      editor.document.uri,
    );
    assert.deepEqual(
      links.map(({ target }) => target?.toString(true)),
      [`https://apps.mypurecloud.de/directory/#/admin/integrations/oauth/${ID}`],
    );
  });

  it('says once of a client of the practice org that it is one, under any region, and leads to no admin page', async () => {
    const { id } = await desk.client();
    await desk.signIn();
    for (const key of [region, 'mypurecloud.jp']) {
      const editor = await desk.open(frameworkWith(key, id), `${key}/framework.js`);
      await until(async () => (await lensesOf(editor)).some((title) => title === 'My CRM · Practice org'));
      const hover = (await hoverAt(editor.document, id)).replaceAll('\\', '');
      const problem = () =>
        diagnosticsAt(editor.document.uri).find((each) => codeOf(each) === 'practice-client');
      await until(() => problem() !== undefined);
      assert.match(problem()?.message ?? '', /practice org, which nobody knows outside/);
      const beside = (await hoverAt(editor.document, id)).replaceAll('\\', '');
      assert.doesNotMatch(beside, /A client of the practice org/, 'the problem says it');
      assert.match(hover, /The practice org has no admin page/);
      assert.deepEqual(await executeCommand('vscode.executeLinkProvider', editor.document.uri), []);
    }
  });

  /** The labels of the hints in a framework.js with this key. */
  async function hintsBeside(key: string, clientId: string) {
    const { document } = await desk.open(frameworkWith(key, clientId));
    const hints: vscode.InlayHint[] = await executeCommand(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, 99, 0),
    );
    return hints.map(({ label }) => label);
  }

  it('shows the AWS names beside the keys', async () => {
    assert.deepEqual(await hintsBeside('mypurecloud.jp', ID), ['ap-northeast-1']);
  });

  it('shows them beside keys that name a region otherwise, too', async () => {
    assert.deepEqual(await hintsBeside('euw2', ID), ['eu-west-2']);
  });

  it('says nothing in another file, or in a built copy', async () => {
    const text = frameworkWith('mypurecloud.jp', ID);
    const framework = await desk.open(text);
    await until(async () => /ap-northeast-1/.test(await hoverAt(framework.document, 'mypurecloud.jp')));
    for (const path of ['other.js', 'dist/framework.js']) {
      const editor = await desk.open(text, path);
      assert.doesNotMatch(await hoverAt(editor.document, 'mypurecloud.jp'), /ap-northeast-1/);
    }
  });
});
