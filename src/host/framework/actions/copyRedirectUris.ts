import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { oauthClientAdminUrl } from '../../../core/platform/regions.ts';
import type { Browser } from '../../signIn/browser.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import type { Action } from './request.ts';

/** Without an account: the redirect URIs go to the clipboard, one a line, and the client's admin page opens. */
export async function copyRedirectUris(
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
