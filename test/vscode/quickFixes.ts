import assert from 'node:assert/strict';
import { before } from 'mocha';
import * as vscode from 'vscode';
import { type Messages, useMessages } from './messages.ts';

/** Milliseconds. */
const SERVER_STARTS_WITHIN = 60_000;

/** Somebody who takes quick fixes, and answers what VS Code asks them meanwhile. */
export type QuickFixes = Messages & {
  /** Everything offered at the first place of this word. */
  offered(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]>;
  /** The one with this title; throws when it is not offered. */
  find(document: vscode.TextDocument, word: string, title: RegExp): Promise<vscode.CodeAction>;
  take(action: vscode.CodeAction): Promise<void>;
};

export function useQuickFixes(): QuickFixes {
  // VS Code's own fixes for JavaScript are offered, too, by a server that takes long to start.
  before(async function () {
    this.timeout(SERVER_STARTS_WITHIN);
    await offered(await vscode.workspace.openTextDocument({ language: 'javascript', content: 'x' }), 'x');
  });

  return Object.assign(useMessages(), { offered, find, take });
}

async function offered(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  const range = new vscode.Range(at, at);
  return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}

async function find(document: vscode.TextDocument, word: string, title: RegExp): Promise<vscode.CodeAction> {
  const actions = await offered(document, word);
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action, `${title} is not among ${actions.map((each) => each.title).join(' | ')}`);
  return action;
}

async function take({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command !== undefined) {
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }
}
