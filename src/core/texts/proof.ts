import * as l10n from '@vscode/l10n';
import type { Proof, ProofFailure, Proven } from '../proof/proof.ts';
import { refusalDetails } from './advice.ts';
import { type FailureText, platformErrorText } from './failures.ts';

/** A login that worked, in words. */
export function provenText({ person, orgName }: Proven): string {
  if (person !== undefined && orgName !== undefined) {
    return l10n.t('The login works: {0} can log in to {1} with this client.', person, orgName);
  }
  return l10n.t(
    'The login works: the organization accepted the token. The scopes of this client do not let it say who logged in.',
  );
}

/** With which redirect URI a login worked; and how many others nothing is known of. */
export function provenAtText(
  { redirectUri }: Pick<Proof, 'redirectUri'>,
  { redirectUris }: { readonly redirectUris: readonly string[] },
): string {
  const others = redirectUris.filter((each) => each !== redirectUri).length;
  if (others === 0) return '';
  return others === 1
    ? l10n.t('It came back to {0}; the other redirect URI was not tried.', redirectUri)
    : l10n.t('It came back to {0}; the {1} other redirect URIs were not tried.', redirectUri, others);
}

/** What became of the token of a login that worked. */
export function tokenEndText({ tokenEnded }: Proven): string {
  if (tokenEnded === undefined) {
    return l10n.t(
      'It is not certain whether its token was ended again; nobody keeps it, and it ends by itself.',
    );
  }
  return tokenEnded
    ? l10n.t('Its token has been ended again.')
    : l10n.t(
        'The scopes of this client do not let its token be ended from here; nobody keeps it, and it ends by itself.',
      );
}

/** Why a login did not show that the client works, and what to do next. */
export function proofFailureText(failure: ProofFailure): FailureText {
  const what = l10n.t('The login was not proven. The client is still there.');
  switch (failure.kind) {
    case 'client-unknown':
      return {
        what,
        why: l10n.t('The login host does not know the client; a new one takes a moment to arrive there.'),
        next: l10n.t('Try again in a minute.'),
        details: [],
      };
    case 'other-grant':
      return {
        what,
        why: l10n.t('The client has another grant type now than it was made with.'),
        next: l10n.t('Look at the client on its admin page, then try again.'),
        details: [],
      };
    case 'redirect-uri-refused':
      return {
        what,
        why: l10n.t(
          'The login host accepts no login with the redirect URI {0}: it is not registered for this client, or the client is not active.',
          failure.redirectUri,
        ),
        next: l10n.t(
          'Look at the client on its admin page: the redirect URI must be there, exactly like this.',
        ),
        details: [],
      };
    case 'login-refused':
      return {
        what,
        why: l10n.t('The login did not end with a token.'),
        next: l10n.t('Try again. The details say what the login host answered.'),
        details: refusalDetails(failure.code, failure.description),
      };
    case 'code-refused':
      return {
        what,
        why: l10n.t('The login host did not accept the code: it was used before, or it is too old.'),
        next: l10n.t('Try again, and come back from the browser within a minute.'),
        details: refusalDetails('invalid_grant', failure.description),
      };
    case 'secret-refused':
      return {
        what,
        why: l10n.t(
          'The login host asks for the secret of this client, and there is none here that it accepts.',
        ),
        next: l10n.t('Make a new secret with the command "Rotate Client Secret", then try again.'),
        details: refusalDetails('invalid_client', failure.description),
      };
    case 'no-return':
      return {
        what,
        why: l10n.t('The browser did not come back within {0} minutes.', failure.minutes),
        next: l10n.t(
          'Try again. If the page at {0} changes its address before you can copy it, register http://localhost as well for as long as you try.',
          failure.redirectUri,
        ),
        details: [],
      };
    case 'token-refused':
      return platformErrorText(
        l10n.t('The login ended with a token, but it was not accepted.'),
        failure.error,
      );
    case 'not-reached':
      return platformErrorText(what, failure.error);
    case 'broken':
      return {
        what,
        why: l10n.t('Something on this computer did not work.'),
        next: l10n.t('Try again. If it keeps failing, the log says more.'),
        details: [failure.reason],
      };
  }
}
