import type * as vscode from 'vscode';
import type { FrameworkFinding, FrameworkFix } from '../../../core/framework/frameworkFinding.ts';
import type { FrameworkClient } from '../../clients/manageClient.ts';

/** What is done by a command: it asks something, or does more than change the text. */
export type Action =
  | Exclude<FrameworkFix, { kind: 'edit' }>
  | { readonly kind: 'manage-client'; readonly client: FrameworkClient }
  | { readonly kind: 'change-severity'; readonly code: FrameworkFinding['code'] };

/** The command behind fixes and code lenses. Its name keeps it out of the palette, and only an ActionRequest makes it act. */
const COMMAND = '_genesysOAuth.frameworkAction';

/** An action that was offered, with the version of the document that it was offered for. */
export class ActionRequest {
  constructor(
    readonly uri: vscode.Uri,
    readonly version: number,
    readonly action: Action,
  ) {}

  /** The command that asks for it. */
  static command(title: string, document: vscode.TextDocument, action: Action): vscode.Command {
    const request = new ActionRequest(document.uri, document.version, action);
    return { command: COMMAND, title, arguments: [request] };
  }
}
