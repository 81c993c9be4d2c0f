import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { editBetween } from '../../core/framework/textEdit.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { readConnections, type WrittenConnection } from '../../core/scim/connections.ts';
import { takeOutSecret } from '../../core/scim/plainTextSecrets.ts';
import { updatePracticeAddresses } from '../../core/scim/writeConfig.ts';
import { placesOf } from '../clients/lookUp.ts';
import { codeOf, rangeOf } from '../diagnostics/shownFindings.ts';
import { editDocument } from '../files/write.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Services } from '../services.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { isScimDocument } from './diagnostics.ts';

/** Behind the fixes, and in no palette. */
const COMMAND = '_genesysOAuth.scimAction';

/** A new token for a connection of a SCIM config file; nothing else makes the command act. */
export class TokenRequest {
  constructor(
    readonly uri: vscode.Uri,
    readonly connection: WrittenConnection,
  ) {}
}

/** A secret to be taken out of a SCIM config file. It is named by its place alone, so that it goes nowhere. */
export class SecretRequest {
  constructor(
    readonly document: vscode.TextDocument,
    readonly version: number,
    readonly range: vscode.Range,
  ) {}
}

/** What to do about what the diagnostics say of a SCIM config file (rules S4 and S6). */
export class ScimCodeActions implements vscode.CodeActionProvider, vscode.Disposable {
  private readonly registered: vscode.Disposable;

  constructor(private readonly services: Pick<Services, 'orgClients' | 'practiceOrgs'>) {
    const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    const files = { pattern: '**/genesys-scim.json' };
    this.registered = vscode.languages.registerCodeActionsProvider(files, this, kinds);
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (!isScimDocument(document)) return [];
    const connections = readConnections(document.getText());
    const actions = diagnostics.map(async (diagnostic) => {
      const at = document.offsetAt(diagnostic.range.start);
      const connection = connections.find(({ start, end }) => start <= at && at < end);
      const action = await this.actionFor(document, diagnostic, connection);
      if (action === undefined) return [];
      action.diagnostics = [diagnostic];
      return action;
    });
    return (await Promise.all(actions)).flat();
  }

  dispose(): void {
    this.registered.dispose();
  }

  private async actionFor(
    document: vscode.TextDocument,
    diagnostic: vscode.Diagnostic,
    connection: WrittenConnection | undefined,
  ): Promise<vscode.CodeAction | undefined> {
    if (codeOf(diagnostic) === 'plain-text-secret') return commanding(secretCommand(document, diagnostic));
    if (connection === undefined) return undefined;
    if (codeOf(diagnostic) === 'practice-address-stale') return await this.addresses(document, connection);
    const command = this.commandFor(document, diagnostic, connection);
    return command && commanding(command);
  }

  /** Only where the practice org of that region that runs now has this very client: it may be of another computer. */
  private async addresses(
    document: vscode.TextDocument,
    connection: WrittenConnection,
  ): Promise<vscode.CodeAction | undefined> {
    const { orgClients, practiceOrgs } = this.services;
    const { version } = document;
    const running = await practiceOrgs.whereItRuns(connection.region);
    const places = placesOf(orgClients.whereIs(connection.region, connection.clientId, connection.practice));
    if (running === undefined || !places.some(({ org }) => org.practice)) return undefined;
    const text = document.getText();
    const update = updatePracticeAddresses(text, connection, running.baseUrl);
    if (update.kind === 'refused' || document.version !== version) return undefined;
    const title = l10n.t('Write the addresses that the practice org has now');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    const edit = editBetween(text, update.text);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, rangeOf(document, edit), edit.newText);
    action.isPreferred = true;
    return action;
  }

  private commandFor(
    { uri }: vscode.TextDocument,
    diagnostic: vscode.Diagnostic,
    connection: WrittenConnection,
  ): vscode.Command | undefined {
    switch (codeOf(diagnostic)) {
      case 'token-expiring':
      case 'token-expired': {
        const title = l10n.t('Make a new token');
        return { title, command: COMMAND, arguments: [new TokenRequest(uri, connection)] };
      }
      case 'duration-reset':
      case 'extra-role': {
        const { region, clientId, practice } = connection;
        const places = placesOf(this.services.orgClients.whereIs(region, clientId, practice));
        // The practice org has no admin page.
        if (places.every(({ org }) => org.practice)) return undefined;
        const title = l10n.t('Open the admin page of the client');
        const page = vscode.Uri.parse(oauthClientAdminUrl(region, clientId), true);
        return { title, command: 'vscode.open', arguments: [page] };
      }
      default:
        return undefined;
    }
  }
}

function commanding(command: vscode.Command): vscode.CodeAction {
  const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
  action.command = command;
  return action;
}

function secretCommand(document: vscode.TextDocument, { range }: vscode.Diagnostic): vscode.Command {
  const title = l10n.t('Copy it, and remove it from here');
  return { title, command: COMMAND, arguments: [new SecretRequest(document, document.version, range)] };
}

/**
 * Takes a secret out of a SCIM config file (rule S6). It may be the only copy that there is, so it goes to the clipboard
 * first, and Undo brings it back. A file that has changed since is left alone.
 */
export async function removeSecret(
  dialogs: Dialogs,
  { document, version, range }: SecretRequest,
): Promise<void> {
  if (document.isClosed || document.version !== version) {
    dialogs.tell(l10n.t('The file has changed since this was offered, so nothing was done.'));
    return;
  }
  const text = document.getText();
  const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const taken = takeOutSecret(text, place);
  await editDocument(document, { start: 0, end: text.length, newText: taken.text });
  await copyAndTell(dialogs, taken.secret);
}
