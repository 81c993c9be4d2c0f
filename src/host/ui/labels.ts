import * as vscode from 'vscode';
import { plainLabel } from './plainText.ts';

/** An item of the status bar, hidden until something is shown in it. */
export type StatusItem = vscode.Disposable & {
  show(text: string, facts: readonly string[]): void;
  hide(): void;
};

/** Makes an item on the right of the status bar that runs a command. `icon` is the name of one of VS Code's. */
export function createStatusItem(id: string, name: string, icon: string, command: string): StatusItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right);
  item.name = name;
  item.command = command;
  return {
    show: (text, facts) => {
      item.text = `$(${icon}) ${plainLabel(text)}`;
      // Nothing is made of a tooltip that is no Markdown.
      item.tooltip = facts.join('\n');
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}

/** A lens whose title is shown as it is. */
export function lensOf(range: vscode.Range, command: vscode.Command): vscode.CodeLens {
  return new vscode.CodeLens(range, { ...command, title: plainLabel(command.title) });
}
