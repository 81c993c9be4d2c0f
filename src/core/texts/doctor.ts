import * as l10n from '@vscode/l10n';
import type { Args, Certainty, Diagnosis, FoundCause, NextStep, NotLooked } from '../doctor/answer.ts';
import type { Cause } from '../doctor/cause.ts';
import { diagnostics } from '../findings/catalogue.ts';
import { findingText, wordsOf } from '../findings/finding.ts';
import { accessCauses } from './doctorAccess.ts';
import type { CauseWords } from './doctorCause.ts';
import { clientCauses } from './doctorClient.ts';
import { surroundingCauses } from './doctorSurroundings.ts';
import { adviceOn } from './platformErrors.ts';

const causes: Readonly<Record<Cause, CauseWords>> = {
  ...clientCauses,
  ...accessCauses,
  ...surroundingCauses,
};

/** What a cause is, in one sentence. */
export function causeTitle({ cause, args }: Pick<FoundCause, 'cause' | 'args'>, language: string): string {
  return causes[cause].title(wordsOf(args, language));
}

/** What speaks for it and what is not known about it, a paragraph each: the finding that it is, and why it keeps people out. */
export function causeReasons({ cause, args, finding }: FoundCause, language: string): readonly string[] {
  const why = causes[cause].why(wordsOf(args, language));
  if (finding === undefined) return [why];
  const text = findingText(diagnostics, finding, language);
  return saysAll(cause) ? [text] : [text, why];
}

/** Where the sentence of the finding leaves nothing to say. */
function saysAll(cause: Cause): boolean {
  switch (cause) {
    case 'client-not-active':
    case 'grant-unsuited':
    case 'grant-withdrawn':
    case 'redirect-uri-missing':
    case 'redirect-uri-inexact':
    case 'redirect-uri-of-other-region':
    case 'partner-page':
    case 'scim-token-ended':
    case 'client-missing':
    case 'unknown-host':
      return true;
    default:
      return false;
  }
}

/** What is looked at for a cause, in a few words. */
export function causeName(cause: Cause): string {
  return causes[cause].name();
}

/** That a cause was looked at and is none, in a few words. */
export function inOrderText(
  { cause, args }: { readonly cause: Cause; readonly args: Args },
  language: string,
): string {
  return causes[cause].inOrder?.(wordsOf(args, language)) ?? causeName(cause);
}

/** How sure it is that a cause is the reason. */
export function certaintyText(certainty: Certainty): string {
  switch (certainty) {
    case 'certain':
      return l10n.t('Certain');
    case 'likely':
      return l10n.t('Likely');
    case 'possible':
      return l10n.t('Possible');
  }
}

/** Why a cause was not looked at, and who can. */
export function notLookedText(reason: NotLooked, language: string): string {
  switch (reason.why) {
    case 'not-allowed':
      return l10n.t(
        'It needs the permission {0}, which you do not hold: somebody who holds it can look.',
        new Intl.ListFormat(language).format(reason.permissions),
      );
    case 'failed':
      return adviceOn(reason.error).why;
    case 'reading':
      return l10n.t('It is being read.');
    case 'signed-out':
      return l10n.t('Nobody is signed in to the organization. Sign in, and it is looked at.');
    case 'no-client':
      return l10n.t('No client is known. Name one, or paste what has its Client ID in it.');
    case 'client-missing':
      return l10n.t('The organization does not have this client.');
    case 'no-call':
      return l10n.t('No call is known. Paste the one that fails.');
    case 'browser':
      return l10n.t('Only the browser of the person who logs in tells it.');
    case 'application':
      return l10n.t('Only the application that logs in or calls tells it.');
    case 'person':
      return l10n.t('It depends on the roles of the person who logs in.');
    case 'error-text':
      return l10n.t('Only the answer to a call that failed tells it. Paste it.');
    case 'admin-page':
      return l10n.t('No API tells it. The admin page Authorized Applications does.');
  }
}

/** What was made of the text, where it did not help by itself. */
export function textTellsText({ textTells, causes: found }: Diagnosis): string | undefined {
  switch (textTells) {
    case 'not-asked':
    case 'something':
      return undefined;
    case 'nothing':
      return found.length === 0
        ? l10n.t(
            'This text does not tell why something fails. Paste the address or the words of the error page, the answer to the call, or a HAR.',
          )
        : l10n.t('The text does not tell why something fails. What follows was found without it.');
    case 'other-product':
      return l10n.t('This text is about another product: nothing in it comes from Genesys Cloud.');
    case 'several-clients':
      return l10n.t(
        'This text is about several clients, and does not say which one fails. Paste the part that is about one of them, or begin at that client.',
      );
    case 'other-client':
      return l10n.t(
        'This text is about another client, and was left out. Paste what is about this one, or ask about the other.',
      );
    case 'too-large':
      return l10n.t('This text is too large to be read. Paste the part with the failure.');
  }
}

