import * as l10n from '@vscode/l10n';
import type { Topic } from '../wizard/messages.ts';

/**
 * Where Genesys documents a topic. An address is a text as any other: a translation has that of the translated page, where there
 * is one.
 */
export function topicUrl(topic: Topic): string {
  switch (topic) {
    case 'oauth-clients':
      return l10n.t('https://help.mypurecloud.com/articles/create-an-oauth-client/');
    case 'embeddable-framework':
      return l10n.t('https://help.mypurecloud.com/articles/about-genesys-cloud-embeddable-framework/');
    case 'scim':
      return l10n.t('https://help.mypurecloud.com/articles/about-genesys-cloud-scim-identity-management/');
    case 'scim-entra':
      return l10n.t(
        'https://help.mypurecloud.com/articles/configure-microsoft-entra-id-for-genesys-cloud-scim-identity-management/',
      );
    case 'scim-okta':
      return l10n.t(
        'https://help.mypurecloud.com/articles/configure-okta-for-genesys-cloud-scim-identity-management/',
      );
    case 'scim-onelogin':
      // The English page kept the product's former name.
      return l10n.t(
        'https://help.mypurecloud.com/articles/configure-onelogin-for-purecloud-scim-identity-management/',
      );
    case 'roles':
      return l10n.t('https://help.mypurecloud.com/articles/about-people-permissions/');
    case 'single-sign-on':
      return l10n.t('https://help.mypurecloud.com/articles/single-sign-on-overview/');
    case 'salesforce-permissions':
      return l10n.t('https://help.mypurecloud.com/?p=188903');
    case 'client-ids':
      return `${DEVELOPERS}/platform/embeddable-framework/`;
    case 'grant-types':
      return `${DEVELOPERS}/authorization/platform-auth/`;
    case 'scopes':
      return `${DEVELOPERS}/authorization/platform-auth/scopes`;
  }
}

/** The Developer Center is in English alone. */
const DEVELOPERS = 'https://developer.genesys.cloud';
