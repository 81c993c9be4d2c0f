import type { ClientChange } from '../clients/change.ts';
import type { OrgAccount } from '../clients/whereabouts.ts';
import type { DiagnosticCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { KnownConnection } from '../scim/configFile.ts';
import type { WrittenOrigin } from './written.ts';

/** What is compared, by who says what is meant; in the order in which it is shown. */
export const COMPARED = {
  framework: ['existence', 'region', 'state', 'grant', 'redirect-uris', 'scopes'],
  scim: ['existence', 'state', 'grant', 'duration', 'roles', 'divisions', 'addresses'],
  written: [
    'existence',
    'name',
    'description',
    'state',
    'grant',
    'duration',
    'redirect-uris',
    'scopes',
    'roles',
  ],
} as const;
export type MeantBy = keyof typeof COMPARED;
export type Fact = (typeof COMPARED)[MeantBy][number];

type InFile = {
  readonly uri: string;
  /** As people read it, from the workspace. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
};

/** Who says what is meant, and of which client. `region` is a domain. */
export type Subject =
  | (InFile & { readonly kind: 'framework'; readonly region: string; readonly clientId: string })
  | (InFile & {
      readonly kind: 'scim';
      readonly region: string;
      readonly clientId: string;
      readonly provider: string;
      readonly practice: boolean;
    })
  | {
      readonly kind: 'written';
      readonly region: string;
      readonly clientId: string;
      readonly practice: boolean;
      /** ISO 8601. */
      readonly at: string;
      readonly origin: WrittenOrigin;
    };

/** Why something cannot be made to match in this way. */
export type WhyNot =
  | 'stays-in-its-region'
  | 'other-entry-there'
  | 'unknown-word'
  | 'grant-in-use'
  | 'implicit-withdrawn'
  | 'no-place-in-file'
  | 'page-of-framework'
  | 'others-need-setting'
  | 'not-one-role'
  | 'role-missing'
  | 'role-gone'
  | 'division-gone'
  | 'address-is-not-of-client'
  | 'address-unknown'
  | 'duration-not-for-file';

/** How the org can be made to match what was meant. */
export type OrgMend =
  | { readonly kind: 'change'; readonly change: ClientChange }
  /** A deleted client is made again, with the same answers and another ID. */
  | { readonly kind: 'create' }
  | { readonly kind: 'not'; readonly why: WhyNot };

/** How what was meant can be made to match the org. */
export type FileMend =
  | {
      readonly kind: 'setting';
      readonly name: 'dedicatedLoginWindow' | 'usePKCEAuthFlow';
      readonly value: boolean;
    }
  /** Another client of the org is chosen, and its ID written. */
  | { readonly kind: 'choose-client' }
  /** The region gets an entry with this ID. */
  | { readonly kind: 'client-id'; readonly region: string; readonly clientId: string }
  | { readonly kind: 'values'; readonly values: KnownConnection }
  | { readonly kind: 'remove-connection' }
  /** What the org has is what is meant from now on; code that was written of the client stays where somebody has saved it. */
  | { readonly kind: 'take-over'; readonly leavesCode: boolean }
  /** There is no client to remember any more. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'not'; readonly why: WhyNot };

/** By what a difference is known: the finding that says the same, or the two values alone. */
export type Evidence =
  | ({ readonly kind: 'finding' } & Pick<
      Finding<DiagnosticCode, unknown, unknown>,
      'code' | 'args' | 'severity'
    >)
  | { readonly kind: 'values' };

/** One fact in which what was meant and what is there come apart. */
export type Difference = {
  readonly fact: Fact;
  readonly evidence: Evidence;
  /** Otherwise it is a guess, or the sources disagree. */
  readonly certain: boolean;
  readonly org: OrgMend;
  readonly file: FileMend;
};

/** The values of one fact on both sides, as the API or the file writes them; undefined where a side does not say. */
export type FactValues = {
  readonly fact: Fact;
  readonly meant: readonly string[] | undefined;
  readonly there: readonly string[] | undefined;
};

/** What was meant, held against what is there. */
export type Comparison = {
  readonly subject: Subject;
  readonly org: OrgAccount & { readonly practice: boolean };
  /** What the client is called; undefined where there is none. */
  readonly clientName: string | undefined;
  readonly facts: readonly FactValues[];
  readonly differences: readonly Difference[];
};

/** Why something was not compared. */
export type WhyNotCompared =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unread'; readonly orgName: string; readonly error: PlatformError }
  | { readonly kind: 'at-run' }
  | { readonly kind: 'no-client-id' }
  | { readonly kind: 'no-region' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'not-judged'; readonly count: number };

/** What was not compared: a file, a part of one, or what is remembered of a client. */
export type NotCompared = {
  readonly of:
    | {
        readonly kind: 'file';
        readonly uri: string;
        readonly path: string;
        readonly line?: number;
        readonly region?: string;
      }
    | { readonly kind: 'written'; readonly name: string; readonly region: string };
  readonly why: WhyNotCompared;
};

/** All that a look has come to. */
export type Comparisons = {
  readonly compared: readonly Comparison[];
  readonly notCompared: readonly NotCompared[];
};

export const NOTHING_COMPARED: Comparisons = { compared: [], notCompared: [] };

export function together(all: readonly Comparisons[]): Comparisons {
  return {
    compared: all.flatMap(({ compared }) => compared),
    notCompared: all.flatMap(({ notCompared }) => notCompared),
  };
}

/** By what a subject is known again, after its file was edited or its org read anew. */
export function subjectKey(subject: Subject): string {
  const { kind, region, clientId } = subject;
  const client = `${region} ${clientId.toLowerCase()}`;
  switch (kind) {
    case 'framework':
      return `${kind} ${subject.uri} ${client}`;
    case 'scim':
      return `${kind} ${subject.uri} ${client} ${subject.provider}`;
    case 'written':
      return `${kind} ${client} ${subject.practice}`;
  }
}

/**
 * The same subject in another look; of a file, the one that stands in the place of the client that was named before. Where
 * several may, nobody knows which one does.
 */
export function sameSubject({ compared }: Comparisons, subject: Subject): Comparison | undefined {
  const key = subjectKey(subject);
  const same = compared.find((each) => subjectKey(each.subject) === key);
  if (same !== undefined || subject.kind === 'written') return same;
  const [only, ...others] = compared.filter(
    ({ subject: now }) =>
      now.kind !== 'written' &&
      now.uri === subject.uri &&
      now.region === subject.region &&
      providerOf(now) === providerOf(subject),
  );
  return others.length === 0 ? only : undefined;
}

/** A connection of another identity provider is another one. */
function providerOf(subject: Subject): string | undefined {
  return subject.kind === 'scim' ? subject.provider : undefined;
}

/** A fact whose sides are the same. */
export function same(fact: Fact, values: readonly string[] | undefined): FactValues {
  return { fact, meant: values, there: values };
}
