import * as l10n from '@vscode/l10n';
import { levels } from '../core/findings/chosenSeverity.ts';
import { formats } from './commandLine.ts';
import { languages } from './language.ts';

/** What can be asked, by example; what it answers, and what it ends with. */
export function helpText(): string {
  return [
    l10n.t(
      'genesys-oauth checks the OAuth clients in the files of a Genesys Cloud project. It needs no account, sends nothing and asks nothing.',
    ),
    '',
    ...section(l10n.t('How to call it'), [['genesys-oauth check [PATH…] [OPTION…]', '']]),
    ...section(l10n.t('What is checked'), [
      [
        '',
        l10n.t(
          'Each framework.js of the Embeddable Framework and each genesys-scim.json, by the same rules as in VS Code.',
        ),
      ],
      [
        '',
        l10n.t(
          'A path is a file, a folder or a pattern such as "src/**/framework.js". Without one, it is the folder that you are in.',
        ),
      ],
      ['', l10n.t('node_modules, dist, build and out are passed over unless you name a file in them.')],
      [
        '',
        l10n.t(
          '.vscode/settings.json of the folder that you are in counts: genesysOAuth.frameworkFiles and genesysOAuth.severity.',
        ),
      ],
      [
        '',
        l10n.t('A comment // genesys-oauth-disable-next-line CODE leaves out one place of a framework.js.'),
      ],
    ]),
    ...section(l10n.t('Options'), options()),
    ...section(l10n.t('What it ends with'), [
      ['0', l10n.t('Nothing was found that has to be put right.')],
      ['1', l10n.t('There are errors, or more warnings than --max-warnings allows.')],
      [
        '2',
        l10n.t(
          'Something could not be checked: a wrong option, a file that cannot be read, broken settings, or nothing to check.',
        ),
      ],
    ]),
    ...section(l10n.t('Examples'), [
      ['genesys-oauth check', l10n.t('all files of this project')],
      [
        'genesys-oauth check src/framework.js --fix',
        l10n.t('one file, and what is safe to repair is repaired'),
      ],
      ['genesys-oauth check --write-baseline baseline.json', l10n.t('an old project: from now on …')],
      ['genesys-oauth check --baseline baseline.json', l10n.t('… only what is new counts')],
      ['genesys-oauth check --format sarif > result.sarif', l10n.t('for code scanning')],
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

type Line = readonly [what: string, meaning: string];

function options(): readonly Line[] {
  return [
    [
      `--format ${formats.join('|')}`,
      l10n.t('The form of the answer. Left out, it is text in a terminal and JSON for a pipe or an agent.'),
    ],
    [
      '--severity CODE=LEVEL',
      l10n.t(
        'How loud a code is: {0}. As often as you like, and stronger than the settings.',
        levels.join(', '),
      ),
    ],
    ['--max-warnings NUMBER', l10n.t('More warnings than these end with 1. Left out, warnings never do.')],
    ['--fix', l10n.t('Repairs what changes nothing that the file does, and reports what is left.')],
    ['--baseline FILE', l10n.t('Leaves out what this file lists.')],
    [
      '--write-baseline FILE',
      l10n.t('Writes all that is found now into this file, so that only what is new counts from then on.'),
    ],
    ['--stdin', l10n.t('Checks what comes from standard input.')],
    [
      '--stdin-filename PATH',
      l10n.t('The file that it would be; one that ends with .json is a SCIM config file.'),
    ],
    [
      `--lang ${languages.join('|')}`,
      l10n.t('The language of the texts. Left out, it is that of the terminal (LC_ALL, LANG).'),
    ],
    ['--version, -v', l10n.t('Says which version this is.')],
    ['--help, -h', l10n.t('Shows this.')],
    ['NO_COLOR', l10n.t('In the environment, with any value: no colors.')],
  ];
}

function section(title: string, lines: readonly Line[]): readonly string[] {
  return [title, ...lines.flatMap(([what, meaning]) => entry(what, meaning)), ''];
}

/** A meaning stands below what it is of: both are long, and in Japanese nothing stands in columns. */
function entry(what: string, meaning: string): readonly string[] {
  if (what === '') return [`  ${meaning}`];
  return meaning === '' ? [`  ${what}`] : [`  ${what}`, `      ${meaning}`];
}
