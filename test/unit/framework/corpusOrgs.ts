import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';

/** The Client ID of this number in the files of the corpus. */
export function corpusId(number: number): string {
  const digits = number.toString(16).padStart(4, '0');
  return `c0de${digits}-1111-4222-8333-44445555${digits}`;
}

/** A client as the framework needs it, but for what is said otherwise. */
function client(number: number, region: string, other: Partial<OAuthClient> = {}): OAuthClient {
  return {
    id: corpusId(number),
    name: `Client ${number}`,
    authorizedGrantType: 'CODE',
    registeredRedirectUri: [...pagesOf(region)],
    scope: [...FRAMEWORK_SCOPES],
    state: 'active',
    ...other,
  };
}

function pagesOf(region: string): readonly string[] {
  return frameworkRedirectUris(region, true);
}

function org(region: string, clients: readonly OAuthClient[], practice = false): OrgClients {
  return {
    account: region,
    region,
    orgName: `Org in ${region}`,
    practice,
    clients,
    readAt: '2026-11-22T08:00:00Z',
  };
}

const INDEX = 'https://apps.mypurecloud.com/crm/index.html';
const AMERICAS = 'mypurecloud.com';

/** The orgs that a row of the corpus names as signed in to. */
export const CORPUS_ORGS = {
  americas: org(AMERICAS, [
    client(1, AMERICAS),
    client(2, AMERICAS, { state: 'inactive' }),
    client(3, AMERICAS, { state: 'disabled' }),
    client(4, AMERICAS, { authorizedGrantType: 'CLIENT-CREDENTIALS', scope: [], registeredRedirectUri: [] }),
    client(5, AMERICAS, { authorizedGrantType: 'SAML2-BEARER', registeredRedirectUri: [] }),
    client(6, AMERICAS, { authorizedGrantType: 'TOKEN' }),
    client(7, AMERICAS, { registeredRedirectUri: ['https://example.com/'] }),
    client(8, AMERICAS, { registeredRedirectUri: [INDEX] }),
    client(9, AMERICAS, { registeredRedirectUri: [`${INDEX}/`] }),
    client(10, AMERICAS, { registeredRedirectUri: [`${INDEX}?crm=framework-local-secure`] }),
    client(11, AMERICAS, { registeredRedirectUri: [INDEX.replace('apps', 'Apps')] }),
    client(12, AMERICAS, { registeredRedirectUri: [INDEX.replace('https', 'http')] }),
    client(13, AMERICAS, { scope: ['users', 'routing', 'conversations'] }),
    { id: corpusId(14), name: 'Client 14' },
    client(15, AMERICAS, { registeredRedirectUri: [`${INDEX}/`, INDEX.replace('index', 'acmecti/index')] }),
  ]),
  ireland: org('mypurecloud.ie', [
    // It serves the Americas, too.
    client(0x101, 'mypurecloud.ie', { registeredRedirectUri: ['mypurecloud.ie', AMERICAS].flatMap(pagesOf) }),
    client(0x102, 'mypurecloud.ie'),
  ]),
  practice: org('usw2.pure.cloud', [client(0x201, 'usw2.pure.cloud')], true),
  custom: org('contact.example.com', []),
};
