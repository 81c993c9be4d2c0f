import * as vscode from 'vscode';
import type { ClientChange } from '../../core/clients/change.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { noAdminPageText } from '../../core/texts/practiceOrg.ts';
import { ownClient } from '../secrets/clientSecrets.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { ClientChanges } from './clientChanges.ts';
import { type RemovalServices, removeClient } from './removeClient.ts';

/** What is done with one client, and needs no wizard and no file for it. */
export type Action =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open-admin-page' }
  | { readonly kind: 'change'; readonly change: ClientChange }
  | { readonly kind: 'rotate' | 'delete' };

type Means = RemovalServices & Pick<Services, 'browser' | 'rotations' | 'log'>;

/** Does one thing with a client that was read in its org. What the person must know of it is told to them. */
export async function carryOutOn(
  services: Means,
  dialogs: Dialogs,
  changes: ClientChanges,
  found: FoundClient,
  action: Action,
): Promise<void> {
  const { org, client } = found;
  const { region } = org;
  switch (action.kind) {
    case 'copy':
      await vscode.env.clipboard.writeText(action.text);
      return;
    case 'open-admin-page':
      if (org.practice) dialogs.tell(noAdminPageText());
      else await services.browser.open(new URL(oauthClientAdminUrl(region, client.id)));
      return;
    case 'rotate':
      await rotateSecretOf(services, dialogs, ownClient(found));
      return;
    case 'delete':
      await removeClient(services, dialogs, changes, { ...client, org });
      return;
    case 'change':
      await changes.apply({ region, clientId: client.id, org, changes: [action.change] });
  }
}
