import type { Args, Certainty, FoundCause, NextStep, NotLooked, SameFinding } from './answer.ts';
import type { Fact, FactName, Facts } from './facts.ts';
import type { Look } from './look.ts';
import type { Symptom } from './symptom.ts';
import { permissionsToRead } from './wants.ts';

/** What a rule makes of one cause. */
export type Verdict =
  | ({ readonly kind: 'found' } & Omit<FoundCause, 'cause'>)
  | { readonly kind: 'in-order'; readonly args: Args }
  | { readonly kind: 'not-looked'; readonly reason: NotLooked }
  /** The cause cannot be one here: it is about another kind of client, or another cause says all of it. */
  | { readonly kind: 'not-here' };

/** Judges one cause. It says `found` of what the facts or the symptoms show, and never because something could not be read. */
export type Rule = (look: Look) => Verdict;

/** What most verdicts do without. */
type More = {
  readonly args?: Args;
  readonly symptoms?: readonly Symptom[];
  readonly finding?: SameFinding | undefined;
};

export function found(
  certainty: Certainty,
  next: NextStep,
  { args = {}, symptoms = [], finding }: More = {},
): Verdict {
  return { kind: 'found', certainty, next, args, symptoms: [...symptoms], ...(finding && { finding }) };
}

export function inOrder(args: Args = {}): Verdict {
  return { kind: 'in-order', args };
}

export function notLooked(why: Exclude<NotLooked['why'], 'not-allowed' | 'failed'>): Verdict {
  return { kind: 'not-looked', reason: { why } };
}

export const NOT_HERE: Verdict = { kind: 'not-here' };

/** How sure a cause is that is a finding: by how loud that is, and no surer than that the framework uses the client. */
export function certaintyOf({ use }: Look, { code, severity }: SameFinding): Certainty {
  switch (severity) {
    case 'error':
      if (use !== undefined) return 'certain';
      // A client that nobody logs in with may be one that calls as itself, and has its pages from before.
      return code === 'client-wrong-grant' ? 'possible' : 'likely';
    case 'warning':
      return 'likely';
    case 'information':
    case 'hint':
      return 'possible';
  }
}

/** Why a fact is not known: nothing is said of what depends on it. Of one that is known there is nothing to say here either. */
export function unread(facts: Facts, name: FactName): Verdict {
  const fact: Fact<unknown> = facts[name];
  switch (fact.kind) {
    case 'known':
      return NOT_HERE;
    case 'reading':
      return notLooked('reading');
    case 'untold':
      return {
        kind: 'not-looked',
        reason: { why: 'not-allowed', permissions: [...permissionsToRead(name)] },
      };
    case 'failed':
      return { kind: 'not-looked', reason: { why: 'failed', error: fact.error } };
    case 'not-asked':
      switch (fact.because) {
        case 'not-needed':
          return NOT_HERE;
        case 'signed-out':
          return notLooked('signed-out');
        case 'nothing-to-ask-about':
          return notLooked(name === 'calls' ? 'no-call' : isMissing(facts) ? 'client-missing' : 'no-client');
        case 'nobody-can-look':
          return notLooked(name === 'browser' ? 'browser' : 'application');
      }
  }
}

function isMissing({ client }: Facts): boolean {
  return client.kind === 'known' && client.value === undefined;
}
