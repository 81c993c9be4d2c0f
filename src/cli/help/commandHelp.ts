import * as l10n from '@vscode/l10n';
import { formats } from '../check/checkRequest.ts';
import type { CommandName } from '../commands.ts';
import { shells } from '../completion/scripts.ts';
import { agentHelp } from './agentHelp.ts';
import type { CommandHelp } from './commandText.ts';
import { orgsHelp } from './orgsHelp.ts';
import { savingHelp } from './savingHelp.ts';

/** What each command is for. */
export const commandHelp: Readonly<Record<CommandName, () => CommandHelp>> = {
  check: () => ({
    summary: l10n.t(
      'Checks each framework.js of the Embeddable Framework and each genesys-scim.json, by the same rules as in VS Code.',
    ),
    usage: ['[PATH…] [OPTION…]'],
    notes: [
      [
        l10n.t('What is checked'),
        [
          l10n.t(
            'A path is a file, a folder or a pattern such as "src/**/framework.js". Without one, it is the folder that you are in.',
          ),
          l10n.t('node_modules, dist, build and out are passed over unless you name a file in them.'),
          l10n.t(
            '.vscode/settings.json of the folder that you are in counts: genesysOAuth.frameworkFiles and genesysOAuth.severity.',
          ),
          l10n.t('A comment // genesys-oauth-disable-next-line CODE leaves out one place of a framework.js.'),
        ],
      ],
    ],
    forms: formats,
    ends: [
      ['0', l10n.t('Nothing was found that has to be put right.')],
      ['1', l10n.t('There are errors, or more warnings than --max-warnings allows.')],
      [
        '2',
        l10n.t(
          'Something could not be checked: a wrong option, a file that cannot be read, broken settings, or nothing to check.',
        ),
      ],
    ],
    examples: [
      ['genesys-oauth check', l10n.t('all files of this project')],
      [
        'genesys-oauth check src/framework.js --fix',
        l10n.t('one file, and what is safe to repair is repaired'),
      ],
      ['genesys-oauth check --write-baseline baseline.json', l10n.t('an old project: from now on …')],
      ['genesys-oauth check --baseline baseline.json', l10n.t('… only what is new counts')],
      ['genesys-oauth check --format sarif > result.sarif', l10n.t('for code scanning')],
      ['genesys-oauth check --org all', l10n.t('held against the organizations, too')],
    ],
  }),
  ...orgsHelp,
  ...savingHelp,
  ...agentHelp,
  completion: () => ({
    summary: l10n.t('Prints what teaches a shell to complete commands, options and their values.'),
    usage: shells,
    notes: [
      [
        l10n.t('In every terminal'),
        [
          l10n.t('Put the line of the example into ~/.bashrc, ~/.zshrc (after compinit) or $PROFILE.'),
          l10n.t(
            'The shell has to find genesys-oauth: install it by npm install --global ./genesys-oauth-VERSION.tgz.',
          ),
          l10n.t('What can be typed is asked by: genesys-oauth completion words "LINE".'),
        ],
      ],
    ],
    forms: [],
    ends: [
      ['0', l10n.t('It was printed.')],
      ['2', l10n.t('There is no such shell.')],
    ],
    examples: [
      ['source <(genesys-oauth completion bash)', l10n.t('in bash; likewise in zsh')],
      ['genesys-oauth completion powershell | Out-String | Invoke-Expression', l10n.t('in PowerShell')],
    ],
  }),
};
