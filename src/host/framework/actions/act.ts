import type { FrameworkPlace } from '../../../core/wizard/wizard.ts';
import type { ClientChanges } from '../../clients/clientChanges.ts';
import { type ManageServices, manageClient } from '../../clients/manageClient.ts';
import type { Session } from '../../signIn/session.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import { changeWithFile } from './changeWithFile.ts';
import { chooseForEntry } from './chooseForEntry.ts';
import { copyRedirectUris } from './copyRedirectUris.ts';
import { ActionRequest } from './request.ts';

/** What an action may ask the rest of the extension for. */
export type ActionTools = {
  readonly services: ManageServices;
  readonly dialogs: Dialogs;
  readonly changes: ClientChanges;
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
    case 'manage-client':
      return await manageClient(services, dialogs, changes, action.client);
  }
}
