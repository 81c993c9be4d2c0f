import type { Topic } from '../../core/wizard/messages.ts';

/** Where Genesys documents a topic. */
export function topicUrl(topic: Topic): string {
  switch (topic) {
    case 'oauth-clients':
      return 'https://help.mypurecloud.com/articles/create-an-oauth-client/';
    case 'embeddable-framework':
      return 'https://help.mypurecloud.com/articles/about-genesys-cloud-embeddable-framework/';
    case 'client-ids':
      return 'https://developer.genesys.cloud/platform/embeddable-framework/';
    case 'grant-types':
      return 'https://developer.genesys.cloud/authorization/platform-auth/';
    case 'scopes':
      return 'https://developer.genesys.cloud/authorization/platform-auth/scopes';
  }
}
