import type { Cause } from '../../src/core/doctor/cause.ts';
import type { Seen } from '../../src/core/doctor/symptom.ts';
import type { DoctorPageMessage, DoctorPageState } from '../../src/core/doctorPage/messages.ts';

/** Everything that the views of a look for a cause need. */
export type DoctorPage = {
  readonly state: DoctorPageState;
  /** What is on the clipboard by a click that was the last thing done here. */
  readonly copied: 'report' | { readonly request: Cause } | undefined;
  /** What was pasted or typed; it never leaves the page. */
  readonly pasted: string;
  /** What the person says that they see. */
  readonly seen: ReadonlySet<Seen>;
  /** What was typed of the site that shows the framework. */
  readonly site: string;
  /** What was asked for without what it takes. */
  readonly lacking: 'seen' | 'site' | undefined;
  readonly now: Date;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
  send(message: DoctorPageMessage): void;
  paste(text: string): void;
  typeSite(text: string): void;
  see(what: Seen, isSeen: boolean): void;
  /** Says at the field what is missing. */
  lack(what: NonNullable<DoctorPage['lacking']>): void;
  /** Looks for the cause of what was pasted and said. */
  ask(): void;
};

/** Whether the request about this cause is what is on the clipboard. */
export function isRequestCopied({ copied }: Pick<DoctorPage, 'copied'>, cause: Cause): boolean {
  return copied !== undefined && copied !== 'report' && copied.request === cause;
}
