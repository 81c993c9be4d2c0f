import type { Org } from '../org.ts';
import { effectiveDuration, LONGEST_DURATION, orgClients } from '../world/clients.ts';
import { fingerprint } from '../world/random.ts';
import type { Client, RoleDivision } from '../world/records.ts';
import type { CauseId } from './causes.ts';
import { somebodyBut } from './somebodyElse.ts';
import type { SwitchChange } from './switches.ts';

/** What a cause changes of an org in which all was right; it says nothing of what stays as it is. */
export type Change = {
  readonly client?: Partial<Client> | 'gone';
  readonly switches?: SwitchChange;
  /** All that the client has got before opens nothing any more. */
  readonly tokens?: 'ended';
};

const DAY = 86_400_000;
const DAYS_UNTIL_DELETION = 4;
const SHORTEST_IDLE_SECONDS = 300;
const LONGEST_IDLE_SECONDS = 28_800;
const ESSENTIAL_SCOPE = 'user-basic-info';
/** Addresses of documentation (RFC 5737), at which nobody is. */
const ELSEWHERE = '203.0.113.0/24';

/** What each cause changes for a client; undefined where it cannot be brought about for this one. */
export const changes: Readonly<Record<CauseId, (client: Client, org: Org) => Change | undefined>> = {
  'client-missing': () => ({ client: 'gone' }),
  'client-being-deleted': (_, { clock }) => ({
    client: { state: 'inactive', dateToDelete: clock.now() + DAYS_UNTIL_DELETION * DAY },
  }),
  'client-not-active': () => ({ client: { state: 'disabled' } }),
  'grant-withdrawn': ({ grantType }) =>
    grantType === 'TOKEN' ? { switches: { implicitWithdrawn: true } } : undefined,
  'grant-unsuited': ({ grantType }) =>
    grantType === 'SAML2-BEARER' ? undefined : { client: { grantType: 'SAML2-BEARER' } },
  'pkce-without-verifier': ({ grantType, secretFingerprint }) =>
    grantType === 'CODE' && secretFingerprint !== '' ? { client: { secretFingerprint: '' } } : undefined,
  'redirect-uri-of-other-region': (client, { region }) => {
    const other = region === 'mypurecloud.ie' ? 'mypurecloud.de' : 'mypurecloud.ie';
    return redirected(client, (uri) => uri.replace(`https://apps.${region}/`, `https://apps.${other}/`));
  },
  'redirect-uri-inexact': (client) =>
    redirected(client, (uri) => (uri.endsWith('/') ? uri.slice(0, -1) : `${uri}/`)),
  'redirect-uri-missing': (client) =>
    redirected(client, () => 'https://former-application.practice.example/callback'),
  'partner-page': (client, { region }) =>
    redirected(client, (uri) => uri.replace(frameworkPages(region), `${frameworkPages(region)}partner/`)),
  'secret-rotated': (client, org) => {
    const isNeeded = client.secretFingerprint !== '' && client.grantType !== 'TOKEN';
    if (!isNeeded || isOfFramework(client, org)) return undefined;
    const author = somebodyBut(org.world, null) ?? client.modifiedBy;
    const secretFingerprint = fingerprint(org.random.secret());
    return { client: { secretFingerprint, dateModified: org.clock.now(), modifiedBy: author } };
  },
  'client-not-authorized': ({ id }, { world }) => {
    const others = orgClients(world).filter((each) => each.id !== id);
    return { switches: { approvedClients: others.map((each) => each.id) } };
  },
  'scopes-enforced': ({ scope }) =>
    scope.length > 0 ? { client: { scope: [] }, switches: { scopesEnforced: true } } : undefined,
  'scope-missing': ({ scope }) =>
    scope.includes(ESSENTIAL_SCOPE) && scope.length > 1
      ? { client: { scope: scope.filter((each) => each !== ESSENTIAL_SCOPE) } }
      : undefined,
  'no-role': (client, org) => withRoles(client, org, []),
  'role-lacks-permission': (client, org) => {
    const employee = [...org.world.roles.values()].find(({ defaultRoleId }) => defaultRoleId === 'employee');
    if (employee === undefined || client.roleDivisions.every(({ roleId }) => roleId === employee.id)) {
      return undefined;
    }
    return withRoles(
      client,
      org,
      client.roleDivisions.map((held) => ({ ...held, roleId: employee.id })),
    );
  },
  'division-lacks-object': (client, org) => {
    const home = [...org.world.divisions.values()].find((division) => division.home);
    if (home === undefined || client.roleDivisions.every(({ divisionId }) => divisionId === home.id)) {
      return undefined;
    }
    return withRoles(
      client,
      org,
      client.roleDivisions.map((held) => ({ ...held, divisionId: home.id })),
    );
  },
  'scim-token-ended': ({ accessTokenValiditySeconds: seconds, dateCreated }, { clock }) =>
    seconds > LONGEST_DURATION
      ? {
          client: { dateCreated: Math.min(dateCreated, clock.now() - seconds * 1000 - DAY) },
          tokens: 'ended',
        }
      : undefined,
  'token-ended': () => ({ tokens: 'ended' }),
  'hipaa-timeout': () => ({ switches: { hipaa: true } }),
  'inactivity-timeout': () => ({ switches: { inactivityTimeoutSeconds: SHORTEST_IDLE_SECONDS } }),
  'no-refresh-token': ({ grantType }) =>
    grantType === 'CODE' ? { switches: { inactivityTimeoutSeconds: LONGEST_IDLE_SECONDS } } : undefined,
  'embedding-not-allowed': ({ redirectUris }) =>
    redirectUris.length > 0 ? { switches: { embeddingAllowList: ['intranet.practice.example'] } } : undefined,
  'ip-not-allowed': () => ({ switches: { ipAllowList: [ELSEWHERE] } }),
  'rate-limited': ({ id }, { switches }) => ({ switches: { busyClients: [...switches.busyClients, id] } }),
};

/** The client with its redirect URIs as they are made; undefined where that is no other client. */
function redirected({ redirectUris }: Client, make: (uri: string) => string): Change | undefined {
  const made = [...new Set(redirectUris.map(make))];
  return redirectUris.some((uri) => made.includes(uri)) || made.length === 0
    ? undefined
    : { client: { redirectUris: made } };
}

/** The client with these roles, each pair once, and the duration that they earn it. */
function withRoles(client: Client, { world }: Org, pairs: readonly RoleDivision[]): Change | undefined {
  if (client.grantType !== 'CLIENT-CREDENTIALS' || client.roleDivisions.length === 0) return undefined;
  const byName = new Map(pairs.map((pair) => [`${pair.roleId} ${pair.divisionId}`, pair]));
  const roleDivisions = [...byName.values()];
  const seconds = effectiveDuration(world, roleDivisions, client.accessTokenValiditySeconds);
  return { client: { roleDivisions, accessTokenValiditySeconds: seconds } };
}

/** Where the pages of the Embeddable Framework are (Genesys facts 3). */
function frameworkPages(region: string): string {
  return `https://apps.${region}/crm/`;
}

/** Whether a client is one of the Embeddable Framework. */
export function isOfFramework({ redirectUris }: Client, { region }: Org): boolean {
  return redirectUris.some((uri) => uri.startsWith(frameworkPages(region)));
}
