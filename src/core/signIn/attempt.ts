import * as z from 'zod/mini';

/** How far an attempt to sign in is. */
export const SignInStage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting-practice-org') }),
  /** The person is asked something at the top of the window, or logs in in the browser. */
  z.object({ kind: z.literal('signing-in'), where: z.enum(['here', 'browser']) }),
  /** Regions are tried one after the other, because the person asked for it. */
  z.object({ kind: z.literal('trying-regions'), region: z.string() }),
  z.object({ kind: z.literal('loading-org') }),
]);
export type SignInStage = z.infer<typeof SignInStage>;

/** One attempt to sign in: how it is ended, and whom to tell how far it is. */
export type Attempt = { readonly signal: AbortSignal; report(stage: SignInStage): void };
