import * as l10n from '@vscode/l10n';
import type { PlatformError } from '../platform/errors.ts';
import type { Advice } from './advice.ts';
import { adviceOn } from './platformErrors.ts';

/** Why a client that exists was not changed, and what to do: there is no form with answers of a new one to correct. */
export function adviceOnChange(error: PlatformError): Advice {
  const advice = adviceOn(error);
  if (error.kind === 'signed-out')
    return { ...advice, next: l10n.t('Sign in again, then do the same once more.') };
  if (error.kind !== 'rejected') return advice;
  switch (error.answer.code) {
    case 'client.not.found':
    case 'not.found':
    case 'request.conflict':
      return advice;
    case 'bad.client.role':
      return {
        why: l10n.t('Only somebody who holds every role of a client can change it.'),
        next: l10n.t('Ask an administrator who holds them.'),
      };
    default:
      return {
        ...advice,
        next: l10n.t('The details say more. Change the client on its admin page instead.'),
      };
  }
}

/** The same where there is one: of a client that was edited, answer by answer. */
export function adviceOnEdit(error: PlatformError): Advice {
  if (error.kind !== 'rejected') return adviceOn(error);
  switch (error.answer.code) {
    case 'bad.client.role':
      return adviceOnChange(error);
    case 'bad.grant.type':
      return { ...adviceOn(error), next: l10n.t('Go to Grant type and keep the one that the client has.') };
    default:
      return adviceOn(error);
  }
}
