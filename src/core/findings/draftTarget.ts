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
