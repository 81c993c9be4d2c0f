import * as z from 'zod/mini';
import { ExportFormat } from '../export/exportAs.ts';
import { PracticeSetting } from '../export/practiceTools.ts';
import { Draft, PublishedProcedure } from '../procedures/draft.ts';
import { Plan } from '../procedures/plan.ts';
import { JsonReading } from '../procedures/startFrom/jsonReading.ts';
import { StepId } from '../procedures/step.ts';
import { ListQuery, ListRows } from './lists.ts';
import { OperationsFound } from './needs/shown.ts';
import { ToldState } from './state.ts';

/** Pages of Genesys's documentation that the wizard points to; the host knows their addresses. */
export const Topic = z.enum([
  'oauth-clients',
  'embeddable-framework',
  'scim',
  /** Genesys's guides for identity providers. */
  'scim-entra',
  'scim-okta',
  'scim-onelogin',
  'roles',
  'single-sign-on',
  'salesforce-permissions',
  'grant-types',
  'scopes',
  'client-ids',
]);
export type Topic = z.infer<typeof Topic>;

/** What can be put on the clipboard. The page names it; the host knows its value. */
export const Copyable = z.enum([
  'client-id',
  'client-secret',
  'ready-line',
  'details',
  /** What to give to an administrator who can make a role. */
  'role-request',
  /** What to enter on the admin page; the fields are those of AdminPageField that are typed there. */
  'admin-name',
  'admin-description',
  'admin-duration',
  'admin-roles',
  'admin-divisions',
  'admin-redirect-uris',
  'admin-scopes',
  /** What an identity provider asks for (rule S6). */
  'scim-base-url',
  'token-url',
  'authorization-url',
  'scim-token',
  /** What the page about other clients shows. */
  ...PracticeSetting.options,
]);
export type Copyable = z.infer<typeof Copyable>;

/** What changes what a draft remembers. Page and controller both carry it out, by `remember`. */
export const DraftAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choose-procedure'), procedure: PublishedProcedure }),
  z.object({ type: z.literal('answer'), revision: z.number(), change: Draft }),
  /** All answers at once: those of a client or a JSON that one starts from, or those of before. */
  z.object({ type: z.literal('replace-draft'), revision: z.number(), draft: Draft }),
  z.object({ type: z.literal('go'), step: StepId }),
  /** Next was pressed on a page with errors: they are to be shown from now on. */
  z.object({ type: z.literal('attempt'), step: StepId }),
  /** Back to the first question; a half-filled draft is offered again there. */
  z.object({ type: z.literal('start-over') }),
  /** After Save: the same answers once more, for the org of another region; with the page of a partner, if it is one. */
  z.object({ type: z.literal('another-region'), partnerPage: z.optional(z.string()) }),
  z.object({ type: z.literal('take-up-draft'), id: z.number() }),
  z.object({ type: z.literal('discard-draft'), id: z.number() }),
]);
export type DraftAction = z.infer<typeof DraftAction>;

