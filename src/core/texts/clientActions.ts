import * as l10n from '@vscode/l10n';
import type { ClientPageAction } from '../clientPage/messages.ts';
import type { ActionPurpose } from '../clientPage/offered.ts';
import { compareTitle } from './drift.ts';
import { listed } from './sentences.ts';

/** What can be done with a client, by name. */
export function actionNames(): Readonly<Record<ClientPageAction, string>> {
  return {
    'copy-id': l10n.t('Copy Client ID'),
    'open-admin-page': l10n.t('Open the admin page'),
    edit: l10n.t('Edit'),
    'right-size': l10n.t('Right-size'),
    duplicate: l10n.t('Duplicate'),
    'add-pages': l10n.t("Add the framework's redirect URIs"),
    'add-redirect-uri': l10n.t('Add a redirect URI'),
    rotate: l10n.t('Rotate Client Secret'),
    'make-token': l10n.t('Make a New SCIM Token'),
    deactivate: l10n.t('Deactivate'),
    activate: l10n.t('Activate'),
    restore: l10n.t('Restore'),
    delete: l10n.t('Delete'),
    'keep-as-code': l10n.t('Keep as code'),
    doctor: l10n.t('Find out why it fails'),
    compare: compareTitle(),
  };
}

/** What several actions are for, above or beside them. */
export function purposeName(purpose: ActionPurpose): string {
  switch (purpose) {
    case 'change':
      return l10n.t('Change');
    case 'look':
      return l10n.t('Look');
    case 'state':
      return l10n.t('State');
  }
}

/** What is clicked for it. */
export function actionLabel(action: ClientPageAction): string {
  switch (action) {
    case 'edit':
      return l10n.t('Edit…');
    case 'right-size':
      return l10n.t('Right-size…');
    case 'duplicate':
      return l10n.t('Duplicate…');
    case 'add-redirect-uri':
      return l10n.t('Add a redirect URI…');
    case 'rotate':
      return l10n.t('Rotate Client Secret…');
    case 'deactivate':
      return l10n.t('Deactivate…');
    case 'activate':
      return l10n.t('Activate…');
    case 'restore':
      return l10n.t('Restore…');
    case 'delete':
      return l10n.t('Delete…');
    case 'keep-as-code':
      return l10n.t('Keep as code…');
    case 'compare':
      return l10n.t('Compare with the organization…');
    case 'copy-id':
    case 'open-admin-page':
    case 'add-pages':
    case 'make-token':
    case 'doctor':
      return actionNames()[action];
  }
}

/** Why an action is not offered to somebody who lacks these permissions for it; undefined where they lack none. */
export function lackText(permissions: readonly string[]): string | undefined {
  const [only, ...others] = permissions;
  if (only === undefined) return undefined;
  return others.length === 0
    ? l10n.t('You may not: the permission {0} is missing.', only)
    : l10n.t('You may not: the permissions {0} are missing.', listed(permissions));
}

/** Who can give somebody what they lack in an org. */
export function whoGivesText(orgName: string): string {
  return l10n.t('An administrator of {0} can give you what is missing, with a role.', orgName);
}
