import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What can be said about the place that a Client ID is written to. */
export const draftTarget = {
  'target-missing': {
    severities: ['error'],
    rules: ['E6'],
    text: () => l10n.t('Choose where the Client ID goes.'),
  },
  'target-gone': {
    severities: ['error'],
    rules: ['E6'],
    text: () => l10n.t('The chosen file is no longer there. Choose another one, or add the ID yourself.'),
  },
  'target-absent': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) =>
      l10n.t('{path} has no clientIds, so there is no certain place for the Client ID.', words),
  },
  'target-not-a-literal': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) =>
      l10n.t(
        'In {path}, clientIds (line {line}) is computed when the file runs, so it cannot be edited safely.',
        words,
      ),
  },
  'target-several': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) =>
      l10n.t(
        '{path} has more than one clientIds (the first is in line {line}), and only you know which one is used.',
        words,
      ),
  },
  'target-value-is-dynamic': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) =>
      l10n.t('In {path}, line {line}, the value for {region} is computed when the file runs.', words),
  },
  'target-uncertain': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) =>
      l10n.t(
        '{path} cannot be read well enough to change exactly one value (see line {line}). Perhaps a bracket or a quote is missing.',
        words,
      ),
  },
  'target-unreadable': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) => l10n.t('{path} could not be read: {reason}', words),
  },
  'target-in-use': {
    severities: ['error'],
    rules: ['E6'],
    text: (words) => l10n.t('{path} already has another Client ID for {region}: {clientId}.', words),
  },
  'target-built-copy': {
    severities: ['warning'],
    rules: ['E6'],
    text: (words) =>
      l10n.t('{path} looks like the output of a build: the next build would overwrite the Client ID.', words),
  },
  'scim-target-gone': {
    severities: ['error'],
    rules: ['S6'],
    text: () => l10n.t('The place for the SCIM config file is gone. Look again, or write none.'),
  },
} as const satisfies Record<string, FindingEntry>;

/** What can be said about a client that exists already and is to be used as it is. */
export const draftAdopted = {
  'adopted-gone': {
    severities: ['error'],
    rules: ['E3', 'S3'],
    text: (words) =>
      l10n.t(
        'The client {client} is not among the OAuth clients of {org}, as far as they can be read. Choose another one, or create a new one.',
        words,
      ),
  },
  'adopted-unfit': {
    severities: ['error'],
    rules: ['E3', 'S3'],
    text: (words) =>
      l10n.t(
        'The client {client} cannot work here: it has another grant type, or it is not active. Choose another one, or create a new one.',
        words,
      ),
  },
  'adopted-state-unknown': {
    severities: ['warning'],
    rules: ['E3', 'S3'],
    text: (words) =>
      l10n.t(
        'The client {client} has the state {state}, which this extension does not know. If nobody can log in, this may be why.',
        words,
      ),
  },
  'adopted-grant-type-unknown': {
    severities: ['warning'],
    rules: ['E3', 'S3'],
    text: (words) =>
      l10n.t(
        'Nothing is known of the grant type of the client {client} ({grant}), so it was not checked whether it can work here.',
        words,
      ),
  },
  'adopted-duration-short': {
    severities: ['warning'],
    rules: ['E2'],
    text: (words) =>
      l10n.t(
        "Its tokens end after {seconds} seconds. 18 hours (64,800 seconds) are recommended, so that they end outside an agent's working day.",
        words,
      ),
  },
  'adopted-role-extra': {
    severities: ['warning'],
    rules: ['S4'],
    text: (words) =>
      l10n.t(
        'It has these roles: {roles}. With anything but the SCIM Integration role alone, Genesys Cloud quietly makes its tokens end after one day.',
        words,
      ),
  },
  'adopted-secret-for-token': {
    severities: ['warning'],
    rules: ['S6', 'S7'],
    text: () =>
      l10n.t(
        'VS Code does not keep the secret of this client, so no token is made here. Somebody who has the secret can make one, or you create a new client.',
      ),
  },
  'adopted-secret-for-proof': {
    severities: ['warning'],
    rules: ['S6', 'S7'],
    text: () =>
      l10n.t(
        'VS Code does not keep the secret of this client, so it is not tried out here. Give the identity provider the secret from where it is kept.',
      ),
  },
} as const satisfies Record<string, FindingEntry>;
