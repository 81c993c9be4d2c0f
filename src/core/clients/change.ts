import * as z from 'zod/mini';

const Texts = z.readonly(z.array(z.string()));

/**
 * One repair of a client that exists. Several are made in one request; what a change finds done already, it leaves as
 * it is.
 */
export const ClientChange = z.discriminatedUnion('kind', [
  z.readonly(z.object({ kind: z.literal('add-redirect-uris'), uris: Texts })),
  /** A URI that is registered almost as it must be, and what it must be. */
  z.readonly(
    z.object({
      kind: z.literal('replace-redirect-uris'),
      replacements: z.readonly(z.array(z.readonly(z.object({ from: z.string(), to: z.string() })))),
    }),
  ),
  z.readonly(z.object({ kind: z.literal('add-scopes'), scopes: Texts })),
  z.readonly(z.object({ kind: z.literal('activate') })),
  /** Nobody gets a token with it any more; Genesys Cloud deletes no other (Genesys facts 1.2 and 1.4). */
  z.readonly(z.object({ kind: z.literal('deactivate') })),
  /** Code Authorization / PKCE in the place of Implicit (procedure rules G9 and E3). */
  z.readonly(z.object({ kind: z.literal('use-pkce') })),
]);
export type ClientChange = z.infer<typeof ClientChange>;

/** What may make a client suit a file. */
export type ClientRepair = Exclude<ClientChange, { kind: 'deactivate' }>;
