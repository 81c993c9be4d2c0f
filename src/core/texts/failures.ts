import * as l10n from '@vscode/l10n';
import type { Left } from '../operations/deleteClient.ts';
import type { RoleFailure } from '../operations/newRole.ts';
import type { Failure, ProofError, StoppedRun } from '../operations/run.ts';
import type { PlatformError } from '../platform/errors.ts';
import { createsClient } from '../procedures/plan.ts';
import type { Advice } from './advice.ts';
import { refusalDetails } from './advice.ts';
import { adviceOnEdit } from './adviceOnChange.ts';
import { clientName } from './clientName.ts';
import { newRoleName, roleFailureText } from './newRole.ts';
import { adviceOn, errorDetails } from './platformErrors.ts';
import { scimRefusalText } from './scim.ts';

/** A failure in words: what happened, why, and what to do next; the technical facts stay behind "Details". */
export type FailureText = Advice & {
  what: string;
  details: readonly string[];
  /** What to copy and give to whoever can give what is lacking, where somebody can. */
  request?: string | undefined;
};

/** Why Save stopped, what was and was not done, and what to do next. */
export function stopText(run: StoppedRun): FailureText {
  const { failure } = run;
  switch (failure.kind) {
    case 'cancelled':
      return cancelledText(run);
    case 'role-not-created':
    case 'role-perhaps-created':
    case 'role-not-given':
    case 'role-gone':
    case 'role-not-noticed':
    case 'role-interrupted':
    case 'role-not-taken-back':
      return roleFailureText(failure, newRoleName(run));
    case 'deletion-not-noted':
      return run.client === undefined ? roleNotDeleted(failure) : failureText(failure);
    default:
      return failureText(failure);
  }
}

/** What a Save has done that was cancelled, and what not; what became of each step stands beside it. */
function cancelledText({ plan, client, role, done, hasSecret }: StoppedRun): FailureText {
  if (client !== undefined && createsClient(plan))
    return {
      what: l10n.t('Save was cancelled after the client "{0}" was created.', clientName(client)),
      why: hasSecret
        ? l10n.t(
            'The client stands, and its Client Secret is kept. The steps that were not started were not done.',
          )
        : l10n.t(
            'The client stands, but its Client Secret was lost with the answer. The steps that were not started were not done.',
          ),
      next: l10n.t('Go on with the rest, or delete the client.'),
      details: [],
    };
  const hasBegun = plan.slice(0, done).some(({ kind }) => kind !== 'use-client');
  return {
    what: hasBegun
      ? l10n.t('Save was cancelled before it was through.')
      : l10n.t('Save was cancelled before anything was done.'),
    why: createsClient(plan) ? l10n.t('No client was created.') : l10n.t('The client is as it was.'),
    next:
      role === undefined
        ? l10n.t('Go on whenever you like, or go back to the answers.')
        : l10n.t('Go on whenever you like, or delete the role.'),
    details: [],
  };
}

