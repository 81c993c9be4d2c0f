import * as z from 'zod/mini';
import { GrantType } from '../../core/platform/oauthClients.ts';
import { Deployment, PublishedProcedure } from '../../core/procedures/draft.ts';
import { providerIds } from '../../core/scim/providers.ts';

/** What stands for every division. */
export const EVERYWHERE = '*';

const Text = z.string();
const Texts = z.array(z.string());

/** A role by its name or ID, and the divisions that it applies in, by name or ID. */
const RequestedRole = z.strictObject({
  role: described(Text, 'The name of the role, or its ID where several have that name.'),
  divisions: z.optional(
    described(
      Texts,
      `Names or IDs of divisions; "${EVERYWHERE}" is all of them. Left out: the Home division.`,
    ),
  ),
});
export type RequestedRole = z.infer<typeof RequestedRole>;

const RequestedNewRole = z.strictObject({
  name: Text,
  description: z.optional(Text),
  permissions: described(
    z.array(z.string()).check(z.minLength(1)),
    'What the role allows, such as "directory:user:view".',
  ),
  divisions: RequestedRole.shape.divisions,
});

const $schema = z.optional(described(Text, 'Where an editor finds the schema of this file.'));
const org = z.optional(
  described(
    Text,
    'The org that it is for: its name, its ID or its region. Where --org names another one, nothing is made.',
  ),
);

const name = described(Text, 'The name of the client.');
const description = described(Text, 'What the client is for.');
const tokenDurationSeconds = described(z.int(), 'Seconds until a token of the client ends.');
const grantType = described(
  GrantType,
  'CODE is Code Authorization / PKCE, TOKEN is Implicit Grant (Browser).',
);
const redirectUris = described(Texts, 'The addresses that a login may return to.');
const scopes = described(Texts, 'What tokens of the client may be used for.');
const roles = described(z.array(RequestedRole), 'Of client credentials only.');

/** Left out of a new client: what the wizard presets. */
const ofAnyClient = {
  $schema,
  org,
  name,
  description: z.optional(description),
  tokenDurationSeconds: z.optional(tokenDurationSeconds),
};

const GeneralRequest = z.strictObject({
  procedure: described(z.literal('general'), 'A client for any application.'),
  ...ofAnyClient,
  grantType: z.optional(grantType),
  redirectUris: z.optional(redirectUris),
  scopes: z.optional(scopes),
  roles: z.optional(roles),
  newRole: z.optional(
    described(
      RequestedNewRole,
      'A role that is made for the client, and given to whoever is signed in, too.',
    ),
  ),
});

const EmbeddableRequest = z.strictObject({
  procedure: described(z.literal('embeddable'), 'A client for the Embeddable Framework.'),
  ...ofAnyClient,
  grantType: z.optional(grantType),
  deployment: z.optional(described(Deployment, 'Who deploys the framework.')),
  partnerPage: z.optional(described(Text, 'The name of the page of a partner.')),
  dedicatedLoginWindow: z.optional(
    described(z.boolean(), 'Whether framework.js sets dedicatedLoginWindow. Left out: what the file says.'),
  ),
  moreRegions: z.optional(
    described(Texts, 'Domains of further regions whose agents use the same framework.js.'),
  ),
  redirectUris: z.optional(redirectUris),
  scopes: z.optional(scopes),
  frameworkFile: z.optional(
    described(
      Text,
      'The framework.js that the Client ID is written into, from the folder of this file on. It is made where there is none.',
    ),
  ),
  mayReplace: z.optional(described(Texts, 'Client IDs in that file that the new one may take the place of.')),
});

const ScimRequest = z.strictObject({
  procedure: described(z.literal('scim'), 'A client for an identity provider that uses SCIM.'),
  ...ofAnyClient,
  provider: described(z.enum(providerIds), 'The identity provider.'),
  holdsToken: z.optional(
    described(
      z.boolean(),
      'Whether the provider is given a token that is made here. Of some, only you know.',
    ),
  ),
  divisions: RequestedRole.shape.divisions,
  scimFile: z.optional(
    described(
      Text,
      'The genesys-scim.json that the connection is written into, from the folder of this file on. It is made where there is none.',
    ),
  ),
});

/** What `create --from` reads. */
export const NewClientRequest = z.discriminatedUnion('procedure', [
  GeneralRequest,
  EmbeddableRequest,
  ScimRequest,
]);
export type NewClientRequest = z.infer<typeof NewClientRequest>;
export type GeneralRequest = z.infer<typeof GeneralRequest>;
export type EmbeddableRequest = z.infer<typeof EmbeddableRequest>;
export type ScimRequest = z.infer<typeof ScimRequest>;

/** What `change --from` reads: what is left out stays as it is. */
export const ClientChangeRequest = z.strictObject({
  $schema,
  org,
  client: described(Text, 'The ID of the client that is changed.'),
  name: z.optional(name),
  description: z.optional(description),
  tokenDurationSeconds: z.optional(tokenDurationSeconds),
  grantType: z.optional(grantType),
  redirectUris: z.optional(described(Texts, 'All that the client is to have.')),
  addRedirectUris: z.optional(described(Texts, 'Those that it is to have besides.')),
  removeRedirectUris: z.optional(described(Texts, 'Those that it is to have no more.')),
  scopes: z.optional(described(Texts, 'All that the client is to have.')),
  addScopes: z.optional(described(Texts, 'Those that it is to have besides.')),
  removeScopes: z.optional(described(Texts, 'Those that it is to have no more.')),
  roles: z.optional(described(z.array(RequestedRole), 'All that the client is to have.')),
  state: z.optional(
    described(z.enum(['active', 'inactive']), 'Nobody gets a token with an inactive client.'),
  ),
});
export type ClientChangeRequest = z.infer<typeof ClientChangeRequest>;

/** The procedures that a request may be of. */
export const procedureWords = PublishedProcedure.options;

/** What a field means, for the JSON schema: editors show it. */
function described<T extends z.ZodMiniType>(schema: T, text: string): T {
  return schema.check(z.describe(text));
}
