import { type Operation, ok } from './operation.ts';

/** What the org asks of sign-ins. Only the SDKs have it; scopes are by analogy, the permission by the help page (Genesys facts 12). */
export const authenticationSettings: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/authentication/settings',
    scopes: ['organization', 'organization:readonly'],
    permissions: { any: ['directory:organization:admin'] },
    handle: ({ org }) => ok(settingsView(org.switches.embeddingAllowList)),
  },
];

/** The `OrgAuthSettings` of the SDKs. Nobody who could read an IP allow-list that is in force would be on it. */
function settingsView(embeddingAllowList: readonly string[] | null) {
  return {
    multifactorAuthenticationRequired: false,
    domainAllowlistEnabled: embeddingAllowList !== null,
    domainAllowlist: embeddingAllowList ?? [],
    ipAddressAllowlist: [],
    inactivityTimeoutExclusions: [],
  };
}
