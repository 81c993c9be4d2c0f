import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What can be said about the client that the answers of the wizard describe. */
export const draftClient = {
  'name-missing': {
    severities: ['error'],
    rules: ['G2'],
    text: () => l10n.t('Give the client a name: it stands in the list of OAuth clients.'),
  },
  'name-invisible': {
    severities: ['error', 'warning'],
    rules: ['G2'],
    text: () => l10n.t('The name has characters in it that nobody sees, such as a line break.'),
  },
  'name-too-long': {
    severities: ['error'],
    rules: ['G2'],
    text: (words) =>
      l10n.t('The name has {length} characters. Use at most {max}, so that it stays readable.', words),
  },
  'name-in-use': {
    severities: ['warning'],
    rules: ['G2'],
    text: (words) =>
      l10n.t('The organization already has a client named "{name}". Another name keeps them apart.', words),
  },
  'duration-missing': {
    severities: ['error'],
    rules: ['G4', 'E2', 'S2'],
    text: (words) => l10n.t('Say how many seconds a token lasts, from {min} to {max}.', words),
  },
  'duration-not-a-number': {
    severities: ['error'],
    rules: ['G4', 'E2', 'S2'],
    text: (words) => l10n.t('Use a whole number of seconds from {min} to {max}.', words),
  },
  'duration-too-short': {
    severities: ['error'],
    rules: ['G4', 'E2', 'S2'],
    text: (words) =>
      l10n.t('{seconds} seconds are too short. Genesys Cloud accepts {min} (5 minutes) or more.', words),
  },
  'duration-too-long': {
    severities: ['error'],
    rules: ['G4', 'E2'],
    text: (words) =>
      l10n.t('{seconds} seconds are too long. Genesys Cloud accepts at most {max} (2 days).', words),
  },
  'scim-duration-too-long': {
    severities: ['error'],
    rules: ['S2'],
    text: (words) =>
      l10n.t(
        '{seconds} seconds are too long. Genesys Cloud accepts at most {max} (450 days) for SCIM.',
        words,
      ),
  },
  'scim-token-short': {
    severities: ['warning'],
    rules: ['S6'],
    text: (words) =>
      l10n.t(
        'The identity provider holds a token that ends after {seconds} seconds, and stops with it until you make a new one.',
        words,
      ),
  },
  'scopes-missing': {
    severities: ['error'],
    rules: ['G15'],
    text: () => l10n.t('Choose at least one scope: without scopes the client may do nothing.'),
  },
  'scope-unknown': {
    severities: ['error'],
    rules: ['G15', 'E5'],
    text: (words) => l10n.t('{org} does not know the scope "{scope}" and would refuse the client.', words),
  },
  'scope-adds-nothing': {
    severities: ['hint'],
    rules: ['G15'],
    text: (words) =>
      l10n.t('The scope "{scope}" adds nothing: "{wider}" is chosen, which lets read and write.', words),
  },
  'client-id-missing': {
    severities: ['error'],
    rules: ['G1'],
    text: () => l10n.t('Paste the Client ID that the admin page shows once you have saved the client there.'),
  },
  'client-id-malformed': {
    severities: ['error'],
    rules: ['G1'],
    text: () =>
      l10n.t(
        'This is not a Client ID. One looks like 5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31; mind that the secret is not what is asked for.',
      ),
  },
  'provider-missing': {
    severities: ['error'],
    rules: ['S6'],
    text: () => l10n.t('Choose the identity provider: it decides what it must be given.'),
  },
} as const satisfies Record<string, FindingEntry>;

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
        'Line {line} has a * in its host. Genesys Cloud compares letter by letter, so add each address that your application sends.',
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
        'Line {line} has characters that a browser sends in another form: {ascii}. Genesys Cloud compares letter by letter.',
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
        'Line {line} differs from line {first} only by a slash at its end. Genesys Cloud compares letter by letter, so keep only the one that your application sends.',
        words,
      ),
  },
  'redirect-uri-host-case': {
    severities: ['warning'],
    rules: ['G14'],
    text: (words) =>
      l10n.t(
        'Line {line} differs from line {first} only in how the same address is written. Genesys Cloud compares letter by letter, so keep only the one that your application sends.',
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
