import * as z from 'zod/mini';
import { Mention } from '../clients/concerns.ts';
import { DayOfUse } from '../platform/lastUse.ts';
import { OAuthClient } from '../platform/oauthClients.ts';

/** What has to be asked for: under way, known, or not told by the org. */
function asked<T>(value: z.ZodMiniType<T>) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reading') }),
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('untold') }),
  ]);
}

/** A role of a client and where it has it: the names of divisions, or all of them. */
export const NamedRole = z.object({
  name: z.string(),
  divisions: z.union([z.literal('all'), z.array(z.string())]),
});
export type NamedRole = z.infer<typeof NamedRole>;

/** Everything that the page of a client shows. */
export const ClientPageState = z.object({
  client: OAuthClient,
  org: z.object({ name: z.string(), region: z.string(), practice: z.boolean() }),
  /** ISO 8601: when the client was read. */
  readAt: z.string(),
  /** Whether what is shown still counts: in its org, as far as is known; not there any more; or nobody is signed in there. */
  standing: z.enum(['there', 'gone', 'signed-out']),
  /** Its secret is kept on this computer. */
  keepsSecret: z.boolean(),
  /** Where the workspace names it. */
  mentions: z.array(Mention),
  use: asked(z.array(DayOfUse)),
  roles: asked(z.array(NamedRole)),
});
export type ClientPageState = z.infer<typeof ClientPageState>;

/** What can be done with the client of the page. */
export const ClientPageAction = z.enum([
  'copy-id',
  'open-admin-page',
  'edit',
  'duplicate',
  'add-pages',
  'rotate',
  'deactivate',
  'activate',
  'restore',
  'keep-as-code',
  'delete',
]);
export type ClientPageAction = z.infer<typeof ClientPageAction>;

/** What a person does on the page of a client. */
export const ClientPageMessage = z.discriminatedUnion('type', [
  /** The page is there, and knows nothing yet. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('act'), action: ClientPageAction }),
  /** A place of the workspace that names the client. */
  z.object({ type: z.literal('open-mention'), uri: z.string(), line: z.int().check(z.positive()) }),
  z.object({ type: z.literal('refresh') }),
]);
export type ClientPageMessage = z.infer<typeof ClientPageMessage>;

/** What the page of a client is told. */
export const ClientPageTold = z.discriminatedUnion('type', [
  z.object({ type: z.literal('client'), state: ClientPageState }),
  z.object({ type: z.literal('copied') }),
]);
export type ClientPageTold = z.infer<typeof ClientPageTold>;
