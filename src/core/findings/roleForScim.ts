import * as l10n from '@vscode/l10n';
import { inOneText } from '../texts/sentences.ts';
import type { Documentation, FindingEntry, Words } from './entry.ts';

/** What can be said about the role of a SCIM client (core/clients/forScim.ts), in the wizard and in a SCIM config file. */
export const roleForScim = {
  'altered-role': {
    severities: ['warning', 'error'],
    rules: ['S4'],
    facts: ['2.1', '2.2'],
    text: (words) =>
      inOneText([
        difference(words),
        l10n.t(
          'With such a role, Genesys Cloud quietly makes the tokens of a SCIM client end after one day.',
        ),
      ]),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const roleForScimDocumentation: Readonly<Record<keyof typeof roleForScim, Documentation>> = {
  'altered-role': () => ({
    title: l10n.t('The role for SCIM is not as Genesys Cloud ships it.'),
    meaning: l10n.t(
      'Somebody has added permissions to the SCIM Integration role of this organization, or taken some away. It is compared with what the organization itself names as the default, whatever the role is called.',
    ),
    remedy: l10n.t(
      'Restore this one role; the wizard offers that, and lists first what everybody who has the role gets and loses. Or give the client a role that allows exactly what the default does.',
    ),
  }),
};

function difference(words: Words): string {
  if (words['taken'] === '')
    return l10n.t('The role {role} is not as Genesys Cloud ships it. It has in addition: {added}.', words);
  return words['added'] === ''
    ? l10n.t('The role {role} is not as Genesys Cloud ships it. It lacks: {taken}.', words)
    : l10n.t(
        'The role {role} is not as Genesys Cloud ships it. It has in addition: {added}. It lacks: {taken}.',
        words,
      );
}
