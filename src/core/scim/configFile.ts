import * as z from 'zod/mini';
import { providerIds } from './providers.ts';

const REGION = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const CLIENT_ID = /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

/** Neither query nor user, where a secret could stand; http on this computer only. */
const SAFE_URL = /^(https:\/\/[^\s/?#@]|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$))[^\s?#@]*$/;

const ISO_MOMENT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const Url = z.string().check(z.regex(SAFE_URL));
const Moment = z.string().check(z.regex(ISO_MOMENT));
const Named = z.object({ id: z.string().check(z.minLength(1)), name: z.string() });

/** Where a Client Secret is kept; the file itself never holds one (procedure rule S6). */
export const SecretKept = z.enum(['vscode-secret-storage', 'identity-provider', 'elsewhere']);
export type SecretKept = z.infer<typeof SecretKept>;

/**
 * What one identity provider needs to reach one region with one client. The order of the properties is the order in the
 * file; media/genesys-scim.schema.json describes each, and whatever else a file has is left to who added it.
 */
export const ScimConnection = z.object({
  provider: z.enum(providerIds),
  /** The region's domain, such as mypurecloud.com. */
  region: z.string().check(z.regex(REGION)),
  /** Only where the client is one of the practice org, which no identity provider reaches. */
  practice: z.optional(z.literal(true)),
  scimBaseUrl: Url,
  authorizationUrl: z.optional(Url),
  tokenUrl: Url,
  clientId: z.string().check(z.regex(CLIENT_ID)),
  grantType: z.literal('client_credentials'),
  secret: z.object({ kept: SecretKept }),
  /** The client's `accessTokenValiditySeconds` (procedure rule S2). */
  tokenDurationSeconds: z.int().check(z.minimum(300), z.maximum(38_880_000)),
  /** ISO 8601; only where the identity provider was given a token. */
  tokenEndsAt: z.optional(Moment),
  /** The one role of the client (procedure rule S4). */
  role: Named,
  divisions: z.union([z.literal('all'), z.array(Named).check(z.minLength(1))]),
  /** ISO 8601: when the client was created. */
  createdAt: Moment,
});
export type ScimConnection = z.infer<typeof ScimConnection>;

/**
 * A connection in the place of the one that its client has already: what was not made anew stays. A token that works goes on
 * working, the client was created when it was, and an identity provider that has the secret keeps it.
 */
export function inPlaceOf<Made extends Pick<ScimConnection, 'secret'> & KnownConnection>(
  own: KnownConnection,
  made: Made,
): Made {
  const { createdAt, tokenEndsAt, secret } = own;
  return {
    ...made,
    ...(createdAt !== undefined && { createdAt }),
    ...(tokenEndsAt !== undefined && made.tokenEndsAt === undefined && { tokenEndsAt }),
    ...(secret?.kept === 'identity-provider' && made.secret.kept === 'elsewhere' && { secret }),
  };
}

/** A connection before its client exists. */
export const PlannedConnection = z.omit(ScimConnection, {
  clientId: true,
  createdAt: true,
  tokenEndsAt: true,
});
export type PlannedConnection = z.infer<typeof PlannedConnection>;

/** What is known of a connection: those values of a ScimConnection that are right. */
export const KnownConnection = z.partial(ScimConnection);
export type KnownConnection = z.infer<typeof KnownConnection>;

/**
 * A SCIM config file. `$schema` is read but never written: VS Code finds the schema by the file's name, and an address
 * here would be asked over the network instead.
 */
export const ScimConfig = z.object({
  $schema: z.optional(z.string()),
  connections: z.array(ScimConnection),
});
export type ScimConfig = z.infer<typeof ScimConfig>;

/** A connection as the file has it, a property a line. Undefined values are left out. */
export function connectionText(connection: KnownConnection): string {
  const values = new Map<string, unknown>(Object.entries(connection));
  const names = Object.keys(ScimConnection.shape);
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, values.get(name)])), undefined, 2);
}
