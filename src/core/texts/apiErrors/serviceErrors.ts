import * as l10n from '@vscode/l10n';
import type { Advice, AdviceByCode } from '../advice.ts';

/** Too many requests, and the wait in seconds that the org asked for, if it said. */
export function tooManyRequests(retryAfterSeconds?: number): Advice {
  return {
    why: l10n.t('The organization received too many requests in a short time.'),
    next:
      retryAfterSeconds === undefined
        ? l10n.t('Wait a minute, then try again.')
        : l10n.t('Wait {0} seconds, then try again.', retryAfterSeconds),
  };
}

/** What is wrong with Genesys Cloud itself, or too much for it (Genesys facts 1.5). */
export const serviceErrors = {
  'too.many.requests': tooManyRequests,
  'too.many.requests.retry.after': tooManyRequests,
  'internal.server.error': () => ({
    why: l10n.t('Genesys Cloud had a problem of its own.'),
    next: l10n.t('Try again in a moment. If it stays, give the details to Genesys support.'),
  }),
  'service.unavailable': () => ({
    why: l10n.t('Genesys Cloud is overloaded or down for maintenance.'),
    next: l10n.t('Look at the status page of Genesys Cloud, and try again later.'),
  }),
  'authentication.request.timeout': () => ({
    why: l10n.t('Genesys Cloud took too long to check your sign-in.'),
    next: l10n.t('Try again in a moment; if that does not help, sign in again.'),
  }),
  'request.timeout': () => ({
    why: l10n.t('Genesys Cloud took too long to carry out the request.'),
    next: l10n.t('Try again in a moment.'),
  }),
} as const satisfies AdviceByCode;
