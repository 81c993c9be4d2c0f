import type { ClientChange } from '../clients/change.ts';
import type { OrgAccount } from '../clients/whereabouts.ts';
import type { Facts } from '../doctor/facts.ts';
import type { Subject } from '../doctor/subject.ts';
import type { Told } from '../doctor/symptom.ts';
import type { Severity } from '../findings/entry.ts';
import type { ChangePreview } from '../operations/changeClient.ts';
import type { Result } from '../platform/errors.ts';
import type { OrgHosts } from '../platform/orgHosts.ts';
import type { Connection } from '../platform/request.ts';
import type { KnownDescription } from '../privileges/description.ts';
import type { NewDraft } from '../wizard/drafts.ts';

/** An org that an agent may ask about. */
export type AgentOrg = OrgAccount & {
  /** The ID that Genesys Cloud gives the org. */
  readonly id: string;
  readonly practice: boolean;
  /** Why nothing may be changed in it, and how a person allows it, in English; undefined where changes may be asked for. */
  readonly readOnly: string | undefined;
};

/** The orgs at hand: those that somebody is signed in to, or a practice org where nobody is signed in anywhere. */
export type OrgsAtHand =
  | {
      readonly ok: true;
      /** At least one. */
      readonly orgs: readonly AgentOrg[];
      /** What else the answer has to say of them, in English, such as an org that could not be signed in to. */
      readonly remarks: readonly string[];
    }
  /** Why there is none, in English. */
  | { readonly ok: false; readonly reason: string };

/** A file to check, by its path, as the agent wrote it. */
export type FileMeant = {
  readonly path: string;
  /** What is to be checked in the place of what the file has; its path then says what kind of file it is. */
  readonly text: string | undefined;
};

/** Something that is wrong with a file, or worth knowing. */
export type FileProblem = {
  /** Of the catalogue (core/findings). */
  readonly code: string;
  readonly severity: Severity;
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
  /** In English, without a secret. */
  readonly text: string;
};

/** What came of a check. */
export type CheckedFile =
  | {
      readonly kind: 'checked';
      /** As people read it. */
      readonly path: string;
      readonly problems: readonly FileProblem[];
      /** What was not looked at, and why, in English. */
      readonly remarks: readonly string[];
    }
  /** It is no framework.js of the Embeddable Framework and no genesys-scim.json. */
  | { readonly kind: 'other-product'; readonly path: string }
  /** In English: why, and what to do. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What a look for why something fails is about. */
export type CauseQuestion = {
  readonly subject: Subject;
  readonly told: Told;
  /** The account whose org is meant; undefined where nothing says. */
  readonly account: string | undefined;
};

/** A change that an agent wishes, and what it would make of the client. */
export type WishedChange = {
  readonly org: AgentOrg;
  readonly clientId: string;
  readonly changes: readonly ClientChange[];
  readonly preview: ChangePreview;
};

/** What became of it. `declined`: the person said no, or closed the question. In all but `changed` and `failed` nothing was sent. */
export type WishOutcome =
  | { readonly kind: 'changed' | 'unchanged' | 'declined' }
  /** Nobody answered in time, or the agent gave up before. */
  | { readonly kind: 'unanswered' }
  /** The person is busy with another question of this kind, or nobody can be asked; in English. */
  | { readonly kind: 'not-asked'; readonly reason: string }
  /**
   * It was begun, and did not end well: whether the client is as it was, only a look at it tells. `why` in English, where
   * nobody has told the person.
   */
  | { readonly kind: 'failed'; readonly why?: string };

/**
 * What the tools for agents need of the world: VS Code's (host/agents), the command line's. It asks nobody anything but in
 * `change`. No token and no secret comes out of it.
 */
export type AgentDesk = {
  now(): Date;
  /** What `say` makes of texts in English, whatever language people have. `say` must not wait for anything. */
  inEnglish<T>(say: () => T): T;
  /** Signs nobody in to a real org. Never rejects. */
  orgs(): Promise<OrgsAtHand>;
  /** Calls an org as whoever of this account is signed in. Never rejects. */
  call<T>(account: string, call: (to: Connection) => Promise<Result<T>>): Promise<Result<T>>;
  /** The hosts of an account's org, or of a region (its domain). Rejects with the reason where there are none. */
  hosts(of: { readonly account: string } | { readonly region: string }): Promise<OrgHosts>;
  /** What the API at an address says of its operations. Never rejects. */
  operations(apiUrl: string, signal: AbortSignal): Promise<KnownDescription>;
  /** Checks a file as people see it checked: with their settings, against the orgs that are signed in to. Never rejects. */
  check(file: FileMeant, signal: AbortSignal): Promise<CheckedFile>;
  /** Reads what a look for a cause needs (core/doctor/wants.ts). Never rejects. */
  facts(question: CauseQuestion, signal: AbortSignal): Promise<Facts>;
  /** Opens the wizard with these answers, for a person to save; absent where there is no wizard. */
  openWizard?(draft: NewDraft): Promise<void>;
  /**
   * Shows a person what would change, and changes it when they agree. An answer that comes after the signal counts no more.
   * Only asked for in an org that is not read-only. Never rejects.
   */
  change(wish: WishedChange, signal: AbortSignal): Promise<WishOutcome>;
};
