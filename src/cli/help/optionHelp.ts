import * as l10n from '@vscode/l10n';
import { levels } from '../../core/findings/chosenSeverity.ts';
import { listed } from '../../core/texts/sentences.ts';
import type { OptionName } from '../commandLine.ts';
import { languages } from '../language.ts';

/** Something to type or to meet, and what it means. */
export type Line = readonly [what: string, meaning: string];

/** What each option is for, the same for every command that takes it. */
export const optionHelp: Readonly<Record<OptionName, () => Line>> = {
  format: () => [
    '--format FORM',
    l10n.t('The form of the answer. Left out, it is text in a terminal and JSON for a pipe or an AI agent.'),
  ],
  severity: () => [
    '--severity CODE=LEVEL',
    l10n.t('How loud a code is: {0}. As often as you like, and stronger than the settings.', listed(levels)),
  ],
  'max-warnings': () => [
    '--max-warnings NUMBER',
    l10n.t('More warnings than these end with 1. Left out, warnings never do.'),
  ],
  fix: () => ['--fix', l10n.t('Repairs what changes nothing that the file does, and reports what is left.')],
  baseline: () => ['--baseline FILE', l10n.t('Leaves out what this file lists.')],
  'write-baseline': () => [
    '--write-baseline FILE',
    l10n.t('Writes all that is found now into this file, so that only what is new counts from then on.'),
  ],
  stdin: () => ['--stdin', l10n.t('Reads what comes from standard input.')],
  'stdin-filename': () => [
    '--stdin-filename PATH',
    l10n.t('The file that it would be; one that ends with .json is a SCIM config file.'),
  ],
  org: () => [
    '--org NAME',
    l10n.t(
      'Where to look: a profile of the Genesys CLI, terraform, variable, practice, a region, or the name or ID of an organization; all is every one that was found. As often as you like.',
    ),
  ],
  orgs: () => ['--orgs NAME,NAME', l10n.t('The same, with commas between several.')],
  practice: () => [
    '--practice',
    l10n.t('Looks into the practice org, which needs no account and is started where none is running.'),
  ],
  region: () => ['--region REGION', l10n.t('The region whose API is meant, such as mypurecloud.com.')],
  'api-description': () => [
    '--api-description FILE',
    l10n.t('What the API says of its operations, from a file: the whole description, or one that was kept.'),
  ],
  as: () => [
    '--as person|client',
    l10n.t(
      'As whom the code calls: for people who log in (scopes), or as itself (permissions). Left out, for people.',
    ),
  ],
  assert: () => [
    '--assert FILE',
    l10n.t(
      'Ends with 1 where the client in this JSON file (scope, or permissions) lacks something or has too much.',
    ),
  ],
  client: () => ['--client ID', l10n.t('The client that cannot log in or call.')],
  depth: () => [
    '--depth lists|use',
    l10n.t('How much is read: the lists alone, or also what each client called, which takes time.'),
  ],
  compare: () => ['--compare FILE', l10n.t('A former report in JSON; what has changed since is told.')],
  days: () => [
    '--days NUMBER',
    l10n.t('So many days before it ends something ends soon: 1 to 365, 30 if left out.'),
  ],
  ics: () => [
    '--ics FILE',
    l10n.t('Writes a calendar file with the tokens whose end is known; a file that is there is replaced.'),
  ],
  from: () => ['--from FILE', l10n.t('The request, as JSON; - is standard input.')],
  yes: () => ['--yes, -y', l10n.t('Does what was told. Without it, nothing is done.')],
  'secret-file': () => [
    '--secret-file FILE',
    l10n.t(
      'Writes the Client Secret into this file. It must not be there yet, only you can read it, and git must not take it.',
    ),
  ],
  'reveal-secret': () => ['--reveal-secret', l10n.t('Shows the Client Secret in the answer.')],
  'read-only': () => ['--read-only', l10n.t('Changes nothing. This is so unless --allow-changes is given.')],
  'allow-changes': () => [
    '--allow-changes',
    l10n.t(
      'Lets AI agents ask for changes in the organizations that --org or --orgs name. A person is asked each time.',
    ),
  ],
  lang: () => [
    `--lang ${languages.join('|')}`,
    l10n.t('The language of the texts. Left out, it is that of the terminal (LC_ALL, LANG).'),
  ],
  version: () => ['--version, -v', l10n.t('Says which version this is.')],
  help: () => ['--help, -h', l10n.t('Shows this.')],
};
