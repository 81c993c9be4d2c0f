import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What can be said about the redirect URIs that are written into the wizard. */
export const draftRedirectUris = {
  'redirect-uris-missing': {
    severities: ['error'],
    rules: ['G14'],
    text: () => l10n.t('Add at least one redirect URI: without it nobody can log in.'),
  },
  'redirect-uris-too-many': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) =>
      l10n.t('{count} redirect URIs are too many. Genesys Cloud accepts at most {max}.', words),
  },
  'redirect-uri-relative': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) => l10n.t('Line {line} is not a complete address. Start it with https://.', words),
  },
  'redirect-uri-not-https': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) =>
      l10n.t('Line {line} must start with https://. Only this computer (localhost) may use http://.', words),
  },
  'redirect-uri-fragment': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has a fragment (#…). Remove it: OAuth does not allow one in a redirect URI.',
        words,
      ),
  },
  'redirect-uri-space': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) => l10n.t('Line {line} has a space in it. Write one URI a line, without spaces.', words),
  },
  'redirect-uri-several': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) => l10n.t('Line {line} holds {count} URIs. Write one URI a line.', words),
  },
  'redirect-uri-stand-in': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has something in it that is to be filled in first: an address has no braces and no angle brackets.',
        words,
      ),
  },
  'redirect-uri-wildcard': {
    severities: ['error'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has a * in its host. Genesys Cloud compares exactly, so add each address that your application sends.',
        words,
      ),
  },
  'redirect-uri-as-pasted': {
    severities: ['error', 'warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has characters in or around the address that were most likely pasted along with it. The address is {meant}.',
        words,
      ),
  },
  'redirect-uri-user-name': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has a user name or a password in its address, which everybody sees who may see this client. Remove it.',
        words,
      ),
  },
  'redirect-uri-not-ascii': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} has characters that a browser sends in another form: {ascii}. Genesys Cloud compares exactly.',
        words,
      ),
  },
  'redirect-uri-duplicate': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) => l10n.t('Line {line} is the same as line {first}.', words),
  },
  'redirect-uri-trailing-slash': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} differs from line {first} only by a slash at its end. Genesys Cloud compares exactly, so keep only the one that your application sends.',
        words,
      ),
  },
  'redirect-uri-host-case': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} differs from line {first} only in how the same address is written. Genesys Cloud compares exactly, so keep only the one that your application sends.',
        words,
      ),
  },
  'partner-page-missing': {
    severities: ['error', 'warning'],
    rules: ['E4'],
    text: () =>
      l10n.t(
        'Enter the name of the page: without it, its redirect URIs are not known. Whoever runs it knows it.',
      ),
  },
  'partner-page-unclear': {
    severities: ['error', 'warning'],
    rules: ['E4'],
    text: () =>
      l10n.t(
        'This is no name of a page, which has only letters, digits, hyphens, underscores and full stops.',
      ),
  },
  'partner-page-capitals': {
    severities: ['information'],
    rules: ['E4'],
    text: (words) =>
      l10n.t(
        'The name {name} has capitals. Genesys Cloud compares letter by letter: make sure that the address is written like this.',
        words,
      ),
  },
  'redirect-uri-other-region': {
    severities: ['warning'],
    rules: ['E4'],
    text: (words) =>
      l10n.t(
        'Line {line} is the page of {region}, for which framework.js gets no Client ID from you.',
        words,
      ),
  },
} as const satisfies Record<string, FindingEntry>;
