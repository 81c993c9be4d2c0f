import * as z from 'zod/mini';
import { Diagnosis } from '../doctor/answer.ts';
import { Cause } from '../doctor/cause.ts';
import { PlaceTold, Subject } from '../doctor/subject.ts';
import { Told } from '../doctor/symptom.ts';
import { PlatformError } from '../platform/errors.ts';

/** What a tab is about: the tab keeps it when its window is loaded anew. Nothing that was pasted is in it. */
export const DoctorAbout = z.object({
  subject: Subject,
  /** The ID of whoever is signed in to the org that is meant, where one was chosen. */
  account: z.optional(z.string()),
  /** What the client is called, where that was known. */
  name: z.optional(z.string()),
});
export type DoctorAbout = z.infer<typeof DoctorAbout>;

/** What is asked at the moment, in the order in which it is. */
export const LookStage = z.enum(['client', 'org', 'roles']);
export type LookStage = z.infer<typeof LookStage>;

/** A client that a text may mean, and what it is called where an org that was read has it. */
export const MeantClient = z.object({
  clientId: z.string(),
  name: z.optional(z.string()),
  orgName: z.optional(z.string()),
});
export type MeantClient = z.infer<typeof MeantClient>;

/** How far a look is. `former` is what the look before came to. */
export const Look = z.discriminatedUnion('kind', [
  /** Nothing was pasted or said yet, and there is nothing else to begin at. */
  z.object({ kind: z.literal('unasked') }),
  z.object({ kind: z.literal('looking'), stage: LookStage, former: z.optional(Diagnosis) }),
  z.object({ kind: z.literal('cancelled'), former: z.optional(Diagnosis) }),
  z.object({
    kind: z.literal('looked'),
    diagnosis: Diagnosis,
    /** Where several clients may be meant: which ones. */
    meant: z.array(MeantClient),
    /** Why the client could not be read, where that is so. */
    unread: z.optional(PlatformError),
  }),
]);
export type Look = z.infer<typeof Look>;

/** What a look came to, be it one of before. */
export function diagnosisOf(look: Look): Diagnosis | undefined {
  switch (look.kind) {
    case 'unasked':
      return undefined;
    case 'looking':
    case 'cancelled':
      return look.former;
    case 'looked':
      return look.diagnosis;
  }
}

/** Everything that the page shows. */
export const DoctorPageState = z.object({
  about: DoctorAbout,
  look: Look,
  /** Whoever was signed in when it was looked is not any more: what is shown is of before. */
  signedOut: z.boolean(),
  /** Whether anybody is signed in to any org. */
  anybodySignedIn: z.boolean(),
});
export type DoctorPageState = z.infer<typeof DoctorPageState>;

const Standing = z.enum(['allowed', 'blocked']);

/** What a person does on the page. A text that they paste never leaves it: what it tells does. */
export const DoctorPageMessage = z.discriminatedUnion('type', [
  /** The page is there, and knows nothing yet. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('look-again') }),
  z.object({ type: z.literal('cancel') }),
  /** What was pasted and said tells this; the look begins anew. */
  z.object({ type: z.literal('told'), told: Told }),
  /** Which of several clients is meant. */
  z.object({ type: z.literal('choose-client'), clientId: z.string() }),
  /** What the person found out in the browser. */
  z.object({
    type: z.literal('browser-told'),
    browser: z.object({ thirdPartyCookies: z.optional(Standing), popUps: z.optional(Standing) }),
  }),
  /** All that the person says of the place; what is left out, they do not say any more. */
  z.object({ type: z.literal('place-told'), place: PlaceTold }),
  /** The next step of a cause that is shown. */
  z.object({ type: z.literal('do-next'), cause: Cause }),
  z.object({ type: z.literal('open-subject') }),
  z.object({ type: z.literal('copy-report') }),
  /** A request for what one may not do or read about a cause, to be given to an administrator. */
  z.object({ type: z.literal('copy-request'), cause: Cause }),
  z.object({ type: z.literal('sign-in') }),
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('show-log') }),
]);
export type DoctorPageMessage = z.infer<typeof DoctorPageMessage>;

/** What the page is told. */
export const DoctorPageTold = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: DoctorPageState }),
  z.object({ type: z.literal('copied'), what: z.literal('report') }),
  z.object({ type: z.literal('copied-request'), cause: Cause }),
]);
export type DoctorPageTold = z.infer<typeof DoctorPageTold>;
