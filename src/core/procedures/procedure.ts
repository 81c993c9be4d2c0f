import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import type { Context } from './context.ts';
import type { Answers, Draft } from './draft.ts';
import type { DraftFinding } from './draftFinding.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';

/** One published rule: what is wrong with these answers, given what is known. */
export type Rule = (answers: Answers, context: Context) => readonly DraftFinding[];

/** A published procedure as data: its pages, what it presets, what it demands, and what it will do. */
export type Procedure = {
  steps: readonly Step[];
  /** The answers of somebody who has not said anything beyond this draft. */
  presets: (draft: Draft, context: Context) => Answers;
  /** What the person cannot choose, whatever a draft says; nothing, when left out. */
  settle?: (answers: Answers, context: Context) => Partial<Answers>;
  rules: readonly Rule[];
  /** The client that these answers describe, or undefined while they describe none. */
  request: (answers: Answers) => OAuthClientRequest | undefined;
  /** Everything Save will do, or undefined for answers in which the rules find an error. */
  plan: (answers: Answers, context: Context) => Plan | undefined;
};
