import * as vscode from 'vscode';
import { takeOff } from '../../src/host/secrets/clipboard.ts';
import { DATA_FOLDER, watchIssued } from '../canaries/issued.js';
import type { Looked } from '../canaries/leaks.ts';
import { shownAt, sweep } from '../canaries/sweep.ts';

const MESSAGES = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;
const SHOWN_BY_INPUTS = ['title', 'prompt', 'placeholder', 'validationMessage'];
const SHOWN_BY_ROWS = ['label', 'description', 'detail'];
const INPUTS = ['createInputBox', 'createQuickPick'] as const;

/** Everything that an org gave out in this window. */
const issued = new Set<string>();

/** From now on everything that VS Code itself shows and sends counts, and what orgs give out is known. */
export function watchWindow(): void {
  watchIssued((secret) => issued.add(secret));
  for (const name of MESSAGES) {
    const show = vscode.window[name];
    Reflect.set(vscode.window, name, (...args: unknown[]) => {
      shownAt('messages').push(JSON.stringify(args));
      return Reflect.apply(show, vscode.window, args);
    });
  }
  for (const name of INPUTS) {
    const create = vscode.window[name];
    Reflect.set(vscode.window, name, (...args: unknown[]) =>
      watchInput(Reflect.apply(create, vscode.window, args)),
    );
  }
  const { createWebviewPanel } = vscode.window;
  Reflect.set(vscode.window, 'createWebviewPanel', (...args: unknown[]) => {
    const panel: vscode.WebviewPanel = Reflect.apply(createWebviewPanel, vscode.window, args);
    const { webview } = panel;
    const post = webview.postMessage.bind(webview);
    Reflect.set(webview, 'postMessage', async (message: unknown) => {
      shownAt('messages to a webview').push(JSON.stringify(message));
      return await post(message);
    });
    webview.onDidReceiveMessage((message) => shownAt('messages of a webview').push(JSON.stringify(message)));
    return panel;
  });
}

/**
 * Where anything that an org gave out since the window was opened can be read, now that a file of tests is through: in all
 * that was shown, told and logged since the sweep before, in all files of VS Code and of the workspace, and on the clipboard
 * after the window's end.
 */
export async function sweepWindow(): Promise<Looked> {
  await takeOff();
  shownAt('the clipboard').push(await vscode.env.clipboard.readText());
  const workspace = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const data = process.env[DATA_FOLDER];
  return await sweep(issued, data === undefined ? workspace : [data, ...workspace]);
}

/** How many secrets that was about, this far. */
export function issuedHere(): number {
  return issued.size;
}

/** Notes all that an input shows but what is typed, when it is shown and when it goes. */
function watchInput(input: object): object {
  for (const name of ['show', 'hide', 'dispose']) {
    const original: unknown = Reflect.get(input, name);
    if (typeof original !== 'function') throw new Error(`An input has no ${name}.`);
    Reflect.set(input, name, (...args: unknown[]) => {
      const rows: unknown = Reflect.get(input, 'items') ?? [];
      // What else a row has, VS Code does not show.
      shownAt('questions').push(
        textOf(input, SHOWN_BY_INPUTS),
        ...(Array.isArray(rows) ? rows : []).map((row) => textOf(row, SHOWN_BY_ROWS)),
      );
      return Reflect.apply(original, input, args);
    });
  }
  return input;
}

function textOf(shown: object, fields: readonly string[]): string {
  return fields.map((field) => JSON.stringify(Reflect.get(shown, field)) ?? '').join('\n');
}
