import * as z from 'zod/mini';

/**
 * Why a login or a call fails, in the order in which a login comes to them: the host, the client, its grant, its addresses,
 * its approval, its scopes and roles, its tokens, the organization's own settings, the computer and the browser. What is
 * equally likely is told in this order.
 */
export const Cause = z.enum([
  'unknown-host',
  'other-region',
  'client-missing',
  'client-being-deleted',
  'client-not-active',
  'grant-withdrawn',
  'grant-unsuited',
  'pkce-without-verifier',
  'redirect-uri-of-other-region',
  'redirect-uri-inexact',
  'redirect-uri-missing',
  'partner-page',
  'secret-rotated',
  'client-not-authorized',
  'scopes-enforced',
  'scope-missing',
  'no-role',
  'role-lacks-permission',
  'division-lacks-object',
  'scim-token-ended',
  'token-ended',
  'hipaa-timeout',
  'inactivity-timeout',
  'no-refresh-token',
  'embedding-not-allowed',
  'ip-not-allowed',
  'rate-limited',
  'clock-wrong',
  'cookies-blocked',
  'pop-ups-blocked',
]);
export type Cause = z.infer<typeof Cause>;

export const CAUSES: readonly Cause[] = Cause.options;
