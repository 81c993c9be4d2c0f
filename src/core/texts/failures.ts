import * as l10n from '@vscode/l10n';
import { answerOf, type PlatformError } from '../platform/errors.ts';
import type { Failure } from '../procedures/run.ts';

/** A failure in words: what happened, why, and what to do next; the technical facts stay behind "Details". */
export type FailureText = { what: string; why: string; next: string; details: readonly string[] };

/** Why Save stopped, what was and was not done, and what to do next. */
export function failureText(failure: Failure): FailureText {
  switch (failure.kind) {
    case 'cancelled':
      return {
        what: l10n.t('Cancelled.'),
        why: l10n.t('What was already done stands; the rest was not started.'),
        next: l10n.t('Go on whenever you like.'),
        details: [],
      };
    case 'not-created':
      return notCreatedText(failure.error);
    case 'perhaps-created':
      return {
        what: l10n.t('It is not certain whether the client was created.'),
        why: l10n.t('The request was sent, its answer never came, and looking for the client failed, too.'),
        next: l10n.t(
          'Look again, or look at the list of OAuth clients in Genesys Cloud. Creating another client is safe only if this one is not there.',
        ),
        details: [...errorDetails(failure.error), ...errorDetails(failure.lookup)],
      };
    case 'secret-not-kept':
      return {
        what: l10n.t('The client was created, but its secret could not be kept.'),
        why: l10n.t("VS Code's secret storage did not accept it."),
        next: l10n.t(
          'Unlock the keyring of this computer and try again, or copy the secret to where you need it. It waits in this window and is lost when you close it.',
        ),
        details: [failure.reason],
      };
    case 'file-changed':
      return {
        what: l10n.t('The client was created, but {0} was not changed.', failure.path),
        why: l10n.t('The file is no longer what the review showed.'),
        next: l10n.t('Undo what changed there and try again, or copy the line and add it yourself.'),
        details: [],
      };
    case 'file-not-written':
      return {
        what: l10n.t('The client was created, but {0} was not changed.', failure.path),
        why: l10n.t('VS Code could not write the file.'),
        next: l10n.t('See that the file can be written and try again, or copy the line and add it yourself.'),
        details: [failure.reason],
      };
  }
}

function notCreatedText(error: PlatformError): FailureText {
  if (error.kind === 'cancelled') {
    return {
      what: l10n.t('Cancelled. No client was created.'),
      why: l10n.t('The organization was asked: the client is not there.'),
      next: l10n.t('Your answers are still here.'),
      details: [],
    };
  }
  return platformErrorText(l10n.t('No client was created.'), error);
}

/** A failed call in words, told as why `what` happened. */
export function platformErrorText(what: string, error: PlatformError): FailureText {
  return { what, ...adviceOn(error), details: errorDetails(error) };
}

function adviceOn(error: PlatformError): { why: string; next: string } {
  switch (error.kind) {
    case 'cancelled':
      return { why: l10n.t('You cancelled it.'), next: l10n.t('Try again whenever you like.') };
    case 'unreachable':
    case 'no-answer':
      return {
        why: l10n.t('The organization could not be reached.'),
        next: l10n.t('Look at the network connection and the proxy, then try again.'),
      };
    case 'untrusted-certificate':
      return {
        why: l10n.t(
          'This computer does not trust the certificate of the host that answered: a company proxy, perhaps.',
        ),
        next: l10n.t(
          "Install your company's certificate in the certificate store of the computer that VS Code's extensions run on, then restart VS Code.",
        ),
      };
    case 'timeout':
      return {
        why: l10n.t('The organization did not answer within {0} seconds.', error.seconds),
        next: l10n.t('Try again in a moment.'),
      };
    case 'unexpected-answer':
      return {
        why: l10n.t('Something answered that is not Genesys Cloud, or not as it should: a proxy, perhaps.'),
        next: l10n.t('Look at the proxy settings, then try again.'),
      };
    case 'signed-out':
      return {
        why: l10n.t('Your sign-in has ended.'),
        next: l10n.t('Sign in again. Your answers are still here.'),
      };
    case 'forbidden':
      return {
        why: l10n.t('The organization does not allow you to do this.'),
        next: l10n.t(
          'Ask an administrator for the permission named in the details, or sign in as somebody else.',
        ),
      };
    case 'rate-limited':
      return {
        why: l10n.t('The organization received too many requests in a short time.'),
        next:
          error.retryAfterSeconds === undefined
            ? l10n.t('Wait a minute, then try again.')
            : l10n.t('Wait {0} seconds, then try again.', error.retryAfterSeconds),
      };
    case 'server-error':
      return {
        why: l10n.t('Genesys Cloud had a problem of its own.'),
        next: l10n.t('Try again in a moment.'),
      };
    case 'rejected':
      return rejectionAdvice(error.answer.code);
  }
}

/** Advice on the documented reasons for refusing a client (Genesys facts 1.5); an unknown one speaks for itself. */
function rejectionAdvice(code: string | undefined): { why: string; next: string } {
  switch (code) {
    case 'bad.grant.type':
      return {
        why: l10n.t('The organization refuses this grant type.'),
        next: l10n.t('Keep everything else and use Code Authorization / PKCE.'),
      };
    case 'auth.invalid.scope':
      return {
        why: l10n.t('The organization does not know one of the scopes.'),
        next: l10n.t('Go to Scopes and leave only scopes from the list.'),
      };
    case 'missing.client.scope':
      return {
        why: l10n.t('The organization wants at least one scope.'),
        next: l10n.t('Go to Scopes and choose what the client may do.'),
      };
    case 'auth.too.many.clients':
      return {
        why: l10n.t('The organization has as many OAuth clients as it may have.'),
        next: l10n.t('Delete a client that nobody uses, then try again.'),
      };
    case 'constraint.validation':
      return {
        why: l10n.t('The organization does not accept one of the answers.'),
        next: l10n.t('The details say which one. Correct it, then save again.'),
      };
    default:
      return {
        why: l10n.t('The organization did not accept the request.'),
        next: l10n.t('The details say why. Correct the answers, then save again.'),
      };
  }
}

function errorDetails(error: PlatformError): string[] {
  const answer = answerOf(error);
  if ('reason' in error) return [error.reason];
  if (answer === undefined) return [];
  return [
    `HTTP ${answer.status}${answer.code === undefined ? '' : ` ${answer.code}`}`,
    ...(answer.message === undefined ? [] : [answer.message]),
    ...(answer.correlationId === undefined ? [] : [`ININ-Correlation-Id: ${answer.correlationId}`]),
  ];
}
