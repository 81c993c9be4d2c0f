import type { OrgHosts } from '../platform/orgHosts.ts';

/** What goes into a field of an identity provider's admin page; `fixed` is the same for everybody. */
export type FieldValue =
  | 'scim-base-url'
  | 'token-url'
  | 'authorization-url'
  | 'client-id'
  | 'client-secret'
  | 'access-token'
  | { readonly fixed: string };

export type ProviderField = {
  /** As the admin page calls it, in English; undefined where no source says. */
  readonly label: string | undefined;
  readonly value: FieldValue;
};

/** An identity provider that keeps the users of Genesys Cloud in step with its own (procedure rule S6). */
export type Provider = {
  /** As the product calls itself. */
  readonly name: string;
  /** The ready-made app of the product's catalog, where there is one. */
  readonly app: string | undefined;
  /**
   * `bearer-token`: it is given one access token and works until that ends. `client-credentials`: it is given ID and
   * secret and gets its own tokens. `either`: the person knows.
   */
  readonly holds: 'bearer-token' | 'client-credentials' | 'either';
  /** What follows the API's address; both answer the same (Genesys facts 7.1). */
  readonly scimPath: '/api/v2/scim/v2' | '/api/v2/scim';
  /** What follows the login host where an authorization URL is asked; client credentials never go there. */
  readonly authorizationPath: '' | '/oauth/authorize' | undefined;
  /** In the order of its admin page. */
  readonly fields: readonly ProviderField[];
  /**
   * `guide`: Genesys or the product describes this very connection. `product`: the product describes its SCIM
   * connections in general. `reported`: a user did. `none`: nobody can.
   */
  readonly source: 'guide' | 'product' | 'reported' | 'none';
};

/** What each identity provider needs (Genesys facts 7.2). A new one is one new entry here. */
export const providers = {
  entra: {
    name: 'Microsoft Entra ID',
    app: 'Genesys Cloud for Azure',
    holds: 'bearer-token',
    scimPath: '/api/v2/scim/v2',
    authorizationPath: undefined,
    fields: [
      { label: 'Tenant URL', value: 'scim-base-url' },
      { label: 'Secret Token', value: 'access-token' },
    ],
    source: 'guide',
  },
  okta: {
    name: 'Okta',
    app: 'Genesys Cloud',
    holds: 'bearer-token',
    scimPath: '/api/v2/scim/v2',
    authorizationPath: undefined,
    // The app knows the addresses of the regions.
    fields: [
      { label: 'Application username format', value: { fixed: 'Email' } },
      { label: undefined, value: 'access-token' },
    ],
    source: 'guide',
  },
  onelogin: {
    name: 'OneLogin',
    app: 'PureCloud',
    holds: 'client-credentials',
    scimPath: '/api/v2/scim',
    authorizationPath: '',
    fields: [
      { label: 'SCIM Base URL', value: 'scim-base-url' },
      { label: 'Client ID', value: 'client-id' },
      { label: 'Client Secret', value: 'client-secret' },
      { label: 'Authorization URL', value: 'authorization-url' },
    ],
    source: 'guide',
  },
  servicenow: {
    name: 'ServiceNow',
    app: undefined,
    holds: 'client-credentials',
    scimPath: '/api/v2/scim',
    authorizationPath: '/oauth/authorize',
    fields: [
      { label: undefined, value: 'scim-base-url' },
      { label: undefined, value: 'client-id' },
      { label: undefined, value: 'client-secret' },
      { label: 'Authorization URL', value: 'authorization-url' },
      { label: 'Token URL', value: 'token-url' },
    ],
    source: 'reported',
  },
  pingone: {
    name: 'PingOne',
    app: undefined,
    holds: 'client-credentials',
    scimPath: '/api/v2/scim/v2',
    authorizationPath: undefined,
    fields: [
      { label: 'SCIM Base URL', value: 'scim-base-url' },
      { label: 'Users Resource', value: { fixed: '/Users' } },
      { label: 'SCIM Version', value: { fixed: '2.0' } },
      { label: 'Authentication Method', value: { fixed: 'OAuth 2 Client Credentials' } },
      { label: 'OAuth Token Request', value: 'token-url' },
      { label: 'OAuth Client ID', value: 'client-id' },
      { label: 'OAuth Client Secret', value: 'client-secret' },
      { label: 'Auth Type Header', value: { fixed: 'Bearer' } },
    ],
    source: 'product',
  },
  other: {
    name: 'Other',
    app: undefined,
    holds: 'either',
    scimPath: '/api/v2/scim/v2',
    authorizationPath: undefined,
    fields: [
      { label: undefined, value: 'scim-base-url' },
      { label: undefined, value: 'token-url' },
      { label: undefined, value: 'client-id' },
      { label: undefined, value: 'client-secret' },
      { label: undefined, value: 'access-token' },
    ],
    source: 'none',
  },
} as const satisfies Record<string, Provider>;

export type ProviderId = keyof typeof providers;

export function isProviderId(text: string): text is ProviderId {
  return Object.hasOwn(providers, text);
}

/** In the order in which they are offered. */
export const providerIds: readonly ProviderId[] = Object.keys(providers).filter(isProviderId);

/** The addresses that an identity provider asks for, without a slash at the end (Genesys facts 3 and 7.2). */
export function providerUrls(
  id: ProviderId,
  { apiUrl, loginUrl }: OrgHosts,
): { scimBaseUrl: string; tokenUrl: string; authorizationUrl?: string } {
  const { scimPath, authorizationPath } = providers[id];
  const urls = { scimBaseUrl: `${apiUrl}${scimPath}`, tokenUrl: `${loginUrl}/oauth/token` };
  return authorizationPath === undefined
    ? urls
    : { ...urls, authorizationUrl: `${loginUrl}${authorizationPath}` };
}
