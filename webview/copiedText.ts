import * as l10n from '@vscode/l10n';
import { isPracticeSetting } from '../src/core/export/practiceTools.ts';
import { adminPageLabel } from './adminPageLabels.ts';
import type { Copied } from './host.ts';
import { practiceSettingName } from './practiceSettings.ts';
import { exportName } from './takeElsewhere.ts';

/** What is said once a value is on the clipboard. */
export function copiedText(what: Copied): string {
  if (isPracticeSetting(what)) return l10n.t('{0} copied', practiceSettingName(what));
  switch (what) {
    case 'client-id':
      return l10n.t('Client ID copied');
    case 'client-secret':
      return l10n.t('Client Secret copied');
    case 'ready-line':
      return l10n.t('Line copied');
    case 'details':
      return l10n.t('Details copied');
    case 'role-request':
      return l10n.t('Request copied');
    case 'admin-name':
      return l10n.t('{0} copied', adminPageLabel('name'));
    case 'admin-description':
      return l10n.t('{0} copied', adminPageLabel('description'));
    case 'admin-duration':
      return l10n.t('{0} copied', adminPageLabel('duration'));
    case 'admin-roles':
      return l10n.t('{0} copied', adminPageLabel('roles'));
    case 'admin-divisions':
      return l10n.t('{0} copied', adminPageLabel('divisions'));
    case 'admin-redirect-uris':
      return l10n.t('{0} copied', adminPageLabel('redirect-uris'));
    case 'admin-scopes':
      return l10n.t('{0} copied', adminPageLabel('scopes'));
    case 'scim-base-url':
    case 'token-url':
    case 'authorization-url':
      return l10n.t('Address copied');
    case 'scim-token':
      return l10n.t('Token copied');
    case 'curl':
    case 'genesys-cli':
    case 'terraform':
    case 'json':
      return l10n.t('{0} copied', exportName(what));
  }
}
