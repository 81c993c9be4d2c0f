import * as z from 'zod/mini';

/** How little a host says. */
export const HOSTS = ['no headers', 'headers and no body', 'a body that drips'] as const;

/** What is sent to it. */
export const SENDERS = ['a read', 'a write', 'a login', 'a login page'] as const;

/** Long after the request began, when what nobody holds was collected several times. */
export const CANCEL_AFTER_SECONDS = 20;

/** Longer than any limit. */
export const GIVE_UP_AFTER_SECONDS = 45;

/** How one request ended. */
export const Waited = z.object({
  host: z.enum(HOSTS),
  sender: z.enum(SENDERS),
  isCancelled: z.boolean(),
  ended: z.string(),
  seconds: z.number(),
});
export type Waited = z.infer<typeof Waited>;
