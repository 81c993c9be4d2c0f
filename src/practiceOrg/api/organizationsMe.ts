import type { Org } from '../org.ts';
import { type Operation, ok } from './operation.ts';

export const organizationsMe: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/me',
    scopes: ['organization', 'organization:readonly'],
    handle: ({ org }) => ok(organizationView(org)),
  },
];

/** The published `Organization`. `features.hipaa` is the HIPAA flag (Genesys facts 2.4). */
export function organizationView({ organization, switches }: Org) {
  return {
    id: organization.id,
    name: organization.name,
    defaultLanguage: 'en-us',
    defaultCountryCode: 'US',
    thirdPartyOrgName: organization.shortName,
    domain: organization.domain,
    features: {
      realtimeCIC: false,
      purecloud: true,
      hipaa: switches.hipaa,
      ucEnabled: true,
      pci: false,
      purecloudVoice: true,
      xmppFederation: false,
      chat: true,
      informalPhotos: true,
      directory: true,
      contactCenter: true,
      unifiedCommunications: true,
      custserv: false,
    },
    version: 1,
    state: 'active',
    voicemailEnabled: true,
    productPlatform: 'GenesysCloud',
    selfUri: `/api/v2/organizations/${organization.id}`,
  };
}
