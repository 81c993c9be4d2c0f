import * as z from 'zod/mini';

/** Where the secret of a client that is made goes, where VS Code's secret storage does not keep it. */
export const SecretTarget = z.discriminatedUnion('kind', [
  /** The file that a person named; its path as shown. */
  z.object({ kind: z.literal('file'), path: z.string() }),
  /** What the person reads, or a program that they call. */
  z.object({ kind: z.literal('output') }),
  /** Nobody has said, so nothing may be made yet. */
  z.object({ kind: z.literal('undecided') }),
]);
export type SecretTarget = z.infer<typeof SecretTarget>;
