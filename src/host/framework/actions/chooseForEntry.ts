import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setClientId } from '../../../core/framework/edit.ts';
import { inspectFramework } from '../../../core/framework/inspect.ts';
import { chooseClient } from '../../clients/chooseClient.ts';
import type { Services } from '../../services.ts';
import type { Session } from '../../signIn/session.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import type { ActionRequest } from './actionRequest.ts';
import { documentAt, refuseStale, workspaceEdit } from './textEdits.ts';

/** Lets the person choose one of the clients of the region's orgs, and writes its ID into the text it was offered for. */
export async function chooseForEntry(
  services: Pick<Services, 'orgClients'>,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  { uri, version }: ActionRequest,
  region: string,
): Promise<void> {
  const offeredFor = documentAt(uri, version);
  if (offeredFor === undefined) return refuseStale(dialogs);
  const written = writtenIn(offeredFor.getText(), region);
  const chosen = await chooseClient(services, dialogs, signIn, region, written);
  if (chosen === undefined) return;
  const document = documentAt(uri, version);
  if (document === undefined) return refuseStale(dialogs);
  const change = setClientId(document.getText(), region, chosen.id);
  switch (change.kind) {
    case 'edit':
      await vscode.workspace.applyEdit(workspaceEdit(document, [change.edit]));
      return;
    case 'unchanged':
      return;
    case 'refused':
      await vscode.env.clipboard.writeText(chosen.id);
      dialogs.tell(
        l10n.t(
          'The text leaves open where the Client ID goes, so it is on the clipboard: paste it where it belongs.',
        ),
      );
  }
}

/** What the text has in the place of the Client ID of a region; empty where nothing is there. */
function writtenIn(text: string, region: string): string {
  const { clientIds } = inspectFramework(text);
  const entry =
    clientIds.kind === 'literal' ? clientIds.entries.findLast((each) => each.region === region) : undefined;
  return entry !== undefined && 'text' in entry.value ? entry.value.text : '';
}
