import type * as vscode from 'vscode';

/** What VS Code gives the extension, as far as it is used. */
export type ExtensionContext = Pick<
  vscode.ExtensionContext,
  | 'asAbsolutePath'
  | 'extensionMode'
  | 'extensionUri'
  | 'globalState'
  | 'globalStorageUri'
  | 'secrets'
  | 'subscriptions'
  | 'workspaceState'
>;
