import * as l10n from '@vscode/l10n';
import type { SignInFailure } from '../signIn/attempt.ts';
import { refusalDetails } from './advice.ts';
import { type FailureText, platformErrorText } from './failures.ts';
import { placeOf } from './regions.ts';
import { listed } from './sentences.ts';

/** Why nobody is signed in, and what to do next. */
export function signInFailureText(failure: SignInFailure): FailureText {
  switch (failure.kind) {
    case 'practice-org-not-started':
      return {
        what: l10n.t('The practice org did not start.'),
        why: l10n.t('It runs as a small program beside VS Code, and that program did not answer.'),
        next: l10n.t('Try again. If it keeps failing, the log says more.'),
        details: [failure.reason],
      };
    case 'practice-org-state-unusable':
      return {
        what: l10n.t('The practice org did not start.'),
        why: l10n.t(
          'The file with what it holds was cut off, or is of another version of this extension. It was left as it is.',
        ),
        next: l10n.t(
          'If this extension was newer before, update it. Otherwise run Reset Practice Org: it begins anew, and the file is kept under another name.',
        ),
        details: [failure.reason],
      };
    case 'client-unknown':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t(
          'The region {0} does not know this client. Most likely it belongs to another region.',
          placeOf(failure.region),
        ),
        next: l10n.t('Let the likely regions be tried, or choose the region and the client anew.'),
        details: refusalDetails('invalid_client', failure.description),
      };
    case 'secret-wrong':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('The client is known, but the secret is not its secret.'),
        next: l10n.t('Copy the secret again, whole. If it was renewed since, ask for the new one.'),
        details: refusalDetails('invalid_client', failure.description),
      };
    case 'grant-missing':
      return {
        what: l10n.t('You are not signed in.'),
        why:
          failure.needs === 'CODE'
            ? l10n.t(
                'A login with the browser needs a client with the grant type Code Authorization / PKCE, and this one has another.',
              )
            : l10n.t(
                'Signing in with a secret needs a client with the grant type Client Credentials, and this one has another.',
              ),
        next: l10n.t('Use a client with that grant type, or choose another way to connect.'),
        details: refusalDetails('unauthorized_client', failure.description),
      };
    case 'token-refused':
      return {
        ...platformErrorText(l10n.t('You are not signed in.'), failure.error),
        why: l10n.t(
          'The organization refused the token: it has ended, or it is not of the region {0}.',
          placeOf(failure.region),
        ),
        next: l10n.t('Take a fresh token, or let the likely regions be tried with this one.'),
      };
    case 'session-ended':
      return {
        ...platformErrorText(l10n.t('Your sign-in has ended.'), failure.error),
        why: l10n.t('The organization no longer accepts its token, and it could not be renewed without you.'),
        next: l10n.t('Sign in again. Your answers are still here.'),
      };
    case 'login-refused':
      return {
        what: l10n.t('You are not signed in.'),
        ...(failure.code === 'access_denied'
          ? {
              why: l10n.t('The login page was left with Cancel, or the login was not allowed.'),
              next: l10n.t('Try again whenever you like.'),
            }
          : {
              why: l10n.t('The login did not end with a token.'),
              next: l10n.t('Try again. The details say what the login host answered.'),
            }),
        details: refusalDetails(failure.code, failure.description),
      };
    case 'no-return':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('The browser did not come back within {0} minutes.', failure.minutes),
        next: l10n.t(
          'Try again. If the login page said that the client or its redirect URI is invalid, see that the client is of the region {0} and has the redirect URI http://localhost, exactly like this.',
          placeOf(failure.region),
        ),
        details: [],
      };
    case 'port-in-use':
      return {
        what: l10n.t('The login could not begin.'),
        why: l10n.t(
          'The port {0}, which the settings name for the way back from the browser, is in use by another program or may not be used.',
          failure.port,
        ),
        next: l10n.t(
          'End that program, name another port, or set genesysOAuth.redirectPort to 0 for any free one.',
        ),
        details: [],
      };
    case 'found-gone':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('What was found on this computer is no longer there, or its token has ended.'),
        next: l10n.t('Choose another way to connect.'),
        details: [],
      };
    case 'found-behind-gateway':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t(
          'This profile goes through a gateway, and where tokens are sent is decided in the settings alone.',
        ),
        next: l10n.t(
          'Enter the gateway in the setting genesysOAuth.gateway, or choose another way to connect.',
        ),
        details: [],
      };
    case 'no-region-fits':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('None of the regions that were tried knows it.'),
        next: l10n.t('See that it was copied whole, or choose another way to connect.'),
        details: [listed(failure.tried)],
      };
    case 'gateway-malformed':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('The setting genesysOAuth.gateway cannot be read.'),
        next: l10n.t('Correct it or remove it: it needs a host, and may have a port and two paths.'),
        details: [failure.reason],
      };
    case 'login-failed':
      return platformErrorText(l10n.t('You are not signed in.'), failure.error);
    case 'broken':
      return {
        what: l10n.t('You are not signed in.'),
        why: l10n.t('Something on this computer did not work.'),
        next: l10n.t('Try again. If it keeps failing, the log says more.'),
        details: [failure.reason],
      };
    case 'org-not-loaded':
      return platformErrorText(l10n.t('The organization could not be read.'), failure.error);
  }
}

/** Whether a wrong region would explain this failure, so that trying others makes sense. */
export function mayBeWrongRegion(failure: SignInFailure): boolean {
  return failure.kind === 'client-unknown' || failure.kind === 'token-refused';
}