/** The same where it was not the person who stopped it. */
export function failureText(failure: Exclude<Failure, RoleFailure | { kind: 'cancelled' }>): FailureText {
  switch (failure.kind) {
    case 'interrupted':
      return interruptedText(failure.client);
    case 'creation-not-noted':
      return { what: l10n.t('No client was created.'), ...notNoted(failure.reason) };
    case 'deletion-not-noted':
      return { what: l10n.t('The client was not deleted.'), ...notNoted(failure.reason) };
    case 'not-created':
      return platformErrorText(l10n.t('No client was created.'), failure.error);
    case 'perhaps-created':
      return {
        what: l10n.t('It is not certain whether the client was created.'),
        why:
          failure.lookup.kind === 'cancelled'
            ? l10n.t(
                'The request was sent, its answer never came, and Save was cancelled before the client was looked for.',
              )
            : l10n.t('The request was sent, its answer never came, and looking for the client failed, too.'),
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
    case 'not-proven':
      return {
        what: l10n.t('The client is there, but it could not be used.'),
        ...proofAdvice(failure.error),
      };
    case 'token-not-made':
      return {
        what: l10n.t('The client is there, but it got no token for the identity provider.'),
        ...proofAdvice(failure.error),
      };
    case 'scim-file-refused':
      return {
        what: l10n.t('The client is there, but {0} was not changed.', failure.path),
        why: scimRefusalText(failure.reason, failure.path, failure.line),
        next: l10n.t('Correct the file, then try again.'),
        details: [],
      };
    case 'changed-meanwhile':
      return {
        what: l10n.t('Nothing was changed: somebody else has changed the client meanwhile.'),
        why: l10n.t('What they changed stands below.'),
        next: l10n.t('Look again: your answers stay, and the review shows what they would change now.'),
        details: [],
      };
    case 'not-changed':
      return {
        what: l10n.t('The client was not changed.'),
        ...adviceOnEdit(failure.error),
        details: errorDetails(failure.error),
      };
    case 'perhaps-changed':
      return {
        ...uncertainChange(failure.lookup !== undefined),
        next: l10n.t('Try again, which does no harm: the client is looked at before anything is sent.'),
        details: [
          ...errorDetails(failure.error),
          ...(failure.lookup === undefined ? [] : errorDetails(failure.lookup)),
        ],
      };
    case 'not-taken-back':
      return platformErrorText(notTakenBackText(failure.left), failure.error);
    case 'not-activated':
      return platformErrorText(notActivatedText(failure.left), failure.error);
    case 'file-changed':
      return {
        what: l10n.t('The client is there, but {0} was not changed.', failure.path),
        why: l10n.t('The file is no longer what the review showed.'),
        next: l10n.t('Undo what changed there and try again, or copy the line and add it yourself.'),
        details: [],
      };
    case 'file-not-written':
      return {
        what: l10n.t('The client is there, but {0} was not changed.', failure.path),
        why: l10n.t('VS Code could not write the file.'),
        next: l10n.t('See that the file can be written and try again, or copy the line and add it yourself.'),
        details: [failure.reason],
      };
  }
}

/** Why a client that exists could not get a token, or use it. */
function proofAdvice(error: ProofError): Omit<FailureText, 'what'> {
  switch (error.kind) {
    case 'no-secret':
      return {
        why: l10n.t('Its secret was never received, because the answer was lost on its way.'),
        next: l10n.t('Make a new secret for the client. Then the steps that are left are done.'),
        details: [],
      };
    case 'not-kept':
      return {
        why: l10n.t("VS Code's secret storage did not accept it."),
        next: l10n.t('Unlock the keyring of this computer, then try again.'),
        details: [error.reason],
      };
    case 'login-refused':
      return {
        why: l10n.t('The login host refused the new client; it may take a moment to know it.'),
        next: l10n.t('Try again in a moment.'),
        details: refusalDetails(error.code, error.description),
      };
    default:
      return { ...adviceOn(error), details: errorDetails(error) };
  }
}

/** Nobody knows whether a client was changed; `isUnread` where looking at it failed, too. */
function uncertainChange(isUnread: boolean): Pick<FailureText, 'what' | 'why'> {
  return {
    what: l10n.t('It is not certain whether the client was changed.'),
    why: isUnread
      ? l10n.t('The request was sent, its answer never came, and looking at the client failed, too.')
      : l10n.t(
          'The request was sent, and its answer never came. The client is still as it was, but Genesys Cloud may carry the request out yet.',
        ),
  };
}

function roleNotDeleted({ reason }: Extract<Failure, { kind: 'deletion-not-noted' }>): FailureText {
  return { what: l10n.t('The role was not deleted.'), ...notNoted(reason) };
}

function notNoted(reason: string): Omit<FailureText, 'what'> {
  return {
    why: l10n.t('VS Code could not note on this computer what was about to be sent, so nothing was sent.'),
    next: l10n.t(
      'Try again, or see that VS Code can write to the disk. Without the note, nobody would be told what stands if VS Code ended meanwhile.',
    ),
    details: [reason],
  };
}

function interruptedText(client: 'there' | 'not-certain'): FailureText {
  return client === 'there'
    ? {
        what: l10n.t('The client is there, but saving was interrupted.'),
        why: l10n.t('VS Code was closed, or ended, before it was through.'),
        next: l10n.t('Go on, or delete the client.'),
        details: [],
      }
    : {
        what: l10n.t('Saving was interrupted, and it is not certain whether the client was created.'),
        why: l10n.t('VS Code was closed, or ended, before the answer came.'),
        next: l10n.t(
          'Look for the client. Save goes on with it, or sends the request again if it is not there.',
        ),
        details: [],
      };
}

function notTakenBackText(left: Left): string {
  switch (left) {
    case 'as-it-was':
      return l10n.t('The client could not be deleted. It is still there, as it was.');
    case 'inactive':
      return l10n.t('The client could not be deleted. It is still there, inactive: nobody can use it.');
    case 'unknown':
      return l10n.t('It is not certain whether the client was deleted.');
  }
}

function notActivatedText(left: Extract<Failure, { kind: 'not-activated' }>['left']): string {
  switch (left) {
    case 'inactive':
      return l10n.t('The client is kept, but it could not be made active again. Nobody can use it as it is.');
    case 'unknown':
      return l10n.t('The client is kept, but it is not certain whether it is active again.');
  }
}

/** A failed call in words, told as why `what` happened. */
export function platformErrorText(what: string, error: PlatformError): FailureText {
  return { what, ...adviceOn(error), details: errorDetails(error) };
}
