import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { compareWritten } from '../../../src/core/drift/compareWritten.ts';
import type { Comparisons } from '../../../src/core/drift/comparison.ts';
import { compareFramework, type KnownOrgs } from '../../../src/core/drift/framework.ts';
import { compareScim } from '../../../src/core/drift/scim.ts';
import { type WrittenOrigin, writtenFields } from '../../../src/core/drift/written.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { reckonedAt } from '../watch/reckoned.ts';

export const REGION = 'mypurecloud.jp';
export const NOW = new Date('2026-11-30T09:00:00Z');
export const TODAY = '2026-11-30';
export const ID = '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31';

export const AGENT_CLIENT: OAuthClient = {
  id: ID,
  name: 'Agent desktop',
  description: 'For the desks',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [...frameworkRedirectUris(REGION, true)],
  scope: [...FRAMEWORK_SCOPES],
  roleDivisions: [],
  state: 'active',
};

export const SCIM_CLIENT: OAuthClient = {
  id: ID,
  name: 'SCIM',
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 38_880_000,
  roleDivisions: [{ roleId: 'role-scim', divisionId: '*' }],
  state: 'active',
};

/** An org of this region with these clients. */
export function anOrg(clients: readonly OAuthClient[], changes: Partial<OrgClients> = {}): OrgClients {
  return {
    account: 'account-1',
    orgName: 'Acme',
    region: REGION,
    practice: false,
    clients,
    readAt: NOW.toISOString(),
    ...changes,
  };
}

/** These orgs, all of which could be read. */
export function known(...orgs: readonly OrgClients[]): KnownOrgs {
  return {
    orgs,
    knowledge: (region) => (orgs.some((org) => org.region === region) ? 'known' : 'signed-out'),
    failures: () => [],
  };
}

export function frameworkText(
  settings = 'dedicatedLoginWindow: true, usePKCEAuthFlow: true',
  region = REGION,
) {
  return `window.Framework = {\n  config: {\n    clientIds: {\n      '${region}': '${ID}',\n    },\n    settings: { ${settings} },\n  },\n};\n`;
}

export function scimText(changes: Readonly<Record<string, unknown>> = {}): string {
  const connection = {
    provider: 'entra',
    region: REGION,
    scimBaseUrl: `https://api.${REGION}/api/v2/scim/v2`,
    tokenUrl: `https://login.${REGION}/oauth/token`,
    clientId: ID,
    grantType: 'client_credentials',
    secret: { kept: 'elsewhere' },
    tokenDurationSeconds: 38_880_000,
    role: { id: 'role-scim', name: 'SCIM Integration' },
    divisions: 'all',
    createdAt: '2026-01-01T00:00:00Z',
    ...changes,
  };
  return `${JSON.stringify({ connections: [connection] }, undefined, 2)}\n`;
}

export const FRAMEWORK_FILE = { uri: 'file:///crm/framework.js', path: 'framework.js' };
export const SCIM_FILE = { uri: 'file:///crm/genesys-scim.json', path: 'genesys-scim.json' };

/** What a framework.js with one entry comes to. */
export function ofFramework(
  clients: readonly OAuthClient[],
  text = frameworkText(),
  orgs?: KnownOrgs,
): Comparisons {
  return compareFramework({ ...FRAMEWORK_FILE, text }, orgs ?? known(anOrg(clients)), TODAY);
}

export const NAMES = {
  roles: [
    { id: 'role-scim', name: 'SCIM Integration' },
    { id: 'role-more', name: 'Reporting' },
  ],
  divisions: [
    { id: 'division-1', name: 'Home' },
    { id: 'division-2', name: 'Sales' },
  ],
  hosts: { apiUrl: `https://api.${REGION}`, loginUrl: `https://login.${REGION}` },
};

/** What a genesys-scim.json with one connection comes to. */
export function ofScim(clients: readonly OAuthClient[], text = scimText()): Comparisons {
  const all = { ...known(anOrg(clients)), names: new Map([['account-1', NAMES]]), practiceOrgs: new Map() };
  return compareScim({ ...SCIM_FILE, text }, all, reckonedAt(NOW));
}

/** What a client that was saved from here as it was, or came to be remembered otherwise, comes to. */
export function ofWritten(
  before: OAuthClient,
  now: OAuthClient | undefined,
  origin: WrittenOrigin = 'saved',
): Comparisons {
  const { account, orgName, region, practice } = anOrg([]);
  const written = { at: '2026-11-23T09:00:00Z', origin, fields: writtenFields(before) };
  const at = { clientId: before.id, org: { account, orgName, region, practice }, written };
  return { compared: [compareWritten(at, now, TODAY)], notCompared: [] };
}
