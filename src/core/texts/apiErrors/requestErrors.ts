import * as l10n from '@vscode/l10n';
import type { Advice, AdviceByCode } from '../advice.ts';

/** What an org may find wrong with any request (Genesys facts 1.5). */
export const requestErrors = {
  'bad.request': () => ({
    why: l10n.t('The organization could not make sense of the request.'),
    next: l10n.t('Look for unusual characters in your answers, then try again.'),
  }),
  'client.failed.request': () => ({
    why: l10n.t('The request broke off on its way.'),
    next: l10n.t('See that the network connection is stable, then try again.'),
  }),
  'constraint.validation': () => ({
    why: l10n.t('The organization does not accept one of the answers.'),
    next: l10n.t('The details say which one. Correct it, then save again.'),
  }),
  'invalid.date': () => ({
    why: l10n.t('The organization could not read a date in the request.'),
    next: l10n.t("See that this computer's clock is right, then try again."),
  }),
  'invalid.property': () => ({
    why: l10n.t(
      'The organization does not know one of the fields of the request: the API has changed, perhaps.',
    ),
    next: l10n.t('Look for an update of this extension; until then, use the admin page.'),
  }),
  'invalid.query.param.value': () => ({
    why: l10n.t('The organization does not accept the way in which it was asked.'),
    next: l10n.t('Look for an update of this extension, and report this with the log.'),
  }),
  'invalid.value': () => ({
    why: l10n.t('One of the answers is not among the values that the organization allows.'),
    next: l10n.t('The details name the values that are. Choose one of them, then save again.'),
  }),
  'response.entity.too.large': () => ({
    why: l10n.t('The answer would be larger than Genesys Cloud sends at once.'),
    next: l10n.t('Go on without the list that could not be loaded, or use the admin page.'),
  }),
  'not.found': () => ({
    why: l10n.t('What was asked for is not there: somebody deleted it, or the region is another one.'),
    next: l10n.t('Refresh, and look at the region that you are connected to.'),
  }),
  'client.timeout': () => ({
    why: l10n.t('The request took too long to arrive: the connection is slow.'),
    next: l10n.t('Try again on a faster connection.'),
  }),
  'request.conflict': () => ({
    why: l10n.t('Somebody else has changed the same thing at the same time.'),
    next: l10n.t('Refresh, look at what changed, then try again.'),
  }),
  'request.entity.too.large': () => ({
    why: l10n.t('The request is larger than Genesys Cloud accepts.'),
    next: l10n.t(
      'Shorten the description, or leave out divisions, scopes or redirect URIs, then save again.',
    ),
  }),
  'unsupported.media.type': () => ({
    why: l10n.t('The request did not arrive in its own format: a proxy changed it, perhaps.'),
    next: l10n.t('Try again without the proxy, or ask whoever runs it.'),
  }),
} as const satisfies AdviceByCode;

/** Too many requests, and the wait in seconds that the org asked for, if it said. */
export function tooManyRequests(retryAfterSeconds?: number): Advice {
  return {
    why: l10n.t('The organization received too many requests in a short time.'),
    next:
      retryAfterSeconds === undefined
        ? l10n.t('Wait a minute, then try again.')
        : whenToTryAgain(retryAfterSeconds),
  };
}

/** A longer wait is told in minutes. */
export const MOST_SECONDS_TOLD = 120;

/** The wait that was asked for. */
export function whenToTryAgain(seconds: number): string {
  if (seconds === 0) return l10n.t('Try again now.');
  if (seconds === 1) return l10n.t('Wait 1 second, then try again.');
  return seconds <= MOST_SECONDS_TOLD
    ? l10n.t('Wait {0} seconds, then try again.', seconds)
    : l10n.t('Wait {0} minutes, then try again.', Math.ceil(seconds / 60));
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
    next: l10n.t('Try again later.'),
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
