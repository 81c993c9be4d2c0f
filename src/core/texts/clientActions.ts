import * as l10n from '@vscode/l10n';
import type { ClientPageAction } from '../clientPage/messages.ts';

/** What can be done with a client, by name. */
export function actionNames(): Readonly<Record<ClientPageAction, string>> {
  return {
    'copy-id': l10n.t('Copy Client ID'),
    'open-admin-page': l10n.t('Open the admin page'),
    edit: l10n.t('Edit'),
    duplicate: l10n.t('Duplicate'),
    'add-pages': l10n.t("Add the framework's redirect URIs"),
    rotate: l10n.t('Rotate Client Secret'),
    deactivate: l10n.t('Deactivate'),
    activate: l10n.t('Activate'),
    restore: l10n.t('Restore'),
    delete: l10n.t('Delete'),
    'keep-as-code': l10n.t('Keep as code'),
  };
}
