import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'mocha';
import * as vscode from 'vscode';

/** Somebody who takes quick fixes, and answers what VS Code asks them meanwhile. */
export type QuickFixes = {
  /** Which button they click when a change is shown, and when its undo is offered; without one they close it. */
  answers: { confirm?: string; undo?: string };
  /** What they were asked and told, in order. */
  readonly told: string[];
  /** Everything offered at the first place of this word. */
  offered(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]>;
  /** The one with this title; throws when it is not offered. */
  find(document: vscode.TextDocument, word: string, title: RegExp): Promise<vscode.CodeAction>;
  take(action: vscode.CodeAction): Promise<void>;
};

export function useQuickFixes(): QuickFixes {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  const fixes: QuickFixes = { answers: {}, told: [], offered, find, take };

  beforeEach(() => {
    fixes.answers = {};
    fixes.told.length = 0;
    const answer =
      (wanted: () => string | undefined) =>
      async (message: string, ...rest: unknown[]) => {
        fixes.told.push(message);
        return rest.find((each) => each === wanted());
      };
    Reflect.set(
      vscode.window,
      'showWarningMessage',
      answer(() => fixes.answers.confirm),
    );
    Reflect.set(
      vscode.window,
      'showInformationMessage',
      answer(() => fixes.answers.undo),
    );
  });

  afterEach(() => {
    Reflect.set(vscode.window, 'showWarningMessage', showWarningMessage);
    Reflect.set(vscode.window, 'showInformationMessage', showInformationMessage);
  });

  return fixes;
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
