import * as z from 'zod/mini';
import type { Context } from './context.ts';
import type { Answers, Field } from './draft.ts';

/** A page of the wizard. A new one is one new entry here, and a view of it. */
export const StepId = z.enum([
  'connect',
  'details',
  'grant-type',
  'identity-provider',
  'roles',
  'divisions',
  'redirect-uris',
  'scopes',
  'framework-file',
  'admin-page',
  'review',
]);
export type StepId = z.infer<typeof StepId>;

/** A page and the questions it asks; a finding is shown on the page that asks about its field. */
export type Step = {
  id: StepId;
  fields: readonly Field[];
  /** The answer on another page because of which it is asked, where the person may choose one that does not ask for it. */
  because?: Field | undefined;
  /** Whether these answers need the page; always, when left out. */
  when?: (answers: Answers, context: Context) => boolean;
};
