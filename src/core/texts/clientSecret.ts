import * as l10n from '@vscode/l10n';
import type { PlatformError } from '../platform/errors.ts';
import { adviceOnChange } from './clientChanges.ts';
import type { FailureText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';

/** The client still has the secret that it had. */
export function secretNotChangedText(name: string, error: PlatformError): FailureText {
  return {
    what: l10n.t('The secret of "{0}" was not changed.', name),
    ...adviceOnChange(error),
    details: errorDetails(error),
  };
}

/** The client has a new secret, and the keyring refused it. */
export function newSecretNotKeptText(name: string, reason: string): FailureText {
  return {
    what: l10n.t('"{0}" has a new secret, but it could not be kept.', name),
    why: l10n.t("VS Code's secret storage did not accept it."),
    next: l10n.t('Copy it now, and put it where it is needed: it is lost otherwise.'),
    details: [reason],
  };
}
