import { changedClient } from '../../../src/core/clients/change.ts';
import { compareRecords } from '../../../src/core/clients/difference.ts';
import { byFrameworkFit, shortcomings } from '../../../src/core/clients/forFramework.ts';
import { scimJudgement } from '../../../src/core/clients/forScim.ts';
import { partnerAmong, regionOfPage } from '../../../src/core/clients/frameworkNeeds.ts';
import { allowTheSame, permissionsBeyond, permissionsOf } from '../../../src/core/clients/permissions.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { differentFields } from '../../../src/core/operations/readBack.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { check } from '../../../src/core/procedures/index.ts';
import type { OrgRole } from '../../../src/core/procedures/loadedOrg.ts';
import { corpusId } from '../framework/corpusOrgs.ts';
import { aContext, anOrg, aRole, fewRoles, inOrg } from '../procedures/situations.ts';
import type { Growth } from './growth.ts';
import { eachOn, manyOf } from './readers.ts';

const REGION = 'mypurecloud.jp';
const USE = {
  region: REGION,
  partner: undefined,
  dedicatedLoginWindow: 'on',
  usePKCEAuthFlow: 'on',
  today: '2026-11-22',
} as const;

const ON_PERMISSIONS: Readonly<Record<string, (lists: readonly [string[], string[]]) => unknown>> = {
  'permissions of two roles': ([some, others]) => [
    permissionsBeyond(some, others),
    allowTheSame(some, others),
  ],
};

const PERMISSIONS: Readonly<Record<string, (size: number) => readonly [string[], string[]]>> = {
  'with a * in each': (size) => [
    manyOf(size, (index) => `a${index}:*:view`),
    manyOf(size, (index) => `*:b${index}:view`),
  ],
  'a * for each': (size) => [
    manyOf(size, (index) => `a${index}:b:c`),
    manyOf(size, (index) => `a${index}:*`),
  ],
  'with limits': (size) => [
    manyOf(size, (index) => `a:b:c ${index}`),
    manyOf(size, (index) => `a:*:c ${index + size}`),
  ],
  'of many parts': (size) => [['*:'.repeat(size)], ['a:'.repeat(size)]],
};

const ON_CLIENT: Readonly<Record<string, (client: OAuthClient) => unknown>> = {
  'what a client lacks': (client) => shortcomings(client, USE),
  'whose page it has': ({ registeredRedirectUri }) => [
    partnerAmong(registeredRedirectUri ?? [], REGION),
    (registeredRedirectUri ?? []).map((uri) => regionOfPage(uri)),
  ],
  'what a change of it changes': (client) => {
    const uris = (client.registeredRedirectUri ?? []).map((uri) => `${uri}?`);
    return changedClient(client, [
      { kind: 'add-redirect-uris', uris },
      { kind: 'add-scopes', scopes: uris },
      { kind: 'replace-redirect-uris', replacements: [{ from: 'a', to: 'b' }] },
    ]);
  },
  'how it differs': (client) => [
    compareRecords(client, { name: 'x' }),
    differentFields(
      {
        name: 'x',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 300,
        roleDivisions: client.roleDivisions ?? [],
      },
      client,
    ),
  ],
};

function client(difference: Partial<OAuthClient>, index = 1): OAuthClient {
  return { id: corpusId(index), name: `Client ${index}`, authorizedGrantType: 'CODE', ...difference };
}

const CLIENTS: Readonly<Record<string, (size: number) => OAuthClient>> = {
  'redirect URIs': (size) =>
    client({
      registeredRedirectUri: manyOf(size, (index) => `https://apps.${REGION}/crm/p${index}/index.html`),
    }),
  'a redirect URI of slashes': (size) =>
    client({ registeredRedirectUri: [`https://apps.${REGION}/crm/index.html${'/'.repeat(size)}x`] }),
  'a redirect URI of dots': (size) => client({ registeredRedirectUri: [`https://${'a.'.repeat(size)}`] }),
  scopes: (size) => client({ scope: manyOf(size, (index) => `s${index}`) }),
  roles: (size) =>
    client({ roleDivisions: manyOf(size, (index) => ({ roleId: `r${index}`, divisionId: '*' })) }),
  'divisions of a role': (size) =>
    client({ roleDivisions: manyOf(size, (index) => ({ roleId: 'r', divisionId: `d${index}` })) }),
};

const ON_CLIENTS: Readonly<Record<string, (clients: OAuthClient[]) => unknown>> = {
  'clients of an org in a list': byFrameworkFit,
  'clients of an org beside a file': (clients) => {
    const text = `window.Framework = { config: { clientIds: { '${REGION}': '${corpusId(1)}' } } };`;
    const org = { account: 'org', region: REGION, orgName: 'Org', practice: false, clients, readAt: '' };
    return checkFramework(text, [org], '2026-11-22');
  },
  'clients of an org in the wizard': (value) =>
    check(
      'general',
      { name: 'x' },
      aContext({ destination: inOrg(anOrg({ clients: { kind: 'known', value } })) }),
    ),
};

const LISTS: Readonly<Record<string, (size: number) => OAuthClient[]>> = {
  'each with another ID': (size) => manyOf(size, (index) => client({}, index)),
  'all with one ID': (size) => manyOf(size, () => client({})),
};

/** What an org tells, which need not be Genesys Cloud. */
export const ORG_READERS: readonly Growth[] = [
  ...eachOn(ON_PERMISSIONS, PERMISSIONS, 64),
  ...eachOn(ON_CLIENT, CLIENTS, 64),
  ...eachOn(ON_CLIENTS, LISTS, 64),
  ...eachOn(
    {
      'roles for SCIM': (roles: OrgRole[]) => roles.map(scimJudgement(roles)),
      'roles in the wizard': (roles: OrgRole[]) => {
        const access = fewRoles({ roles: { kind: 'known', value: roles } });
        const draft = {
          name: 'x',
          grantType: 'CLIENT-CREDENTIALS',
          roles: roles.map(({ id }) => ({ roleId: id, divisionIds: ['*'] })),
        } as const;
        return check(
          'general',
          { ...draft, roles: [...draft.roles] },
          aContext({ destination: inOrg(anOrg({ access })) }),
        );
      },
    },
    {
      'of one permission': (size) => manyOf(size, (index) => aRole(`r${index}`, { permissions: ['a:b:c'] })),
      'of many permissions': (size) => [
        aRole('r', { permissions: manyOf(size, (index) => `a${index}:*:c`) }),
      ],
    },
    64,
  ),
  ...eachOn(
    { policies: permissionsOf },
    {
      'with actions': (size) => [
        {
          domain: 'a',
          entityName: 'b',
          actionSet: manyOf(size, (index) => `c${index}`),
          resourceConditionNode: manyOf(8, (index) => index),
        },
      ],
      'with conditions': (size) => [
        { domain: 'a', resourceConditionNode: manyOf(size, (index) => ({ a: index })) },
      ],
    },
    64,
  ),
];
