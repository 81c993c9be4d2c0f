import * as z from 'zod/mini';
import { clientStates, roleDivisionRecord } from '../world/records.ts';

function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.optional(z.nullable(schema));
}

/**
 * The body of POST and PUT oauth/clients: `OAuthClientRequest` (Genesys facts 1.2). The fields that only an
 * answer fills are let through and left alone, because clients send back what they have read.
 */
export const oauthClientRequest = z.strictObject({
  name: z.string().check(z.minLength(1)),
  accessTokenValiditySeconds: optional(z.int()),
  description: optional(z.string()),
  registeredRedirectUri: optional(z.array(z.string())),
  roleIds: optional(z.array(z.string())),
  authorizedGrantType: optional(z.string()),
  scope: optional(z.array(z.string())),
  roleDivisions: optional(z.array(roleDivisionRecord)),
  state: optional(z.enum(clientStates)),
  dateToDelete: optional(z.string()),
  id: z.optional(z.unknown()),
  secret: z.optional(z.unknown()),
  dateCreated: z.optional(z.unknown()),
  dateModified: z.optional(z.unknown()),
  createdBy: z.optional(z.unknown()),
  modifiedBy: z.optional(z.unknown()),
  selfUri: z.optional(z.unknown()),
});
export type OAuthClientRequest = z.infer<typeof oauthClientRequest>;