/** What the person wants done. */
const WizardCommand = z.discriminatedUnion('type', [
  /** The page is there, and knows nothing yet. */
  z.object({ type: z.literal('ready') }),
  /** Rows of a list of the org. `id` tells lists on the page that are searched apart. */
  z.object({ type: z.literal('list'), id: z.string(), query: ListQuery }),
  /** A client as JSON to start from; without a text, that on the clipboard, which then never comes here. */
  z.object({ type: z.literal('read-json'), text: z.optional(z.string()) }),
  /**
   * What is needed for the calls in a text, out of which the page has taken the secrets. `anew`: what the API says of itself
   * is read again for it.
   */
  z.object({ type: z.literal('find-needs'), text: z.string(), anew: z.boolean() }),
  /** The operations that are meant by what is searched among scopes; `read`: the API is asked about itself if need be. */
  z.object({ type: z.literal('find-operations'), search: z.string(), read: z.boolean() }),
  /** What the API says of itself is in a file that the person has. */
  z.object({ type: z.literal('take-description') }),
  z.object({ type: z.literal('stop-finding') }),
  /** The way's name is that of `wayId`. */
  z.object({ type: z.literal('connect'), way: z.string() }),
  /** After a failure: the same way once more; or another client, secret, token or region for it. */
  z.object({ type: z.literal('connect-again') }),
  /** After a failure that a wrong region explains: the likely ones are tried. */
  z.object({ type: z.literal('try-regions') }),
  /** The client to sign in with has been made: its ID is asked for. */
  z.object({ type: z.literal('client-prepared') }),
  /** The same sign-in once more, after it ended, and then on with the Save that stopped. */
  z.object({ type: z.literal('sign-in-again') }),
  z.object({ type: z.literal('open-admin-page') }),
  /** Rule S1, after the page has said what it does: the org gets back the default roles that it lacks. */
  z.object({ type: z.literal('restore-scim-role') }),
  /** Rule S4, after the page has said what comes and goes: the altered role becomes again what is shipped. */
  z.object({ type: z.literal('restore-altered-role') }),
  /** Rule S1: the person gives the role to themselves. */
  z.object({ type: z.literal('grant-scim-role') }),
  /** The request under Review on the clipboard, to be carried out elsewhere. */
  z.object({ type: z.literal('copy-as'), format: ExportFormat }),
  z.object({ type: z.literal('disconnect') }),
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('cancel') }),
  /** The plan is the one that Review shows: what was not shown is not done. */
  z.object({ type: z.literal('save'), plan: Plan }),
  z.object({ type: z.literal('retry'), createAnyway: z.boolean() }),
  /** After Save stopped with nothing created: back to the answers. */
  z.object({ type: z.literal('back-to-answers') }),
  /** After Save stopped with a client created: it is deleted again. */
  z.object({ type: z.literal('take-back') }),
  /** After that failed: the client is kept after all, and Save goes on. */
  z.object({ type: z.literal('keep-client') }),
  /** After Save stopped because somebody else changed the client: on from what it is now, with the same answers. */
  z.object({ type: z.literal('look-again') }),
  /** After a client was changed: it becomes what it was. */
  z.object({ type: z.literal('undo-change') }),
  /** The page of the client that was saved; and deleting it again, where it was made here. */
  z.object({ type: z.literal('open-client') }),
  z.object({ type: z.literal('delete-client') }),
  /** Another secret for the client whose own was lost with the answer. */
  z.object({ type: z.literal('replace-secret') }),
  /** The login of the client that was made is tried in the browser; and called off. */
  z.object({ type: z.literal('try-login'), redirectUri: z.optional(z.string()) }),
  z.object({ type: z.literal('cancel-login') }),
  /** After it failed: the look for why. */
  z.object({ type: z.literal('find-out-why') }),
  /** The day on which the token of the identity provider ends, as a calendar file. */
  z.object({ type: z.literal('save-calendar') }),
  z.object({ type: z.literal('copy'), what: Copyable }),
  /** How to point other clients at the practice org of this region; and away from there. */
  z.object({ type: z.literal('show-practice-guide'), region: z.string() }),
  z.object({ type: z.literal('leave-practice-guide') }),
  z.object({
    type: z.literal('open-file'),
    uri: z.string(),
    line: z.optional(z.int().check(z.positive())),
  }),
  z.object({ type: z.literal('open-topic'), topic: Topic }),
  z.object({ type: z.literal('show-log') }),
]);
type WizardCommand = z.infer<typeof WizardCommand>;

/** What a person does on the page. */
export const PageMessage = z.discriminatedUnion('type', [DraftAction, WizardCommand]);
export type PageMessage = z.infer<typeof PageMessage>;

/** Those of the page's messages that change what a draft remembers. A missing one does not compile. */
const DRAFT_ACTIONS: Record<DraftAction['type'], true> = {
  'choose-procedure': true,
  answer: true,
  'replace-draft': true,
  go: true,
  attempt: true,
  'start-over': true,
  'another-region': true,
  'take-up-draft': true,
  'discard-draft': true,
};

export function isDraftAction(message: PageMessage): message is DraftAction {
  return Object.hasOwn(DRAFT_ACTIONS, message.type);
}

/** What the page is told: the parts of the state that changed, rows that it asked for, that something was copied, … */
export const HostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: ToldState }),
  z.object({ type: z.literal('listed'), id: z.string(), query: ListQuery, found: ListRows }),
  z.object({ type: z.literal('json-read'), reading: JsonReading }),
  z.object({ type: z.literal('operations-found'), search: z.string(), found: OperationsFound }),
  z.object({ type: z.literal('copied'), what: z.union([Copyable, ExportFormat]) }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

type CommandOf<T extends WizardCommand['type']> = Extract<WizardCommand, { type: T }>;

/** What is done at each command. A missing one does not compile. */
export type Commands = {
  readonly [T in WizardCommand['type']]: (command: CommandOf<T>) => Promise<void> | void;
};

/** Does what a command asks for. Rejects as its handler does. */
export async function carryOut<T extends WizardCommand['type']>(
  commands: Commands,
  command: { [K in T]: CommandOf<K> & { type: K } }[T],
): Promise<void> {
  await commands[command.type](command);
}

/** What would take the org away from a Save that is under way. */
export const CHANGES_ORG: ReadonlySet<PageMessage['type']> = new Set([
  'connect',
  'connect-again',
  'try-regions',
  'client-prepared',
  'disconnect',
  'refresh',
]);

/** What leaves the Save that is shown. */
export const LEAVES_RUN: ReadonlySet<DraftAction['type']> = new Set([
  'start-over',
  'another-region',
  'take-up-draft',
]);
