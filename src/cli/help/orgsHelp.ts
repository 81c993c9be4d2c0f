import * as l10n from '@vscode/l10n';
import { ReportForm } from '../../core/report/write.ts';
import { TEXT_OR_JSON } from '../answer.ts';
import type { CommandHelp } from './commandText.ts';
import type { Line } from './optionHelp.ts';

/** The commands that look into orgs, or can. */
export const orgsHelp = {
  'clients list': () => ({
    summary: l10n.t('Lists the clients of each organization, and what is to be looked after about them.'),
    usage: ['[OPTION…]'],
    notes: [signInNote()],
    forms: TEXT_OR_JSON,
    ends: [['0', l10n.t('Done, and nothing was found that has to be put right.')], notDone()],
    examples: [
      ['genesys-oauth clients list --practice', l10n.t('those of the practice org, without an account')],
    ],
  }),
  'clients show': () => ({
    summary: l10n.t('Shows one client: its settings, its roles by name, and when it was last used.'),
    usage: ['CLIENT [OPTION…]'],
    notes: [[l10n.t('Which client'), [l10n.t('CLIENT is its ID, or its whole name.')]], signInNote()],
    forms: TEXT_OR_JSON,
    ends: [['0', l10n.t('Done, and nothing was found that has to be put right.')], notDone()],
    examples: [['genesys-oauth clients show "CRM Connector" --practice', l10n.t('by its name')]],
  }),
  'clients report': () => ({
    summary: l10n.t('Writes what an auditor wants to know of all clients of one organization.'),
    usage: ['[OPTION…]'],
    notes: [signInNote()],
    forms: ReportForm.options,
    ends: [['0', l10n.t('Everything was read.')], notDone()],
    examples: [
      ['genesys-oauth clients report --org prod --format csv > clients.csv', l10n.t('for a spreadsheet')],
      ['genesys-oauth clients report --org prod --compare last.json', l10n.t('with what has changed since')],
    ],
  }),
  'clients right-size': () => ({
    summary: l10n.t(
      'Says what a client may do that none of its calls of the last days needed. It changes nothing.',
    ),
    usage: ['CLIENT [OPTION…]'],
    notes: [[l10n.t('Which client'), [l10n.t('CLIENT is its ID, or its whole name.')]], signInNote()],
    forms: TEXT_OR_JSON,
    ends: [
      ['0', l10n.t('Nothing is in excess, as far as the calls tell.')],
      ['1', l10n.t('Something is in excess.')],
      notDone(),
    ],
    examples: [['genesys-oauth clients right-size "Team Calendar" --practice', l10n.t('by its name')]],
  }),
  privileges: () => ({
    summary: l10n.t(
      'Says what the code of a project calls, and which scopes, permissions and roles a client for it needs.',
    ),
    usage: ['[PATH…] [OPTION…]'],
    notes: [
      [
        l10n.t('What is read'),
        [
          l10n.t('JavaScript, TypeScript, Python, Java, C# and Go. Nothing leaves this computer.'),
          l10n.t(
            'A file that you name may hold anything that tells calls: endpoints, curl, a HAR, Postman, OpenAPI, Terraform, log lines.',
          ),
          l10n.t(
            'It needs no account: what the API says of its operations is read once a month and kept, or given as a file.',
          ),
        ],
      ],
    ],
    forms: ['text', 'json', 'terraform'],
    ends: [
      ['0', l10n.t('Done; with --assert, the client has what the code needs and no more.')],
      ['1', l10n.t('The client of --assert lacks something, or has too much.')],
      notDone(),
    ],
    examples: [
      ['genesys-oauth privileges src --region mypurecloud.com', l10n.t('for whoever is to make the client')],
      ['genesys-oauth privileges src --assert client.json', l10n.t('in a pipeline')],
    ],
  }),
  doctor: () => ({
    summary: l10n.t('Says why a login or a call fails, and what to do about it.'),
    usage: ['[FILE] [OPTION…]', '--stdin [OPTION…]', '--client ID [OPTION…]'],
    notes: [
      [
        l10n.t('What was seen'),
        [
          l10n.t(
            'A file, or standard input, with an error, a log, an address or a HAR. None of it is sent anywhere.',
          ),
        ],
      ],
      [
        l10n.t('Where to look'),
        [
          l10n.t(
            'Nothing is asked of an organization unless one is named. With one, its settings and the client are looked at, too.',
          ),
        ],
      ],
    ],
    forms: TEXT_OR_JSON,
    ends: [
      ['0', l10n.t('Nothing was found that keeps people out.')],
      ['1', l10n.t('A cause was found that is certain or likely.')],
      notDone(),
    ],
    examples: [
      ['genesys-oauth doctor error.txt', l10n.t('from what was seen alone')],
      ['genesys-oauth doctor --client CLIENT_ID --org prod', l10n.t('from what the organization says')],
    ],
  }),
  'token-watch': () => ({
    summary: l10n.t(
      'Says what ends soon or has ended: tokens of genesys-scim.json, implicit grants, deleted clients.',
    ),
    usage: ['[PATH…] [OPTION…]'],
    notes: [
      [
        l10n.t('Where to look'),
        [
          l10n.t(
            'Nothing is asked of an organization unless one is named. With one, its clients are looked at, too.',
          ),
        ],
      ],
    ],
    forms: TEXT_OR_JSON,
    ends: [
      ['0', l10n.t('Nothing ends soon.')],
      ['1', l10n.t('Something ends soon, or has ended.')],
      notDone(),
    ],
    examples: [
      ['genesys-oauth token-watch --days 14', l10n.t('in a pipeline that runs every day')],
      ['genesys-oauth token-watch --ics tokens.ics', l10n.t('for a calendar')],
    ],
  }),
} satisfies Readonly<Record<string, () => CommandHelp>>;

function notDone(): Line {
  return ['2', l10n.t('Something could not be done or looked at. What could be is told all the same.')];
}

function signInNote(): readonly [string, readonly string[]] {
  return [
    l10n.t('How it signs in'),
    [
      l10n.t(
        'By what is there: profiles of the Genesys CLI (~/.gc/config.toml), the variables of the Terraform provider (GENESYSCLOUD_REGION and so on), or GENESYS_OAUTH_ACCESS_TOKEN with GENESYS_OAUTH_REGION.',
      ),
      l10n.t(
        'A company that has a gateway sets GENESYS_OAUTH_GATEWAY to JSON, as the setting genesysOAuth.gateway has it.',
      ),
      l10n.t('Sessions that it begins it ends. A token that was there is left as it is.'),
    ],
  ];
}
