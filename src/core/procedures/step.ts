import * as z from 'zod/mini';
import type { Field } from './problem.ts';

/** A page of the wizard. A new one is one new entry here, and a view of it. */
export const StepId = z.enum([
  'connect',
  'details',
  'grant-type',
  'redirect-uris',
  'scopes',
  'framework-file',
  'review',
]);
export type StepId = z.infer<typeof StepId>;

/** A page and the questions it asks; a problem is shown on the page that asks about its field. */
export type Step = { id: StepId; fields: readonly Field[] };
