import * as vscode from 'vscode';

// Names of orgs, accounts and clients are shown as they are: VS Code must make nothing of them.

/** A text for a row, a lens or the status bar, where VS Code makes an icon of `$(name)` unless a backslash stands before it. */
export function plainLabel(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}

/** A text for a notification, where VS Code makes links of `[label](command:…)`. A blank between the two is enough. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A text for below a box, where VS Code makes links and icons. */
export function plainPrompt(text: string): string {
  return plainLabel(plainMessage(text));
}

/** What is under way: a notification, but an icon in the status bar once that is hidden, where no backslash may show. */
export function plainProgress(text: string): string {
  return plainMessage(text).replaceAll('$(', '$ (');
}

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
