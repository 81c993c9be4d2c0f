import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { WorkspaceMentions } from '../../src/host/clientsView/mentions.ts';
import { frameworkWith } from './frameworkDesk.ts';
import { until } from './until.ts';

const CLIENT = '0b1f0c5e-1111-4111-8111-0000000000';
const FILES = 60;

describe('The clients that the files of a workspace name', () => {
  let folder: vscode.Uri;
  let mentions: WorkspaceMentions;

  beforeEach(async () => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'many');
    mentions = new WorkspaceMentions();
    await mentions.read();
  });

  afterEach(async () => {
    mentions.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are read a few times, not once for each, when very many files change at once', async () => {
    let told = 0;
    let named = 0;
    mentions.onDidChange(async () => {
      told += 1;
      named = (await mentions.read()).byKey.size;
    });
    const all = Array.from({ length: FILES }, (_, index) => String(index).padStart(2, '0'));
    await Promise.all(
      all.map(async (name) => {
        const uri = vscode.Uri.joinPath(folder, name, 'framework.js');
        const text = frameworkWith('mypurecloud.com', `${CLIENT}${name}`);
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      }),
    );
    await until(() => named >= FILES);
    assert.ok(told <= FILES / 4, `${told} times`);
  });
});
