import type { Org } from '../org.ts';
import { type Operation, ok } from './operation.ts';

const scopes = ['organization', 'organization:readonly'];
const permissions = { any: ['directory:organization:admin'] };

/**
 * What the org asks of sign-ins, and from which addresses it may be called. Only the SDKs have the first operation, which
 * takes the place of the second; its scopes are by analogy, the permission by the help page (Genesys facts 12).
 */
export const authenticationSettings: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/authentication/settings',
    scopes,
    permissions,
    handle: ({ org }) => ok(settingsView(org)),
  },
  {
    method: 'GET',
    path: '/api/v2/organizations/ipaddressauthentication',
    scopes,
    permissions,
    handle: ({ org }) => ok({ networkWhitelist: org.switches.ipAllowList ?? [] }),
  },
];

/** The `OrgAuthSettings` of the SDKs. */
function settingsView({ switches }: Org) {
  return {
    multifactorAuthenticationRequired: false,
    domainAllowlistEnabled: switches.embeddingAllowList !== null,
    domainAllowlist: switches.embeddingAllowList ?? [],
    ipAddressAllowlist: switches.ipAllowList ?? [],
    inactivityTimeoutExclusions: [],
  };
}
