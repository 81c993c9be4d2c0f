import * as l10n from '@vscode/l10n';
import type { ScimFileResult } from '../operations/effects.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { LoginError } from '../platform/loginError.ts';
import { refusalDetails } from './advice.ts';
import { adviceOnChange } from './adviceOnChange.ts';
import { clientName, type NamedClient } from './clientName.ts';
import { longMomentText } from './duration.ts';
import { type FailureText, platformErrorText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';
import { placeOf } from './regions.ts';
import { scimRefusalText } from './scim.ts';
import { listed } from './sentences.ts';

/** What a new secret does to the old one. */
export function oldSecretText(): string {
  return l10n.t('The old secret stops working at once. Every application that uses it needs the new one.');
}

/**
 * What a new secret does to tokens that were made before, which nobody knows.
 *
 * @param holders the identity providers that hold one, by name
 */
export function oldTokensText(holders: readonly string[]): string {
  return holders.length === 0
    ? l10n.t('Tokens that were made with the old secret may or may not go on: that is not known.')
    : l10n.t(
        'What {0} holds is a token, not the secret. It may or may not go on: that is not known. If users are no longer synchronized, make a new SCIM token, and give it to {0}.',
        listed(holders),
      );
}

/** When a new token for an identity provider ends; `endsAt` in ISO 8601. */
export function newTokenEndText(endsAt: string | undefined, language: string): string {
  return endsAt === undefined
    ? l10n.t('When the new token ends is not known.')
    : l10n.t('The new token ends on {0}.', longMomentText(endsAt, language));
}

/**
 * What becomes of the token before it: another one does not end it, and whether another secret does is not known.
 *
 * @param endsAt when it ends, in ISO 8601, where that is known
 */
export function formerTokenText(
  { endsAt, hasNewSecret }: { readonly endsAt: string | undefined; readonly hasNewSecret: boolean },
  now: Date,
  language: string,
): string {
  const moment = endsAt === undefined ? undefined : longMomentText(endsAt, language);
  if (endsAt !== undefined && moment !== undefined && Date.parse(endsAt) <= now.getTime())
    return l10n.t('The old token ended on {0}.', moment);
  if (hasNewSecret)
    return l10n.t('Whether the old token goes on is not known, because the client has a new secret.');
  return moment === undefined
    ? l10n.t('The old token goes on until it ends by itself. When that is, is not known.')
    : l10n.t('The old token goes on until it ends by itself, on {0}.', moment);
}

/** Why there is no new token for an identity provider; the old one is as it was. */
export function noScimTokenText(error: LoginError): FailureText {
  const what = l10n.t('No new token was made.');
  if (error.kind !== 'login-refused') return platformErrorText(what, error);
  return {
    what,
    why: l10n.t(
      'The login host refused the client: its secret or its grant type is another one, or it is not active.',
    ),
    next: l10n.t('Look at the client on its admin page, then try again.'),
    details: refusalDetails(error.code, error.description),
  };
}

/** A token is there, and its end is not in the file; undefined when it is. */
export function tokenEndNotWrittenText(path: string, result: ScimFileResult): FailureText | undefined {
  const what = l10n.t('A new token was made, but its end was not written into {0}.', path);
  const next = l10n.t('Correct the file, then make a new token once more.');
  switch (result.kind) {
    case 'written':
      return undefined;
    case 'refused':
      return { what, why: scimRefusalText(result.reason, path, result.line), next, details: [] };
    case 'changed-meanwhile':
    case 'failed': {
      const details = result.kind === 'failed' ? [result.reason] : [];
      return { what, why: l10n.t('VS Code could not write the file.'), next, details };
    }
  }
}

/** A file names a region that no secret is sent to. */
export function untrustedRegionText(region: string): FailureText {
  return {
    what: l10n.t('No new token was made.'),
    why: l10n.t(
      'The file names the region {0}, which is none that is known here, and no secret is sent there.',
      region,
    ),
    next: l10n.t('Correct the region, or sign in to it first.'),
    details: [],
  };
}

/** A file names another region than that of the client whose secret is kept here. */
export function secretOfOtherRegionText(written: string, noted: string): FailureText {
  return {
    what: l10n.t('No new token was made.'),
    why: l10n.t(
      'The file names the region {0}. The secret that is kept here is of a client in {1}, and is sent nowhere else.',
      written,
      placeOf(noted),
    ),
    next: l10n.t(
      'Correct the region in the file. If the client is really there, forget the secret with "Copy or Forget Client Secret" first.',
    ),
    details: [],
  };
}

/** A token is there for as long as this window; the keyring refused it. */
export function tokenNotKeptText(reason: string): FailureText {
  return {
    what: l10n.t('A new token was made, but it could not be kept.'),
    why: l10n.t("VS Code's secret storage did not accept it."),
    next: l10n.t('Copy it now, and give it to the identity provider: it is lost otherwise.'),
    details: [reason],
  };
}

/** The client still has the secret that it had. */
export function secretNotChangedText(client: NamedClient, error: PlatformError): FailureText {
  return {
    what: l10n.t('The secret of "{0}" was not changed.', clientName(client)),
    ...adviceOnChange(error),
    details: errorDetails(error),
  };
}

/** The client has a new secret, and the keyring refused it. */
export function newSecretNotKeptText(client: NamedClient, reason: string): FailureText {
  return {
    what: l10n.t('"{0}" has a new secret, but it could not be kept.', clientName(client)),
    why: l10n.t("VS Code's secret storage did not accept it."),
    next: l10n.t('Copy it now, and put it where it is needed: it is lost otherwise.'),
    details: [reason],
  };
}
