import * as z from 'zod/mini';
import { Mention } from '../clients/concerns.ts';
import { HistoryEntry } from '../clients/history.ts';
import { WrittenClient } from '../drift/written.ts';
import { PlatformError } from '../platform/errors.ts';
import { DayOfUse } from '../platform/lastUse.ts';
import { OAuthClient } from '../platform/oauthClients.ts';
import { clientName } from '../texts/clientName.ts';
import { asked } from './asked.ts';

/** A role of a client and where it has it: the names of divisions, or all of them. */
export const NamedRole = z.object({
  name: z.string(),
  divisions: z.union([z.literal('all'), z.array(z.string())]),
  /** Whether whoever is signed in holds it, too; absent where nobody told. */
  held: z.optional(z.boolean()),
});
export type NamedRole = z.infer<typeof NamedRole>;

/** Everything that the page of a client shows. */
export const ClientPageState = z.object({
  client: OAuthClient,
  /** `account` is the ID of whoever is signed in to it. */
  org: z.object({ account: z.string(), name: z.string(), region: z.string(), practice: z.boolean() }),
  /** ISO 8601: when the client was read. */
  readAt: z.string(),
  /** Why it could not be read again since. */
  failure: z.optional(PlatformError),
  /** Whether what is shown still counts: in its org, as far as is known; not there any more; or nobody is signed in there. */
  standing: z.enum(['there', 'gone', 'signed-out']),
  /** Those that whoever is signed in lacks for something that can be done with it; none where nobody told. */
  lackedPermissions: z.array(z.string()),
  /** What the account is called that is signed in with this client itself. */
  signedInWith: z.optional(z.string()),
  /** Its secret is kept on this computer. */
  keepsSecret: z.boolean(),
  /** Where the workspace names it. */
  mentions: z.array(Mention),
  /** How early it is said that something ends, and by how much this computer's clock is ahead of the one that counts. */
  time: z.optional(z.object({ soonDays: z.number(), aheadSeconds: z.number() })),
  /** What was done to it from this VS Code, the newest first. */
  history: z.array(HistoryEntry),
  /** The client as it was last written here. */
  written: z.optional(WrittenClient),
  use: asked(z.array(DayOfUse)),
  roles: asked(z.array(NamedRole)),
});
export type ClientPageState = z.infer<typeof ClientPageState>;

/** Which client a tab is about: the tab keeps it when its window is loaded anew. No secret is in it. */
export const ClientPageAbout = z.object({
  /** The ID of whoever is signed in to its org. */
  account: z.string(),
  /** Domain. */
  region: z.string(),
  clientId: z.string(),
  /** What it and its org are called. */
  name: z.string(),
  orgName: z.string(),
});
export type ClientPageAbout = z.infer<typeof ClientPageAbout>;

/** What the tab of this page is to keep. */
export function aboutOf({ client, org }: Pick<ClientPageState, 'client' | 'org'>): ClientPageAbout {
  const { account, name: orgName, region } = org;
  return { account, region, clientId: client.id, name: clientName(client), orgName };
}

/** A client that a tab of before is about, while nothing else is known of it, and why. */
export const SoughtClient = z.object({
  about: ClientPageAbout,
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reading') }),
    z.object({ kind: z.literal('signed-out') }),
    z.object({ kind: z.literal('gone') }),
    z.object({ kind: z.literal('failed'), error: PlatformError }),
  ]),
});
export type SoughtClient = z.infer<typeof SoughtClient>;

/** What can be done with the client of the page. */
export const ClientPageAction = z.enum([
  'copy-id',
  'open-admin-page',
  'doctor',
  'compare',
  'edit',
  'right-size',
  'duplicate',
  'add-pages',
  'add-redirect-uri',
  'rotate',
  'make-token',
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
  /** The secret that is kept here on the clipboard: it never comes to the page. */
  z.object({ type: z.literal('copy-secret') }),
  /** A place of the workspace that names the client. */
  z.object({ type: z.literal('open-mention'), uri: z.string(), line: z.int().check(z.positive()) }),
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('sign-in') }),
  /** A request for what one lacks, to be given to an administrator. */
  z.object({ type: z.literal('copy-request') }),
  z.object({ type: z.literal('show-log') }),
]);
export type ClientPageMessage = z.infer<typeof ClientPageMessage>;

/** What the page of a client is told. */
export const ClientPageTold = z.discriminatedUnion('type', [
  z.object({ type: z.literal('client'), state: ClientPageState }),
  z.object({ type: z.literal('sought'), sought: SoughtClient }),
  z.object({ type: z.literal('copied'), what: z.enum(['client-id', 'client-secret', 'request']) }),
]);
export type ClientPageTold = z.infer<typeof ClientPageTold>;
