import type { Topic } from '../wizard/messages.ts';

const HELP = 'https://help.mypurecloud.com';
const JAPANESE_HELP = 'https://jp-help.mypurecloud.com';
const DEVELOPERS = 'https://developer.genesys.cloud';

/** Where Genesys documents a topic, in this language (BCP 47 tag) where there is a translation of the page. */
export function topicUrl(topic: Topic, language: string): string {
  const help = language === 'ja' ? JAPANESE_HELP : HELP;
  switch (topic) {
    case 'oauth-clients':
      return `${help}/articles/create-an-oauth-client/`;
    case 'embeddable-framework':
      return `${help}/articles/about-genesys-cloud-embeddable-framework/`;
    case 'scim':
      return `${help}/articles/about-genesys-cloud-scim-identity-management/`;
    case 'scim-entra':
      return `${help}/articles/configure-microsoft-entra-id-for-genesys-cloud-scim-identity-management/`;
    case 'scim-okta':
      return `${help}/articles/configure-okta-for-genesys-cloud-scim-identity-management/`;
    case 'scim-onelogin': {
      // The English page kept the product's former name.
      const product = language === 'ja' ? 'genesys-cloud' : 'purecloud';
      return `${help}/articles/configure-onelogin-for-${product}-scim-identity-management/`;
    }
    case 'roles':
      return `${help}/articles/about-people-permissions/`;
    case 'single-sign-on':
      return `${help}/articles/single-sign-on-overview/`;
    case 'salesforce-permissions':
      return `${help}/?p=188903`;
    case 'client-ids':
      return `${DEVELOPERS}/platform/embeddable-framework/`;
    case 'grant-types':
      return `${DEVELOPERS}/authorization/platform-auth/`;
    case 'scopes':
      return `${DEVELOPERS}/authorization/platform-auth/scopes`;
  }
}
