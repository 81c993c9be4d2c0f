import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about a SCIM config file, and about the clients that it names. */
export const scimFile = {
  'token-expiring': {
    severities: ['warning', 'information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      'practice' in words
        ? l10n.t(
            'This token of the practice org ends on {moment}. It is for trying out only: no identity provider holds it.',
            words,
          )
        : l10n.t(
            'The token that {provider} holds ends on {moment}. Make a new one before, or users are no longer synchronized.',
            words,
          ),
  },
  'token-expired': {
    severities: ['error', 'information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      'practice' in words
        ? l10n.t(
            'This token of the practice org ended on {moment}. It is for trying out only: no identity provider holds it.',
            words,
          )
        : l10n.t(
            'The token that {provider} holds ended on {moment}: users are no longer synchronized. Make a new one and give it to {provider}.',
            words,
          ),
  },
  'token-end-unreadable': {
    severities: ['information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      l10n.t(
        'This is no date, so nobody is told when the token that {provider} holds ends. Write one such as 2027-04-30T09:00:00Z.',
        words,
      ),
  },
  'plain-text-secret': {
    severities: ['error'],
    rules: ['S6'],
    facts: ['1.3'],
    text: () =>
      l10n.t(
        'This looks like a secret, and everyone who can read this file can use it. Remove it from here, and change the secret if others have seen the file.',
      ),
  },
  'duration-reset': {
    severities: ['warning'],
    rules: ['S2', 'S4'],
    facts: ['2.2'],
    text: (words) =>
      l10n.t(
        'The tokens of this client last {lasts}, not {written}. Genesys Cloud sets the duration back when the client has more than the SCIM Integration role; somebody may also have changed it.',
        words,
      ),
  },
  'extra-role': {
    severities: ['warning'],
    rules: ['S4'],
    facts: ['2.2'],
    text: (words) =>
      l10n.t(
        'This client has other roles, too: {roles}. With any role but the one for SCIM, Genesys Cloud sets the token duration back to 1 day.',
        words,
      ),
  },
  'practice-connection': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) =>
      'standing' in words
        ? l10n.t(
            'This connection belongs to the practice org, which is not running on this computer now. It is for trying out only: no identity provider can reach it.',
          )
        : l10n.t(
            'This connection leads to the practice org on this computer, which no identity provider can reach. It is for trying out only.',
          ),
  },
  'practice-address-stale': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) =>
      l10n.t('The practice org of this computer is not at this address. Now it is {address}.', words),
  },
  'address-of-other-region': {
    severities: ['warning'],
    rules: ['S6'],
    facts: ['3', '7.2'],
    text: (words) =>
      l10n.t(
        'This is an address of {home}, but the connection is for {region}. A client is found only in its own region.',
        words,
      ),
  },
  'rest-not-checked': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) => {
      if ('unread' in words)
        return l10n.t(
          'This file has too many syntax errors, or too many brackets within each other, to be checked. Only what has the form of a secret was looked for.',
        );
      return 'named' in words
        ? l10n.t(
            'The first {named} secrets are named one by one; {more} more follow from here on. They must go as well.',
            words,
          )
        : l10n.t(
            'Only the first {checked} connections are checked; {more} more follow from here on. Secrets are looked for in all of them.',
            words,
          );
    },
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const scimFileDocumentation: Readonly<Record<keyof typeof scimFile, Documentation>> = {
  'token-expiring': () => ({
    title: l10n.t('The token of an identity provider ends soon.'),
    meaning: l10n.t(
      'Some identity providers hold an access token in place of the Client ID and its secret. Nobody renews it for them.',
    ),
    remedy: l10n.t('Make a new token, give it to the identity provider, and let the file say when it ends.'),
  }),
  'token-expired': () => ({
    title: l10n.t('The token of an identity provider has ended.'),
    meaning: l10n.t(
      'Genesys Cloud refuses a token that has ended. The file says when that was; whether the identity provider has got another one since, it does not say.',
    ),
    remedy: l10n.t('Make a new token, give it to the identity provider, and let the file say when it ends.'),
  }),
  'token-end-unreadable': () => ({
    title: l10n.t('When the token of an identity provider ends cannot be read.'),
    meaning: l10n.t(
      'The file says when the token of an identity provider ends, and the end is announced before, as early as `genesysOAuth.endingSoonDays` says. A text that is no date, or a day that no calendar has, cannot be announced.',
    ),
    remedy: l10n.t('Write the date and the time in ISO 8601, or make a new token, which writes them.'),
  }),
  'plain-text-secret': () => ({
    title: l10n.t('Something that looks like a secret.'),
    meaning: l10n.t(
      'The file is meant to be kept beside the code, where many people can read it, also in its history. It needs no secret.',
    ),
    remedy: l10n.t(
      'Remove the value. If the file was shared, or is in a history of versions, change the secret of the client, too.',
    ),
  }),
  'duration-reset': () => ({
    title: l10n.t('The tokens of the client last another time than the file says.'),
    meaning: l10n.t(
      'The file says how long tokens were to last, the organization how long they last. Genesys Cloud shortens the duration of a client that has more than the role for SCIM; somebody may also have changed it.',
    ),
    remedy: l10n.t(
      'Give the client the SCIM Integration role alone, and the duration again; or write into the file what is true.',
    ),
  }),
  'extra-role': () => ({
    title: l10n.t('The client has another role beside the one for SCIM.'),
    meaning: l10n.t(
      'Only with the SCIM Integration role alone do tokens last longer than two days, up to 450. A role of another name with exactly its permissions counts as the same.',
    ),
    remedy: l10n.t('Take the other roles from the client, and give them to another one.'),
  }),
  'practice-connection': () => ({
    title: l10n.t('A connection to the practice org.'),
    meaning: l10n.t(
      'The client was made in the practice org. Its addresses and its Client ID mean nothing to Genesys Cloud.',
    ),
    remedy: l10n.t(
      'Remove the connection when you are done with practicing. One that is made in your own organization is added beside it.',
    ),
  }),
  'practice-address-stale': () => ({
    title: l10n.t('An address that the practice org no longer has.'),
    meaning: l10n.t(
      'The practice org starts at the address of before, unless another program is there. The one in the file is from an earlier start, or from the practice org of another computer; nothing of this file is there now, and another program may be.',
    ),
    remedy: l10n.t(
      'The quick fix writes the addresses of now, where you are signed in to the practice org and it has the client of this connection. Otherwise remove the connection when you are done with practicing.',
    ),
  }),
  'address-of-other-region': () => ({
    title: l10n.t('An address belongs to another region than the connection.'),
    meaning: l10n.t(
      'Each region has hosts of its own. Where the region and an address of a connection are of two regions, one of them is most likely left over from another connection. An address that this extension does not know, such as that of a gateway, is not judged.',
    ),
    remedy: l10n.t(
      'Look at the page of the client which region it is in, and correct the region or the addresses. What the identity provider was given may have to be corrected, too.',
    ),
  }),
  'rest-not-checked': () => ({
    title: l10n.t('Very many connections or secrets, of which the first are named.'),
    meaning: l10n.t(
      'Checking a file must not take longer because of what is in it, so only the first 50 connections are looked at one by one, and the first 50 secrets named. A file with more than 100 syntax errors, or with more than 200 brackets within each other, is not looked into at all, but for what has the form of a secret. No identity provider needs so many connections.',
    ),
    remedy: l10n.t(
      'Look whether all of this belongs into this file, and mend the syntax errors. What is said of the first connections may be true of the others, too; where secrets are taken out, the next ones are named.',
    ),
  }),
};
