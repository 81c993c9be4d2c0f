import * as z from 'zod/mini';

/** How an answer can go wrong. */
export const troubleKinds = [
  /** 403 `missing.permissions`; nothing is carried out. */
  'forbidden',
  /** 401 `bad.credentials`, and the token that was used has ended; nothing is carried out. */
  'expired-token',
  /** The same, and what could have renewed the sign-in has ended, too. */
  'signed-out',
  /** 429 with Retry-After; nothing is carried out. */
  'too-many-requests',
  /** 500; nothing is carried out. */
  'server-error',
  /** 503; nothing is carried out. */
  'unavailable',
  /** The connection ends without an answer; nothing is carried out. */
  'dropped',
  /** The request is carried out, but the connection ends without an answer. */
  'lost',
  /** The request is carried out, but the connection ends in the middle of the body. */
  'truncated',
  /** An HTML page of a proxy comes instead, with status 200; nothing is carried out. */
  'html',
] as const;

/**
 * The next `times` calls of this method and below this path go wrong: any API call when they are left out. The login
 * host has its troubles, too, when the path names it.
 */
export const trouble = z.strictObject({
  kind: z.enum(troubleKinds),
  times: z.int().check(z.positive()),
  method: z.optional(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  pathPrefix: z.optional(z.string()),
  /** For 429: the Retry-After header, in seconds; 1 when left out. */
  retryAfterSeconds: z.optional(z.int().check(z.nonnegative())),
});
export type Trouble = z.infer<typeof trouble>;

/** Far from here, there are no dates any more. */
const CENTURY_SECONDS = 3_155_760_000;

/** What can be rehearsed. */
export const switches = z.strictObject({
  /** Every API answer waits this many milliseconds first. */
  latencyMs: z.int().check(z.nonnegative(), z.maximum(60_000)),
  troubles: z.array(trouble),
  /** New clients with the implicit grant are refused (400 `bad.grant.type`). */
  implicitRefused: z.boolean(),
  /** The org has as many clients as it may have: new ones are refused (400 `auth.too.many.clients`). */
  tooManyClients: z.boolean(),
  /** How many seconds the org takes to notice that a role was granted. */
  grantsVisibleAfterSeconds: z.int().check(z.nonnegative()),
  /** How many API calls a token may make in a minute before 429. */
  callsPerMinute: z.int().check(z.positive()),
  /** How many seconds the org's time runs ahead of the computer's: to age clients and to end tokens. */
  clockOffsetSeconds: z.int().check(z.minimum(-CENTURY_SECONDS), z.maximum(CENTURY_SECONDS)),
  /** The org has HIPAA on: tokens end after 15 idle minutes. */
  hipaa: z.boolean(),
  /** Somebody has altered the SCIM Integration role; it is off again once the role is restored. */
  scimRoleAltered: z.boolean(),
});
export type Switches = z.infer<typeof switches>;

/** Every switch off; the rate is the platform's own (Genesys facts 6.4). */
export const noTrouble: Switches = {
  latencyMs: 0,
  troubles: [],
  implicitRefused: false,
  tooManyClients: false,
  grantsVisibleAfterSeconds: 0,
  callsPerMinute: 300,
  clockOffsetSeconds: 0,
  hipaa: false,
  scimRoleAltered: false,
};

/** The trouble that meets this call, if any, and the troubles that are left after it. */
export function takeTrouble(
  troubles: readonly Trouble[],
  method: string,
  path: string,
): { met: Trouble | undefined; left: Trouble[] } {
  const met = troubles.find(
    (each) => (each.method ?? method) === method && path.startsWith(each.pathPrefix ?? '/api/'),
  );
  const left = troubles
    .map((each) => (each === met ? { ...each, times: each.times - 1 } : each))
    .filter(({ times }) => times > 0);
  return { met, left };
}
