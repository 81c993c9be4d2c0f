import * as l10n from '@vscode/l10n';
import type { AdminPageField } from '../src/core/procedures/adminPage.ts';

/** The name of a field as on Genesys Cloud's admin page. */
export function adminPageLabel(field: AdminPageField): string {
  switch (field) {
    case 'name':
      return l10n.t('App Name');
    case 'description':
      return l10n.t('Description');
    case 'duration':
      return l10n.t('Token Duration');
    case 'grant-type':
      return l10n.t('Grant Type');
    case 'roles':
      return l10n.t('Roles');
    case 'divisions':
      return l10n.t('Divisions');
    case 'redirect-uris':
      return l10n.t('Authorized Redirect URIs');
    case 'scopes':
      return l10n.t('Scopes');
  }
}
