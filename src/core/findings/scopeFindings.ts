import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about the scopes that a file asks for. */
export const scopeInFile = {
  'no-such-scope': {
    severities: ['information'],
    rules: ['G15'],
    facts: ['4'],
    text: (words) =>
      'near' in words
        ? l10n.t(
            'No operation accepts a scope "{scope}", as {host} describes its operations as of {date}. Near it: {near}.',
            words,
          )
        : l10n.t(
            'No operation accepts a scope "{scope}", as {host} describes its operations as of {date}. Nothing is near it.',
            words,
          ),
  },
  'permission-as-scope': {
    severities: ['information'],
    rules: ['G15'],
    facts: ['4', '13'],
    text: (words) =>
      'near' in words
        ? l10n.t(
            '"{scope}" is a permission, not a scope, as {host} describes its operations as of {date}. The operations that ask for it accept: {near}.',
            words,
          )
        : l10n.t(
            '"{scope}" is a permission, not a scope, as {host} describes its operations as of {date}. The operations that ask for it need no scope.',
            words,
          ),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const scopeInFileDocumentation: Readonly<Record<keyof typeof scopeInFile, Documentation>> = {
  'no-such-scope': () => ({
    title: l10n.t('A scope that no operation accepts.'),
    meaning: l10n.t(
      'A request for a client, in JSON or Terraform, names a scope that no operation of the Platform API accepts. Such scopes are spread by wikis and machine-written answers. An organization may know scopes that no public operation uses; one that it does not know makes it refuse the client.',
    ),
    remedy: l10n.t('Write a real scope, such as one that is near, or leave it out.'),
  }),
  'permission-as-scope': () => ({
    title: l10n.t('A permission in the place of a scope.'),
    meaning: l10n.t(
      'Permissions such as oauth:client:view are what a role holds. Scopes are called after a group of operations, alone or with :readonly, and a client asks for them.',
    ),
    remedy: l10n.t('Write one of the scopes that the operations accept which ask for this permission.'),
  }),
};
