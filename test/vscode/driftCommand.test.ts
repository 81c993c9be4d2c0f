import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { frameworkWith, useFrameworkDesk } from './frameworkDesk.ts';
import { until } from './until.ts';

const Entries = z.array(z.object({ command: z.string(), when: z.string() }));
const Manifest = z.object({
  contributes: z.object({
    menus: z.object({ 'editor/title': Entries, 'explorer/context': Entries, 'editor/context': Entries }),
  }),
});

describe('The command Compare with the Organization', () => {
  const desk = useFrameworkDesk();

  const manifest = () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
    );
    return Manifest.parse(extension?.packageJSON).contributes.menus;
  };

  it('opens both sides of what differs in the diff editor, which only can be read', async () => {
    await desk.signIn();
    const { region } = desk.org().org;
    const { id } = await desk.client();
    await desk.change(id, { state: 'inactive' });
    const uri = await desk.write(frameworkWith(region, id));
    await vscode.commands.executeCommand('genesysOAuth.compareWithOrg', uri);
    const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await until(() => input() instanceof vscode.TabInputTextDiff);
    const shown = input();
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    const [meant, there] = await Promise.all(
      [shown.original, shown.modified].map(async (side) => await vscode.workspace.openTextDocument(side)),
    );
    assert.match(meant?.getText() ?? '', /^State: active$/m);
    assert.match(there?.getText() ?? '', /^State: inactive$/m);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(shown.modified.scheme), undefined);
    // VS Code puts what is compared with into quotes.
    const name = posix.basename(shown.modified.path);
    const { scheme } = shown.modified;
    assert.equal(name, 'client.txt');
    assert.deepEqual(
      manifest()['editor/title'].map(({ command, when }) => `${command} when ${when.replaceAll("'", '')}`),
      [
        `genesysOAuth.makeOrgMatch when resourceScheme == ${scheme}`,
        `genesysOAuth.makeFileMatch when resourceScheme == ${scheme} && resourceFilename != written.txt`,
        `genesysOAuth.takeOver when resourceFilename == written.txt && resourceScheme == ${scheme}`,
      ],
    );
  });

  it('stands in the menus of both files', () => {
    for (const menu of ['explorer/context', 'editor/context'] as const) {
      const [entry] = manifest()[menu].filter(({ command }) => command === 'genesysOAuth.compareWithOrg');
      assert.match(entry?.when ?? '', /framework\.js.+genesys-scim\.json/);
    }
  });
});
