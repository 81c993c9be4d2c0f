import * as z from 'zod/mini';
import type { DiagnosticCode } from '../findings/catalogue.ts';
import { PlatformError } from '../platform/errors.ts';
import type { StepId } from '../procedures/step.ts';
import { Cause } from './cause.ts';
import { Subject } from './subject.ts';
import { ReadingNote, Symptom } from './symptom.ts';

/** `certain`: what was seen names it, or it cannot work so. `possible`: it is so, and whether it is the reason is not known. */
export const Certainty = z.enum(['certain', 'likely', 'possible']);
export type Certainty = z.infer<typeof Certainty>;

/** The values of a sentence, by name; each is written as `wordsOf` (core/findings/finding.ts) writes it. */
const Args = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

/** Permissions of which one is enough. */
const PermissionsAsked = z.object({
  anyOf: z.array(z.string()),
  /** Of several, the role that has one of them and the least besides, where that is known. */
  role: z.optional(z.object({ name: z.string(), has: z.string() })),
});
export type PermissionsAsked = z.infer<typeof PermissionsAsked>;

/** The pages of the wizard on which something is put right. */
const EditPage = z.enum([
  'details',
  'grant-type',
  'roles',
  'redirect-uris',
  'scopes',
] as const satisfies readonly StepId[]);

/** The one thing to do next about a cause. */
export const NextStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-redirect-uris'), uris: z.array(z.string()) }),
  z.object({ kind: z.literal('replace-redirect-uri'), registered: z.string(), uri: z.string() }),
  z.object({ kind: z.literal('activate') }),
  z.object({ kind: z.literal('restore') }),
  /** Through the pages of the wizard, which begin at this one. */
  z.object({ kind: z.literal('edit'), page: EditPage }),
  z.object({ kind: z.literal('create-client') }),
  z.object({ kind: z.literal('rotate') }),
  /** The secret that is kept here is the newest: give it to whoever calls. */
  z.object({ kind: z.literal('copy-secret') }),
  /** `practice`: of a practice org, so that there is nobody to give it to. */
  z.object({ kind: z.literal('make-scim-token'), practice: z.optional(z.boolean()) }),
  /** To an org of this region (domain); of any where it is left out. */
  z.object({ kind: z.literal('sign-in'), region: z.optional(z.string()) }),
  /** At the place of the subject: its region, its Client ID. */
  z.object({ kind: z.literal('open-file') }),
  z.object({
    kind: z.literal('open-admin-page'),
    page: z.enum(['client', 'authorized-applications', 'organization-settings']),
  }),
  /** Somebody can give a role that has these; none where nobody knows which. */
  z.object({ kind: z.literal('ask'), wants: z.array(PermissionsAsked) }),
  z.object({ kind: z.literal('try-in-browser'), what: z.enum(['cookies', 'pop-ups']) }),
  /** In the application that logs in or calls, which nobody here can see. */
  z.object({
    kind: z.literal('change-application'),
    what: z.enum([
      'host',
      'network',
      'redirect-uri',
      'grant',
      'verifier',
      'scopes',
      'token',
      'refresh',
      'pace',
      'secret',
    ]),
  }),
  z.object({ kind: z.literal('set-clock') }),
]);
export type NextStep = z.infer<typeof NextStep>;

/** The findings of core/findings that causes are. */
const SameCode = z.enum([
  'unknown-region',
  'client-not-found',
  'client-not-active',
  'client-wrong-grant',
  'implicit-grant-ending',
  'missing-redirect-uri',
  'inexact-redirect-uri',
  'missing-scope',
  'token-expired',
] as const satisfies readonly DiagnosticCode[]);

/** The finding that a cause is, so that it is the same one everywhere. */
const SameFinding = z.object({
  code: SameCode,
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  args: Args,
});

/** A cause that was found, with what speaks for it. */
export const FoundCause = z.object({
  cause: Cause,
  certainty: Certainty,
  /** What its sentences say. */
  args: Args,
  /** What was seen that points to it. */
  symptoms: z.array(Symptom),
  finding: z.optional(SameFinding),
  next: NextStep,
});
export type FoundCause = z.infer<typeof FoundCause>;
export type SameFinding = z.infer<typeof SameFinding>;
export type Args = z.infer<typeof Args>;

/** Why a cause was not looked at, and by that who can. */
export const NotLooked = z.discriminatedUnion('why', [
  /** The org does not let whoever is signed in know it: somebody with this permission can. */
  z.object({ why: z.literal('not-allowed'), permissions: z.array(z.string()) }),
  z.object({ why: z.literal('failed'), error: PlatformError }),
  z.object({ why: z.literal('reading') }),
  /** Whoever signs in to the client's org can. */
  z.object({ why: z.literal('signed-out') }),
  /** No client is known, so nothing about it is. */
  z.object({ why: z.literal('no-client') }),
  /** The organization does not have the client. */
  z.object({ why: z.literal('client-missing') }),
  /** No call is known. */
  z.object({ why: z.literal('no-call') }),
  /** Only the browser of the person who logs in tells it. */
  z.object({ why: z.literal('browser') }),
  /** Only the application that logs in or calls tells it. */
  z.object({ why: z.literal('application') }),
  /** It depends on the roles of the person who logs in. */
  z.object({ why: z.literal('person') }),
  /** Only what was seen can tell it: an error that names it. */
  z.object({ why: z.literal('error-text') }),
  /** Nobody has said at which page agents log in. */
  z.object({ why: z.literal('login-page') }),
  /** No API tells it: an admin page does. */
  z.object({ why: z.literal('admin-page') }),
]);
export type NotLooked = z.infer<typeof NotLooked>;

/** How far what was pasted or chosen helps; `not-asked`: nothing was. */
export const TextTells = z.enum([
  'not-asked',
  'something',
  'nothing',
  'other-product',
  'may-be-other-product',
  'several-clients',
  'other-client',
  'too-large',
]);
export type TextTells = z.infer<typeof TextTells>;

/** The answer to a look. */
export const Diagnosis = z.object({
  subject: Subject,
  /** What client and org it is about, as people call them; left out where that is not known. */
  client: z.optional(z.object({ id: z.string(), name: z.string() })),
  org: z.optional(z.object({ name: z.string(), region: z.string(), practice: z.boolean() })),
  /** ISO 8601. */
  lookedAt: z.string(),
  textTells: TextTells,
  symptoms: z.array(Symptom),
  notes: z.array(ReadingNote),
  /** The most likely first. */
  causes: z.array(FoundCause),
  inOrder: z.array(z.object({ cause: Cause, args: Args })),
  notLooked: z.array(z.object({ cause: Cause, reason: NotLooked })),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** Whether a next step can be begun from here: what it is done to has to be known. What only the person can do is none. */
export function canBegin({ kind }: NextStep, { client, org, subject }: Diagnosis): boolean {
  switch (kind) {
    case 'add-redirect-uris':
    case 'replace-redirect-uri':
    case 'activate':
    case 'restore':
    case 'edit':
    case 'rotate':
    case 'copy-secret':
      return client !== undefined;
    case 'open-admin-page':
      return org !== undefined || subject.kind !== 'text';
    case 'make-scim-token':
      return subject.kind === 'scim';
    case 'open-file':
      return subject.kind === 'framework' || subject.kind === 'scim';
    case 'create-client':
    case 'sign-in':
    case 'ask':
      return true;
    case 'try-in-browser':
    case 'change-application':
    case 'set-clock':
      return false;
  }
}
