import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { oauthClientAdminUrl } from '../../../core/platform/regions.ts';
import type { FrameworkPlace } from '../../../core/wizard/wizard.ts';
import type { ClientChanges } from '../../clients/clientChanges.ts';
import { type ActOnClient, type ManageServices, manageClient } from '../../clients/manageClient.ts';
import { changeSeverity } from '../../diagnostics/changeSeverity.ts';
import type { Browser } from '../../signIn/browser.ts';
import type { Session } from '../../signIn/session.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import { type Action, ActionRequest } from './actionRequest.ts';
import { chooseForEntry } from './chooseForEntry.ts';
import { pkceSetting } from './pkceSetting.ts';
import { documentAt, refuseStale } from './textEdits.ts';

/** What an action may ask the rest of the extension for. */
export type ActionTools = {
  readonly services: ManageServices;
  readonly dialogs: Dialogs;
  readonly changes: ClientChanges;
  /** Does something with a client that was read. */
  readonly actOn: ActOnClient;
  /** Signs in, by asking how; undefined when the person cancelled. */
  signIn(): Promise<Session | undefined>;
  /** Opens the wizard for a client whose ID is wanted there. */
  createClient(place: FrameworkPlace): Promise<void>;
};

/** Does what was offered. Whatever did not come from an offer of ours is ignored. */
export async function act(tools: ActionTools, request: unknown): Promise<void> {
  if (!(request instanceof ActionRequest)) return;
  const { services, dialogs, changes } = tools;
  const { action } = request;
  switch (action.kind) {
    case 'change-client':
      return await changeWithFile(changes, dialogs, request, action);
    case 'choose-client':
      return await chooseForEntry(services, dialogs, tools.signIn, request, action.region);
    case 'create-client':
      return await tools.createClient({ uri: request.uri.toString(), region: action.region });
    case 'copy-redirect-uris':
      return await copyRedirectUris(services.browser, dialogs, action);
    case 'change-severity':
      return await changeSeverity(dialogs, request.uri, action.code);
    case 'manage-client':
      return await manageClient(services, dialogs, tools.actOn, action.client);
  }
}

/** Without an account: the redirect URIs go to the clipboard, one a line, and the client's admin page opens. */
async function copyRedirectUris(
  browser: Browser,
  dialogs: Dialogs,
  { region, clientId, uris }: Extract<Action, { kind: 'copy-redirect-uris' }>,
): Promise<void> {
  await vscode.env.clipboard.writeText(uris.join('\n'));
  const opened = await browser.open(new URL(oauthClientAdminUrl(region, clientId)));
  const text = opened
    ? l10n.t(
        'The redirect URIs are on the clipboard. Add them to the client on its admin page, and save it there.',
      )
    : l10n.t(
        'The redirect URIs are on the clipboard. Add them to the client on its admin page, under Admin > Integrations > OAuth.',
      );
  dialogs.tell(text);
}

/**
 * Changes the client after a preview, and then the file where the two must change as one (procedure rule E3). Whoever
 * cancels the preview changes nothing; when only the client could be changed, they are told.
 */
async function changeWithFile(
  changes: ClientChanges,
  dialogs: Dialogs,
  { uri, version }: ActionRequest,
  { region, clientId, change, edits }: Extract<Action, { kind: 'change-client' }>,
): Promise<void> {
  if (documentAt(uri, version) === undefined) return refuseStale(dialogs);
  const file = edits.length === 0 ? undefined : pkceSetting(uri, dialogs);
  await changes.apply({ region, clientId, changes: [change] }, file);
}