/** What to do next, on a button. */
export function nextStepLabel(next: NextStep): string {
  switch (next.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add the Redirect URI…');
    case 'replace-redirect-uri':
      return l10n.t('Correct the Redirect URI…');
    case 'activate':
      return l10n.t('Activate the Client…');
    case 'restore':
      return l10n.t('Restore the Client…');
    case 'edit':
      return l10n.t('Edit the Client…');
    case 'create-client':
      return l10n.t('Create a Client…');
    case 'rotate':
      return l10n.t('Make a New Secret…');
    case 'copy-secret':
      return l10n.t('Copy the Secret');
    case 'make-scim-token':
      return l10n.t('Make a New Token…');
    case 'sign-in':
      return l10n.t('Sign In…');
    case 'open-file':
      return l10n.t('Open the File');
    case 'open-admin-page':
      return l10n.t('Open the Admin Page');
    case 'ask':
      return l10n.t('Copy a Request');
    case 'try-in-browser':
      return l10n.t('What to Try in the Browser');
    case 'change-application':
      return l10n.t('What to Change');
    case 'set-clock':
      return l10n.t('How to Set the Clock');
  }
}

/** What to do next, as a sentence: for the report, and where no button can do it. */
export function nextStepText(next: NextStep, language: string): string {
  const list = new Intl.ListFormat(language);
  switch (next.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add {0} to the redirect URIs of the client.', list.format(next.uris));
    case 'replace-redirect-uri':
      return l10n.t(
        'Replace {0} by {1} among the redirect URIs of the client, or use it as it is registered.',
        next.registered,
        next.uri,
      );
    case 'activate':
      return l10n.t('Activate the client.');
    case 'restore':
      return l10n.t('Restore the client before it is deleted.');
    case 'edit':
      return editText(next.page);
    case 'create-client':
      return l10n.t('Choose a client that exists, or create one.');
    case 'rotate':
      return l10n.t(
        'Copy the secret again from where it is kept. Where nobody has it, make a new one and give it to every caller.',
      );
    case 'copy-secret':
      return l10n.t('Give the secret that is kept here to every caller.');
    case 'make-scim-token':
      return l10n.t('Make a new token, and give it to the identity provider.');
    case 'sign-in':
      return next.region === undefined
        ? l10n.t('Sign in to the organization: then the client itself is looked at.')
        : l10n.t('Sign in to the organization in {0}: then the client itself is looked at.', next.region);
    case 'open-file':
      return l10n.t('Correct the region or the Client ID in the file.');
    case 'open-admin-page':
      return adminPageText(next.page);
    case 'ask':
      return next.permissions.length === 0
        ? l10n.t('Ask an administrator for a role that allows it.')
        : l10n.t('Ask an administrator for a role with {0}.', list.format(next.permissions));
    case 'try-in-browser':
      return next.what === 'cookies'
        ? l10n.t(
            'Allow third-party cookies for Genesys Cloud in the browser, or log in once in a private window that allows them, and compare.',
          )
        : l10n.t('Allow pop-ups for the page that the framework runs in, and try the login again.');
    case 'change-application':
      return applicationText(next.what);
    case 'set-clock':
      return l10n.t('Let the computer set its clock by the network.');
  }
}

function applicationText(what: Extract<NextStep, { kind: 'change-application' }>['what']): string {
  switch (what) {
    case 'host':
      return l10n.t('Use the login and API hosts of the region that the organization is in.');
    case 'network':
      return l10n.t('Try from another network, or ask whoever looks after the proxy.');
    case 'redirect-uri':
      return l10n.t(
        'Let the application send a redirect URI exactly as it is registered, the same one each time.',
      );
    case 'grant':
      return l10n.t(
        'Let the application ask for tokens in the way of the grant type, or use another client.',
      );
    case 'verifier':
      return l10n.t(
        'Let the application send code_challenge with the method S256, and the code_verifier that goes with it.',
      );
    case 'scopes':
      return l10n.t('Let the application ask only for scopes of the client.');
    case 'token':
      return l10n.t('Let the application get a new token, and do so whenever it is refused with 401.');
    case 'refresh':
      return l10n.t('Let the application log in again where it has no refresh token.');
    case 'secret':
      return l10n.t('Give the new secret to every caller.');
    case 'pace':
      return l10n.t('Let the application wait as long as it is told, and call less often.');
  }
}

function editText(page: Extract<NextStep, { kind: 'edit' }>['page']): string {
  switch (page) {
    case 'details':
      return l10n.t('Change the details of the client.');
    case 'grant-type':
      return l10n.t('Change the grant type of the client, together with how it is used, and try a login.');
    case 'scopes':
      return l10n.t('Add the scopes to the client, then log in again.');
    case 'roles':
      return l10n.t('Give the client a role that suffices, in the divisions concerned.');
  }
}

function adminPageText(page: Extract<NextStep, { kind: 'open-admin-page' }>['page']): string {
  switch (page) {
    case 'client':
      return l10n.t('Look at the client on its admin page.');
    case 'authorized-applications':
      return l10n.t(
        'Ask an administrator to approve the client on the admin page Authorized Applications. That needs the permission oauth:client:authorize.',
      );
    case 'organization-settings':
      return l10n.t(
        'Ask an administrator to change the settings of the organization. That needs the permission directory:organization:admin.',
      );
  }
}
