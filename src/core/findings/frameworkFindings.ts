import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about a framework.js, as far as its text tells. */
export const frameworkFile = {
  'no-client-id': {
    severities: ['information'],
    rules: ['E1', 'E6'],
    facts: ['5.2'],
    text: () =>
      l10n.t(
        'No region has a Client ID. A public deployment needs one for each region that agents sign in to; a private one does without.',
      ),
  },
  'placeholder-client-id': {
    severities: ['warning', 'hint'],
    rules: ['E6'],
    facts: ['5.2', '5.4'],
    text: (words) =>
      'by' in words
        ? l10n.t(
            '"{text}" looks like a place that a build fills in. Unless it puts a Client ID for {region} here, the entry does not work.',
            words,
          )
        : l10n.t('"{text}" is not a Client ID. Put the ID of your OAuth client for {region} here.', words),
  },
  'malformed-client-id': {
    severities: ['error'],
    rules: ['E6'],
    facts: ['5.2', '5.4'],
    text: (words) =>
      l10n.t(
        'Client ID not complete: "{text}". One has 32 hexadecimal digits in groups of 8-4-4-4-12, and nothing around them.',
        words,
      ),
  },
  'unknown-region': {
    severities: ['warning', 'information'],
    rules: ['E6'],
    facts: ['3', '5.2'],
    text: (words) =>
      'suggestion' in words
        ? l10n.t(
            '"{region}" is not the domain of a region, so this entry is ignored. The domain is {suggestion}.',
            words,
          )
        : l10n.t(
            '"{region}" is not a region that this extension knows. An entry counts only for agents who sign in at exactly this domain.',
            words,
          ),
  },
  'duplicate-region': {
    severities: ['warning'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      l10n.t(
        'This entry has no effect: {region} is here again in line {line}, and the last one counts.',
        words,
      ),
  },
  'duplicate-setting': {
    severities: ['warning'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      l10n.t('This has no effect: {name} is here again in line {line}, and the last one counts.', words),
  },
  'entries-not-checked': {
    severities: ['information'],
    facts: ['3', '5.2'],
    text: (words) => {
      if ('unread' in words)
        return l10n.t(
          'This file is not checked: it has too many syntax errors, too many brackets within each other, or more code in so little text than people write.',
        );
      return 'named' in words
        ? l10n.t(
            'The first {named} entries or settings without effect are named one by one; {more} more follow from here on.',
            words,
          )
        : l10n.t(
            'Only the first {checked} entries are checked; {more} more follow from here on. Genesys Cloud has far fewer regions.',
            words,
          );
    },
  },
  'auth-token-without-client-id': {
    severities: ['warning'],
    rules: ['E1'],
    facts: ['5.1', '5.2'],
    text: () =>
      l10n.t(
        'This file calls getAuthToken, which works only with a Client ID for the region that the agent signs in to. No region has one.',
      ),
  },
  'commented-out-only': {
    severities: ['information'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) => l10n.t('The only Client ID is in a comment ({region}), so it does not count.', words),
  },
  'built-copy': {
    severities: ['hint'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      'source' in words
        ? l10n.t('This is a built copy: the next build writes it anew. Edit {source}.', words)
        : l10n.t('This is a built copy: the next build writes it anew. Edit the file that it is built from.'),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const frameworkFileDocumentation: Readonly<Record<keyof typeof frameworkFile, Documentation>> = {
  'no-client-id': () => ({
    title: l10n.t('No region has a Client ID.'),
    meaning: l10n.t(
      'clientIds is empty. A private deployment that never calls getAuthToken works like this; in a public deployment nobody can log in. The file does not tell which of the two it is for.',
    ),
    remedy: l10n.t(
      'Create an OAuth client, or choose one that exists, for each region that agents log in to. Leave it as it is for a private deployment.',
    ),
  }),
  'placeholder-client-id': () => ({
    title: l10n.t('A text that waits to be replaced by a Client ID.'),
    meaning: l10n.t(
      'The value is no Client ID, but a text such as those in examples. Agents of this region cannot log in with it. What has the form of a place that a build fills in is only a hint.',
    ),
    remedy: l10n.t('Put the Client ID of an OAuth client of this region in its place.'),
  }),
  'malformed-client-id': () => ({
    title: l10n.t('A Client ID that is not complete, or has something around it.'),
    meaning: l10n.t(
      'The value looks like a Client ID that lost or gained something when it was copied. Genesys Cloud has no client with such an ID.',
    ),
    remedy: l10n.t(
      'Copy the Client ID again from the page of the client. Where only quotes, braces or blanks are in the way, the quick fix takes them out.',
    ),
  }),
  'unknown-region': () => ({
    title: l10n.t('A key that is not the domain of a region.'),
    meaning: l10n.t(
      'The keys of clientIds are the domains that agents log in to, such as mypurecloud.ie. A name of a region, or one of its hosts, is not looked up. A domain that this extension does not know may be right: Genesys opens regions, and some organizations have a domain of their own.',
    ),
    remedy: l10n.t(
      'Write the domain of the region. Where it is clear which one is meant, the quick fix writes it.',
    ),
  }),
  'duplicate-region': () => ({
    title: l10n.t('A region that is there twice.'),
    meaning: l10n.t(
      'In JavaScript, the last of two properties of the same name counts. The first is ignored.',
    ),
    remedy: l10n.t('Remove the one without effect, or correct its key if another region was meant.'),
  }),
  'duplicate-setting': () => ({
    title: l10n.t('A setting that is there twice.'),
    meaning: l10n.t(
      'In JavaScript, the last of two properties of the same name counts. The first is ignored.',
    ),
    remedy: l10n.t('Remove the one without effect. Look first whether the right one counts.'),
  }),
  'entries-not-checked': () => ({
    title: l10n.t('Very many entries, of which only the first are checked.'),
    meaning: l10n.t(
      'Checking a file must not take longer because of what is in it, so only the first 50 entries of clientIds are looked at one by one, and of the entries or settings without effect the first 50. A file with more than 500 syntax errors, with more than 200 expressions and blocks within each other, or with far more code in its text than people or build tools write, is not looked into at all. Genesys Cloud has far fewer regions.',
    ),
    remedy: l10n.t(
      'Look whether these entries belong into this file, and mend the syntax errors. What is said of the first ones may be true of the others, too.',
    ),
  }),
  'auth-token-without-client-id': () => ({
    title: l10n.t('getAuthToken is called, but no region has a Client ID.'),
    meaning: l10n.t(
      'The framework gets an access token through the OAuth client of the region. Without a Client ID, getAuthToken cannot give one.',
    ),
    remedy: l10n.t(
      'Create an OAuth client, or choose one that exists, for each region that agents log in to.',
    ),
  }),
  'commented-out-only': () => ({
    title: l10n.t('The only Client IDs are in comments.'),
    meaning: l10n.t(
      'Genesys delivers the file with examples of entries in comments. An entry counts only outside of them.',
    ),
    remedy: l10n.t(
      'Take the entry out of its comment, if it is the right one. The quick fix does that, and leaves the other lines alone.',
    ),
  }),
  'built-copy': () => ({
    title: l10n.t('A copy that a build made.'),
    meaning: l10n.t(
      'The file is in a folder that builds write. What is wrong with it is not listed here, because a change would be lost.',
    ),
    remedy: l10n.t('Change the source, and build again.'),
  }),
};
