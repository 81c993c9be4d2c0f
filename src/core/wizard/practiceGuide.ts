import * as z from 'zod/mini';
import { SignInFailure } from '../signIn/attempt.ts';

/** The page that says how to point other clients at the practice org of a region (its domain), once that runs. */
export const PracticeGuide = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting'), region: z.string() }),
  z.object({ kind: z.literal('running'), region: z.string(), baseUrl: z.string() }),
  z.object({ kind: z.literal('failed'), region: z.string(), failure: SignInFailure }),
]);
export type PracticeGuide = z.infer<typeof PracticeGuide>;
