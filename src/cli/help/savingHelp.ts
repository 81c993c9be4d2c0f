import * as l10n from '@vscode/l10n';
import { listed } from '../../core/texts/sentences.ts';
import { TEXT_OR_JSON } from '../answer.ts';
import type { CommandHelp } from './commandText.ts';
import type { Line } from './optionHelp.ts';

/** The commands that make or change a client. */
export const savingHelp = {
  create: () => ({
    summary: l10n.t(
      'Makes an OAuth client as a request file says: tells what would be done, and does it with --yes.',
    ),
    usage: ['--from FILE [--yes (--secret-file FILE | --reveal-secret)] [OPTION…]'],
    notes: [
      requestNote('new-client.schema.json', ['general.json', 'embeddable.json', 'scim.json']),
      [
        l10n.t('The Client Secret'),
        [
          l10n.t('An organization gives it once. Without --secret-file or --reveal-secret, nothing is made.'),
          l10n.t('It is written before anything else is done with the client, and nowhere else.'),
        ],
      ],
    ],
    forms: TEXT_OR_JSON,
    ends: ends(l10n.t('The client was made; or without --yes, it could be.')),
    examples: [
      ['genesys-oauth create --from request.json', l10n.t('what would be done')],
      [
        'genesys-oauth create --from request.json --yes --secret-file ~/crm.secret.json',
        l10n.t('it is done, and the secret goes into a file'),
      ],
      [
        'genesys-oauth create --from request.json --practice --yes --reveal-secret',
        l10n.t('tried without an account'),
      ],
    ],
  }),
  change: () => ({
    summary: l10n.t(
      'Changes an OAuth client as a request file says: tells the difference, and makes it with --yes.',
    ),
    usage: ['--from FILE [--yes] [OPTION…]'],
    notes: [
      requestNote('client-change.schema.json', ['change.json']),
      [
        l10n.t('Somebody else'),
        [l10n.t('A client that somebody changes meanwhile is left as it is, and what they changed is told.')],
      ],
    ],
    forms: TEXT_OR_JSON,
    ends: ends(l10n.t('The client is as it is to be; or without --yes, it could be changed.')),
    examples: [
      ['genesys-oauth change --from change.json', l10n.t('what would become other')],
      ['genesys-oauth change --from change.json --yes', l10n.t('it is done')],
    ],
  }),
} satisfies Readonly<Record<string, () => CommandHelp>>;

function requestNote(schema: string, examples: readonly string[]): CommandHelp['notes'][number] {
  return [
    l10n.t('The request'),
    [
      l10n.t('It is JSON, with comments or without. Its fields are in requests/{0} of the package.', schema),
      l10n.t('Examples, in the same folder: {0}.', listed(examples)),
      l10n.t('Every rule of the wizard is checked first; what is wrong is told at its field.'),
    ],
  ];
}

function ends(fine: string): readonly Line[] {
  return [
    ['0', fine],
    ['1', l10n.t('The request has to be put right. Nothing was done.')],
    [
      '2',
      l10n.t(
        'It could not be done: a wrong option, no sign-in, no place for the secret, an organization that refuses. Nothing was done.',
      ),
    ],
    ['3', l10n.t('Something was done, or may have been, and not all of it. The answer says what stands.')],
    ['130', l10n.t('It was interrupted before anything was done.')],
  ];
}
