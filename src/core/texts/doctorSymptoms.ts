import * as l10n from '@vscode/l10n';
import type { FailedCall, ReadingNote, Seen, Symptom } from '../doctor/symptom.ts';
import { callText } from '../privileges/calls/call.ts';
import { numberText } from './duration.ts';

/** What was seen, in one sentence. */
export function symptomText(symptom: Symptom): string {
  switch (symptom.kind) {
    case 'oauth-error':
      return symptom.description === undefined
        ? l10n.t('The login host refused with {0}.', symptom.code)
        : l10n.t('The login host refused with {0}: {1}', symptom.code, symptom.description);
    case 'invalid-login-page':
      return l10n.t('The login page says that the Client ID or the redirect URI is invalid.');
    case 'api-error':
      return apiErrorText(symptom);
    case 'call':
      return l10n.t('The call {0} is asked about.', textOf(symptom.call));
    case 'token-answer':
      return symptom.hasRefreshToken
        ? l10n.t('The login host gave a token with a refresh token.')
        : l10n.t('The login host gave a token without a refresh token.');
    case 'browser-message':
      return browserText(symptom.about);
    case 'host-not-found':
      return l10n.t('The host {0} was not found.', symptom.host);
    case 'time-refused':
      return l10n.t('Something is not valid yet, or no longer.');
    case 'seen':
      return seenText(symptom.what);
  }
}

function browserText(about: Extract<Symptom, { kind: 'browser-message' }>['about']): string {
  switch (about) {
    case 'framing':
      return l10n.t('The browser refused to show Genesys Cloud inside another page.');
    case 'cookies':
      return l10n.t('The browser blocked cookies.');
    case 'pop-ups':
      return l10n.t('The browser blocked a pop-up.');
  }
}

function apiErrorText({ status, code, call }: Extract<Symptom, { kind: 'api-error' }>): string {
  const what = [status === undefined ? '' : String(status), code ?? '']
    .filter((part) => part !== '')
    .join(' ');
  return call === undefined
    ? l10n.t('The API refused a call with {0}.', what)
    : l10n.t('The API refused {0} with {1}.', textOf(call), what);
}

function textOf({ method, path }: FailedCall): string {
  return callText({ by: 'endpoint', method, path });
}

/** What a person may see, as they would say it: to be chosen where there is no text to paste. */
export function seenText(what: Seen): string {
  switch (what) {
    case 'login-window-empty':
      return l10n.t('The login window stays empty.');
    case 'login-window-closes':
      return l10n.t('The login window closes at once.');
    case 'login-comes-again':
      return l10n.t('The login comes again and again.');
    case 'no-login-window':
      return l10n.t('No login window opens.');
    case 'logged-out-after-a-while':
      return l10n.t('People are logged out after a while.');
    case 'call-finds-nothing':
      return l10n.t('A call goes well, but finds nothing or too little.');
  }
}

/** What there is to say about a text that was read; `language`: a BCP 47 tag. */
export function readingNoteText(note: ReadingNote, language: string): string {
  const list = new Intl.ListFormat(language);
  switch (note.kind) {
    case 'too-large':
      return l10n.t('The text is larger than {0} MB, and was not read.', note.mostMegabytes);
    case 'other-product':
      return note.hosts.length === 0
        ? l10n.t('The text is about another product.')
        : l10n.t(
            'The text is about hosts that are not of Genesys Cloud: {0}',
            list.format(note.hosts.slice(0, MOST_NAMED)),
          );
    case 'company-hosts':
      return l10n.t(
        'Hosts that may be those of your company in front of Genesys Cloud, or of another product: {0}',
        list.format(note.hosts.slice(0, MOST_NAMED)),
      );
    case 'more-failures':
      return l10n.t(
        'More failures in the text were not read one by one: {0}',
        numberText(note.count, language),
      );
    case 'first-values':
      return l10n.t(
        'The text has very many values: only the first ones were looked at, which are {0}.',
        numberText(note.count, language),
      );
    case 'went-well':
      return l10n.t('Requests of the text that went well: {0}', numberText(note.count, language));
    case 'several-clients':
      return l10n.t('The text names several clients: {0}', list.format(note.clientIds.slice(0, MOST_NAMED)));
    case 'other-client':
      return l10n.t('The text names other clients: {0}', list.format(note.clientIds.slice(0, MOST_NAMED)));
    case 'masked':
      return l10n.t('Something in the text that looks like a secret or a token was left out.');
    case 'nothing-told':
      return l10n.t('Nothing in the text tells of a failure that is known here.');
  }
}

const MOST_NAMED = 5;
