import * as l10n from '@vscode/l10n';
import type { DiagnosticEntry } from './entry.ts';

/** What can be said about a SCIM config file, and about the clients that it names. */
export const scimFile = {
  'token-expiring': {
    severities: ['warning'],
    rules: ['S6'],
    facts: ['7.2'],
    title: () => l10n.t('The token of an identity provider ends soon'),
    text: (words) =>
      l10n.t(
        'The token that {provider} holds ends on {moment}. Make a new one before, or users are no longer synchronized.',
        words,
      ),
    meaning: () =>
      l10n.t(
        'Some identity providers hold an access token in place of the Client ID and its secret. Nobody renews it for them.',
      ),
    remedy: () =>
      l10n.t('Make a new token, give it to the identity provider, and let the file say when it ends.'),
  },
  'token-expired': {
    severities: ['error'],
    rules: ['S6'],
    facts: ['7.2'],
    title: () => l10n.t('The token of an identity provider has ended'),
    text: (words) =>
      l10n.t(
        'The token that {provider} holds ended on {moment}: users are no longer synchronized. Make a new one and give it to {provider}.',
        words,
      ),
    meaning: () =>
      l10n.t(
        'Genesys Cloud refuses a token that has ended. The file says when that was; whether the identity provider has got another one since, it does not say.',
      ),
    remedy: () =>
      l10n.t('Make a new token, give it to the identity provider, and let the file say when it ends.'),
  },
  'plain-text-secret': {
    severities: ['error'],
    rules: ['S6'],
    facts: ['1.3'],
    title: () => l10n.t('Something that looks like a secret'),
    text: () =>
      l10n.t(
        'This looks like a secret, and everyone who can read this file can use it. Remove it from here, and change the secret if others have seen the file.',
      ),
    meaning: () =>
      l10n.t(
        'The file is meant to be kept beside the code, where many people can read it, also in its history. It needs no secret.',
      ),
    remedy: () =>
      l10n.t(
        'Remove the value. If the file was shared, or is in a history of versions, change the secret of the client, too.',
      ),
  },
  'duration-reset': {
    severities: ['warning'],
    rules: ['S2', 'S4'],
    facts: ['2.2'],
    title: () => l10n.t('The tokens of the client last another time than the file says'),
    text: (words) =>
      l10n.t(
        'The tokens of this client last {lasts}, not {written}. Genesys Cloud sets the duration back when the client has more than the SCIM Integration role.',
        words,
      ),
    meaning: () =>
      l10n.t(
        'The file says how long tokens were to last, the organization how long they last. Genesys Cloud shortens the duration of a client that has more than the role for SCIM; somebody may also have changed it.',
      ),
    remedy: () =>
      l10n.t(
        'Give the client the SCIM Integration role alone, and the duration again; or write into the file what is true.',
      ),
  },
  'extra-role': {
    severities: ['warning'],
    rules: ['S4'],
    facts: ['2.2'],
    title: () => l10n.t('The client has another role beside the one for SCIM'),
    text: (words) =>
      l10n.t(
        'This client has other roles, too: {roles}. With any role but the one for SCIM, Genesys Cloud sets the token duration back to 1 day.',
        words,
      ),
    meaning: () =>
      l10n.t(
        'Only with the SCIM Integration role alone do tokens last longer than two days, up to 450. A role of another name with exactly its permissions counts as the same.',
      ),
    remedy: () => l10n.t('Take the other roles from the client, and give them to another one.'),
  },
} as const satisfies Record<string, DiagnosticEntry>;
