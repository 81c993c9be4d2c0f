import * as l10n from '@vscode/l10n';

/** Where Genesys shows whether its services are operational and available, and incidents (Genesys facts 1.5). */
export const STATUS_PAGE = 'https://status.mypurecloud.com';

/** Where one can look; whether anything is down is not known here. */
export function statusPageText(): string {
  return l10n.t('Genesys shows the state of its services at {0}.', STATUS_PAGE);
}

/** What opens that page. */
export function openStatusPageLabel(): string {
  return l10n.t('Open the Genesys status page');
}
