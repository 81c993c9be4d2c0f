import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What can be said about the client that the answers of the wizard describe. */
export const draftClient = {
  'name-missing': {
    severities: ['error'],
    rules: ['G2'],
    text: () => l10n.t('Give the client a name: it is what people see when they authorize it.'),
  },
  'name-invisible': {
    severities: ['error', 'warning'],
    rules: ['G2'],
    text: () =>
      l10n.t(
        'The name has characters in it that nobody sees, such as a line break. People read the name when they authorize the client.',
      ),
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
