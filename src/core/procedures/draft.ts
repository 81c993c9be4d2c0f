import * as z from 'zod/mini';
import { GrantType } from '../platform/oauthClients.ts';

/** The published procedures that the wizard walks through. A new one is one new entry here and in index.ts. */
export const ProcedureId = z.enum(['embeddable']);
export type ProcedureId = z.infer<typeof ProcedureId>;

/** Where the Client ID goes (procedure rules E6 and E7). */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('existing-file'), uri: z.string() }),
  z.object({ kind: z.literal('new-file'), uri: z.string() }),
  z.object({ kind: z.literal('by-hand') }),
]);
export type Target = z.infer<typeof Target>;

/** Every question a procedure may ask, answered as the person typed it: a check says what is wrong with it. */
export const Answers = z.object({
  name: z.string(),
  description: z.string(),
  /** Seconds, as typed. */
  duration: z.string(),
  grantType: GrantType,
  /** Whether framework.js sets `dedicatedLoginWindow`, which asks for a second redirect URI (rule E4). */
  dedicatedLoginWindow: z.boolean(),
  /** One URI a line, as typed. */
  redirectUris: z.string(),
  scopes: z.array(z.string()),
  target: z.optional(Target),
  /** A Client ID already in framework.js may be replaced (rule E6: ask first). */
  replaceClientId: z.boolean(),
  /** The ID of the client that the person made on the admin page, as typed. */
  clientId: z.string(),
});
export type Answers = z.infer<typeof Answers>;

/** What the person has answered so far. What is absent follows the procedure's presets, even when those change. */
export const Draft = z.partial(Answers);
export type Draft = z.infer<typeof Draft>;
