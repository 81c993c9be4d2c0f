import * as vscode from 'vscode';

/**
 * The tabs that show a page of this type. Where an extension host has died, the tabs of its pages stay, and nobody is
 * behind them any more: what is done there comes to nothing, and nothing new is shown.
 */
export function webviewTabs(viewType: string): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  // VS Code puts a prefix of its own before the type.
  return tabs.filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType),
  );
}
