import * as l10n from '@vscode/l10n';
import { permissionsNamed } from '../clients/permissions.ts';
import { answerOf, type PlatformError } from '../platform/errors.ts';
import type { Advice, AdviceByCode } from './advice.ts';
import { accessErrors, roleErrors } from './apiErrors/accessErrors.ts';
import { clientErrors } from './apiErrors/clientErrors.ts';
import { requestErrors, serviceErrors, tooManyRequests, whenToTryAgain } from './apiErrors/requestErrors.ts';
import { inOneText, listed } from './sentences.ts';
import { statusPageText } from './statusPage.ts';

/** Why a call failed and what to do next: by the code of its answer, or else by the kind of failure. */
export function adviceOn(error: PlatformError): Advice {
  const advice = adviceOnAny(error);
  if (error.kind !== 'server-error' || error.fromCloud !== true) return advice;
  return { ...advice, next: inOneText([advice.next, statusPageText()]), hasStatusPage: true };
}

function adviceOnAny(error: PlatformError): Advice {
  if (error.kind === 'rate-limited') return tooManyRequests(error.retryAfterSeconds);
  return lackedPermissions(error) ?? apiErrorAdvice(answerOf(error)?.code) ?? adviceOnKind(error);
}

/** Where the org says which permissions they are. */
function lackedPermissions(error: PlatformError): Advice | undefined {
  const names = listed(permissionsNamed(error));
  if (names === '') return undefined;
  const next = l10n.t(
    'An administrator of the organization can give it to you with a role. Or sign in as somebody who has it.',
  );
  switch (answerOf(error)?.code) {
    case 'missing.permissions':
      return { why: l10n.t('You lack a permission for this: {0}.', names), next };
    case 'missing.any.permissions':
      return { why: l10n.t('You hold none of the permissions that allow this: {0}.', names), next };
    default:
      return undefined;
  }
}

/** The technical facts of a failed call, a line each, for behind "Details". */
export function errorDetails(error: PlatformError): string[] {
  const answer = answerOf(error);
  if ('reason' in error) return [error.reason];
  if (answer === undefined) return [];
  return [
    `HTTP ${answer.status}${answer.code === undefined ? '' : ` ${answer.code}`}`,
    ...(answer.message === undefined ? [] : [answer.message]),
    ...(answer.correlationId === undefined ? [] : [`ININ-Correlation-Id: ${answer.correlationId}`]),
  ];
}

function adviceOnKind(error: Exclude<PlatformError, { kind: 'rate-limited' }>): Advice {
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
    case 'too-much':
      return {
        why:
          error.unit === 'pages'
            ? l10n.t('The list goes on after {0} pages, and no more are read.', error.most)
            : l10n.t('The answer is larger than {0} MB, and no more is read.', error.most),
        next: l10n.t('Use the admin page for this, and report it with the log.'),
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
    case 'server-error':
      return {
        why: l10n.t('Genesys Cloud had a problem of its own.'),
        next:
          error.retryAfterSeconds === undefined
            ? l10n.t('Try again in a moment.')
            : whenToTryAgain(error.retryAfterSeconds),
      };
    case 'rejected':
      return {
        why: l10n.t('The organization did not accept the request.'),
        next: l10n.t('The details say why. Correct the answers, then save again.'),
      };
  }
}

const advice: AdviceByCode = {
  ...clientErrors,
  ...accessErrors,
  ...roleErrors,
  ...requestErrors,
  ...serviceErrors,
};

/** Advice on an error code that the Platform API documents for what is asked of it; undefined for any other. */
export function apiErrorAdvice(code: string | undefined): Advice | undefined {
  return code !== undefined && Object.hasOwn(advice, code) ? advice[code]?.() : undefined;
}
